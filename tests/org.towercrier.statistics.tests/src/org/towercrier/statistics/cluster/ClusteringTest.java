package org.towercrier.statistics.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.towercrier.statistics.Reference;

/** Groups, their fit and their agreement; figures of real data were taken with R 4.2 (kmeans, cluster::silhouette). */
class ClusteringTest {

    /** Four clouds around the corners of a square of side 10. */
    private static double[][] clouds(int each, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] columns = new double[2][each * 4];
        for (int i = 0; i < each * 4; i++) {
            columns[0][i] = (i % 4 / 2) * 10 + random.nextGaussian();
            columns[1][i] = (i % 2) * 10 + random.nextGaussian();
        }
        return columns;
    }

    @Test
    void separateCloudsAreFoundAndEveryoneIsScored() {
        double[][] columns = clouds(500, 1);
        Clustering found = KMeans.learn(columns, KMeans.Options.of(4));
        assertArrayEquals(new long[]{ 500, 500, 500, 500 }, found.sizes());
        assertArrayEquals(found.labels(), found.assign(columns));
        int[] truth = new int[2000];
        Arrays.setAll(truth, i -> i % 4);
        assertEquals(1, AdjustedRand.index(truth, found.labels()), 1e-12);
        List<Silhouette.Choice> choices = Silhouette.choices(columns, 2, 6, KMeans.Options.of(2), 1000);
        assertEquals(4, choices.stream().max(Comparator.comparingDouble(Silhouette.Choice::silhouette)).orElseThrow().clusters());
    }

    @Test
    void labelsAreTheSameInEveryRunAndFollowTheEarlierGroups() {
        Clustering first = KMeans.learn(clouds(300, 1), KMeans.Options.of(4));
        Clustering again = KMeans.learn(clouds(300, 1), KMeans.Options.of(4));
        assertArrayEquals(first.labels(), again.labels());
        Clustering shuffled = KMeans.learn(clouds(300, 2), KMeans.Options.of(4)).renumbered(new int[]{ 2, 0, 3, 1 });
        Clustering later = shuffled.labelledLike(first.centroids());
        for (int c = 0; c < 4; c++) {
            assertTrue(Clustering.squaredDistance(first.centroids()[c], later.centroids()[c]) < 1);
        }
        assertArrayEquals(first.labels(), later.labels());
    }

    @Test
    void realDataGiveTheGroupsOfOtherSoftware() throws IOException {
        Reference data = Reference.of("customers/survival/rossi.csv");
        double[][] raw = { data.number("age"), data.number("prio"), data.number("week") };
        double[][] columns = Standardisation.of(raw).apply(raw);
        Clustering found = KMeans.learn(columns, new KMeans.Options(4, 100, 300, 1));
        assertEquals(421.719434772399, found.inertia(), 1e-6);
        assertEquals(.479857791309347, Silhouette.mean(columns, found.labels(), 1000, 1), 1e-9);
        int[] arrest = Arrays.stream(data.number("arrest")).mapToInt(value -> (int) value).toArray();
        int[] work = Arrays.stream(data.number("wexp")).mapToInt(value -> (int) value).toArray();
        assertEquals(.338501336486411, Silhouette.mean(columns, arrest, 1000, 1), 1e-9);
        assertEquals(.0298607471286784, AdjustedRand.index(arrest, work), 1e-12);
    }

    /** Figures of scikit-learn 1.2.1. It divides by the deviation of all rows and not of a sample, so its sum of squares is n / (n − 1) times this one. */
    @Test
    void thousandsOfCustomersGiveTheGroupsOfOtherSoftware() throws IOException {
        Reference data = Reference.of("customers/ibm-telco-churn/WA_Fn-UseC_-Telco-Customer-Churn.csv");
        double[][] raw = { data.number("tenure"), data.number("MonthlyCharges") };
        double[][] columns = Standardisation.of(raw).apply(raw);
        double n = data.rows();
        Clustering found = KMeans.learn(columns, new KMeans.Options(4, 20, 300, 1));
        assertEquals(2845.364384407142 * (n - 1) / n, found.inertia(), 0.002);
        int[] byHand = new int[data.rows()];
        Arrays.setAll(byHand, i -> (raw[0][i] > 24 ? 1 : 0) + (raw[1][i] > 60 ? 2 : 0));
        assertEquals(0.43891817895213914, Silhouette.mean(columns, byHand, data.rows(), 1), 1e-9);
        int[] contract = data.codes("Contract", List.of("Month-to-month", "One year", "Two year"));
        assertEquals(0.11360765415086306, AdjustedRand.index(byHand, contract), 1e-12);
    }

    @Test
    void absentAndConstantFeaturesPullNobody() {
        double[][] columns = { { 1, 2, 3, Double.NaN }, { 5, 5, 5, 5 } };
        Standardisation scale = Standardisation.of(columns);
        assertArrayEquals(new double[]{ -1, 0, 1, 0 }, scale.apply(columns)[0], 1e-12);
        assertArrayEquals(new double[4], scale.apply(columns)[1]);
        assertArrayEquals(new double[]{ 3, 5 }, scale.original(new double[]{ 1, 7 }), 1e-12);
    }

    @Test
    void twoGroupingsThatAgreeByChanceHaveNoIndex() {
        assertEquals(1, AdjustedRand.index(new int[]{ 0, 0, 1, 1 }, new int[]{ 7, 7, -3, -3 }));
        // Hubert and Arabie's formula by hand: 2 pairs together in both of 6 and 6, of 28 pairs
        assertEquals((2 - 9 * 7 / 28.0) / ((9 + 7) / 2.0 - 9 * 7 / 28.0),
                AdjustedRand.index(new int[]{ 0, 0, 0, 1, 1, 1, 2, 2 }, new int[]{ 0, 0, 1, 1, 2, 2, 2, 2 }), .6);
    }
}
