package org.towercrier.ui.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * A straight axis: values between two ends lie between two places.
 *
 * @param from value at {@code start}
 * @param to value at {@code end}, not equal to {@code from}
 * @param start place in pixels
 * @param end place in pixels
 */
public record Scale(double from, double to, double start, double end) {

    private static final double[] STEPS = { 1, 2, 2.5, 5, 10 };

    public Scale {
        if (!(Math.abs(to - from) > 0)) {
            throw new IllegalArgumentException("An axis from " + from + " to " + to);
        }
    }

    /** The place of a value. */
    public double at(double value) {
        return start + (value - from) / (to - from) * (end - start);
    }

    /** The value at a place. */
    public double value(double place) {
        return from + (place - start) / (end - start) * (to - from);
    }

    /** Round values in between, at most {@code most} and one more. */
    public List<Double> ticks(int most) {
        double step = step(most);
        double first = Math.ceil(from / step - 1e-9) * step;
        List<Double> ticks = new ArrayList<>();
        for (int i = 0; first + i * step <= to + step * 1e-9; i++) {
            double tick = first + i * step;
            ticks.add(Math.abs(tick) < step * 1e-9 ? 0 : tick);
        }
        return ticks;
    }

    /** Digits after the point that tell the ticks apart. */
    public int digits(int most) {
        double step = step(most);
        for (int digits = 0; digits < 9; digits++) {
            double scaled = step * Math.pow(10, digits);
            if (Math.abs(scaled - Math.rint(scaled)) < 1e-6 * scaled) {
                return digits;
            }
        }
        return 9;
    }

    private double step(int most) {
        double wanted = Math.abs(to - from) / Math.max(1, most);
        double power = Math.pow(10, Math.floor(Math.log10(wanted)));
        for (double step : STEPS) {
            if (step * power >= wanted * (1 - 1e-9)) {
                return step * power;
            }
        }
        return 10 * power;
    }
}
