package org.towercrier.ui.figure;

import java.util.List;
import java.util.Optional;

/**
 * A place of a figure that says more when the mouse is over it.
 *
 * @param outline corners of the place, x and y in turn
 * @param tip exact values; the first line is the heading
 * @param target what is opened by a click or Enter; absent when there is nothing behind it
 */
public record Spot(double[] outline, List<String> tip, Optional<Object> target) {

    public Spot {
        tip = List.copyOf(tip);
    }

    /** A rectangular place. */
    public static Spot of(double x, double y, double width, double height, List<String> tip, Optional<Object> target) {
        return new Spot(new double[]{ x, y, x + width, y, x + width, y + height, x, y + height }, tip, target);
    }

    /** Whether a point lies in it, by the number of edges that a ray to the right crosses. */
    public boolean contains(double x, double y) {
        boolean inside = false;
        int corners = outline.length / 2;
        for (int i = 0, j = corners - 1; i < corners; j = i++) {
            double xi = outline[2 * i];
            double yi = outline[2 * i + 1];
            double xj = outline[2 * j];
            double yj = outline[2 * j + 1];
            if (yi > y != yj > y && x < (xj - xi) * (y - yi) / (yj - yi) + xi) {
                inside = !inside;
            }
        }
        return inside;
    }

    /** Where a tip for the keyboard points: the middle of its corners. */
    double[] middle() {
        double x = 0;
        double y = 0;
        for (int i = 0; i < outline.length; i += 2) {
            x += outline[i];
            y += outline[i + 1];
        }
        int corners = outline.length / 2;
        return new double[]{ x / corners, y / corners };
    }
}
