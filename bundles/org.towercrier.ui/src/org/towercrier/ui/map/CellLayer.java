package org.towercrier.ui.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

import org.towercrier.ui.kit.UiMessages;
import org.towercrier.ui.theme.Severity;

/**
 * The sectors of a network: wedges by azimuth and beam width, carriers of one sector as rings, coloured by severity or
 * by a value; bubbles with counts where there are too many to tell apart.
 */
public final class CellLayer implements MapLayer {

    private final UiMessages messages;
    private MapCells cells = MapCells.NONE;
    private double[] x = new double[0];
    private double[] y = new double[0];
    private int[] rings = new int[0];
    private SpatialIndex index = SpatialIndex.of(x, y);
    private Map<String, Integer> numbers = Map.of();
    private CellColouring colouring = new CellColouring.Plain();
    private List<LegendEntry> legend = List.of();
    private IntFunction<List<String>> tips = cell -> List.of(cells.label()[cell]);
    private Runnable repaint = () -> {};
    private Arrangement arrangement;

    public CellLayer(UiMessages messages) {
        this.messages = messages;
    }

    /** Shows other cells, without colours until they are given. */
    public void setCells(MapCells newCells) {
        setCells(newCells, new CellColouring.Plain());
    }

    /** Shows other cells in colours. */
    public void setCells(MapCells newCells, CellColouring newColouring) {
        int n = newCells.size();
        double[] newX = new double[n];
        double[] newY = new double[n];
        for (int i = 0; i < n; i++) {
            newX[i] = Mercator.x(newCells.longitude()[i]);
            newY[i] = Mercator.y(newCells.latitude()[i]);
        }
        cells = newCells;
        x = newX;
        y = newY;
        rings = newCells.rings();
        numbers = newCells.numbers();
        index = SpatialIndex.of(x, y);
        setColouring(newColouring);
    }

    /**
     * Colours the cells anew.
     *
     * @throws IllegalArgumentException when there is not one value for each cell
     */
    public void setColouring(CellColouring newColouring) {
        int values = switch (newColouring) {
            case CellColouring.Plain plain -> cells.size();
            case CellColouring.BySeverity by -> by.severity().length;
            case CellColouring.ByValue by -> by.value().length;
        };
        if (values != cells.size()) {
            throw new IllegalArgumentException(values + " colours for " + cells.size() + " cells");
        }
        colouring = newColouring;
        legend = CellLegend.of(newColouring, messages);
        arrangement = null;
        repaint.run();
    }

    /** What a tool tip says about a cell; the first line is the title. */
    public void setTips(IntFunction<List<String>> newTips) {
        tips = newTips;
    }

    public MapCells cells() {
        return cells;
    }

    /** Number of cells without a known place, which the map cannot show. */
    public int unplaced() {
        return cells.size() - index.size();
    }

    @Override
    public void attach(Runnable newRepaint) {
        repaint = newRepaint;
    }

    @Override
    public void paint(PaintContext context) {
        Arrangement now = arrange(context.viewport());
        CellPainter painter = new CellPainter(context, cells, rings, colouring);
        painter.paintSectors(now.singles(), x, y);
        now.bubbles().forEach(bubble -> painter.paintBubble(bubble, index));
    }

    @Override
    public void paintSelection(PaintContext context, Set<String> ids) {
        if (ids.isEmpty()) {
            return;
        }
        CellPainter painter = new CellPainter(context, cells, rings, colouring);
        Arrangement now = arrange(context.viewport());
        for (String id : ids) {
            Integer cell = numbers.get(id);
            if (cell != null && !Double.isNaN(x[cell])) {
                painter.paintHighlight(cell, x[cell], y[cell], bubbleOf(now, cell));
            }
        }
    }

    /** The bubble that stands for a cell; absent when the cell is shown itself. */
    private Optional<Bubble> bubbleOf(Arrangement now, int cell) {
        int place = index.place(cell);
        return now.bubbles().stream().filter(bubble -> bubble.has(place)).findFirst();
    }

    private Arrangement arrange(Viewport viewport) {
        if (arrangement == null || !arrangement.viewport().equals(viewport)) {
            arrangement = Arrangement.of(index, viewport, 40);
        }
        return arrangement;
    }

    @Override
    public Optional<MapHit> hit(Viewport viewport, double px, double py) {
        Arrangement now = arrange(viewport);
        Optional<Bubble> bubble = now.bubbleAt(px, py);
        if (bubble.isPresent()) {
            return bubble.map(this::bubbleHit);
        }
        int best = -1;
        int bestRank = Integer.MIN_VALUE;
        for (int cell : now.singles()) {
            int rank = CellPainter.rank(colouring, cell);
            if (rank >= bestRank && CellPainter.contains(viewport, cells, rings, cell, x[cell], y[cell], px, py)) {
                best = cell;
                bestRank = rank;
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(new MapHit(this, List.of(cells.id()[best]), tips.apply(best),
                MapBounds.at(x[best], y[best]), false));
    }

    private MapHit bubbleHit(Bubble bubble) {
        List<String> ids = new ArrayList<>(bubble.members());
        int[] bySeverity = new int[Severity.values().length];
        double[] box = { 1, 1, 0, 0 };
        bubble.forEach(index, cell -> {
            ids.add(cells.id()[cell]);
            box[0] = Math.min(box[0], x[cell]);
            box[1] = Math.min(box[1], y[cell]);
            box[2] = Math.max(box[2], x[cell]);
            box[3] = Math.max(box[3], y[cell]);
            if (colouring instanceof CellColouring.BySeverity by && by.severity()[cell] >= 0) {
                bySeverity[by.severity()[cell]]++;
            }
        });
        MapBounds bounds = new MapBounds(box[0], box[1], box[2], box[3]);
        List<String> tip = new ArrayList<>();
        tip.add(messages.get("Map_CellCount", ids.size()));
        for (Severity severity : Severity.values()) {
            if (bySeverity[severity.ordinal()] > 0) {
                tip.add(severity.glyph() + " " + messages.get(severity.labelKey()) + "  "
                        + messages.number(bySeverity[severity.ordinal()]));
            }
        }
        tip.add(messages.get("Map_ClickToZoom"));
        return new MapHit(this, ids, tip, bounds, true);
    }

    @Override
    public List<String> idsIn(MapBounds bounds) {
        List<String> ids = new ArrayList<>();
        index.query(bounds, cell -> ids.add(cells.id()[cell]));
        return ids;
    }

    @Override
    public MapBounds boundsOf(Set<String> ids) {
        MapBounds bounds = MapBounds.NONE;
        for (String id : ids) {
            Integer cell = numbers.get(id);
            if (cell != null && !Double.isNaN(x[cell])) {
                bounds = bounds.join(MapBounds.at(x[cell], y[cell]));
            }
        }
        return bounds;
    }

    @Override
    public MapBounds bounds() {
        return index.bounds();
    }

    @Override
    public List<LegendEntry> legend() {
        return legend;
    }
}
