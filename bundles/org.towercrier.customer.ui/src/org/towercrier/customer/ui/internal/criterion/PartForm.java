package org.towercrier.customer.ui.internal.criterion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.towercrier.customer.CriterionAttribute;
import org.towercrier.customer.ui.internal.Texts;
import org.towercrier.model.customer.AttributeCriterion;
import org.towercrier.model.customer.ComparisonOperator;
import org.towercrier.model.customer.Criterion;
import org.towercrier.model.customer.FactsAggregation;
import org.towercrier.model.customer.SegmentCriterion;

/** The fields of one part of a criterion: what it asks about, how, and for which values. */
final class PartForm {

    private static final int MOST_MONTHS = 24;
    private static final int USUAL_MONTHS = 3;

    /** What the form asks its editor for. */
    interface Edits {

        void change(Criterion changed);

        void turn(Groups.Kind kind);
    }

    private final Texts texts;
    private final Choices choices;
    private final Edits edits;
    private final Composite form;
    private Optional<CriterionLabels> labels = Optional.empty();
    private Optional<Criterion> shown = Optional.empty();
    private List<Integer> path = List.of();
    private Optional<ValueFields> values = Optional.empty();

    PartForm(Composite parent, Texts texts, Choices choices, Edits edits) {
        this.texts = texts;
        this.choices = choices;
        this.edits = edits;
        form = new Composite(parent, SWT.NONE);
    }

    Control control() {
        return form;
    }

    /** Shows a part. While somebody types values, the fields stay as they are. */
    void show(Optional<Criterion> part, List<Integer> newPath, CriterionLabels words) {
        boolean same = path.equals(newPath) && part.isPresent() && shown.isPresent() && labels.filter(words::equals).isPresent()
                && isTyped(part.get(), shown.get());
        shown = part;
        path = newPath;
        labels = Optional.of(words);
        if (!same) {
            rebuild();
        }
    }

    private boolean isTyped(Criterion part, Criterion before) {
        return part instanceof AttributeCriterion leaf && before instanceof AttributeCriterion old
                && String.valueOf(leaf.getAttribute()).equals(old.getAttribute()) && leaf.getOperator() == old.getOperator()
                && leaf.getAggregation() == old.getAggregation() && java.util.Objects.equals(leaf.getMonths(), old.getMonths())
                && values.filter(fields -> fields.typed().equals(leaf.getValues())).isPresent();
    }

    private void rebuild() {
        form.setRedraw(false);
        for (Control child : form.getChildren()) {
            child.dispose();
        }
        values = Optional.empty();
        GridLayoutFactory.fillDefaults().numColumns(2).margins(8, 4).spacing(8, 4).applyTo(form);
        shown.ifPresent(part -> {
            switch (part) {
                case AttributeCriterion leaf -> leaf(leaf, labels.orElseThrow());
                case SegmentCriterion member -> member(member);
                default -> group(part, labels.orElseThrow());
            }
        });
        form.setRedraw(true);
        form.getParent().layout(true, true);
    }

    private void label(String key) {
        Label label = new Label(form, SWT.NONE);
        label.setText(texts.get(key));
        GridDataFactory.swtDefaults().hint(72, SWT.DEFAULT).applyTo(label);
    }

