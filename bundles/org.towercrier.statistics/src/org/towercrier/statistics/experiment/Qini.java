package org.towercrier.statistics.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The Qini curve (Radcliffe 2007): does a score put those first whom the treatment moves? Persons are taken by descending score, those of equal score at once; after k of
 * them the curve is Y_t(k) − Y_c(k) N_t(k) / N_c(k), the outcome that the treated among them had beyond what they would have had untreated. The coefficient is the area
 * between the curve and the straight line to its end, divided by the same area of the perfect order: treated persons by descending outcome first, then those
 * without outcome, then control persons by ascending outcome.
 */
public final class Qini {

    /** The definition of the coefficient, to print beside it. */
    public static final String DEFINITION = "(area of Y_t(k) - Y_c(k)*N_t(k)/N_c(k) over k, persons by descending score, equal scores at once, above the line"
            + " to its end) / (the same area with the perfect order: treated responders first, control responders last)";

    /** A point of the curve. @param persons targeted so far, by score @param gain outcome won by treating them */
    public record Point(long persons, double gain) {
    }

    /**
     * A coefficient with its interval.
     *
     * @param coefficient of the curve; 0 is a score that says nothing; NaN when no order could be better than chance
     * @param lower lower limit, by bootstrap percentiles
     * @param upper upper limit
     * @param replicates bootstrap samples that were drawn
     */
    public record Result(double coefficient, double lower, double upper, int replicates) {
    }

    private static final long SEED = 20_070_601L;
    private static final int USUAL_REPLICATES = 200;
    private static final int FEWEST_REPLICATES = 40;
    private static final long MOST_DRAWS = 400_000_000L;

    private final Order actual;
    private final Order perfect;
    private final boolean[] treated;
    private final double[] outcomes;

    private Qini(boolean[] treated, double[] outcomes, double[] scores) {
        this.treated = treated;
        this.outcomes = outcomes;
        double[] ideal = new double[outcomes.length];
        for (int i = 0; i < ideal.length; i++) {
            ideal[i] = treated[i] ? outcomes[i] : -outcomes[i];
        }
        this.actual = Order.of(scores);
        this.perfect = Order.of(ideal);
    }

    /**
     * Prepares a curve.
     *
     * @param treated was the person in the treatment arm (else in the control)?
     * @param outcomes of the persons
     * @param scores by which the audience was, or would be, ranked
     */
    public static Qini of(boolean[] treated, double[] outcomes, double[] scores) {
        if (treated.length != outcomes.length || treated.length != scores.length) {
            throw new IllegalArgumentException("Arms, outcomes and scores differ in number");
        }
        return new Qini(treated, outcomes, scores);
    }

    /** Persons by descending score. @param rows their numbers @param last is the person the last of those with the same score? */
    private record Order(int[] rows, boolean[] last) {

        static Order of(double[] scores) {
            int[] rows = sorted(scores);
            boolean[] last = new boolean[rows.length];
            for (int i = 0; i < rows.length; i++) {
                last[i] = i == rows.length - 1 || scores[rows[i]] != scores[rows[i + 1]];
            }
            return new Order(rows, last);
        }

        /** Sorts by score without boxing: ranks of the distinct scores, then a counting sort. */
        private static int[] sorted(double[] scores) {
            double[] distinct = Arrays.stream(scores).parallel().map(score -> score + 0.0).sorted().distinct().toArray();
            int[] rank = new int[scores.length];
            int[] starts = new int[distinct.length + 1];
            for (int i = 0; i < scores.length; i++) {
                rank[i] = distinct.length - 1 - Arrays.binarySearch(distinct, scores[i] + 0.0);
                starts[rank[i] + 1]++;
            }
            for (int i = 0; i < distinct.length; i++) {
                starts[i + 1] += starts[i];
            }
            int[] rows = new int[scores.length];
            for (int i = 0; i < scores.length; i++) {
                rows[starts[rank[i]]++] = i;
            }
            return rows;
        }
    }

