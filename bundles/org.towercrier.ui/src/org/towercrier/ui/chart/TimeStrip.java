package org.towercrier.ui.chart;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.towercrier.ui.kit.Dates;
import org.towercrier.ui.theme.Theme;
import org.towercrier.ui.theme.Themed;

/** Labels of a time axis: SWTChart marks decimal steps in the zone of the process, people read hours of their own. */
final class TimeStrip extends Canvas implements Themed {

    static final int PIXELS_PER_TICK = 78;
    private static final int HEIGHT = 24;
    private static final int GAP = 6;

    private final Chart chart;
    private final Dates dates;
    private Theme theme = Theme.LIGHT;

    TimeStrip(Composite parent, Chart chart, Dates dates) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        this.chart = chart;
        this.dates = dates;
        addPaintListener(event -> paint(event.gc));
    }

    @Override
    public void applyTheme(Theme newTheme) {
        theme = newTheme;
        setBackground(theme.background());
        redraw();
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(widthHint == SWT.DEFAULT ? 200 : widthHint, HEIGHT);
    }

    static List<TimeTicks.Tick> ticks(IAxis axis, int width, Dates dates) {
        return TimeTicks.between(axis.getRange().lower, axis.getRange().upper, dates.zone(), width / PIXELS_PER_TICK);
    }

    private void paint(GC gc) {
        Control plot = chart.getPlotArea().getControl();
        int left = toControl(plot.toDisplay(0, 0)).x;
        int width = plot.getSize().x;
        IAxis axis = chart.getAxisSet().getXAxis(0);
        gc.setForeground(theme.strongLine());
        gc.drawLine(left, 0, left + width, 0);
        int free = Integer.MIN_VALUE;
        for (TimeTicks.Tick tick : ticks(axis, width, dates)) {
            int x = left + axis.getPixelCoordinate(tick.seconds());
            gc.setForeground(theme.strongLine());
            gc.drawLine(x, 0, x, 4);
            Point extent = gc.textExtent(tick.label());
            int at = Math.clamp(x - extent.x / 2, 0, Math.max(0, getSize().x - extent.x));
            if (at > free) {
                gc.setForeground(tick.day() ? theme.text() : theme.mutedText());
                gc.drawText(tick.label(), at, GAP, true);
                free = at + extent.x + GAP;
            }
        }
    }
}
