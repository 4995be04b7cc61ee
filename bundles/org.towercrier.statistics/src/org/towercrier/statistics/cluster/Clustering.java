package org.towercrier.statistics.cluster;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Groups that were found.
 *
 * @param centroids middle of each group, on the scale of the features it was learned on
 * @param labels group of each row it was learned on
 * @param sizes rows in each group
 * @param inertia sum of the squared distances of the rows to their centroids
 */
public record Clustering(double[][] centroids, int[] labels, long[] sizes, double inertia) {

    private static final int CHUNK = 1 << 16;

    /** Number of groups. */
    public int clusters() {
        return centroids.length;
    }

    /** The group of each row: that of the nearest centroid. On all processors. @param columns features on the scale of the centroids */
    public int[] assign(double[][] columns) {
        double[] ones = new double[columns.length];
        Arrays.fill(ones, 1);
        return assign(columns, new Standardisation(new double[columns.length], ones));
    }

    /**
     * The group of each row of features in their own units, for as many rows as there are: no scaled copy of them is made.
     *
     * @param columns features in their own units, NaN where absent
     * @param scale that the groups were learned on
     */
    public int[] assign(double[][] columns, Standardisation scale) {
        int rows = columns.length == 0 ? 0 : columns[0].length;
        int[] result = new int[rows];
        IntStream.range(0, (rows + CHUNK - 1) / CHUNK).parallel().forEach(chunk -> {
            double[] point = new double[columns.length];
            for (int i = chunk * CHUNK; i < Math.min(rows, (chunk + 1) * CHUNK); i++) {
                for (int j = 0; j < point.length; j++) {
                    point[j] = scale.at(j, columns[j][i]);
                }
                result[i] = nearest(point);
            }
        });
        return result;
    }

    private int nearest(double[] point) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int c = 0; c < centroids.length; c++) {
            double[] centroid = centroids[c];
            double distance = 0;
            for (int j = 0; j < point.length; j++) {
                double difference = point[j] - centroid[j];
                distance += difference * difference;
            }
            if (distance < least) {
                least = distance;
                best = c;
            }
        }
        return best;
    }

    /**
     * The same groups numbered so that each has the number of the earlier group it is nearest to, by the assignment with the least sum of squared distances; groups
     * that earlier had no partner come last.
     */
    public Clustering labelledLike(double[][] earlier) {
        int size = Math.max(earlier.length, centroids.length);
        double[][] cost = new double[size][size];
        for (int i = 0; i < centroids.length; i++) {
            for (int j = 0; j < earlier.length; j++) {
                cost[i][j] = squaredDistance(centroids[i], earlier[j]);
            }
        }
        int[] partner = Assignment.least(cost);
        int[] order = IntStream.range(0, centroids.length).boxed().sorted((a, b) -> Integer.compare(partner[a], partner[b]))
                .mapToInt(Integer::intValue).toArray();
        return renumbered(order);
    }

    /** @param order the present number of the group that becomes number 0, 1, 2 … */
    Clustering renumbered(int[] order) {
        int[] number = new int[order.length];
        double[][] middles = new double[order.length][];
        long[] counts = new long[order.length];
        for (int i = 0; i < order.length; i++) {
            number[order[i]] = i;
            middles[i] = centroids[order[i]];
            counts[i] = sizes[order[i]];
        }
        return new Clustering(middles, IntStream.of(labels).map(label -> number[label]).toArray(), counts, inertia);
    }

    static double squaredDistance(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += (a[j] - b[j]) * (a[j] - b[j]);
        }
        return sum;
    }
}
