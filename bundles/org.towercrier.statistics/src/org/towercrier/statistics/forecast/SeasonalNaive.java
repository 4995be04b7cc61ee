package org.towercrier.statistics.forecast;

/**
 * The last known value of the same step of the season. The variance of the error grows with the number of whole seasons ahead: σ² (k + 1),
 * k = ⌊(h − 1) / m⌋ (Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., 5.5).
 */
final class SeasonalNaive implements Projector {

    @Override
    public Projection project(double[] history, int season, int horizon) {
        double sigma = Math.sqrt(meanSquare(history, season));
        double[] values = new double[horizon];
        double[] spread = new double[horizon];
        for (int h = 1; h <= horizon; h++) {
            int seasons = (h - 1) / season + 1;
            int index = history.length - 1 + h - seasons * season;
            while (Double.isNaN(history[index])) {
                index -= season;
                seasons++;
            }
            values[h - 1] = history[index];
            spread[h - 1] = sigma * Math.sqrt(seasons);
        }
        // A seasonal random walk has no noise about its level: all of its error stays.
        return new Projection(values, spread, 0);
    }

    /** Mean square of the differences between a value and that of the season before. */
    private static double meanSquare(double[] history, int season) {
        double sum = 0;
        int count = 0;
        for (int i = season; i < history.length; i++) {
            double difference = history[i] - history[i - season];
            if (!Double.isNaN(difference)) {
                sum += difference * difference;
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }
}
