package org.towercrier.planning.internal.sites;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.towercrier.planning.internal.sites.SiteChoice.Way;

@DisplayName("Ways to build patches")
class SiteChoiceTest {

    private static Way way(double cost, double covered) {
        return new Way(cost, covered, List.of());
    }

    @Test
    @DisplayName("that cost more and cover less are forgotten")
    void dominated() {
        SiteChoice choice = new SiteChoice(1, 1);
        assertTrue(choice.add(0, way(3, 10)));
        assertFalse(choice.add(0, way(3, 9)));
        assertFalse(choice.add(0, way(4, 10)));
        assertTrue(choice.add(0, way(2, 10)));
        assertTrue(choice.add(0, way(1, 4)));
        assertEquals(way(2, 10), choice.best(0, 1));
        assertEquals(way(0, 0), choice.best(0, 0.1));
    }

    @Test
    @DisplayName("are put together so that enough is covered at the least cost, as enumeration finds it")
    void combined() {
        RandomGenerator random = RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(5);
        double costs = 0;
        double optima = 0;
        for (int round = 0; round < 50; round++) {
            double[][] covered = new double[6][4];
            double all = 0;
            for (double[] of : covered) {
                for (int cost = 1; cost < of.length; cost++) {
                    of[cost] = of[cost - 1] + random.nextDouble() * 4 / cost;
                }
                all += of[of.length - 1];
            }
            double wanted = all * (0.3 + 0.6 * random.nextDouble());
            SiteChoice choice = new SiteChoice(covered.length, wanted);
            for (int patch = 0; patch < covered.length; patch++) {
                for (int cost = 1; cost < covered[patch].length; cost++) {
                    choice.add(patch, way(cost, covered[patch][cost]));
                }
            }
            List<Way> chosen = choice.choose(random.nextDouble());
            assertTrue(chosen.stream().mapToDouble(Way::covered).sum() >= wanted);
            costs += chosen.stream().mapToDouble(Way::cost).sum();
            optima += least(covered, wanted, 0);
        }
        assertTrue(costs >= optima, "no choice is cheaper than the cheapest");
        assertTrue(costs <= 1.02 * optima, costs + " where " + optima + " is enough");
    }

    private static double least(double[][] covered, double wanted, int patch) {
        if (wanted <= 0) {
            return 0;
        }
        if (patch == covered.length) {
            return Double.POSITIVE_INFINITY;
        }
        double least = Double.POSITIVE_INFINITY;
        for (int cost = 0; cost < covered[patch].length; cost++) {
            least = Math.min(least, cost + least(covered, wanted - covered[patch][cost], patch + 1));
        }
        return least;
    }

    @Test
    @DisplayName("that do not cover enough together give no plan")
    void tooLittle() {
        SiteChoice choice = new SiteChoice(2, 10);
        choice.add(0, way(1, 4));
        choice.add(1, way(1, 5));
        assertEquals(List.of(), choice.choose(1));
    }
}