    /** Goes through the persons in an order, each counted by its weight. */
    private interface Step {
        void at(double persons, double gain);
    }

    private void walk(Order order, int[] weights, Step step) {
        double treatedPersons = 0;
        double controlPersons = 0;
        double treatedSum = 0;
        double controlSum = 0;
        for (int i = 0; i < order.rows.length; i++) {
            int row = order.rows[i];
            int weight = weights.length == 0 ? 1 : weights[row];
            if (treated[row]) {
                treatedPersons += weight;
                treatedSum += weight * outcomes[row];
            } else {
                controlPersons += weight;
                controlSum += weight * outcomes[row];
            }
            if (order.last[i]) {
                double matched = controlPersons == 0 ? 0 : controlSum * treatedPersons / controlPersons;
                step.at(treatedPersons + controlPersons, treatedSum - matched);
            }
        }
    }

    /** Area between the curve and the line to its end, by trapezia. */
    private static final class Area implements Step {

        private double persons;
        private double gain;
        private double area;

        @Override
        public void at(double nextPersons, double nextGain) {
            area += (nextPersons - persons) * (nextGain + gain) / 2;
            persons = nextPersons;
            gain = nextGain;
        }

        double aboveLine() {
            return area - persons * gain / 2;
        }
    }

    private double coefficient(int[] weights) {
        Area own = new Area();
        Area best = new Area();
        walk(actual, weights, own);
        walk(perfect, weights, best);
        double most = best.aboveLine();
        return most > 0 ? own.aboveLine() / most : Double.NaN;
    }

    /** The curve, thinned to at most so many points; the first is 0/0 and the last that of all persons. */
    public List<Point> curve(int most) {
        List<Point> points = new ArrayList<>();
        points.add(new Point(0, 0));
        walk(actual, new int[0], (persons, gain) -> points.add(new Point(Math.round(persons), gain)));
        if (points.size() <= most || most < 2) {
            return points;
        }
        return IntStream.range(0, most).mapToObj(i -> points.get((int) Math.round(i * (points.size() - 1.0) / (most - 1)))).toList();
    }

    /** The coefficient without an interval. */
    public double coefficient() {
        return coefficient(new int[0]);
    }

    /** The coefficient with an interval; the number of bootstrap samples is 200, fewer for many millions of persons. */
    public Result result(double level) {
        return result(level, (int) Math.max(FEWEST_REPLICATES, Math.min(USUAL_REPLICATES, MOST_DRAWS / Math.max(1, treated.length))));
    }

    /** The coefficient with an interval by bootstrap percentiles: persons are drawn with replacement within their arm, always the same ones. */
    public Result result(double level, int replicates) {
        int[] treatedRows = IntStream.range(0, treated.length).filter(i -> treated[i]).toArray();
        int[] controlRows = IntStream.range(0, treated.length).filter(i -> !treated[i]).toArray();
        long[] seeds = new SplittableRandom(SEED).longs(replicates).toArray();
        double[] drawn = Arrays.stream(seeds).parallel().mapToDouble(seed -> {
            SplittableRandom random = new SplittableRandom(seed);
            int[] weights = new int[treated.length];
            draw(treatedRows, weights, random);
            draw(controlRows, weights, random);
            return coefficient(weights);
        }).filter(value -> !Double.isNaN(value)).sorted().toArray();
        return new Result(coefficient(), percentile(drawn, (1 - level) / 2), percentile(drawn, (1 + level) / 2), replicates);
    }

    private static void draw(int[] rows, int[] weights, SplittableRandom random) {
        for (int i = 0; i < rows.length; i++) {
            weights[rows[random.nextInt(rows.length)]]++;
        }
    }

    private static double percentile(double[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double at = share * (sorted.length - 1);
        int low = (int) at;
        int high = Math.min(low + 1, sorted.length - 1);
        return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
    }
}
