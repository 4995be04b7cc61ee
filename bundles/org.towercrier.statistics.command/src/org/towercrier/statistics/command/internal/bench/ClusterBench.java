package org.towercrier.statistics.command.internal.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;

import org.osgi.service.component.annotations.Component;
import org.towercrier.command.bench.BenchCase;
import org.towercrier.command.bench.BenchContext;
import org.towercrier.command.bench.BenchInfo;
import org.towercrier.command.bench.BenchInfo.Goal;
import org.towercrier.command.bench.BenchResult;
import org.towercrier.command.bench.BenchScale;
import org.towercrier.statistics.cluster.Clustering;
import org.towercrier.statistics.cluster.KMeans;
import org.towercrier.statistics.cluster.Silhouette;
import org.towercrier.statistics.cluster.Standardisation;

/** Four groups of customers by six monthly facts: learned on a sample, everyone scored. */
@Component
public final class ClusterBench implements BenchCase {

    private static final int GROUPS = 4;
    private static final int FEATURES = 6;
    private static final int SAMPLE = 50_000;

    @Override
    public BenchInfo info() {
        return BenchInfo.of("kmeans-5m-seconds", "k-means with 4 groups, learned on a sample, everyone scored", "s", Goal.atMost(10));
    }

    @Override
    public BenchResult run(BenchContext context) {
        int customers = context.scale() == BenchScale.FULL ? 5_000_000 : 50_000;
        double[][] facts = facts(customers);
        context.monitor().checkCancelled();
        long begun = System.nanoTime();
        int[] rows = Silhouette.sample(customers, SAMPLE, 1);
        double[][] sample = Arrays.stream(facts).map(column -> Arrays.stream(rows).mapToDouble(row -> column[row]).toArray())
                .toArray(double[][]::new);
        Standardisation scale = Standardisation.of(sample);
        Clustering groups = KMeans.learn(scale.apply(sample), KMeans.Options.of(GROUPS));
        int[] labels = groups.assign(facts, scale);
        double seconds = (System.nanoTime() - begun) / 1e9;
        long[] sizes = new long[GROUPS];
        for (int label : labels) {
            sizes[label]++;
        }
        if (Arrays.stream(sizes).anyMatch(size -> size < customers / 20)) {
            throw new IllegalStateException("The groups that were put in were not found: " + Arrays.toString(sizes));
        }
        return new BenchResult(seconds, String.format(Locale.ROOT, "%,d customers × %d facts, %,d in the sample, 10 starts", customers,
                FEATURES, rows.length));
    }

    /** Four kinds of customers that overlap. */
    private static double[][] facts(int customers) {
        SplittableRandom random = new SplittableRandom(3);
        double[][] facts = new double[FEATURES][customers];
        for (int i = 0; i < customers; i++) {
            int kind = random.nextInt(GROUPS);
            for (int j = 0; j < FEATURES; j++) {
                double level = (kind >> j % 2 & 1) * 3 + (kind + j) % GROUPS;
                facts[j][i] = Math.exp(0.3 * (level + random.nextDouble() + random.nextDouble() - 1));
            }
        }
        return facts;
    }
}
