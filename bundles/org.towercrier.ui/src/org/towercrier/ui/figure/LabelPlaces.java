package org.towercrier.ui.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds places for labels beside their points, inside of an area and without covering one another. */
final class LabelPlaces {

    private static final double[] DISTANCES = { 3, 12, 24, 38, 54, 72 };
    private static final int DIRECTIONS = 12;
    private static final int SAMPLES = 12;

    private final Box area;
    private final List<Box> taken = new ArrayList<>();
    private final List<Box> labels = new ArrayList<>();

    LabelPlaces(Box area) {
        this.area = area;
    }

    /** A rectangle. */
    record Box(double x, double y, double width, double height) {

        boolean meets(Box other) {
            return x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height;
        }

        boolean holds(Box other) {
            return other.x >= x && other.y >= y && other.x + other.width <= x + width && other.y + other.height <= y + height;
        }
    }

    /** Keeps labels out of a rectangle. */
    void take(Box box) {
        taken.add(box);
    }

    /** The nearest free place for a label beside a point, which is taken then; none when all is full. */
    Optional<Box> place(double px, double py, double wide, double high, double radius) {
        Optional<Box> clear = place(px, py, wide, high, radius, true);
        return clear.isPresent() ? clear : place(px, py, wide, high, radius, false);
    }

    private Optional<Box> place(double px, double py, double wide, double high, double radius, boolean uncrossed) {
        for (double distance : DISTANCES) {
            for (int i = 0; i < DIRECTIONS; i++) {
                // to the right first, then below and above in turn
                double angle = (i % 2 == 0 ? 1 : -1) * ((i + 1) / 2) * 2 * Math.PI / DIRECTIONS;
                double reach = radius + distance;
                double x = px + Math.cos(angle) * reach - wide * (1 - Math.cos(angle)) / 2;
                double y = py + Math.sin(angle) * reach - high * (1 - Math.sin(angle)) / 2;
                Box box = new Box(x, y, wide, high);
                if (area.holds(box) && taken.stream().noneMatch(box::meets) && (!uncrossed || isFreeBetween(px, py, box))) {
                    taken.add(box);
                    labels.add(box);
                    return Optional.of(box);
                }
            }
        }
        return Optional.empty();
    }

    /** Whether the line from the point to its label crosses no other label. */
    private boolean isFreeBetween(double px, double py, Box box) {
        double qx = Math.clamp(px, box.x, box.x + box.width);
        double qy = Math.clamp(py, box.y, box.y + box.height);
        for (int i = 1; i < SAMPLES; i++) {
            Box here = new Box(px + (qx - px) * i / SAMPLES, py + (qy - py) * i / SAMPLES, 0, 0);
            if (labels.stream().anyMatch(here::meets)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a label stands so far from its point that a line has to lead to it. */
    static boolean isFar(Box box, double px, double py, double radius) {
        double dx = px - Math.clamp(px, box.x, box.x + box.width);
        double dy = py - Math.clamp(py, box.y, box.y + box.height);
        return Math.hypot(dx, dy) > radius + DISTANCES[1];
    }
}
