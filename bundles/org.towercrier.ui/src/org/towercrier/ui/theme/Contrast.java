package org.towercrier.ui.theme;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;

/**
 * Contrast of two colours as WCAG 2.1 defines it: relative luminance and contrast ratio (success criteria 1.4.3 for
 * text, 1.4.11 for graphics).
 */
public final class Contrast {

    /** Least ratio of text to its background, level AA. */
    public static final double TEXT = 4.5;
    /** Least ratio of a graphic to what it lies on, level AA. */
    public static final double GRAPHIC = 3.0;

    private static final RGB WHITE = new RGB(255, 255, 255);
    private static final RGB BLACK = new RGB(0, 0, 0);

    private Contrast() {
    }

    /** Relative luminance, 0 for black to 1 for white. */
    public static double luminance(RGB colour) {
        return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    /** Contrast ratio, 1 (same luminance) to 21 (black on white); the order does not matter. */
    public static double ratio(RGB one, RGB other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /** Contrast ratio of two colours. */
    public static double ratio(Color one, Color other) {
        return ratio(one.getRGB(), other.getRGB());
    }

    /** Black or white, whichever reads better on {@code background}; one of them always has more than 4.5:1. */
    public static Color ink(Color background) {
        return new Color(ratio(WHITE, background.getRGB()) >= ratio(BLACK, background.getRGB()) ? WHITE : BLACK);
    }

    /**
     * The colour nearest to {@code colour} that has at least {@code least} contrast to {@code background}: itself, or
     * itself moved towards black on light grounds and towards white on dark ones.
     */
    public static Color atLeast(Color colour, Color background, double least) {
        RGB end = luminance(background.getRGB()) > 0.4 ? BLACK : WHITE;
        RGB result = colour.getRGB();
        for (int step = 1; step <= 20 && ratio(result, background.getRGB()) < least; step++) {
            result = mix(colour.getRGB(), end, step / 20.0);
        }
        return new Color(result);
    }

    /** A mix of two colours; {@code share} is the part of the second, 0 to 1. */
    public static RGB mix(RGB first, RGB second, double share) {
        return new RGB(mix(first.red, second.red, share), mix(first.green, second.green, share),
                mix(first.blue, second.blue, share));
    }

    /** A mix of two colours; {@code share} is the part of the second, 0 to 1. */
    public static Color mix(Color first, Color second, double share) {
        return new Color(mix(first.getRGB(), second.getRGB(), share));
    }

    private static int mix(int first, int second, double share) {
        return (int) Math.round(first + (second - first) * share);
    }
}
