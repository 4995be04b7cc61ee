package org.towercrier.workbench.internal;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.events.ControlListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/** Pages of text and buttons: one column of readable width that scrolls when the window is small. */
final class Pages {

    private static final int WIDTH = 640;
    private static final int MARGIN = 48;
    private static final String CSS_CLASS = "org.eclipse.e4.ui.css.CssClassName";

    private Pages() {
    }

    /** A column to put texts and buttons into; call {@link #layout} when it is filled. */
    static Composite column(Composite parent) {
        ScrolledComposite scroll = new ScrolledComposite(parent, SWT.V_SCROLL | SWT.H_SCROLL);
        scroll.setData(CSS_CLASS, "Page");
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        Composite column = new Composite(scroll, SWT.NONE);
        column.setData(CSS_CLASS, "Page");
        GridLayoutFactory.swtDefaults().margins(MARGIN, MARGIN).spacing(8, 8).applyTo(column);
        scroll.setContent(column);
        scroll.addControlListener(ControlListener.controlResizedAdapter(e -> layout(column)));
        return column;
    }

    static void layout(Composite column) {
        Point size = column.computeSize(SWT.DEFAULT, SWT.DEFAULT);
        ((ScrolledComposite) column.getParent()).setMinSize(size);
        column.layout(true, true);
    }

    static void clear(Composite column) {
        for (Control child : column.getChildren()) {
            child.dispose();
        }
    }

    static Label title(Composite column, String text) {
        Label label = text(column, text);
        label.setFont(JFaceResources.getHeaderFont());
        label.setData(CSS_CLASS, "PageTitle");
        return label;
    }

    static Label heading(Composite column, String text) {
        Label label = text(column, text);
        label.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        GridDataFactory.createFrom((GridData) label.getLayoutData()).indent(0, 16).applyTo(label);
        return label;
    }

    static Label text(Composite column, String text) {
        Label label = new Label(column, SWT.WRAP);
        label.setText(text);
        label.setData(CSS_CLASS, "PageText");
        GridDataFactory.fillDefaults().hint(WIDTH, SWT.DEFAULT).applyTo(label);
        return label;
    }

    /** A button with a sentence below that says what it does. */
    static Button action(Composite column, String label, String sentence, Runnable action) {
        Button button = new Button(column, SWT.PUSH);
        button.setText(label);
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> action.run()));
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.CENTER).indent(0, 16)
                .hint(Math.max(220, button.computeSize(-1, -1).x), SWT.DEFAULT)
                .applyTo(button);
        text(column, sentence);
        return button;
    }
}
