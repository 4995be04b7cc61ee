package org.towercrier.campaign.ui.internal.editor;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.FocusListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.towercrier.model.MeasureAnnotations;
import org.towercrier.ui.kit.TextLines;

/** Fields for attributes of one object, each with its label and unit. What is typed is written when somebody pauses or leaves the field. */
final class FieldForm {

    private static final int LABEL_WIDTH = 132;
    private static final int NUMBER_WIDTH = 96;
    private static final int TEXT_WIDTH = 220;
    private static final int PAUSE_MILLIS = 700;

    private static final Set<String> SHORT = Set.of("currency", "language");

    private final Composite area;
    private final FormKit kit;
    private final List<Field> fields = new ArrayList<>();
    private Optional<EObject> target = Optional.empty();

    /** A value to choose. @param value what is stored @param label what is shown */
    record Option(String value, String label) {
    }

    /** One field. @param write writes what was typed, if anything was */
    private record Field(EAttribute attribute, Control control, Runnable refresh, Runnable write) {
    }

    FieldForm(Composite parent, FormKit kit) {
        this.kit = kit;
        area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(8, 6).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(area);
    }

    Composite control() {
        return area;
    }

    /** A field as the type of the attribute asks for. */
    FieldForm field(EAttribute attribute) {
        label(attribute, SWT.CENTER);
        Class<?> type = attribute.getEAttributeType().getInstanceClass();
        if (!attribute.isMany() && type == Boolean.class) {
            check(attribute);
        } else if (!attribute.isMany() && attribute.getEAttributeType() instanceof EEnum choices) {
            combo(attribute, choices);
        } else {
            boolean number = !attribute.isMany() && Number.class.isAssignableFrom(type);
            text(attribute, number ? SWT.RIGHT : SWT.NONE, 1);
        }
        new Label(area, SWT.NONE).setText(unit(attribute));
        return this;
    }

    /** A field of several lines. */
    FieldForm area(EAttribute attribute, int lines) {
        label(attribute, SWT.BEGINNING);
        text(attribute, SWT.MULTI | SWT.WRAP | SWT.V_SCROLL, lines);
        new Label(area, SWT.NONE);
        return this;
    }

