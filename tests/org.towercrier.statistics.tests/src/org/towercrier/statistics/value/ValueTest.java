package org.towercrier.statistics.value;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.towercrier.statistics.Reference;
import org.towercrier.statistics.value.ImportancePerformance.CrossHair;
import org.towercrier.statistics.value.ImportancePerformance.Quadrant;
import org.towercrier.statistics.value.ImportancePerformance.Rating;

/** Concentration of value, and importance against performance. */
class ValueTest {

    @Test
    void whatTheTopFifthOfTelecomCustomersHoldsIsMeasured() throws IOException {
        Reference data = Reference.of("customers/ibm-telco-churn/WA_Fn-UseC_-Telco-Customer-Churn.csv");
        Concentration total = Concentration.of(data.number("TotalCharges"));
        assertEquals(7032, total.holders());
        assertEquals(.5359026160456322, total.top(.2), 1e-12);
        assertEquals(.537, Concentration.ofAllHolders(data.number("TotalCharges")).top(.2), 5e-4);
        Concentration monthly = Concentration.of(data.number("MonthlyCharges"));
        assertEquals(.319, monthly.top(.2), 5e-4);
        assertEquals(.536260320546175, total.gini(), 1e-12);
        assertEquals(.265438901295301, monthly.gini(), 1e-12);
    }

    @Test
    void equalHoldersHaveNoGiniAndASingleOneNearlyOne() {
        assertEquals(0, Concentration.of(new double[]{ 3, 3, 3, 3 }).gini(), 1e-15);
        assertEquals(.2, Concentration.of(new double[]{ 3, 3, 3, 3 }).top(.2), 1e-12);
        Concentration one = Concentration.of(new double[]{ 0, 0, 0, 8 });
        assertEquals(.75, one.gini(), 1e-15);
        assertEquals(1, one.top(.25), 1e-12);
        assertEquals(.8, one.top(.2), 1e-12);
        assertEquals(.2, one.holdersOf(.8), 1e-12);
        assertEquals(1, Concentration.of(new double[]{ -1, 5 }).negative());
        assertTrue(Double.isNaN(Concentration.of(new double[]{ 0, 0 }).gini()));
        assertEquals(new Concentration.Point(.5, .3), Concentration.of(new double[]{ 7, 3 }).curve(2).get(1));
    }

    @Test
    void importanceIsDerivedAsOtherSoftwareDoes() {
        double[] x1 = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 };
        double[] y = { 2, 1, 4, 3, 7, 5, 8, 9, 10, 6 };
        double[] x2 = { 1, 1, 2, 2, 3, 5, 3, 4, 4, 9 };
        assertEquals(.83030303030303, DerivedImportance.correlation(x1, y), 1e-12);
        assertEquals(.693303724628029, DerivedImportance.rankCorrelation(x2, y), 1e-12);
        assertArrayEquals(new double[]{ 1.47536231884058, -.770279102868995 }, DerivedImportance.regression(new double[][]{ x1, x2 }, y),
                1e-12);
        double[][] dependent = { x1, x2, Arrays.stream(x1).map(v -> 3 - 2 * v).toArray(), x1.clone() };
        assertTrue(Double.isNaN(DerivedImportance.regression(dependent, y)[2]));
        x1[3] = Double.NaN;
        assertTrue(Double.isFinite(DerivedImportance.correlation(x1, y)));
        assertTrue(Double.isNaN(DerivedImportance.correlation(new double[10], y)));
    }

    @Test
    void itemsFallIntoTheFourQuadrants() {
        List<Rating> ratings = List.of(new Rating("coverage", .8, 6), new Rating("price", .7, 9), new Rating("hall", .2, 5),
                new Rating("gifts", .1, 9), new Rating("unasked", Double.NaN, 4));
        ImportancePerformance.Chart chart = ImportancePerformance.place(ratings,
                ImportancePerformance.line(new double[]{ .8, .7, .2, .1, Double.NaN }, CrossHair.MEAN),
                ImportancePerformance.line(new double[]{ 6, 9, 5, 9 }, CrossHair.MEDIAN));
        assertEquals(.45, chart.importanceLine(), 1e-12);
        assertEquals(7.5, chart.performanceLine(), 1e-12);
        assertEquals(List.of(Quadrant.CONCENTRATE_HERE, Quadrant.KEEP_UP_THE_GOOD_WORK, Quadrant.LOW_PRIORITY, Quadrant.POSSIBLE_OVERKILL),
                chart.items().stream().map(ImportancePerformance.Placed::quadrant).toList());
        assertThrows(IllegalArgumentException.class, () -> ImportancePerformance.line(new double[1], CrossHair.SCALE_MIDDLE));
    }
}
