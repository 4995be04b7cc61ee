package org.towercrier.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.towercrier.ui.chart.ChartModel.Axis;
import org.towercrier.ui.kit.Dates;
import org.towercrier.ui.chart.ChartModel.Series;
import org.towercrier.ui.theme.Theme;
import org.towercrier.ui.theme.Themed;

/** Title of a chart and what its colours mean. */
final class ChartHeader extends Canvas implements Themed {

    private static final int LEFT = 4;

    private final Font bold;
    private static final int ZONE_RIGHT = 12;

    private final Dates dates;
    private Theme theme = Theme.LIGHT;
    private Optional<ChartModel> model = Optional.empty();

    private record Key(Color colour, String name, boolean band) {
    }

    ChartHeader(Composite parent, Dates dates) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        this.dates = dates;
        bold = FontDescriptor.createFrom(getFont()).setStyle(SWT.BOLD).increaseHeight(1).createFont(getDisplay());
        addDisposeListener(event -> bold.dispose());
        addPaintListener(event -> paint(event.gc));
    }

    void show(Optional<ChartModel> newModel) {
        model = newModel;
        redraw();
    }

    @Override
    public void applyTheme(Theme newTheme) {
        theme = newTheme;
        setBackground(theme.background());
        redraw();
    }

    private List<Key> keys() {
        List<Key> keys = new ArrayList<>();
        model.ifPresent(shown -> {
            for (Series series : shown.series()) {
                keys.add(new Key(theme.series(series.colour()), series.name(), false));
            }
            shown.band().ifPresent(band -> keys.add(new Key(theme.strongLine(), band.label(), true)));
        });
        return keys.size() > 1 ? keys : List.of();
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(widthHint == SWT.DEFAULT ? 200 : widthHint, keys().isEmpty() ? 26 : 46);
    }

    private void paint(GC gc) {
        if (model.isEmpty()) {
            return;
        }
        Font normal = gc.getFont();
        gc.setFont(bold);
        gc.setForeground(theme.text());
        gc.drawText(model.get().title(), LEFT, 2, true);
        int titleEnd = LEFT + gc.textExtent(model.get().title()).x;
        gc.setFont(normal);
        paintZone(gc, titleEnd);
        gc.setAntialias(SWT.ON);
        int x = LEFT;
        int y = 24;
        for (Key key : keys()) {
            gc.setBackground(key.colour());
            if (key.band()) {
                gc.setAlpha(90);
                gc.fillRectangle(x, y + 4, 14, 9);
                gc.setAlpha(255);
            } else {
                gc.fillRoundRectangle(x, y + 7, 14, 3, 2, 2);
            }
            gc.setForeground(theme.mutedText());
            gc.drawText(key.name(), x + 19, y, true);
            x += 19 + gc.textExtent(key.name()).x + 16;
        }
    }

    /** The zone of the times, where the title leaves room. */
    private void paintZone(GC gc, int titleEnd) {
        String zone = dates.zone().getId();
        int at = getClientArea().width - gc.textExtent(zone).x - ZONE_RIGHT;
        if (model.filter(shown -> shown.x() instanceof Axis.Time).isPresent() && at > titleEnd + ZONE_RIGHT) {
            gc.setForeground(theme.mutedText());
            gc.drawText(zone, at, 4, true);
        }
    }
}
