package org.towercrier.customer.internal.cluster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.towercrier.customer.Clusters;
import org.towercrier.statistics.cluster.Clustering;
import org.towercrier.statistics.cluster.KMeans;
import org.towercrier.statistics.cluster.Silhouette;
import org.towercrier.statistics.cluster.Standardisation;

/** Groups the rows of any table of numbers. */
public final class TableClusters {

    private static final int MOST = 8;
    private static final int ITERATIONS = 300;
    private static final int LOOKED_AT = 3000;

    private TableClusters() {
    }

    /**
     * What learning gave.
     *
     * @param scale common scale
     * @param clustering groups on that scale
     * @param silhouette mean of a sample
     * @param tried silhouettes by number of groups
     */
    record Learned(Standardisation scale, Clustering clustering, double silhouette, Map<Integer, Double> tried) {
    }

    /** Learns on columns without absent values. */
    static Learned learn(double[][] columns, int clusters, int restarts, long seed) {
        Standardisation scale = Standardisation.of(columns);
        double[][] scaled = scale.apply(columns);
        Map<Integer, Double> tried = new LinkedHashMap<>();
        int k = clusters;
        if (clusters == 0) {
            Silhouette
                    .choices(scaled, 2, Math.min(MOST, columns[0].length - 1), new KMeans.Options(2, restarts, ITERATIONS, seed), LOOKED_AT)
                    .forEach(choice -> tried.put(choice.clusters(), choice.silhouette()));
            k = tried.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(2);
        }
        Clustering found = KMeans.learn(scaled, new KMeans.Options(k, restarts, ITERATIONS, seed));
        return new Learned(scale, found, Silhouette.mean(scaled, found.labels(), LOOKED_AT, seed), tried);
    }

    /** Middles in the features' own units. */
    static double[][] originals(Standardisation scale, double[][] centroids) {
        double[][] originals = new double[centroids.length][];
        for (int k = 0; k < centroids.length; k++) {
            originals[k] = scale.original(centroids[k]);
        }
        return originals;
    }

    /** Groups all rows that have every feature. @param columns by feature, absent values are NaN */
    public static Clusters.Report of(List<String> features, double[][] columns, Clusters.Request request) {
        long begin = System.nanoTime();
        int rows = columns[0].length;
        int[] known = java.util.stream.IntStream.range(0, rows)
                .filter(row -> java.util.Arrays.stream(columns).noneMatch(column -> Double.isNaN(column[row]))).toArray();
        if (known.length < Math.max(2, request.clusters()) + 1) {
            throw new IllegalArgumentException(known.length + " rows have all of " + String.join(", ", features));
        }
        double[][] complete = at(columns, known);
        int[] sample = Silhouette.sample(known.length, request.sample(), request.seed());
        Learned learned = learn(at(complete, sample), request.clusters(), request.restarts(), request.seed());
        long middle = System.nanoTime();
        int[] labels = learned.clustering().assign(learned.scale().apply(complete));
        long[] sizes = new long[learned.clustering().clusters()];
        for (int label : labels) {
            sizes[label]++;
        }
        List<String> names = new ArrayList<>();
        for (int k = 0; k < sizes.length; k++) {
            names.add("cluster-" + (k + 1));
        }
        long end = System.nanoTime();
        double[][] centroids = learned.clustering().centroids();
        return new Clusters.Report(features, known.length, (long) rows - known.length, sample.length, learned.silhouette(), learned.tried(),
                Double.NaN,
                (middle - begin) / 1e9, (end - middle) / 1e9,
                Profiles.of(names, sizes, features, centroids, originals(learned.scale(), centroids)));
    }

    private static double[][] at(double[][] columns, int[] rows) {
        double[][] chosen = new double[columns.length][rows.length];
        for (int f = 0; f < columns.length; f++) {
            for (int i = 0; i < rows.length; i++) {
                chosen[f][i] = columns[f][rows[i]];
            }
        }
        return chosen;
    }
}