    private void group(Criterion group, CriterionLabels words) {
        label("Criterion_Together");
        Combo combo = new Combo(form, SWT.READ_ONLY);
        combo.setItems(Stream.of(Groups.Kind.values()).map(words::of).toArray(String[]::new));
        Groups.kind(group).ifPresent(kind -> combo.select(kind.ordinal()));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(combo);
        combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(
                event -> edits.turn(Groups.Kind.values()[combo.getSelectionIndex()])));
    }

    private void leaf(AttributeCriterion leaf, CriterionLabels words) {
        Optional<CriterionAttribute> attribute = words.attribute(leaf);
        label("Criterion_Attribute");
        Button choose = new Button(form, SWT.PUSH | SWT.LEFT);
        choose.setText(attribute.map(words::name).orElseGet(() -> leaf.getAttribute() == null ? "…" : leaf.getAttribute()) + "  ▾");
        choose.setToolTipText(leaf.getAttribute());
        GridDataFactory.fillDefaults().grab(true, false).hint(10, SWT.DEFAULT).applyTo(choose);
        choose.addSelectionListener(SelectionListener.widgetSelectedAdapter(
                event -> AttributePicker.open(choose, words, texts.get("Criterion_Find"), picked -> change(leaf, changed -> {
                    changed.setAttribute(picked.name());
                    if (!picked.operators().contains(changed.getOperator())) {
                        changed.setOperator(picked.operators().getFirst());
                    }
                    changed.getValues().clear();
                }))));
        if (attribute.isEmpty()) {
            return;
        }
        if (attribute.get().monthly()) {
            window(leaf, words);
        }
        label("Criterion_Operator");
        Combo operator = new Combo(form, SWT.READ_ONLY);
        List<ComparisonOperator> operators = new ArrayList<>(attribute.get().operators());
        if (!operators.contains(leaf.getOperator())) {
            operators.add(leaf.getOperator());
        }
        operator.setItems(operators.stream().map(words::word).toArray(String[]::new));
        operator.select(operators.indexOf(leaf.getOperator()));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(operator);
        operator.addSelectionListener(SelectionListener.widgetSelectedAdapter(
                event -> change(leaf, changed -> changed.setOperator(operators.get(operator.getSelectionIndex())))));
        if (leaf.getOperator() != ComparisonOperator.PRESENT && leaf.getOperator() != ComparisonOperator.ABSENT) {
            label("Criterion_Value");
            ValueFields fields = new ValueFields(form, texts, words, choices, attribute.get(), leaf,
                    typed -> change(now(leaf), changed -> {
                        changed.getValues().clear();
                        changed.getValues().addAll(typed);
                    }));
            values = Optional.of(fields);
        }
    }

    /** The part as it is now: its window may have been changed since the fields were made. */
    private AttributeCriterion now(AttributeCriterion made) {
        return shown.filter(AttributeCriterion.class::isInstance).map(AttributeCriterion.class::cast).orElse(made);
    }

    private void change(AttributeCriterion leaf, Consumer<AttributeCriterion> change) {
        AttributeCriterion changed = EcoreUtil.copy(leaf);
        change.accept(changed);
        edits.change(changed);
    }

    private void window(AttributeCriterion leaf, CriterionLabels words) {
        label("Criterion_Over");
        Composite row = new Composite(form, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(8, 0).applyTo(row);
        Combo aggregation = new Combo(row, SWT.READ_ONLY);
        aggregation.setItems(Stream.of(FactsAggregation.values()).map(words::of).toArray(String[]::new));
        aggregation.select(List.of(FactsAggregation.values()).indexOf(leaf.getAggregation()));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(aggregation);
        aggregation.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> change(now(leaf),
                changed -> changed.setAggregation(FactsAggregation.values()[aggregation.getSelectionIndex()]))));
        Spinner months = new Spinner(row, SWT.BORDER);
        months.setValues(leaf.getMonths() == null ? USUAL_MONTHS : leaf.getMonths(), 1, MOST_MONTHS, 0, 1, USUAL_MONTHS);
        months.setEnabled(leaf.getAggregation() != FactsAggregation.LAST);
        months.addSelectionListener(SelectionListener.widgetSelectedAdapter(
                event -> change(now(leaf), changed -> changed.setMonths(months.getSelection()))));
        new Label(row, SWT.NONE).setText(texts.get("Unit_Month"));
    }

    private void member(SegmentCriterion member) {
        label("Criterion_Segmentation");
        Combo segmentation = combo(member.getSegmentation());
        label("Criterion_Segment");
        Combo segment = combo(member.getSegment());
        choices.segments(known -> {
            if (segmentation.isDisposed()) {
                return;
            }
            segmentation.setItems(known.stream().map(Choices.Known::segmentation).toArray(String[]::new));
            segmentation.setText(member.getSegmentation() == null ? "" : member.getSegmentation());
            segment.setItems(paths(known, segmentation.getText()));
            segment.setText(member.getSegment() == null ? "" : member.getSegment());
            segmentation.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
                segment.setItems(paths(known, segmentation.getText()));
                segment.select(0);
                changed(member, segmentation, segment);
            }));
            segment.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> changed(member, segmentation, segment)));
        });
    }

    private static String[] paths(List<Choices.Known> known, String segmentation) {
        return known.stream().filter(each -> each.segmentation().equals(segmentation)).flatMap(each -> each.paths().stream())
                .toArray(String[]::new);
    }

    private void changed(SegmentCriterion member, Combo segmentation, Combo segment) {
        SegmentCriterion changed = EcoreUtil.copy(member);
        changed.setSegmentation(segmentation.getText());
        changed.setSegment(segment.getText());
        edits.change(changed);
    }

    private Combo combo(String text) {
        Combo combo = new Combo(form, SWT.READ_ONLY);
        combo.setItems(text == null ? "" : text);
        combo.select(0);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(combo);
        return combo;
    }
}
