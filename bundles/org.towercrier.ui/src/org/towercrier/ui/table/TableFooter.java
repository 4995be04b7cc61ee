package org.towercrier.ui.table;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.towercrier.ui.theme.Theme;
import org.towercrier.ui.theme.Themed;

/** The line below a table that counts its rows. */
final class TableFooter extends Canvas implements Themed {

    private static final int HEIGHT = 24;

    private Theme theme = Theme.LIGHT;
    private String text = "";
    private boolean filtered;

    TableFooter(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        addPaintListener(event -> paint(event.gc));
    }

    void show(String newText, boolean nowFiltered) {
        if (!newText.equals(text) || nowFiltered != filtered) {
            text = newText;
            filtered = nowFiltered;
            redraw();
        }
    }

    @Override
    public void applyTheme(Theme newTheme) {
        theme = newTheme;
        redraw();
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(widthHint == SWT.DEFAULT ? 100 : widthHint, HEIGHT);
    }

    private void paint(GC gc) {
        gc.setBackground(theme.surface());
        gc.fillRectangle(getClientArea());
        gc.setForeground(theme.line());
        gc.drawLine(0, 0, getClientArea().width, 0);
        gc.setForeground(filtered ? theme.accent() : theme.mutedText());
        gc.drawText(text, 8, (HEIGHT - gc.getFontMetrics().getHeight()) / 2, true);
    }
}
