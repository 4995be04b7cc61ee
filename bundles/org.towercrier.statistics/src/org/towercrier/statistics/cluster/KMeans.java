package org.towercrier.statistics.cluster;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * k-means: Lloyd's iteration (1982) from starts by k-means++ (Arthur and Vassilvitskii 2007), the best of several. The same data and seed give the same groups in the
 * same order: descending by the first feature of the centroid, then the second, and so on.
 */
public final class KMeans {

    /**
     * How groups are looked for.
     *
     * @param clusters number of groups, at least 1
     * @param restarts starts of which the best counts
     * @param iterations most iterations of one start
     * @param seed of the random numbers
     */
    public record Options(int clusters, int restarts, int iterations, long seed) {

        public Options {
            if (clusters < 1 || restarts < 1 || iterations < 1) {
                throw new IllegalArgumentException("Clusters, restarts and iterations are at least 1");
            }
        }

        /** Ten restarts, up to 300 iterations, a fixed seed. */
        public static Options of(int clusters) {
            return new Options(clusters, 10, 300, 20_260_101L);
        }
    }

    private KMeans() {
    }

    /**
     * Looks for groups.
     *
     * @param columns features on a common scale, without absent values; see {@link Standardisation}
     * @throws IllegalArgumentException with fewer rows than groups, or an absent value
     */
    public static Clustering learn(double[][] columns, Options options) {
        double[][] rows = rows(columns);
        if (rows.length < options.clusters()) {
            throw new IllegalArgumentException(rows.length + " rows do not make " + options.clusters() + " groups");
        }
        long[] seeds = new SplittableRandom(options.seed()).longs(options.restarts()).toArray();
        Clustering best = Arrays.stream(seeds).parallel().mapToObj(seed -> run(rows, options, new SplittableRandom(seed)))
                .min(Comparator.comparingDouble(Clustering::inertia)).orElseThrow();
        int[] order = IntStream.range(0, best.clusters()).boxed()
                .sorted((a, b) -> -Arrays.compare(best.centroids()[a], best.centroids()[b])).mapToInt(Integer::intValue).toArray();
        return best.renumbered(order);
    }

    private static double[][] rows(double[][] columns) {
        int count = columns.length == 0 ? 0 : columns[0].length;
        double[][] rows = new double[count][columns.length];
        for (int j = 0; j < columns.length; j++) {
            for (int i = 0; i < count; i++) {
                if (!Double.isFinite(columns[j][i])) {
                    throw new IllegalArgumentException("A value of feature " + j + " is absent");
                }
                rows[i][j] = columns[j][i];
            }
        }
        return rows;
    }

    private static Clustering run(double[][] rows, Options options, SplittableRandom random) {
        double[][] centroids = start(rows, options.clusters(), random);
        int[] labels = new int[rows.length];
        double[] distances = new double[rows.length];
        double inertia = label(rows, centroids, labels, distances);
        for (int i = 0; i < options.iterations(); i++) {
            move(rows, labels, distances, centroids);
            double next = label(rows, centroids, labels, distances);
            boolean settled = next >= inertia * (1 - 1e-9);
            inertia = next;
            if (settled) {
                break;
            }
        }
        long[] sizes = new long[centroids.length];
        for (int label : labels) {
            sizes[label]++;
        }
        return new Clustering(centroids, labels, sizes, inertia);
    }

    /** The first start at random, each further one with a probability by its squared distance to the nearest so far. */
    private static double[][] start(double[][] rows, int clusters, SplittableRandom random) {
        double[][] centroids = new double[clusters][];
        centroids[0] = rows[random.nextInt(rows.length)].clone();
        double[] least = new double[rows.length];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        for (int c = 1; c < clusters; c++) {
            double total = 0;
            for (int i = 0; i < rows.length; i++) {
                least[i] = Math.min(least[i], Clustering.squaredDistance(rows[i], centroids[c - 1]));
                total += least[i];
            }
            double left = random.nextDouble() * total;
            int chosen = 0;
            while (chosen < rows.length - 1 && left >= least[chosen]) {
                left -= least[chosen++];
            }
            centroids[c] = rows[chosen].clone();
        }
        return centroids;
    }

    private static double label(double[][] rows, double[][] centroids, int[] labels, double[] distances) {
        double inertia = 0;
        for (int i = 0; i < rows.length; i++) {
            double least = Double.POSITIVE_INFINITY;
            for (int c = 0; c < centroids.length; c++) {
                double distance = Clustering.squaredDistance(rows[i], centroids[c]);
                if (distance < least) {
                    least = distance;
                    labels[i] = c;
                }
            }
            distances[i] = least;
            inertia += least;
        }
        return inertia;
    }

    /** Puts each centroid in the middle of its rows; one without rows goes to the row that is farthest from its own. */
    private static void move(double[][] rows, int[] labels, double[] distances, double[][] centroids) {
        int width = rows[0].length;
        double[][] sums = new double[centroids.length][width];
        long[] counts = new long[centroids.length];
        for (int i = 0; i < rows.length; i++) {
            double[] sum = sums[labels[i]];
            for (int j = 0; j < width; j++) {
                sum[j] += rows[i][j];
            }
            counts[labels[i]]++;
        }
        for (int c = 0; c < centroids.length; c++) {
            if (counts[c] == 0) {
                int farthest = IntStream.range(0, rows.length).boxed().max(Comparator.comparingDouble(i -> distances[i])).orElse(0);
                distances[farthest] = 0;
                centroids[c] = rows[farthest].clone();
            } else {
                for (int j = 0; j < width; j++) {
                    centroids[c][j] = sums[c][j] / counts[c];
                }
            }
        }
    }
}
