package org.towercrier.ui.map;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.towercrier.ui.kit.UiMessages;
import org.towercrier.ui.theme.Contrast;

/** Points in one colour for each kind, drawn as small squares set on their corner; bubbles where they are many. */
public final class PointLayer extends PlacedLayer {

    private static final int SIZE = 5;
    private static final int REACH = 10;

    private final UiMessages messages;
    private final List<LegendEntry> legend;
    private MapPoints points = MapPoints.NONE;
    private IntFunction<List<String>> tips = point -> List.of(points.label()[point]);

    /** A layer whose legend has the given entries, one for each colour it uses. */
    public PointLayer(UiMessages messages, List<LegendEntry> legend) {
        this.messages = messages;
        this.legend = List.copyOf(legend);
    }

    /** Shows other points. */
    public void setPoints(MapPoints newPoints) {
        points = newPoints;
        place(newPoints.id(), newPoints.longitude(), newPoints.latitude());
        repaint();
    }

    /** What a tool tip says about a point; the first line is the title. */
    public void setTips(IntFunction<List<String>> newTips) {
        tips = newTips;
    }

    private Arrangement arrange(Viewport viewport) {
        return cloud().arrange(viewport, REACH);
    }

    @Override
    public void paint(PaintContext context) {
        Arrangement now = arrange(context.viewport());
        GC gc = context.gc();
        gc.setLineWidth(1);
        gc.setForeground(context.theme().background());
        for (int point : now.singles()) {
            gc.setBackground(context.theme().series(points.series()[point]));
            int[] diamond = diamond(context.viewport(), point, SIZE);
            gc.fillPolygon(diamond);
            gc.drawPolygon(diamond);
        }
        now.bubbles().forEach(bubble -> paintBubble(context, bubble));
    }

    private int[] diamond(Viewport viewport, int point, int size) {
        int cx = (int) Math.round(viewport.screenX(cloud().x(point)));
        int cy = (int) Math.round(viewport.screenY(cloud().y(point)));
        return new int[]{ cx, cy - size, cx + size, cy, cx, cy + size, cx - size, cy };
    }

    private void paintBubble(PaintContext context, Bubble bubble) {
        GC gc = context.gc();
        int first = cloud().index().point(bubble.runs()[0]);
        Color colour = context.theme().series(points.series()[first]);
        String text = messages.numbers().compact(bubble.members());
        Point extent = gc.textExtent(text);
        int cx = (int) Math.round(context.viewport().screenX(bubble.x()));
        int cy = (int) Math.round(context.viewport().screenY(bubble.y()));
        int width = extent.x + 12;
        gc.setAlpha(235);
        gc.setBackground(colour);
        gc.fillRoundRectangle(cx - width / 2, cy - extent.y / 2 - 2, width, extent.y + 4, 8, 8);
        gc.setAlpha(255);
        gc.setForeground(Contrast.ink(colour));
        gc.drawText(text, cx - extent.x / 2, cy - extent.y / 2, true);
    }

    @Override
    public void paintSelection(PaintContext context, Set<String> ids) {
        for (String id : ids) {
            cloud().placed(id).ifPresent(point -> {
                context.gc().setLineWidth(2);
                context.gc().setForeground(context.theme().accent());
                context.gc().drawPolygon(diamond(context.viewport(), point, SIZE + 4));
                context.gc().setLineWidth(1);
            });
        }
    }

    @Override
    public Optional<MapHit> hit(Viewport viewport, double px, double py) {
        Arrangement now = arrange(viewport);
        Optional<Bubble> bubble = now.bubbleAt(px, py);
        if (bubble.isPresent()) {
            return bubble.map(this::bubbleHit);
        }
        for (int point : now.singles()) {
            double distance = Math.abs(viewport.screenX(cloud().x(point)) - px) + Math.abs(viewport.screenY(cloud().y(point)) - py);
            if (distance <= SIZE + 2) {
                return Optional.of(cloud().hit(this, point, tips));
            }
        }
        return Optional.empty();
    }

    private MapHit bubbleHit(Bubble bubble) {
        return cloud().hit(this, bubble,
                List.of(messages.get("Map_PointCount", bubble.members()), messages.get("Map_ClickToZoom")));
    }

    @Override
    public List<LegendEntry> legend() {
        return legend;
    }
}
