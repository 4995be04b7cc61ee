package org.towercrier.statistics.forecast;

/**
 * Exponential smoothing with additive trend and season, in the component form of Hyndman and Athanasopoulos, Forecasting: Principles and
 * Practice, 3rd ed., 8.3; the weights that make the squares of the errors one step ahead least are found among given ones, one after the
 * other until none makes them less. A missing value is passed over: level and trend go on. The spread is that of the state space model
 * (same book, 8.7): σ² (1 + Σ (α + β φ_j + γ [j mod m = 0])²) for j = 1 to h − 1 with φ_j = φ + … + φ^j.
 */
final class HoltWinters implements Projector {

    private static final double[] ALPHAS = { 0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.7 };
    /** As shares of α: the trend never follows faster than the level. */
    private static final double[] BETAS = { 0, 0.02, 0.05, 0.1, 0.2, 0.4 };
    /** As shares of 1 − α. */
    private static final double[] GAMMAS = { 0, 0.05, 0.1, 0.2, 0.4 };
    private static final double[] DAMPINGS = { 0.85, 0.9, 0.95, 0.98 };
    private static final double[] UNDAMPED = { 1 };
    private static final int ROUNDS = 4;

    private final double[] dampings;

    HoltWinters(boolean damped) {
        this.dampings = damped ? DAMPINGS : UNDAMPED;
    }

    @Override
    public Projection project(double[] history, int season, int horizon) {
        State first = State.begin(history, season);
        int[] best = { 3, 2, 1, dampings.length / 2 };
        double[][] choices = { ALPHAS, BETAS, GAMMAS, dampings };
        double least = run(history, first.copy(), weights(best));
        for (int round = 0; round < ROUNDS; round++) {
            boolean better = false;
            for (int axis = 0; axis < choices.length; axis++) {
                for (int i = 0; i < choices[axis].length; i++) {
                    int[] tried = best.clone();
                    tried[axis] = i;
                    double squares = i == best[axis] ? least : run(history, first.copy(), weights(tried));
                    if (squares < least) {
                        least = squares;
                        best = tried;
                        better = true;
                    }
                }
            }
            if (!better) {
                break;
            }
        }
        Weights weights = weights(best);
        State last = first.copy();
        run(history, last, weights);
        int known = 0;
        for (double value : history) {
            known += Double.isNaN(value) ? 0 : 1;
        }
        // Level, trend and season are fitted as well; with two seasons that is nearly half of the values.
        int free = Math.max(known - season - 2, season);
        return continued(last, weights, Math.sqrt(least / free), history.length, horizon);
    }

    private Weights weights(int[] chosen) {
        double alpha = ALPHAS[chosen[0]];
        return new Weights(alpha, alpha * BETAS[chosen[1]], (1 - alpha) * GAMMAS[chosen[2]], dampings[chosen[3]]);
    }

    /** Goes through the history and leaves the state behind its last value; returns the sum of the squares of the errors. */
    private static double run(double[] history, State state, Weights weights) {
        double squares = 0;
        double[] steps = state.steps;
        int step = 0;
        for (double value : history) {
            double expected = state.level + weights.phi * state.trend;
            double error = value - expected - steps[step];
            state.trend *= weights.phi;
            state.level = expected;
            if (!Double.isNaN(error)) {
                squares += error * error;
                state.level += weights.alpha * error;
                state.trend += weights.beta * error;
                steps[step] += weights.gamma * error;
            }
            step = step + 1 == steps.length ? 0 : step + 1;
        }
        return squares;
    }

    private static Projection continued(State state, Weights weights, double sigma, int length, int horizon) {
        int season = state.steps.length;
        double[] values = new double[horizon];
        double[] spread = new double[horizon];
        double sum = 1;
        double damped = 0;
        double power = 1;
        for (int h = 1; h <= horizon; h++) {
            power *= weights.phi;
            damped += power;
            values[h - 1] = state.level + damped * state.trend + state.steps[(length + h - 1) % season];
            spread[h - 1] = sigma * Math.sqrt(sum);
            double carried = weights.alpha + weights.beta * damped + (h % season == 0 ? weights.gamma : 0);
            sum += carried * carried;
        }
        return new Projection(values, spread, sigma);
    }

    private record Weights(double alpha, double beta, double gamma, double phi) {
    }

    /** Level, trend and season; changed step by step. */
    private static final class State {

        private double level;
        private double trend;
        private final double[] steps;

        State(double level, double trend, double[] steps) {
            this.level = level;
            this.trend = trend;
            this.steps = steps;
        }

        State copy() {
            return new State(level, trend, steps.clone());
        }

        /**
         * Before the first value: the trend from the first season to the second, the level where that line begins, and the mean
         * distances from it.
         */
        static State begin(double[] history, int season) {
            double first = mean(history, 0, season);
            double second = mean(history, season, 2 * season);
            double trend = Double.isNaN(first) || Double.isNaN(second) ? 0 : (second - first) / season;
            double middle = Double.isNaN(first) ? second : first;
            if (Double.isNaN(middle)) {
                middle = mean(history, 0, history.length);
            }
            double level = middle - trend * (season + 1) / 2.0;
            double[] steps = new double[season];
            for (int step = 0; step < season; step++) {
                double sum = 0;
                int count = 0;
                for (int i = step; i < 2 * season; i += season) {
                    double distance = history[i] - level - trend * (i + 1);
                    if (!Double.isNaN(distance)) {
                        sum += distance;
                        count++;
                    }
                }
                steps[step] = count == 0 ? 0 : sum / count;
            }
            return new State(level, trend, steps);
        }

        private static double mean(double[] values, int begin, int end) {
            double sum = 0;
            int count = 0;
            for (int i = begin; i < end; i++) {
                if (!Double.isNaN(values[i])) {
                    sum += values[i];
                    count++;
                }
            }
            return count == 0 ? Double.NaN : sum / count;
        }
    }
}
