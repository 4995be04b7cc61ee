package org.towercrier.customer.ui.internal.figure;

import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Choices and fields above a chart; they wrap where the view is narrow. */
public final class FigureBar extends Composite {

    private static final int GAP = 8;
    private static final int FIELD = 62;

    private final Locale locale;

    public FigureBar(Composite parent, Locale locale) {
        super(parent, SWT.NONE);
        this.locale = locale;
        RowLayout layout = new RowLayout(SWT.HORIZONTAL);
        layout.wrap = true;
        layout.center = true;
        layout.marginLeft = GAP;
        layout.marginRight = GAP;
        layout.marginTop = GAP / 2;
        layout.marginBottom = GAP / 2;
        layout.spacing = GAP;
        setLayout(layout);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(this);
    }

    /** One of few words. */
    public Combo choice(String label, List<String> words, int selected, IntConsumer chosen) {
        label(label);
        Combo combo = new Combo(this, SWT.READ_ONLY);
        combo.setItems(words.toArray(String[]::new));
        combo.select(selected);
        combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> chosen.accept(combo.getSelectionIndex())));
        return combo;
    }

    /** A number that is taken over by Enter or on leaving the field; what is not a number is put back. */
    public Text number(String label, String tip, DoubleConsumer entered) {
        label(label);
        Text text = new Text(this, SWT.BORDER | SWT.RIGHT);
        text.setToolTipText(tip);
        text.setLayoutData(new RowData(FIELD, SWT.DEFAULT));
        Runnable take = () -> {
            OptionalDouble value = parse(text.getText());
            Object shown = text.getData();
            if (value.isEmpty() || text.getText().equals(shown)) {
                text.setText(shown == null ? "" : shown.toString());
            } else {
                text.setData(text.getText());
                entered.accept(value.getAsDouble());
            }
        };
        text.addListener(SWT.DefaultSelection, event -> take.run());
        text.addListener(SWT.FocusOut, event -> take.run());
        return text;
    }

    /** Shows a number in its field. */
    public static void set(Text field, String value) {
        field.setData(value);
        if (!field.getText().equals(value)) {
            field.setText(value);
        }
    }

    private OptionalDouble parse(String text) {
        ParsePosition place = new ParsePosition(0);
        Number value = NumberFormat.getNumberInstance(locale).parse(text.strip(), place);
        return value == null || place.getIndex() < text.strip().length() || !Double.isFinite(value.doubleValue()) ? OptionalDouble.empty()
                : OptionalDouble.of(value.doubleValue());
    }

    /** A button. */
    public Button button(String label, String tip, Runnable action) {
        Button button = new Button(this, SWT.PUSH);
        button.setText(label);
        button.setToolTipText(tip);
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
        return button;
    }

    /** Words. */
    public Label label(String words) {
        Label label = new Label(this, SWT.NONE);
        label.setText(words);
        return label;
    }
}
