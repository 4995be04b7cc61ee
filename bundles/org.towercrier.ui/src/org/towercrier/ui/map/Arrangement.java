package org.towercrier.ui.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.towercrier.ui.map.SpatialIndex.Squares;

/**
 * Which points of an index are drawn one by one in a viewport, and which are gathered into bubbles.
 *
 * <p>The world is parted into squares of 64 to 128 pixels that lie fast on the ground. A square with few points shows
 * them, a square with many shows a bubble. So the number of shapes in a frame is bounded by the size of the window
 * whatever the number of points, and nothing flickers when the map is moved.
 *
 * @param viewport what it was made for
 * @param bubbles what is gathered
 * @param singles numbers of the points shown one by one
 */
record Arrangement(Viewport viewport, List<Bubble> bubbles, int[] singles) {

    /** A square with more points than this stays a bubble however near one looks: they lie on one another. */
    private static final int MOST = 400;
    /** So many points can be drawn one by one in a frame. */
    private static final int BUDGET = 800;

    static Arrangement of(SpatialIndex index, Viewport viewport, int margin) {
        Squares squares = index.squares((int) Math.floor(viewport.zoom()) + 2);
        MapBounds near = viewport.bounds(margin + 64);
        int[] visible = IntStream.range(0, squares.count())
                .filter(s -> near.contains(squares.middleX()[s], squares.middleY()[s])).toArray();
        int limit = limit(viewport.zoom());
        int singleCount = singles(squares, visible, limit);
        while (singleCount > BUDGET && limit > 1) {
            limit /= 2;
            singleCount = singles(squares, visible, limit);
        }
        int[] singles = new int[singleCount];
        List<Bubble> bubbles = new ArrayList<>();
        int at = 0;
        for (int s : visible) {
            if (squares.members(s) > limit) {
                bubbles.add(Bubble.of(squares, s));
            } else {
                for (int i = squares.starts()[s]; i < squares.starts()[s + 1]; i++) {
                    singles[at++] = index.point(i);
                }
            }
        }
        return new Arrangement(viewport, merged(bubbles, viewport.scale()), singles);
    }

    private static int singles(Squares squares, int[] visible, int limit) {
        int count = 0;
        for (int s : visible) {
            int members = squares.members(s);
            count += members > limit ? 0 : members;
        }
        return count;
    }

    private static int limit(double zoom) {
        if (zoom < 12) {
            return 6;
        }
        if (zoom < 13) {
            return 12;
        }
        if (zoom < 14) {
            return 18;
        }
        if (zoom < 15) {
            return 40;
        }
        return zoom < 16 ? 120 : MOST;
    }

    /** Bubbles that would cover one another become one. */
    private static List<Bubble> merged(List<Bubble> bubbles, double scale) {
        bubbles.sort(Comparator.comparingInt(Bubble::members).reversed());
        List<Bubble> kept = new ArrayList<>(bubbles.size());
        for (Bubble bubble : bubbles) {
            int near = -1;
            for (int i = 0; i < kept.size() && near < 0; i++) {
                near = kept.get(i).covers(bubble, scale) ? i : -1;
            }
            if (near < 0) {
                kept.add(bubble);
            } else {
                kept.set(near, kept.get(near).with(bubble));
            }
        }
        return kept;
    }

    /** The bubble under a pixel. */
    Optional<Bubble> bubbleAt(double x, double y) {
        for (Bubble bubble : bubbles) {
            double dx = viewport.screenX(bubble.x()) - x;
            double dy = viewport.screenY(bubble.y()) - y;
            if (dx * dx + dy * dy <= bubble.radius() * bubble.radius()) {
                return Optional.of(bubble);
            }
        }
        return Optional.empty();
    }
}
