package org.towercrier.statistics.forecast;

import org.towercrier.statistics.Quantiles;

/**
 * A straight line by {@link SeasonalTrend} and, about it, the median of each step of the season. The spread is that of a regression line
 * at a new point, σ √(1 + 1/n + (t − t̄)² / Σ(t − t̄)²) (Draper and Smith, Applied Regression Analysis, 3rd ed., 3.1).
 */
final class RobustTrend implements Projector {

    @Override
    public Projection project(double[] history, int season, int horizon) {
        double found = SeasonalTrend.of(history, season).slope();
        double slope = Double.isNaN(found) ? 0 : found;
        double[] steps = steps(history, season, slope);
        double count = 0;
        double times = 0;
        for (int i = 0; i < history.length; i++) {
            if (!Double.isNaN(history[i])) {
                count++;
                times += i;
            }
        }
        double middle = times / count;
        double squares = 0;
        for (int i = 0; i < history.length; i++) {
            squares += Double.isNaN(history[i]) ? 0 : (i - middle) * (i - middle);
        }
        double sigma = Spreads.seasonal(history, season);
        double[] values = new double[horizon];
        double[] spread = new double[horizon];
        for (int h = 0; h < horizon; h++) {
            int time = history.length + h;
            values[h] = slope * time + steps[time % season];
            spread[h] = sigma * Math.sqrt(1 + 1 / count + (time - middle) * (time - middle) / squares);
        }
        return new Projection(values, spread, sigma);
    }

    /** The medians of what is left without the trend. */
    private static double[] steps(double[] history, int season, double slope) {
        double[] medians = new double[season];
        for (int step = 0; step < season; step++) {
            double[] same = new double[(history.length - step + season - 1) / season];
            for (int k = 0; k < same.length; k++) {
                int index = step + k * season;
                same[k] = history[index] - slope * index;
            }
            medians[step] = Quantiles.median(same);
        }
        return medians;
    }
}
