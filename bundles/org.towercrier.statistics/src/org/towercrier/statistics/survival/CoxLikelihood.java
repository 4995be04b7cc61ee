package org.towercrier.statistics.survival;

import java.util.Comparator;
import java.util.stream.IntStream;

/** The partial likelihood of a proportional-hazards model with Efron's treatment of ties (Efron 1977), its slope and its curvature. */
final class CoxLikelihood {

    /** What the likelihood says of one event time. */
    @FunctionalInterface
    interface Visitor {

        /**
         * Called from the last time to the first; the arrays are used again afterwards.
         *
         * @param deaths number of events at that time
         * @param residual sum over these events of covariate minus its expectation: Schoenfeld's residuals
         * @param information covariance of the covariates over those at risk, times the events
         */
        void event(double time, int deaths, double[] residual, double[][] information);
    }

    private final double[] times;
    private final boolean[] events;
    private final double[][] rows;
    private final int width;

    /** @param columns the covariates, all of the length of the durations; they should be centred and of similar size */
    CoxLikelihood(double[] durations, boolean[] event, double[][] columns) {
        int[] order = IntStream.range(0, durations.length).boxed().sorted(Comparator.comparingDouble((Integer i) -> -durations[i]))
                .mapToInt(Integer::intValue).toArray();
        width = columns.length;
        times = new double[order.length];
        events = new boolean[order.length];
        rows = new double[order.length][width];
        for (int i = 0; i < order.length; i++) {
            times[i] = durations[order[i]];
            events[i] = event[order[i]];
            for (int j = 0; j < width; j++) {
                rows[i][j] = columns[j][order[i]];
            }
        }
    }

    int width() {
        return width;
    }

    /** Sums over the subjects at risk, and over those of them that have the event now. */
    private static final class Sums {

        private double weight;
        private final double[] first;
        private final double[][] second;

        Sums(int width) {
            first = new double[width];
            second = new double[width][width];
        }

        void add(double risk, double[] row) {
            weight += risk;
            for (int j = 0; j < row.length; j++) {
                double part = risk * row[j];
                first[j] += part;
                for (int k = 0; k <= j; k++) {
                    second[j][k] += part * row[k];
                }
            }
        }

        void clear() {
            weight = 0;
            java.util.Arrays.fill(first, 0);
            for (double[] line : second) {
                java.util.Arrays.fill(line, 0);
            }
        }
    }

    /**
     * Evaluates at some coefficients.
     *
     * @param slope filled with the first derivatives
     * @param curvature filled with the negative second derivatives
     * @return the logarithm of the partial likelihood
     */
    double evaluate(double[] beta, double[] slope, double[][] curvature) {
        java.util.Arrays.fill(slope, 0);
        for (double[] line : curvature) {
            java.util.Arrays.fill(line, 0);
        }
        return visit(beta, (time, deaths, residual, information) -> {
            for (int j = 0; j < width; j++) {
                slope[j] += residual[j];
                for (int k = 0; k < width; k++) {
                    curvature[j][k] += information[j][k];
                }
            }
        });
    }

    /** Goes through the event times at some coefficients. @return the logarithm of the partial likelihood */
    double visit(double[] beta, Visitor visitor) {
        Sums atRisk = new Sums(width);
        Sums dying = new Sums(width);
        double[] residual = new double[width];
        double[][] information = new double[width][width];
        double likelihood = 0;
        for (int i = 0; i < times.length;) {
            double time = times[i];
            int deaths = 0;
            dying.clear();
            java.util.Arrays.fill(residual, 0);
            for (; i < times.length && times[i] == time; i++) {
                double linear = dot(beta, rows[i]);
                double risk = Math.exp(linear);
                atRisk.add(risk, rows[i]);
                if (events[i]) {
                    deaths++;
                    dying.add(risk, rows[i]);
                    likelihood += linear;
                    for (int j = 0; j < width; j++) {
                        residual[j] += rows[i][j];
                    }
                }
            }
            if (deaths > 0) {
                likelihood -= ties(atRisk, dying, deaths, residual, information);
                visitor.event(time, deaths, residual, information);
            }
        }
        return likelihood;
    }

    /** Efron's average over the orders in which tied events may have come. */
    private double ties(Sums atRisk, Sums dying, int deaths, double[] residual, double[][] information) {
        double[] mean = new double[width];
        double logs = 0;
        for (double[] line : information) {
            java.util.Arrays.fill(line, 0);
        }
        for (int l = 0; l < deaths; l++) {
            double gone = l / (double) deaths;
            double weight = atRisk.weight - gone * dying.weight;
            logs += Math.log(weight);
            for (int j = 0; j < width; j++) {
                mean[j] = (atRisk.first[j] - gone * dying.first[j]) / weight;
                residual[j] -= mean[j];
                for (int k = 0; k <= j; k++) {
                    information[j][k] += (atRisk.second[j][k] - gone * dying.second[j][k]) / weight - mean[j] * mean[k];
                }
            }
        }
        for (int j = 0; j < width; j++) {
            for (int k = 0; k < j; k++) {
                information[k][j] = information[j][k];
            }
        }
        return logs;
    }

    private static double dot(double[] beta, double[] row) {
        double sum = 0;
        for (int j = 0; j < beta.length; j++) {
            sum += beta[j] * row[j];
        }
        return sum;
    }
}
