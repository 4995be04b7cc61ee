package org.towercrier.statistics.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What would have come of forecasts made earlier: each method continues the series from several origins, knowing nothing of what follows,
 * and is compared with it (rolling origin: Tashman, Out-of-sample tests of forecasting accuracy, International Journal of Forecasting 16,
 * 2000).
 */
public final class BackTest {

    private final int horizon;
    private final List<Integer> origins;
    private final Map<ForecastMethod, Tally> tallies = new EnumMap<>(ForecastMethod.class);

    /**
     * How to test.
     *
     * @param season  steps in a season
     * @param horizon how far ahead, at most
     * @param origins how many origins, at most
     */
    public record Plan(int season, int horizon, int origins) {

        private static final int MOST_ORIGINS = 12;
        private static final int LONGEST_SEASONS = 4;

        public Plan {
            if (season < 2 || horizon < 1 || origins < 1) {
                throw new IllegalArgumentException("A season has two steps at least, a horizon and the origins one");
            }
        }

        /** A third of the history ahead, from one season to four, from a dozen origins. */
        public static Plan of(int history, int season) {
            return new Plan(season, Math.clamp(history / 3L, season, LONGEST_SEASONS * season), MOST_ORIGINS);
        }
    }

    private BackTest(int horizon, List<Integer> origins) {
        this.horizon = horizon;
        this.origins = List.copyOf(origins);
    }

    /**
     * Tests all methods. The origins lie in the second half of the history, two seasons from its begin at least, and evenly up to its
     * last value.
     *
     * @param history one value a step, NaN where there is none
     * @return without any forecast when the history has no more than two seasons
     */
    public static BackTest of(double[] history, Plan plan) {
        int first = Math.max(2 * plan.season(), history.length / 2);
        int last = history.length - 1;
        List<Integer> origins = new ArrayList<>();
        int count = Math.min(plan.origins(), last - first + 1);
        for (int i = 0; i < count; i++) {
            origins.add(count == 1 ? first : first + (int) Math.round((double) i * (last - first) / (count - 1)));
        }
        return from(history, plan.season(), plan.horizon(), origins);
    }

    /**
     * Tests all methods from given origins.
     *
     * @param history one value a step, NaN where there is none
     * @param season  steps in a season
     * @param horizon how far ahead, at most
     * @param origins for each how many values are known, fewer than there are
     */
    public static BackTest from(double[] history, int season, int horizon, List<Integer> origins) {
        BackTest test = new BackTest(horizon, origins);
        for (ForecastMethod method : ForecastMethod.values()) {
            Tally tally = new Tally(season);
            for (int origin : origins) {
                double[] known = Arrays.copyOf(history, origin);
                tally.add(known, history, method.project(known, season, Math.min(horizon, history.length - origin)));
            }
            test.tallies.put(method, tally);
        }
        return test;
    }

    /** How far ahead it looked. */
    public int horizon() {
        return horizon;
    }

    /** How many values were known at each origin. */
    public List<Integer> origins() {
        return origins;
    }

    /** The errors in the order of the methods. */
    public List<MethodError> errors() {
        return tallies.entrySet().stream().map(entry -> entry.getValue().error(entry.getKey())).toList();
    }

    /** The error of a method. */
    public MethodError error(ForecastMethod method) {
        return tallies.getOrDefault(method, new Tally(2)).error(method);
    }

    /** The method that was off least, when that is not {@link ForecastMethod#SEASONAL_NAIVE}; of equals the simpler one. */
    public Optional<MethodError> best() {
        MethodError best = error(ForecastMethod.SEASONAL_NAIVE);
        for (MethodError each : errors()) {
            best = each.beats(best) ? each : best;
        }
        return best.method() == ForecastMethod.SEASONAL_NAIVE ? Optional.empty() : Optional.of(best);
    }

    /** The errors of single values of a method as multiples of their spread. */
    double[] standardised(ForecastMethod method) {
        Tally tally = tallies.get(method);
        return tally == null ? new double[0] : tally.singles.toArray();
    }

    /** The errors of the level of a method as multiples of its spread. */
    double[] standardisedLevels(ForecastMethod method) {
        Tally tally = tallies.get(method);
        return tally == null ? new double[0] : tally.levels.toArray();
    }

    /** What is known of one method's errors. */
    private static final class Tally {

        private final int season;
        private final Numbers singles = new Numbers();
        private final Numbers levels = new Numbers();
        private int count;
        private int percentages;
        private double absolutePercentage;
        private double symmetric;
        private double scaled;
        private int scales;

        Tally(int season) {
            this.season = season;
        }

        void add(double[] known, double[] history, Projection projection) {
            if (!projection.known()) {
                return;
            }
            double scale = scale(known, season);
            for (int h = 0; h < projection.horizon(); h++) {
                double actual = history[known.length + h];
                if (!Double.isNaN(actual)) {
                    add(actual, projection.values()[h], projection.spread()[h], scale);
                }
            }
            addLevels(known, history, projection);
        }

        private void add(double actual, double forecast, double spread, double scale) {
            double error = Math.abs(actual - forecast);
            count++;
            if (actual != 0) {
                percentages++;
                absolutePercentage += error / Math.abs(actual);
            }
            double both = Math.abs(actual) + Math.abs(forecast);
            symmetric += both == 0 ? 0 : 2 * error / both;
            if (scale > 0) {
                scales++;
                scaled += error / scale;
            }
            if (spread > 0) {
                singles.add(error / spread);
            }
        }

        /** Of whole seasons only: a level is a mean over one. */
        private void addLevels(double[] known, double[] history, Projection projection) {
            for (int step = season / 2 + 1; step + season / 2 <= projection.horizon(); step++) {
                double sum = 0;
                int begin = known.length + step - 1 - season / 2;
                for (int i = begin; i < begin + season && i < history.length; i++) {
                    sum += history[i];
                }
                double spread = projection.levelSpread(step, season);
                if (begin + season <= history.length && !Double.isNaN(sum) && spread > 0) {
                    levels.add(Math.abs(sum / season - projection.level(step, season)) / spread);
                }
            }
        }

        private static double scale(double[] known, int season) {
            double sum = 0;
            int count = 0;
            for (int i = season; i < known.length; i++) {
                double difference = Math.abs(known[i] - known[i - season]);
                if (!Double.isNaN(difference)) {
                    sum += difference;
                    count++;
                }
            }
            return count == 0 ? 0 : sum / count;
        }

        MethodError error(ForecastMethod method) {
            return new MethodError(method, count, percentages == 0 ? Double.NaN : 100 * absolutePercentage / percentages,
                    count == 0 ? Double.NaN : 100 * symmetric / count, scales == 0 ? Double.NaN : scaled / scales);
        }
    }

    /** A list of numbers. */
    private static final class Numbers {

        private double[] values = new double[64];
        private int size;

        void add(double value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = value;
        }

        double[] toArray() {
            return Arrays.copyOf(values, size);
        }
    }
}
