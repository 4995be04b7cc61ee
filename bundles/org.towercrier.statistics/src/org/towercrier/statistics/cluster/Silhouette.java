package org.towercrier.statistics.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How well rows fit their groups (Rousseeuw 1987): s = (b − a) / max(a, b), a the mean distance to the rows of the own group, b that to the rows of the nearest other
 * group; 1 is a perfect fit, below 0 the row is nearer to another group. A row alone in its group has 0.
 */
public final class Silhouette {

    private Silhouette() {
    }

    /** Silhouette of each row, by Euclidean distance. The work grows with the square of the rows. @param labels group of each row from 0 */
    public static double[] of(double[][] columns, int[] labels) {
        int groups = Arrays.stream(labels).max().orElse(-1) + 1;
        long[] sizes = new long[groups];
        for (int label : labels) {
            sizes[label]++;
        }
        return IntStream.range(0, labels.length).parallel().mapToDouble(i -> one(columns, labels, sizes, i)).toArray();
    }

    private static double one(double[][] columns, int[] labels, long[] sizes, int row) {
        if (sizes[labels[row]] < 2) {
            return 0;
        }
        double[] sums = new double[sizes.length];
        for (int i = 0; i < labels.length; i++) {
            double square = 0;
            for (double[] column : columns) {
                double difference = column[row] - column[i];
                square += difference * difference;
            }
            sums[labels[i]] += Math.sqrt(square);
        }
        double own = sums[labels[row]] / (sizes[labels[row]] - 1);
        double other = Double.POSITIVE_INFINITY;
        for (int group = 0; group < sums.length; group++) {
            if (group != labels[row] && sizes[group] > 0) {
                other = Math.min(other, sums[group] / sizes[group]);
            }
        }
        double larger = Math.max(own, other);
        return Double.isInfinite(other) || larger == 0 ? 0 : (other - own) / larger;
    }

    /** Mean silhouette, of a sample without replacement when there are more rows than that. @param most largest number of rows looked at */
    public static double mean(double[][] columns, int[] labels, int most, long seed) {
        if (labels.length <= most) {
            return Arrays.stream(of(columns, labels)).average().orElse(Double.NaN);
        }
        int[] rows = sample(labels.length, most, seed);
        double[][] part = Arrays.stream(columns).map(column -> Arrays.stream(rows).mapToDouble(row -> column[row]).toArray())
                .toArray(double[][]::new);
        return Arrays.stream(of(part, Arrays.stream(rows).map(row -> labels[row]).toArray())).average().orElse(Double.NaN);
    }

    /** Row numbers of a random sample without replacement, ascending; all rows when there are not more. */
    public static int[] sample(int rows, int most, long seed) {
        if (rows <= most) {
            return IntStream.range(0, rows).toArray();
        }
        SplittableRandom random = new SplittableRandom(seed);
        int[] chosen = new int[most];
        int left = most;
        for (int i = 0; i < rows && left > 0; i++) {
            if (random.nextInt(rows - i) < left) {
                chosen[most - left--] = i;
            }
        }
        return chosen;
    }

    /** A number of groups and how well it fits. */
    public record Choice(int clusters, double silhouette) {
    }

    /** Tries numbers of groups. @return each with its mean silhouette; the greatest is the one to choose */
    public static List<Choice> choices(double[][] columns, int from, int to, KMeans.Options options, int most) {
        List<Choice> choices = new ArrayList<>();
        for (int k = Math.max(2, from); k <= to; k++) {
            Clustering found = KMeans.learn(columns, new KMeans.Options(k, options.restarts(), options.iterations(), options.seed()));
            choices.add(new Choice(k, mean(columns, found.labels(), most, options.seed())));
        }
        return choices;
    }
}
