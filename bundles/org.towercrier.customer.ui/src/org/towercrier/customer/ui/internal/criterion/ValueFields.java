package org.towercrier.customer.ui.internal.criterion;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Text;
import org.towercrier.customer.CriterionAttribute;
import org.towercrier.customer.CriterionAttribute.Kind;
import org.towercrier.customer.Criteria;
import org.towercrier.customer.ui.internal.Texts;
import org.towercrier.model.customer.AttributeCriterion;
import org.towercrier.model.customer.ComparisonOperator;

/** Fields for the values of a comparison, by the kind of the attribute; what is typed counts after a short pause. */
final class ValueFields {

    private static final int PAUSE_MILLIS = 250;
    private static final int FIELD_WIDTH = 60;

    private final Texts texts;
    private final CriterionLabels labels;
    private final Choices choices;
    private final CriterionAttribute attribute;
    private final boolean several;
    private final Consumer<List<String>> changed;
    private final Composite row;
    private final List<Text> fields = new ArrayList<>();
    private List<String> typed;
    private int revision;

    ValueFields(Composite parent, Texts texts, CriterionLabels labels, Choices choices, CriterionAttribute attribute,
            AttributeCriterion leaf, Consumer<List<String>> changed) {
        this.texts = texts;
        this.labels = labels;
        this.choices = choices;
        this.attribute = attribute;
        this.changed = changed;
        typed = List.copyOf(leaf.getValues());
        several = leaf.getOperator() == ComparisonOperator.IN || leaf.getOperator() == ComparisonOperator.NOT_IN;
        row = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        if (attribute.kind() == Kind.TRUTH) {
            one(List.of("true", "false"));
        } else if (attribute.kind() == Kind.CHOICE && !several) {
            one(attribute.literals());
        } else if (attribute.kind() == Kind.CHOICE) {
            chosen();
        } else {
            typed(leaf.getOperator() == ComparisonOperator.BETWEEN);
        }
    }

    /** The values in the fields. */
    List<String> typed() {
        return typed;
    }

    private void accept(List<String> values) {
        revision++;
        if (!values.equals(typed)) {
            typed = List.copyOf(values);
            changed.accept(typed);
        }
    }

    private void one(List<String> literals) {
        GridLayoutFactory.fillDefaults().applyTo(row);
        Combo combo = new Combo(row, SWT.READ_ONLY);
        combo.setItems(literals.stream().map(literal -> labels.value(attribute, literal)).toArray(String[]::new));
        combo.select(typed.isEmpty() ? -1 : literals.indexOf(typed.getFirst()));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(combo);
        combo.addSelectionListener(
                SelectionListener.widgetSelectedAdapter(event -> accept(List.of(literals.get(combo.getSelectionIndex())))));
    }

    /** Some of few literals. */
    private void chosen() {
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 2).applyTo(row);
        List<Button> boxes = new ArrayList<>();
        for (String literal : attribute.literals()) {
            Button box = new Button(row, SWT.CHECK);
            box.setText(labels.value(attribute, literal).replace("&", "&&"));
            box.setSelection(typed.contains(literal));
            box.setData(literal);
            boxes.add(box);
            box.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> accept(
                    boxes.stream().filter(Button::getSelection).map(each -> (String) each.getData()).toList())));
        }
    }

    private void typed(boolean two) {
        boolean suggests = attribute.kind() == Kind.TEXT;
        String unit = labels.unit(attribute);
        GridLayoutFactory.fillDefaults().numColumns((two ? 3 : 1) + (unit.isEmpty() ? 0 : 1) + (suggests ? 1 : 0)).spacing(8, 0)
                .applyTo(row);
        field(several ? String.join(", ", typed) : at(0));
        if (two) {
            new Label(row, SWT.NONE).setText("–");
            field(at(1));
        }
        if (!unit.isEmpty()) {
            new Label(row, SWT.NONE).setText(unit);
        }
        if (suggests) {
            Button more = new Button(row, SWT.PUSH);
            more.setText("▾");
            more.setToolTipText(texts.get("Criterion_Occurring"));
            more.addSelectionListener(SelectionListener.widgetSelectedAdapter(
                    event -> choices.values(attribute.name(), "", found -> suggest(more, found))));
        }
    }

    private String at(int position) {
        return position < typed.size() ? typed.get(position) : "";
    }

    private void field(String text) {
        Text field = new Text(row, SWT.BORDER | SWT.SINGLE | (attribute.kind() == Kind.NUMBER && !several ? SWT.RIGHT : SWT.NONE));
        field.setText(text);
        if (attribute.kind() == Kind.DATE) {
            field.setMessage("2026-12-31");
            field.setToolTipText(texts.get("Criterion_Date_Tip"));
        } else if (several) {
            field.setToolTipText(texts.get("Criterion_Several_Tip"));
        }
        GridDataFactory.fillDefaults().grab(true, false).hint(FIELD_WIDTH, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER).applyTo(field);
        fields.add(field);
        field.addModifyListener(event -> later());
        field.addListener(SWT.DefaultSelection, event -> read());
        field.addListener(SWT.FocusOut, event -> read());
    }

    private void later() {
        int mine = ++revision;
        row.getDisplay().timerExec(PAUSE_MILLIS, () -> {
            if (mine == revision && !row.isDisposed()) {
                read();
            }
        });
    }

    private void read() {
        Stream<String> values = several ? Stream.of(fields.getFirst().getText().split(",")) : fields.stream().map(Text::getText);
        accept(values.map(String::strip).filter(value -> !value.isEmpty()).toList());
    }

    private void suggest(Button below, List<Criteria.Suggestion> found) {
        if (below.isDisposed()) {
            return;
        }
        Menu menu = new Menu(below);
        Set<String> now = new LinkedHashSet<>(typed);
        for (Criteria.Suggestion suggestion : found) {
            MenuItem item = new MenuItem(menu, several ? SWT.CHECK : SWT.PUSH);
            item.setText(suggestion.value().replace("&", "&&") + "\t" + suggestion.customers());
            item.setSelection(now.contains(suggestion.value()));
            item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
                if (!several) {
                    now.clear();
                    now.add(suggestion.value());
                } else if (!now.remove(suggestion.value())) {
                    now.add(suggestion.value());
                }
                fields.getFirst().setText(String.join(", ", now));
                read();
            }));
        }
        menu.setLocation(below.toDisplay(0, below.getSize().y));
        menu.addListener(SWT.Hide, event -> below.getDisplay().asyncExec(menu::dispose));
        menu.setVisible(true);
    }
}
