package org.towercrier.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swtchart.IAxis;
import org.towercrier.ui.chart.ChartModel.Threshold;
import org.towercrier.ui.theme.Theme;

/** Paints thresholds, each with its label at the line; labels keep out of one another's way. */
final class ThresholdPainter {

    private static final int LEFT = 6;
    private static final int PAD = 3;
    private static final int GAP = 8;

    private final GC gc;
    private final Theme theme;
    private final IAxis y;
    private final Point plot;
    private final List<Rectangle> taken = new ArrayList<>();

    ThresholdPainter(GC gc, Theme theme, IAxis y, Point plot) {
        this.gc = gc;
        this.theme = theme;
        this.y = y;
        this.plot = plot;
    }

    void paint(Threshold line) {
        int at = y.getPixelCoordinate(line.value());
        if (at < 0 || at > plot.y) {
            return;
        }
        Color colour = line.severity().map(theme::edge).orElse(theme.mutedText());
        gc.setForeground(colour);
        gc.setLineStyle(SWT.LINE_DASH);
        gc.setLineWidth(1);
        gc.drawLine(0, at, plot.x, at);
        gc.setLineStyle(SWT.LINE_SOLID);
        Rectangle place = place(at, gc.textExtent(line.label()));
        gc.setBackground(theme.background());
        gc.setAlpha(200);
        gc.fillRectangle(place.x - PAD, place.y, place.width + 2 * PAD, place.height);
        gc.setAlpha(255);
        gc.setForeground(line.severity().isPresent() ? theme.text() : theme.mutedText());
        gc.drawText(line.label(), place.x, place.y, true);
    }

    /** Above the line; below it where the plot ends; further right where another label stands. */
    private Rectangle place(int at, Point extent) {
        int top = at - extent.y - 1;
        Rectangle place = new Rectangle(LEFT, top < 0 ? at + 1 : top, extent.x, extent.y);
        Optional<Rectangle> other = inTheWay(place);
        while (other.isPresent()) {
            place.x = other.get().x + other.get().width + GAP;
            other = inTheWay(place);
        }
        taken.add(place);
        return place;
    }

    private Optional<Rectangle> inTheWay(Rectangle place) {
        return taken.stream().filter(other -> other.intersects(place.x - GAP + 1, place.y, place.width + 2 * GAP - 2, place.height))
                .findFirst();
    }
}
