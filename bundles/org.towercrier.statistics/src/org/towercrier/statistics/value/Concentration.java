package org.towercrier.statistics.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How unevenly a value is spread over its holders: Lorenz curve, Gini coefficient, and what the largest holders really hold. */
public final class Concentration {

    /** A point of the Lorenz curve. @param population share of the holders, poorest first @param value share of the value they hold */
    public record Point(double population, double value) {
    }

    private final double[] sorted;
    private final double[] cumulative;
    private final long negative;
    private final double gini;

    private Concentration(double[] sorted) {
        this.sorted = sorted;
        this.cumulative = new double[sorted.length + 1];
        double sum = 0;
        double lost = 0;
        double weighted = 0;
        int n = sorted.length;
        for (int i = 0; i < n; i++) {
            // Neumaier's summation: the shares are differences of sums
            double next = sum + sorted[i];
            lost += Math.abs(sum) >= Math.abs(sorted[i]) ? (sum - next) + sorted[i] : (sorted[i] - next) + sum;
            sum = next;
            cumulative[i + 1] = sum + lost;
            weighted += (2.0 * (i + 1) - n - 1) * sorted[i];
        }
        this.negative = Arrays.stream(sorted).takeWhile(value -> value < 0).count();
        this.gini = total() > 0 ? weighted / (n * total()) : Double.NaN;
    }

    /** @param values of the holders, in any order; absent ones (NaN) are left out, zeros are holders of nothing and count */
    public static Concentration of(double[] values) {
        double[] known = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        Arrays.parallelSort(known);
        return new Concentration(known);
    }

    /** As {@link #of(double[])}, with those whose value is absent as holders of nothing: shares are then of all holders there are. */
    public static Concentration ofAllHolders(double[] values) {
        return of(Arrays.stream(values).map(value -> Double.isNaN(value) ? 0 : value).toArray());
    }

    /** Number of holders. */
    public int holders() {
        return sorted.length;
    }

    /** Sum of all values. */
    public double total() {
        return cumulative[sorted.length];
    }

    /** Holders of less than nothing; with them shares may leave 0 to 1. */
    public long negative() {
        return negative;
    }

    /** Σ (2i − n − 1) x_i / (n Σ x), x ascending: 0 when all hold the same, near 1 when one holds all; NaN without a positive total. */
    public double gini() {
        return gini;
    }

    /** Share of the value that a share of the holders has, the largest first; within one holder the curve is straight. @param share from 0 to 1 */
    public double top(double share) {
        return 1 - lorenz(1 - share);
    }

    /** Share of the value that the poorest share of the holders has: the Lorenz curve. */
    public double lorenz(double share) {
        if (!(total() > 0)) {
            return Double.NaN;
        }
        double at = Math.min(Math.max(share, 0), 1) * sorted.length;
        int whole = Math.min((int) at, sorted.length);
        double part = whole < sorted.length ? (at - whole) * sorted[whole] : 0;
        return (cumulative[whole] + part) / total();
    }

    /** The smallest share of the holders, largest first, that has that share of the value. */
    public double holdersOf(double valueShare) {
        if (!(total() > 0)) {
            return Double.NaN;
        }
        double wanted = valueShare * total();
        double sum = 0;
        for (int i = sorted.length - 1; i >= 0; i--) {
            if (sum + sorted[i] >= wanted) {
                double part = sorted[i] > 0 ? (wanted - sum) / sorted[i] : 0;
                return (sorted.length - 1 - i + part) / sorted.length;
            }
            sum += sorted[i];
        }
        return 1;
    }

    /** The Lorenz curve at equal steps of the holders, from 0/0 to 1/1. @param steps number of steps */
    public List<Point> curve(int steps) {
        List<Point> points = new ArrayList<>(steps + 1);
        for (int i = 0; i <= steps; i++) {
            double share = i / (double) steps;
            points.add(new Point(share, lorenz(share)));
        }
        return points;
    }
}
