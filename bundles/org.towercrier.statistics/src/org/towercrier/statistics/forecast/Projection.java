package org.towercrier.statistics.forecast;

import java.util.Arrays;

/**
 * A series continued by one method.
 *
 * @param values the steps after the last one known
 * @param spread for each the standard deviation of its error as the method's own model has it
 * @param noise  standard deviation of a single value about the model: that part of the spread which a mean over several steps averages
 *               out
 */
public record Projection(double[] values, double[] spread, double noise) {

    public Projection {
        if (values.length != spread.length) {
            throw new IllegalArgumentException("Each value has a spread");
        }
    }

    static Projection unknown(int horizon) {
        double[] nothing = new double[horizon];
        Arrays.fill(nothing, Double.NaN);
        return new Projection(nothing, nothing, Double.NaN);
    }

    /** How many steps it is continued. */
    public int horizon() {
        return values.length;
    }

    /** Whether the method could say anything. */
    public boolean known() {
        return !Double.isNaN(values[0]);
    }

    /**
     * The level about a step: the mean of the season around it, which the season itself does not move.
     *
     * @param step   1 for the first step after the last one known
     * @param season steps in a season; no more than {@link #horizon()}
     */
    public double level(int step, int season) {
        int begin = windowBegin(step, season, values.length);
        double sum = 0;
        for (int i = begin; i < begin + season; i++) {
            sum += values[i];
        }
        return sum / season;
    }

    /** The standard deviation of {@link #level}: noise is averaged over a season, the error of the model is not. */
    public double levelSpread(int step, int season) {
        double whole = spread[Math.min(step, values.length) - 1];
        double own = noise * noise;
        return Math.sqrt(Math.max(whole * whole - own, 0) + own / season);
    }

    /** Where the season around a step begins within {@code length} steps, counted from 0. */
    static int windowBegin(int step, int season, int length) {
        return Math.clamp(step - 1L - season / 2, 0, Math.max(0, length - season));
    }
}
