package org.towercrier.statistics.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.towercrier.statistics.survival.CoxFit.State;
import org.towercrier.statistics.survival.ProportionalHazards.Transform;

/** Survival of 120 made-up subjects with many ties; the figures are those of the survival package of R 4.2 on the same numbers. */
class SurvivalTest {

    private static final int N = 120;
    private final double[] times = IntStream.range(0, N).mapToDouble(i -> 1 + i * 37 % 29).toArray();
    private final boolean[] events = new boolean[N];
    private final double[] slope = IntStream.range(0, N).mapToDouble(i -> (i * 13 % 17 - 8) / 4.0).toArray();
    private final double[] third = IntStream.range(0, N).mapToDouble(i -> i % 3 == 0 ? 1 : 0).toArray();
    private final int[] quarters = IntStream.range(0, N).map(i -> i % 4).toArray();

    SurvivalTest() {
        for (int i = 0; i < N; i++) {
            events[i] = i * 11 % 7 < 4;
        }
    }

    @Test
    void aCurveHasTheMedianAndLimitsOfOtherSoftware() {
        SurvivalCurve curve = KaplanMeier.estimate(EventTable.of(times, events));
        assertEquals(69, curve.events());
        assertEquals(21, curve.median().getAsDouble());
        assertEquals(18, curve.medianLower().getAsDouble());
        assertEquals(24, curve.medianUpper().getAsDouble());
        SurvivalCurve.Point point = curve.points().stream().filter(each -> each.time() == 20).findFirst().orElseThrow();
        assertEquals(.50338201, point.survival(), 5e-9);
        assertEquals(.052897244, point.standardError(), 5e-10);
        assertEquals(.39589627, point.lower(), 5e-9);
        assertEquals(.60141293, point.upper(), 5e-9);
        assertEquals(41, point.atRisk());
    }

    @Test
    void severalGroupsAreComparedAtOnceWhetherTheirTimesAreCountedOrSorted() {
        List<EventTable> counted = EventTable.byGroup(times, events, quarters, 4);
        List<EventTable> sorted = EventTable.byGroup(Arrays.stream(times).map(time -> time * .1).toArray(), events, quarters, 4);
        assertEquals(.228553088208, LogRank.test(counted).chi2(), 1e-11);
        assertEquals(.228553088208, LogRank.test(sorted).chi2(), 1e-11);
        assertEquals(3, LogRank.test(counted).df());
        for (int g = 0; g < 4; g++) {
            assertEquals(counted.get(g).size(), sorted.get(g).size());
            assertEquals(counted.get(g).atRiskAt(10.5), sorted.get(g).atRiskAt(1.05));
        }
        int[] someone = quarters.clone();
        someone[7] = -1;
        assertEquals(29, EventTable.byGroup(times, events, someone, 4).get(3).subjects());
        assertTrue(Double.isNaN(LogRank.test(List.of(counted.get(0))).chi2()));
    }

    @Test
    void aModelWithTiesHasTheFiguresOfOtherSoftware() {
        CoxModel model = CoxModel.fit(times, events, List.of("x1", "x2"), new double[][]{ slope, third });
        assertEquals(-262.945480403, model.fit().logLikelihood(), 1e-9);
        assertEquals(-263.170320084, model.fit().nullLogLikelihood(), 1e-9);
        assertEquals(-.0623646410552, model.fit().coefficients().get(0).coef(), 1e-10);
        assertEquals(.2559258002518, model.fit().coefficients().get(1).se(), 1e-10);
        ProportionalHazards.Result km = model.proportionalHazards(Transform.KM);
        assertEquals(.4060748807384, km.covariates().get(0).scoreChi2(), 1e-9);
        assertEquals(.457293743260, km.global().scoreChi2(), 1e-9);
        assertEquals(.0235007605384, model.proportionalHazards(Transform.IDENTITY).covariates().get(1).scoreChi2(), 1e-9);
    }

    @Test
    void whatCannotBeEstimatedIsSaidAndNotMadeUp() {
        double[] twice = Arrays.stream(slope).map(value -> 2 * value + 1).toArray();
        CoxFit fit = CoxModel.fit(times, events, List.of("x1", "twice", "constant"), new double[][]{ slope, twice, new double[N] }).fit();
        assertEquals(List.of(State.ESTIMATED, State.DEPENDENT, State.DEPENDENT),
                fit.coefficients().stream().map(CoxFit.Coefficient::state).toList());
        assertTrue(Double.isNaN(fit.coefficients().get(1).coef()));
        CoxFit separated = CoxModel.fit(new double[]{ 1, 2, 3, 4, 5, 6 }, new boolean[]{ true, true, true, false, false, false },
                List.of("x"), new double[][]{ { 1, 1, 1, 0, 0, 0 } }).fit();
        assertEquals(State.UNBOUNDED, separated.coefficients().get(0).state());
        assertThrows(IllegalArgumentException.class,
                () -> CoxModel.fit(times, new boolean[N], List.of("x1"), new double[][]{ slope }));
        assertThrows(IllegalArgumentException.class, () -> EventTable.of(new double[]{ -1 }, new boolean[1]));
    }

    /** Ten subjects: two events in the first interval at 1 and 2, one lost at 3, the others seen for 10. */
    @Test
    void hazardsByIntervalCountTheTimeUnderObservation() {
        EventTable table = EventTable.ofCounts(new double[]{ 1, 2, 3, 10 }, new long[]{ 1, 1, 0, 0 }, new long[]{ 0, 0, 1, 7 });
        List<Hazard.Interval> intervals = Hazard.byInterval(table, 5);
        assertEquals(2, intervals.size());
        assertEquals(1 + 2 + 3 + 7 * 5, intervals.get(0).exposure(), 1e-12);
        assertEquals(2 / 41.0, intervals.get(0).rate(), 1e-15);
        assertEquals(7, intervals.get(1).atRisk());
        assertEquals(0, intervals.get(1).rate());
        assertTrue(intervals.get(0).lower() < intervals.get(0).rate() && intervals.get(0).rate() < intervals.get(0).upper());
        assertEquals(10, KaplanMeier.estimate(table).subjects());
        assertEquals(1 + .9 + .8 * 8, KaplanMeier.estimate(table).restrictedMean(), 1e-12);
    }

    @Test
    void a_likelihood_without_a_summit_is_not_tested() {
        CoxModel model = CoxModel.fit(new double[]{ 5, 5, 0, 0 }, new boolean[]{ true, false, true, false }, java.util.List.of("t"),
                new double[][]{ { 5, 5, 0, 0 } });
        ProportionalHazards.Result result = model.proportionalHazards(ProportionalHazards.Transform.KM);
        result.covariates().forEach(test -> org.junit.jupiter.api.Assertions.assertFalse(Double.isInfinite(test.chi2())));
        org.junit.jupiter.api.Assertions.assertEquals(0, org.towercrier.statistics.Tails.chiSquared(Double.POSITIVE_INFINITY, 1));
    }
}