    /** A field whose values can be chosen, and typed as well. */
    FieldForm choice(EAttribute attribute, Supplier<List<Option>> options) {
        label(attribute, SWT.CENTER);
        Combo combo = new Combo(area, SWT.DROP_DOWN);
        GridDataFactory.fillDefaults().grab(true, false).hint(TEXT_WIDTH, SWT.DEFAULT).applyTo(combo);
        Runnable fill = () -> {
            String shown = combo.getText();
            combo.setItems(options.get().stream().map(Option::label).toArray(String[]::new));
            combo.setText(shown);
        };
        Runnable refresh = () -> {
            String value = value(attribute);
            String shown = options.get().stream().filter(option -> option.value().equals(value)).map(Option::label).findFirst()
                    .orElse(value);
            if (!combo.getText().equals(shown)) {
                combo.setText(shown);
            }
        };
        Runnable write = () -> {
            String typed = combo.getText().strip();
            String value = options.get().stream().filter(option -> option.label().equals(typed)).map(Option::value).findFirst()
                    .orElse(typed);
            if (!value.equals(value(attribute))) {
                set(attribute, value.isEmpty() ? null : value);
            }
        };
        combo.addListener(SWT.MouseDown, event -> fill.run());
        combo.addListener(SWT.FocusIn, event -> fill.run());
        combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> write.run()));
        combo.addFocusListener(FocusListener.focusLostAdapter(event -> write.run()));
        fields.add(new Field(attribute, combo, refresh, write));
        new Label(area, SWT.NONE);
        return this;
    }

    private void label(EAttribute attribute, int vertical) {
        Label label = new Label(area, SWT.WRAP);
        label.setText(kit.labels().of(attribute));
        label.setToolTipText(help(attribute));
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, vertical).hint(LABEL_WIDTH, SWT.DEFAULT).applyTo(label);
    }

    private static String help(EAttribute attribute) {
        return EcoreUtil.getDocumentation(attribute);
    }

    private static String unit(EAttribute attribute) {
        return MeasureAnnotations.unit(attribute).filter(unit -> !"1".equals(unit) && !"currency".equals(unit)).orElse("");
    }

    private void check(EAttribute attribute) {
        Button button = new Button(area, SWT.CHECK);
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> set(attribute, button.getSelection())));
        fields.add(new Field(attribute, button, () -> button.setSelection(Boolean.parseBoolean(value(attribute))), () -> {}));
    }

    private void combo(EAttribute attribute, EEnum choices) {
        Combo combo = new Combo(area, SWT.READ_ONLY);
        combo.add("");
        choices.getELiterals().forEach(literal -> combo.add(kit.labels().of(literal)));
        GridDataFactory.swtDefaults().hint(TEXT_WIDTH - 40, SWT.DEFAULT).applyTo(combo);
        Runnable refresh = () -> combo.setText(value(attribute));
        combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
            int index = combo.getSelectionIndex();
            set(attribute, index <= 0 ? null : choices.getELiterals().get(index - 1).getInstance());
        }));
        fields.add(new Field(attribute, combo, refresh, () -> {}));
    }

    private void text(EAttribute attribute, int style, int lines) {
        Text text = new Text(area, SWT.BORDER | style);
        boolean number = (style & SWT.RIGHT) != 0 || isShort(attribute);
        GridDataFactory.swtDefaults().align(number ? SWT.BEGINNING : SWT.FILL, SWT.CENTER).grab(!number, false)
                .hint(number ? NUMBER_WIDTH : TEXT_WIDTH, lines > 1 ? TextLines.height(text, lines) : SWT.DEFAULT).applyTo(text);
        text.setToolTipText(help(attribute));
        Runnable refresh = () -> {
            String shown = value(attribute);
            if (!text.getText().strip().equals(shown)) {
                text.setText(shown);
            }
            text.setBackground(null);
        };
        Runnable write = () -> write(attribute, text);
        int[] typed = { 0 };
        text.addModifyListener(event -> {
            int mine = ++typed[0];
            text.getDisplay().timerExec(PAUSE_MILLIS, () -> {
                if (mine == typed[0] && !text.isDisposed() && text.isFocusControl()) {
                    write.run();
                }
            });
        });
        text.addFocusListener(FocusListener.focusLostAdapter(event -> write.run()));
        if (lines == 1) {
            text.addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(event -> write.run()));
        }
        fields.add(new Field(attribute, text, refresh, write));
    }

    /** Days, times and currencies need no more room than numbers. */
    private static boolean isShort(EAttribute attribute) {
        String type = attribute.getEAttributeType().getName();
        return !attribute.isMany() && ("LocalDate".equals(type) || SHORT.contains(attribute.getName()));
    }

    private String value(EAttribute attribute) {
        return target.map(object -> kit.text(object, attribute)).orElse("");
    }

    private void write(EAttribute attribute, Text text) {
        if (target.isEmpty() || !text.getEditable() || text.getText().strip().equals(value(attribute))) {
            return;
        }
        try {
            Object value = kit.values().parse(attribute, text.getText());
            text.setBackground(null);
            text.setToolTipText(help(attribute));
            set(attribute, value);
        } catch (IllegalArgumentException | DateTimeException wrong) {
            text.setToolTipText(kit.texts().get("Field_Wrong", text.getText(), kit.labels().of(attribute)));
            text.setBackground(text.getDisplay().getSystemColor(SWT.COLOR_INFO_BACKGROUND));
        }
    }

    private void set(EAttribute attribute, Object value) {
        target.ifPresent(object -> kit.set(object, attribute, value));
    }

    /** Shows an object; what is typed at this moment stays. @param frozen attributes that can no longer be changed */
    void show(Optional<? extends EObject> object, Frozen frozen) {
        boolean same = target.equals(object);
        target = object.map(EObject.class::cast);
        for (Field field : fields) {
            if (!field.control().isDisposed()) {
                enable(field, object.isPresent() && !frozen.isFrozen(field.attribute()));
                if (!same || !field.control().isFocusControl()) {
                    field.refresh().run();
                }
            }
        }
    }

    private static void enable(Field field, boolean open) {
        if (field.control() instanceof Text text) {
            text.setEditable(open);
            text.setEnabled(open);
        } else {
            field.control().setEnabled(open);
        }
    }

    /** Writes what was typed and not written yet. */
    void flush() {
        fields.stream().filter(field -> !field.control().isDisposed() && field.control().isEnabled()).forEach(field -> field.write().run());
    }
}
