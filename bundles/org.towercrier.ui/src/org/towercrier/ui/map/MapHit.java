package org.towercrier.ui.map;

import java.util.List;

/**
 * What lies under a pixel of the map.
 *
 * @param layer the layer it belongs to
 * @param ids ids of the things there; several for a bubble that stands for many
 * @param tip lines of the tool tip, the first is its title
 * @param bounds the world it covers
 * @param cluster whether it is a bubble: a click brings its members into view rather than selecting them
 */
public record MapHit(MapLayer layer, List<String> ids, List<String> tip, MapBounds bounds, boolean cluster) {

    public MapHit {
        ids = List.copyOf(ids);
        tip = List.copyOf(tip);
    }
}
