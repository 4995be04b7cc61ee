package org.towercrier.exchange.ui.internal;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** The widgets these pages are made of, with the style classes of the workbench. */
public final class Widgets {

    /** Left and right of a page, pixels. */
    public static final int MARGIN = 16;
    /** Above and below a bar of controls, pixels. */
    public static final int BAR_MARGIN = 4;

    private static final String CSS_CLASS = "org.eclipse.e4.ui.css.CssClassName";
    private static final int LEAST_BUTTON = 88;

    private Widgets() {
    }

    /** An area with the ground of pages and a grid of columns. */
    public static Composite area(Composite parent, int columns, int marginWidth, int marginHeight) {
        Composite area = new Composite(parent, SWT.NONE);
        page(area);
        GridLayoutFactory.fillDefaults().numColumns(columns).margins(marginWidth, marginHeight).spacing(8, 4)
                .applyTo(area);
        return area;
    }

    /** Gives a composite the ground of pages. */
    public static void page(Composite composite) {
        composite.setData(CSS_CLASS, "Page");
    }

    /** A line of text in a grid. */
    public static Label label(Composite parent, String text) {
        Label label = new Label(parent, SWT.NONE);
        label.setData(CSS_CLASS, "PageText");
        label.setText(text);
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(label);
        return label;
    }

    /** A line of text that takes what room there is. */
    public static Label line(Composite parent, String text) {
        Label label = label(parent, text);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).hint(10, SWT.DEFAULT)
                .applyTo(label);
        return label;
    }

    /** A push button. */
    public static Button button(Composite parent, String text, String tip, Runnable action) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(text);
        button.setToolTipText(tip);
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
        GridDataFactory.swtDefaults().align(SWT.FILL, SWT.CENTER)
                .hint(Math.max(LEAST_BUTTON, button.computeSize(SWT.DEFAULT, SWT.DEFAULT).x), SWT.DEFAULT)
                .applyTo(button);
        return button;
    }

    /** Room that pushes what follows to the right. */
    public static void spring(Composite parent) {
        label(parent, "").setLayoutData(GridDataFactory.fillDefaults().grab(true, false).create());
    }

    /** Sets a text only when it is another one, so that nothing flickers. */
    public static void show(Label label, String text) {
        if (!label.getText().equals(text)) {
            label.setText(text);
        }
        label.setToolTipText(text.isEmpty() ? null : text);
    }
}
