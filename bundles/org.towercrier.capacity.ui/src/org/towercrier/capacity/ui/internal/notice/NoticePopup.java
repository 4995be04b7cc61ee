package org.towercrier.capacity.ui.internal.notice;

import org.eclipse.jface.dialogs.PopupDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;

/** A few lines in the corner of the screen, above all windows and without taking the keyboard; they go by themselves. */
final class NoticePopup extends PopupDialog {

    private static final int MILLIS = 10_000;
    private static final int MARGIN = 24;

    private final Display display;
    private final String lines;
    private final Runnable open;

    /** With what a click on it does. */
    NoticePopup(Display display, String title, String lines, Runnable open) {
        super(null, SWT.ON_TOP | SWT.NO_FOCUS | SWT.TOOL, false, false, false, false, false, title, null);
        this.display = display;
        this.lines = lines;
        this.open = open;
    }

    @Override
    public int open() {
        int result = super.open();
        display.timerExec(MILLIS, this::close);
        return result;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        Label label = new Label(area, SWT.WRAP);
        label.setText(lines);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(label);
        label.addListener(SWT.MouseUp, event -> {
            close();
            open.run();
        });
        return area;
    }

    @Override
    protected Point getInitialLocation(Point size) {
        Rectangle screen = display.getPrimaryMonitor().getClientArea();
        return new Point(screen.x + screen.width - size.x - MARGIN, screen.y + screen.height - size.y - MARGIN);
    }
}
