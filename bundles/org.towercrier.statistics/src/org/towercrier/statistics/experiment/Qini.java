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

    /** Persons by descending score. */
    private final boolean[] treated;
    private final double[] outcomes;
    /** -1 for a treated person, 0 for one of the control. */
    private final byte[] masks;
    /** The last person of each score. */
    private final int[] ends;
    /** Positions of the persons with an outcome other than 0 in the perfect order, and how many of them come before those without. */
    private final int[] perfect;
    private final int before;

    private Qini(boolean[] treated, double[] outcomes, double[] scores) {
        int[] order = descending(scores);
        this.treated = new boolean[order.length];
        this.outcomes = new double[order.length];
        this.masks = new byte[order.length];
        for (int i = 0; i < order.length; i++) {
            this.treated[i] = treated[order[i]];
            this.outcomes[i] = outcomes[order[i]];
            masks[i] = (byte) (treated[order[i]] ? -1 : 0);
        }
        this.ends = IntStream.range(0, order.length).filter(i -> i == order.length - 1 || scores[order[i]] != scores[order[i + 1]])
                .toArray();
        int[] some = IntStream.range(0, order.length).filter(i -> this.outcomes[i] != 0).toArray();
        double[] ideal = Arrays.stream(some).mapToDouble(this::ideal).toArray();
        this.perfect = Arrays.stream(descending(ideal)).map(i -> some[i]).toArray();
        this.before = (int) Arrays.stream(ideal).filter(value -> value > 0).count();
    }

    /** By what the perfect order goes. */
    private double ideal(int person) {
        return treated[person] ? outcomes[person] : -outcomes[person];
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

    /** Numbers of the values, the greatest first, equal ones in their order: ranks of the distinct values, then a counting sort. */
    private static int[] descending(double[] values) {
        double[] distinct = Arrays.stream(values).map(value -> value + 0.0).sorted().distinct().toArray();
        int[] rank = new int[values.length];
        int[] starts = new int[distinct.length + 1];
        for (int i = 0; i < values.length; i++) {
            rank[i] = distinct.length - 1 - Arrays.binarySearch(distinct, values[i] + 0.0);
            starts[rank[i] + 1]++;
        }
        for (int i = 0; i < distinct.length; i++) {
            starts[i + 1] += starts[i];
        }
        int[] order = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            order[starts[rank[i]]++] = i;
        }
        return order;
    }

    /** A curve while it is drawn: sums of the persons so far, and the area below it by trapezia. */
    private static final class Drawing {

        private double treatedPersons;
        private double controlPersons;
        private double treatedSum;
        private double controlSum;
        private double persons;
        private double gain;
        private double area;

        void add(boolean isTreated, double weight, double outcome) {
            if (isTreated) {
                treatedPersons += weight;
                treatedSum += weight * outcome;
            } else {
                controlPersons += weight;
                controlSum += weight * outcome;
            }
        }

        /** Draws the curve on to the persons so far. */
        void draw() {
            double nextPersons = treatedPersons + controlPersons;
            double matched = controlPersons == 0 ? 0 : controlSum * treatedPersons / controlPersons;
            double nextGain = treatedSum - matched;
            area += (nextPersons - persons) * (nextGain + gain) / 2;
            persons = nextPersons;
            gain = nextGain;
        }

        double aboveLine() {
            return area - persons * gain / 2;
        }
    }

    private double coefficient(byte[] weights) {
        Sums sums = new Sums();
        int from = 0;
        for (int end : ends) {
            sums.add(weights, from, end);
            from = end + 1;
        }
        double most = best(weights, sums.treatedPersons, sums.persons - sums.treatedPersons).aboveLine();
        return most > 0 ? sums.aboveLine() / most : Double.NaN;
    }

    /** The curve of a weighted sample. Free of branches that depend on the draw, and in small steps: so it is fast, and fast from the beginning. */
    private final class Sums {

        private long treatedPersons;
        private long persons;
        private double treatedSum;
        private double sum;
        private double area;
        private double gain;

        /** Adds the persons of one score, and the trapezium below the curve. */
        void add(byte[] weights, int from, int end) {
            long before = persons;
            for (int i = from; i <= end; i++) {
                int weight = weights[i];
                double outcome = weight * outcomes[i];
                persons += weight;
                treatedPersons += weight & masks[i];
                sum += outcome;
                treatedSum += outcome * -masks[i];
            }
            double next = treatedSum - (sum - treatedSum) * treatedPersons / Math.max(1, persons - treatedPersons);
            area += (persons - before) * (next + gain);
            gain = next;
        }

        double aboveLine() {
            return (area - persons * gain) / 2;
        }
    }

    /** The perfect curve. Persons without outcome are one step of it, so that they need not be gone through. */
    private Drawing best(byte[] weights, double treatedPersons, double controlPersons) {
        double treatedLeft = treatedPersons;
        double controlLeft = controlPersons;
        for (int person : perfect) {
            treatedLeft -= treated[person] ? weights[person] : 0;
            controlLeft -= treated[person] ? 0 : weights[person];
        }
        Drawing best = new Drawing();
        for (int i = 0; i <= perfect.length; i++) {
            if (i == before) {
                best.add(true, treatedLeft, 0);
                best.add(false, controlLeft, 0);
                best.draw();
            }
            if (i < perfect.length) {
                best.add(treated[perfect[i]], weights[perfect[i]], outcomes[perfect[i]]);
                if (i == perfect.length - 1 || ideal(perfect[i]) != ideal(perfect[i + 1])) {
                    best.draw();
                }
            }
        }
        return best;
    }

    /** The curve, thinned to at most so many points; the first is 0/0 and the last that of all persons. */
    public List<Point> curve(int most) {
        List<Point> points = new ArrayList<>();
        points.add(new Point(0, 0));
        Drawing curve = new Drawing();
        int from = 0;
        for (int end : ends) {
            for (; from <= end; from++) {
                curve.add(treated[from], 1, outcomes[from]);
            }
            curve.draw();
            points.add(new Point(end + 1L, curve.gain));
        }
        if (points.size() <= most || most < 2) {
            return points;
        }
        return IntStream.range(0, most).mapToObj(i -> points.get((int) Math.round(i * (points.size() - 1.0) / (most - 1)))).toList();
    }

    /** The coefficient without an interval. */
    public double coefficient() {
        byte[] once = new byte[treated.length];
        Arrays.fill(once, (byte) 1);
        return coefficient(once);
    }

    /** The coefficient with an interval; the number of bootstrap samples is 200, fewer for many millions of persons. */
    public Result result(double level) {
        return result(level, (int) Math.max(FEWEST_REPLICATES, Math.min(USUAL_REPLICATES, MOST_DRAWS / Math.max(1, treated.length))));
    }

    /**
     * The coefficient with an interval by bootstrap percentiles, always of the same samples: each person is drawn a number of times that has a Poisson distribution of
     * mean 1, which for many persons is drawing with replacement (Chamandy and others 2012).
     */
    public Result result(double level, int replicates) {
        long[] seeds = new SplittableRandom(SEED).longs(replicates).toArray();
        double[] drawn = Arrays.stream(seeds).parallel().mapToDouble(seed -> {
            byte[] weights = new byte[treated.length];
            SplittableRandom random = new SplittableRandom(seed);
            for (int i = 0; i < weights.length; i += PoissonTable.PARTS) {
                PoissonTable.draw(random.nextLong(), weights, i);
            }
            return coefficient(weights);
        }).filter(value -> !Double.isNaN(value)).sorted().toArray();
        return new Result(coefficient(), percentile(drawn, (1 - level) / 2), percentile(drawn, (1 + level) / 2), replicates);
    }

    /** Sixteen random bits to a number with a Poisson distribution of mean 1. */
    private static final class PoissonTable {

        private static final int BITS = 16;
        private static final int PARTS = Long.SIZE / BITS;
        private static final int MASK = (1 << BITS) - 1;
        private static final byte[] TIMES = new byte[1 << BITS];

        static {
            double probability = Math.exp(-1);
            double until = probability;
            byte times = 0;
            for (int i = 0; i < TIMES.length; i++) {
                while ((i + 0.5) / TIMES.length > until && times < Byte.MAX_VALUE) {
                    times++;
                    probability /= times;
                    until += probability;
                }
                TIMES[i] = times;
            }
        }

        /** How often the next persons are drawn. */
        static void draw(long bits, byte[] weights, int from) {
            long rest = bits;
            for (int i = from; i < Math.min(weights.length, from + PARTS); i++) {
                weights[i] = TIMES[(int) rest & MASK];
                rest >>>= BITS;
            }
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
