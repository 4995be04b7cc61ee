package org.towercrier.ui.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.swt.graphics.Color;
import org.towercrier.ui.kit.NumberFormats;
import org.towercrier.ui.theme.Theme;

/** What a figure is drawn on. Places are in pixels from the upper left corner. */
public abstract class Sheet {

    private static final String ELLIPSIS = "…";

    private final Theme theme;
    private final NumberFormats numbers;
    private final double width;
    private final double height;
    private final Optional<Zoom> zoom;
    private final List<Spot> spots = new ArrayList<>();
    private Optional<Scale> axis = Optional.empty();

    /** Where a text stands to its place. */
    public enum Align {
        LEFT, MIDDLE, RIGHT
    }

    /** Kinds of letters. */
    public enum Face {
        NORMAL, SMALL, BOLD
    }

    /** The part of the horizontal axis that is looked at. */
    public record Zoom(double from, double to) {
    }

    protected Sheet(Theme theme, NumberFormats numbers, double width, double height, Optional<Zoom> zoom) {
        this.theme = Objects.requireNonNull(theme, "theme");
        this.numbers = Objects.requireNonNull(numbers, "numbers");
        this.width = width;
        this.height = height;
        this.zoom = zoom;
    }

    public final Theme theme() {
        return theme;
    }

    public final NumberFormats numbers() {
        return numbers;
    }

    public final double width() {
        return width;
    }

    public final double height() {
        return height;
    }

    /** The part of the horizontal axis to draw; absent for all of it. */
    public final Optional<Zoom> zoom() {
        return zoom;
    }

    /** Width of a text in pixels. */
    public abstract double textWidth(String text, Face face);

    /** Height of a line of text in pixels. */
    public abstract double lineHeight(Face face);

    /** Writes a text; {@code top} is the upper edge of its line. */
    public abstract void text(String text, double x, double top, Align align, Face face, Color colour);

    /** Draws straight lines from point to point; x and y in turn. */
    public abstract void lines(double[] points, Color colour, double thickness, boolean dashed);

    /** Fills a polygon; x and y of its corners in turn. */
    public abstract void area(double[] corners, Color colour, double opacity);

    /** Fills a band that swings from an upright edge on the left to one on the right. */
    public abstract void ribbon(Ribbon ribbon, Color colour, double opacity);

    /** Draws a disc with an edge. */
    public abstract void disc(double x, double y, double radius, Color fill, Color edge);

    /** Draws nothing outside of a rectangle until {@link #unclip}. */
    public abstract void clip(double x, double y, double wide, double high);

    /** Draws everywhere again. */
    public abstract void unclip();

    /** A band: its left edge from {@code top} to {@code bottom} at x, its right edge likewise. */
    public record Ribbon(double left, double leftTop, double leftBottom, double right, double rightTop, double rightBottom) {

        /** The outline in straight pieces, for finding it with the mouse. */
        double[] outline() {
            int steps = 16;
            double[] corners = new double[(steps + 1) * 4];
            for (int i = 0; i <= steps; i++) {
                double t = (double) i / steps;
                double swing = t * t * (3 - 2 * t);
                double x = left + (right - left) * t;
                corners[2 * i] = x;
                corners[2 * i + 1] = leftTop + (rightTop - leftTop) * swing;
                int back = corners.length - 2 - 2 * i;
                corners[back] = x;
                corners[back + 1] = leftBottom + (rightBottom - leftBottom) * swing;
            }
            return corners;
        }
    }

    /** Draws one straight line. */
    public final void line(double x1, double y1, double x2, double y2, Color colour, double thickness, boolean dashed) {
        lines(new double[]{ x1, y1, x2, y2 }, colour, thickness, dashed);
    }

    /** Fills a rectangle. */
    public final void rectangle(double x, double y, double wide, double high, Color colour, double opacity) {
        area(new double[]{ x, y, x + wide, y, x + wide, y + high, x, y + high }, colour, opacity);
    }

    /** Draws the border of a rectangle. */
    public final void frame(double x, double y, double wide, double high, Color colour, double thickness) {
        lines(new double[]{ x, y, x + wide, y, x + wide, y + high, x, y + high, x, y }, colour, thickness, false);
    }

    /** The colour of a series; the neutral colour for a negative number. */
    public final Color series(int number) {
        return number < 0 ? theme.strongLine() : theme.series(number);
    }

    /** A text that fits into a width, cut with an ellipsis where it does not. */
    public final String fit(String text, double wide, Face face) {
        if (textWidth(text, face) <= wide) {
            return text;
        }
        int length = text.length();
        while (length > 1 && textWidth(text.substring(0, length) + ELLIPSIS, face) > wide) {
            length--;
        }
        return text.substring(0, length).stripTrailing() + ELLIPSIS;
    }

    /** Remembers a place that says more when the mouse is over it; later ones lie above earlier ones. */
    public final void spot(Spot spot) {
        spots.add(spot);
    }

    /** Says that dragging along this horizontal axis looks closer. */
    public final void zoomable(Scale horizontal) {
        axis = Optional.of(horizontal);
    }

    /** The places that say more. */
    public final List<Spot> spots() {
        return List.copyOf(spots);
    }

    /** The horizontal axis along which one can look closer. */
    public final Optional<Scale> axis() {
        return axis;
    }
}
