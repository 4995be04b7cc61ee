package org.towercrier.statistics.forecast;

import java.util.Arrays;

import org.towercrier.statistics.Quantiles;

/**
 * The median of the last four known values of the same step of the season. The variance of a median of k normal values is about π/2 σ² / k
 * (Kendall and Stuart, The Advanced Theory of Statistics 1, 10.10).
 */
final class SeasonalMedian implements Projector {

    private static final int SEASONS = 4;
    private static final double MEDIAN_VARIANCE = Math.PI / 2;

    @Override
    public Projection project(double[] history, int season, int horizon) {
        double[] medians = new double[season];
        int[] counts = new int[season];
        for (int step = 0; step < season; step++) {
            double[] latest = latest(history, season, step);
            counts[step] = latest.length;
            medians[step] = Quantiles.median(latest);
        }
        double sigma = Spreads.seasonal(Arrays.copyOfRange(history, Math.max(0, history.length - (SEASONS + 1) * season), history.length),
                season);
        double[] values = new double[horizon];
        double[] spread = new double[horizon];
        for (int h = 0; h < horizon; h++) {
            int step = (history.length + h) % season;
            values[h] = medians[step];
            spread[h] = sigma * Math.sqrt(1 + MEDIAN_VARIANCE / counts[step]);
        }
        return new Projection(values, spread, sigma);
    }

    private static double[] latest(double[] history, int season, int step) {
        double[] found = new double[SEASONS];
        int count = 0;
        int last = history.length - 1 - Math.floorMod(history.length - 1 - step, season);
        for (int i = last; i >= 0 && count < SEASONS; i -= season) {
            if (!Double.isNaN(history[i])) {
                found[count++] = history[i];
            }
        }
        return Arrays.copyOf(found, count);
    }
}
