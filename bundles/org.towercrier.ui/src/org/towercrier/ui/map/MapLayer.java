package org.towercrier.ui.map;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A layer of the map. Layers are painted in the order they were added and hit in the opposite one. All calls come on
 * the thread of the window; painting must be quick (a frame has 50 ms for all layers together).
 */
public interface MapLayer {

    /** Draws the layer. */
    void paint(PaintContext context);

    /** Marks those of the given things that belong to this layer; drawn above all layers. */
    default void paintSelection(PaintContext context, Set<String> ids) {
    }

    /** What lies under a pixel. */
    default Optional<MapHit> hit(Viewport viewport, double x, double y) {
        return Optional.empty();
    }

    /** Ids of the selectable things in a part of the world. */
    default List<String> idsIn(MapBounds bounds) {
        return List.of();
    }

    /** The world that the given things cover; {@link MapBounds#NONE} when none belongs to this layer. */
    default MapBounds boundsOf(Set<String> ids) {
        return MapBounds.NONE;
    }

    /** The world that the layer covers. */
    default MapBounds bounds() {
        return MapBounds.NONE;
    }

    /** What the colours mean; empty for layers that explain themselves. */
    default List<LegendEntry> legend() {
        return List.of();
    }

    /** Tells the layer how to have itself drawn again after its content has changed. */
    default void attach(Runnable repaint) {
    }
}
