package org.towercrier.statistics.classify;

import java.util.Arrays;

/**
 * How what was flagged compares with what should have been (van Rijsbergen, Information Retrieval, 2nd ed., 1979, chapter 7).
 *
 * @param truePositives  rightly flagged
 * @param falsePositives wrongly flagged
 * @param falseNegatives wrongly not flagged
 * @param trueNegatives  rightly not flagged
 */
public record Confusion(long truePositives, long falsePositives, long falseNegatives, long trueNegatives) {

    /** Compares what was flagged with the truth. */
    public static Confusion of(boolean[] flagged, boolean[] truth) {
        if (flagged.length != truth.length) {
            throw new IllegalArgumentException("As many flags as truths are needed");
        }
        long[] counts = new long[4];
        for (int i = 0; i < truth.length; i++) {
            counts[(truth[i] ? 0 : 1) + (flagged[i] ? 0 : 2)]++;
        }
        return new Confusion(counts[0], counts[1], counts[2], counts[3]);
    }

    /**
     * The limit from which on a score is best flagged: the one with the greatest F1.
     *
     * @return positive infinity when there is nothing to flag
     */
    public static double bestLimit(double[] scores, boolean[] truth) {
        Integer[] order = new Integer[scores.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (one, other) -> Double.compare(scores[other], scores[one]));
        long positives = 0;
        for (boolean each : truth) {
            positives += each ? 1 : 0;
        }
        double limit = Double.POSITIVE_INFINITY;
        double best = 0;
        long hits = 0;
        for (int i = 0; i < order.length; i++) {
            hits += truth[order[i]] ? 1 : 0;
            boolean tied = i + 1 < order.length && scores[order[i + 1]] == scores[order[i]];
            double f1 = 2.0 * hits / (i + 1 + positives);
            if (!tied && f1 > best) {
                best = f1;
                limit = scores[order[i]];
            }
        }
        return limit;
    }

    /** Share of what was flagged that should have been; NaN when nothing was. */
    public double precision() {
        return (double) truePositives / (truePositives + falsePositives);
    }

    /** Share of what should have been flagged that was; NaN when nothing should. */
    public double recall() {
        return (double) truePositives / (truePositives + falseNegatives);
    }

    /** Harmonic mean of precision and recall; 0 when nothing was rightly flagged. */
    public double f1() {
        return truePositives == 0 ? 0 : 2.0 * truePositives / (2 * truePositives + falsePositives + falseNegatives);
    }
}
