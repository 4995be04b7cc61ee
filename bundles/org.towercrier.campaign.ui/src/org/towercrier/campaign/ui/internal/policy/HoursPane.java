package org.towercrier.campaign.ui.internal.policy;

import java.text.DecimalFormat;
import java.text.ParsePosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.FocusListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.towercrier.campaign.ui.internal.Texts;
import org.towercrier.ui.kit.NumberFormats;
import org.towercrier.ui.theme.Severity;

/** The shares of the 24 hours of a day in percent, each in a field, with their sum. */
final class HoursPane {

    private static final int HOURS = 24;
    private static final int ROWS = 6;
    private static final int FIELD_WIDTH = 52;
    private static final double TOLERANCE = 0.01;

    private final Texts texts;
    private final Consumer<List<Double>> changed;
    private final List<Text> fields = new ArrayList<>();
    private final Label sum;
    private final Button scale;
    private List<Double> shown = List.of();

    /** @param changed gets all shares, of 1, when one was changed */
    HoursPane(Composite parent, Texts texts, Consumer<List<Double>> changed) {
        Composite pane = new Composite(parent, SWT.NONE);
        this.texts = texts;
        this.changed = changed;
        Label title = new Label(pane, SWT.NONE);
        title.setText(texts.get("Hours_Title"));
        Composite grid = new Composite(pane, SWT.NONE);
        int blocks = HOURS / ROWS;
        GridLayoutFactory.fillDefaults().numColumns(2 * blocks).spacing(8, 4).applyTo(grid);
        // The fields are made in the order of the hours, so that Tab goes through the day, in rows of four hours.
        for (int hour = 0; hour < HOURS; hour++) {
            Label name = new Label(grid, SWT.NONE);
            name.setText("%02d".formatted(hour));
            fields.add(field(grid, hour));
        }
        Composite foot = new Composite(pane, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(16, 0).applyTo(foot);
        sum = new Label(foot, SWT.NONE);
        GridDataFactory.swtDefaults().hint(240, SWT.DEFAULT).applyTo(sum);
        scale = new Button(foot, SWT.PUSH);
        scale.setText(texts.get("Hours_Scale"));
        scale.setToolTipText(texts.get("Hours_Scale_Tip"));
        scale.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> scale()));
        GridLayoutFactory.fillDefaults().margins(16, 12).spacing(0, 8).applyTo(pane);
    }

    private Text field(Composite grid, int hour) {
        Text field = new Text(grid, SWT.BORDER | SWT.RIGHT);
        field.setToolTipText(texts.get("Hours_Tip", "%02d:00".formatted(hour), "%02d:00".formatted(hour + 1)));
        GridDataFactory.swtDefaults().hint(FIELD_WIDTH, SWT.DEFAULT).applyTo(field);
        field.addFocusListener(FocusListener.focusLostAdapter(event -> write(hour)));
        field.addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(event -> write(hour)));
        return field;
    }

    /** Shows shares of 1; hours that are missing are empty. */
    void show(List<Double> shares) {
        shown = new ArrayList<>(shares);
        for (int hour = 0; hour < HOURS; hour++) {
            fields.get(hour).setText(hour < shares.size() && shares.get(hour) != null ? percent(shares.get(hour)) : "");
        }
        double total = total();
        boolean ok = Math.abs(total - 1) <= TOLERANCE;
        sum.setText((ok ? Severity.CLEARED : Severity.CRITICAL).glyph() + " "
                + texts.get(ok ? "Hours_Sum" : "Hours_SumWrong", NumberFormats.of(texts.locale()).percent(total, 1)));
        scale.setEnabled(total > 0 && Math.abs(total - 1) > 1e-9);
    }

    private double total() {
        return shown.stream().filter(Objects::nonNull).mapToDouble(Double::doubleValue).sum();
    }

    private String percent(double share) {
        return NumberFormats.of(texts.locale()).decimal(share * 100, 2);
    }

    private void write(int hour) {
        String typed = fields.get(hour).getText().strip();
        String before = hour < shown.size() && shown.get(hour) != null ? percent(shown.get(hour)) : "";
        if (typed.equals(before)) {
            return;
        }
        ParsePosition end = new ParsePosition(0);
        Number value = DecimalFormat.getInstance(texts.locale()).parse(typed, end);
        if (value == null || end.getIndex() < typed.length() || !(value.doubleValue() >= 0)) {
            fields.get(hour).setText(before);
            return;
        }
        List<Double> all = new ArrayList<>(shown);
        while (all.size() < HOURS) {
            all.add(0.0);
        }
        all.set(hour, value.doubleValue() / 100);
        changed.accept(all.subList(0, HOURS));
    }

    private void scale() {
        double total = total();
        changed.accept(shown.stream().map(share -> share == null ? 0.0 : share / total).toList());
    }
}
