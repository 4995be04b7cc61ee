package org.towercrier.ui.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Things with a place, as layers keep them: their positions on the projected world, an index, and how they are parted
 * into single ones and bubbles in the last viewport. What has no place is kept but never found.
 */
final class PointCloud {

    static final PointCloud NONE = new PointCloud(new String[0], new double[0], new double[0]);

    private final String[] ids;
    private final double[] x;
    private final double[] y;
    private final SpatialIndex index;
    private final Map<String, Integer> numbers;
    private Optional<Arrangement> arrangement = Optional.empty();

    /** Things at degrees of longitude and latitude, NaN where not known. */
    PointCloud(String[] ids, double[] longitude, double[] latitude) {
        int n = ids.length;
        this.ids = ids;
        x = new double[n];
        y = new double[n];
        numbers = HashMap.newHashMap(n);
        for (int i = 0; i < n; i++) {
            x[i] = Mercator.x(longitude[i]);
            y[i] = Mercator.y(latitude[i]);
            numbers.put(ids[i], i);
        }
        index = SpatialIndex.of(x, y);
    }

    double x(int thing) {
        return x[thing];
    }

    double y(int thing) {
        return y[thing];
    }

    double[] xs() {
        return x;
    }

    double[] ys() {
        return y;
    }

    SpatialIndex index() {
        return index;
    }

    /** The number of a thing that has a place. */
    Optional<Integer> placed(String id) {
        return Optional.ofNullable(numbers.get(id)).filter(thing -> !Double.isNaN(x[thing]));
    }

    /** Number of things without a place. */
    int unplaced() {
        return ids.length - index.size();
    }

    /** What is shown one by one and what in bubbles; {@code margin} is how far a thing reaches, in pixels. */
    Arrangement arrange(Viewport viewport, int margin) {
        if (arrangement.filter(last -> last.viewport().equals(viewport)).isEmpty()) {
            arrangement = Optional.of(Arrangement.of(index, viewport, margin));
        }
        return arrangement.get();
    }

    List<String> idsIn(MapBounds bounds) {
        List<String> found = new ArrayList<>();
        index.query(bounds, thing -> found.add(ids[thing]));
        return found;
    }

    MapBounds boundsOf(Set<String> wanted) {
        MapBounds bounds = MapBounds.NONE;
        for (String id : wanted) {
            Optional<Integer> thing = placed(id);
            if (thing.isPresent()) {
                bounds = bounds.join(boundsOf(thing.get()));
            }
        }
        return bounds;
    }

    private MapBounds boundsOf(int thing) {
        return MapBounds.at(x[thing], y[thing]);
    }

    /** A single thing under the pointer. */
    MapHit hit(MapLayer layer, int thing, IntFunction<List<String>> tips) {
        return new MapHit(layer, List.of(ids[thing]), tips.apply(thing), boundsOf(thing), false);
    }

    /** A bubble under the pointer. */
    MapHit hit(MapLayer layer, Bubble bubble, List<String> tip) {
        List<String> members = new ArrayList<>(bubble.members());
        double[] box = { 1, 1, 0, 0 };
        bubble.forEach(index, thing -> {
            members.add(ids[thing]);
            box[0] = Math.min(box[0], x[thing]);
            box[1] = Math.min(box[1], y[thing]);
            box[2] = Math.max(box[2], x[thing]);
            box[3] = Math.max(box[3], y[thing]);
        });
        return new MapHit(layer, members, tip, new MapBounds(box[0], box[1], box[2], box[3]), true);
    }
}
