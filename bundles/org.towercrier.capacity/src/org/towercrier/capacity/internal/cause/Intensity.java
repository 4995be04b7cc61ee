package org.towercrier.capacity.internal.cause;

import java.util.Arrays;

/**
 * The rate of the events of one type as a constant plus what is excited by earlier events (a Hawkes process with an exponential
 * kernel on the topology), fitted by expectation maximisation: A. G. Hawkes, Biometrika 58 (1971); E. Lewis and G. Mohler (2011).
 */
final class Intensity {

    private static final double START = 0.5;

    private final Excitation excitation;
    private final int[] events;
    private final double base;

    /**
     * @param events numbers of the events of the type
     * @param base   exposure of the constant: number of places times seconds
     */
    Intensity(Excitation excitation, int[] events, double base) {
        this.excitation = excitation;
        this.events = events;
        this.base = base;
    }

    /**
     * A fit.
     *
     * @param logLikelihood of the events
     * @param explained     for each column, how many of the events it explains
     */
    record Fit(double logLikelihood, double[] explained) {
    }

    /** Fits with the given columns of the excitation, all others being none. */
    Fit fit(int[] columns, int rounds) {
        int size = columns.length;
        double exposed = Arrays.stream(columns).mapToDouble(excitation::exposure).sum();
        double constant = START * events.length / base;
        double[] weights = new double[size];
        Arrays.fill(weights, exposed > 0 ? START * events.length / exposed : 0);
        double[] explained = new double[size];
        double logLikelihood = 0;
        for (int round = 0; round <= rounds; round++) {
            Arrays.fill(explained, 0);
            double unexplained = 0;
            logLikelihood = 0;
            for (int event : events) {
                double rate = constant;
                for (int i = 0; i < size; i++) {
                    rate += weights[i] * excitation.value(event, columns[i]);
                }
                logLikelihood += Math.log(rate);
                unexplained += constant / rate;
                for (int i = 0; i < size; i++) {
                    explained[i] += weights[i] * excitation.value(event, columns[i]) / rate;
                }
            }
            logLikelihood -= constant * base;
            for (int i = 0; i < size; i++) {
                logLikelihood -= weights[i] * excitation.exposure(columns[i]);
            }
            if (round < rounds) {
                constant = unexplained / base;
                for (int i = 0; i < size; i++) {
                    weights[i] = excitation.exposure(columns[i]) > 0 ? explained[i] / excitation.exposure(columns[i]) : 0;
                }
            }
        }
        return new Fit(logLikelihood, explained);
    }
}
