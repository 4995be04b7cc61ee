package org.towercrier.ui.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

import org.towercrier.ui.kit.UiMessages;
import org.towercrier.ui.theme.Severity;

/**
 * The sectors of a network: wedges by azimuth and beam width, carriers of one sector as rings, coloured by severity or
 * by a value; bubbles with counts where there are too many to tell apart.
 */
public final class CellLayer extends PlacedLayer {

    /** How far a sector is drawn around its place at most, pixels. */
    private static final int REACH = 40;

    private final UiMessages messages;
    private MapCells cells = MapCells.NONE;
    private int[] rings = new int[0];
    private CellColouring colouring = new CellColouring.Plain();
    private List<LegendEntry> legend = List.of();
    private IntFunction<List<String>> tips = cell -> List.of(cells.label()[cell]);

    public CellLayer(UiMessages messages) {
        this.messages = messages;
    }

    /** Shows other cells, without colours until they are given. */
    public void setCells(MapCells newCells) {
        setCells(newCells, new CellColouring.Plain());
    }

    /** Shows other cells in colours. */
    public void setCells(MapCells newCells, CellColouring newColouring) {
        cells = newCells;
        place(newCells.id(), newCells.longitude(), newCells.latitude());
        rings = newCells.rings();
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
        repaint();
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
        return cloud().unplaced();
    }

    @Override
    public void paint(PaintContext context) {
        Arrangement now = arrange(context.viewport());
        CellPainter painter = new CellPainter(context, cells, rings, colouring);
        painter.paintSectors(now.singles(), cloud().xs(), cloud().ys());
        now.bubbles().forEach(bubble -> painter.paintBubble(bubble, cloud().index()));
    }

    @Override
    public void paintSelection(PaintContext context, Set<String> ids) {
        if (ids.isEmpty()) {
            return;
        }
        CellPainter painter = new CellPainter(context, cells, rings, colouring);
        Arrangement now = arrange(context.viewport());
        for (String id : ids) {
            cloud().placed(id)
                    .ifPresent(cell -> painter.paintHighlight(cell, cloud().x(cell), cloud().y(cell), bubbleOf(now, cell)));
        }
    }

    /** The bubble that stands for a cell; absent when the cell is shown itself. */
    private Optional<Bubble> bubbleOf(Arrangement now, int cell) {
        int place = cloud().index().place(cell);
        return now.bubbles().stream().filter(bubble -> bubble.has(place)).findFirst();
    }

    private Arrangement arrange(Viewport viewport) {
        return cloud().arrange(viewport, REACH);
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
            if (rank >= bestRank && CellPainter.contains(viewport, cells, rings, cell, cloud().x(cell), cloud().y(cell), px, py)) {
                best = cell;
                bestRank = rank;
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(cloud().hit(this, best, tips));
    }

    private MapHit bubbleHit(Bubble bubble) {
        int[] bySeverity = new int[Severity.values().length];
        if (colouring instanceof CellColouring.BySeverity by) {
            bubble.forEach(cloud().index(), cell -> {
                if (by.severity()[cell] >= 0) {
                    bySeverity[by.severity()[cell]]++;
                }
            });
        }
        List<String> tip = new ArrayList<>();
        tip.add(messages.get("Map_CellCount", bubble.members()));
        for (Severity severity : Severity.values()) {
            if (bySeverity[severity.ordinal()] > 0) {
                tip.add(severity.glyph() + " " + messages.get(severity.labelKey()) + "  "
                        + messages.number(bySeverity[severity.ordinal()]));
            }
        }
        tip.add(messages.get("Map_ClickToZoom"));
        return cloud().hit(this, bubble, tip);
    }

    @Override
    public List<LegendEntry> legend() {
        return legend;
    }
}
