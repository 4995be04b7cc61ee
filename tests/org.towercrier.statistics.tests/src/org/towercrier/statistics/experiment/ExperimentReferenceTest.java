package org.towercrier.statistics.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.towercrier.statistics.Tails;

/** Tests of two arms against published figures and against R 4.2 (prop.test, t.test, chisq.test, p.adjust). */
class ExperimentReferenceTest {

    private static final double[] A = { 5, 7, 9, 3, 4, 8, 6, 10, 2, 7.5 };
    private static final double[] B = { 4, 3, 5, 6, 2, 1, 3.5, 4.5 };

    private static Arm arm(double... values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Arm.ofSums(values.length, Arrays.stream(values).sum(), Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum());
    }

    @Test
    void sampleSizesAreThePublishedOnes() {
        assertEquals(7135, SampleSize.perArm(.014, .009, .05, .80));
        assertEquals(4596, SampleSize.perArm(.007, .0029, .05, .80));
        assertEquals(.80, SampleSize.power(.014, .009, 7134.5, .05), 1e-4);
        assertEquals(.014, SampleSize.detectable(.009, 7135, .05, .80), 1e-6);
        assertEquals(15, SampleSize.days(7135, 2, 1000));
    }

    @Test
    void twoRatesAreTestedAsElsewhere() {
        Effect effect = Effect.ofRates(Arm.ofRate(21307, 367), Arm.ofRate(21306, 226), .95);
        assertEquals(5.83031383219, effect.z(), 1e-10);
        assertEquals(5.5323229438e-09, effect.p(), 1e-18);
        assertEquals(.00439350740276434, effect.lower(), 1e-14);
        assertEquals(.00884058399061293, effect.upper(), 1e-14);
        assertEquals(367 / 21307.0 / (226 / 21306.0) - 1, effect.relative(), 1e-12);
        assertTrue(effect.relativeLower() > .35 && effect.relativeUpper() < 1);
    }

    @Test
    void meansOfUnequalVarianceAreTestedByWelch() {
        Effect effect = Effect.ofMeans(arm(A), arm(B), .95);
        assertEquals(2.50344836924, effect.z(), 1e-10);
        assertEquals(15.1846569394, effect.df(), 1e-9);
        assertEquals(.0241775610999502, effect.p(), 1e-12);
        assertEquals(.377476034207769, effect.lower(), 1e-9);
        assertEquals(4.672523965792232, effect.upper(), 1e-9);
    }

    @Test
    void tailsKeepTheirDigits() {
        assertEquals(5.41700590028132e-196, Tails.student(30, 50000), 1e-205);
        assertEquals(.0718220229118268, Tails.student(2.5, 3.7), 1e-13);
        assertEquals(2.3450667365477, Tails.studentQuantile(.975, 7.3), 1e-9);
        assertEquals(1.95996398454005, Tails.twoSided(.95), 1e-12);
    }

    @Test
    void armSizesThatDoNotFitThePlanAreFound() {
        SampleRatio thirds = SampleRatio.equal(21307, 21387, 21306);
        assertEquals(.20253125, thirds.chi2(), 1e-10);
        assertEquals(.903692957560419, thirds.p(), 1e-12);
        assertTrue(thirds.ok());
        assertFalse(SampleRatio.equal(5200, 4800).ok());
        assertEquals(.891089108911, SampleRatio.test(new long[]{ 820, 190 }, new double[]{ 80, 20 }).chi2(), 1e-10);
    }

    @Test
    void severalArmsAreAdjustedByHolm() {
        assertArrayEquals(new double[]{ .04, .09, .09, Double.NaN, .20 }, VerdictRule.holm(new double[]{ .01, .04, .03, Double.NaN, .2 }),
                1e-12);
    }

    /** 10,000 treated persons spend 1.30 each, 10,000 others 1.00; the margin is 40 %, the campaign cost 800. */
    @Test
    void theCostOfACampaignIsSubtractedOnceAndNotForEverySale() {
        Effect effect = Effect.ofMeans(new Arm(10_000, 1.30, 4), new Arm(10_000, 1, 4), .95);
        IncrementalReturn right = IncrementalReturn.of(effect, 10_000, .4, 800);
        assertEquals((10_000 * .3 * .4 - 800) / 800, right.value(), 1e-12);
        assertTrue(right.lower() < right.value() && right.value() < right.upper());
        long sales = 300;
        double wrong = (10_000 * .3 * .4 - 800 * sales) / 800;
        assertTrue(Math.abs(right.value() - wrong) > 100, "a cost per sale would call a gain a ruin");
        assertEquals(.2, IncrementalReturn.breakEven(10_000, .4, 800), 1e-12);
        assertTrue(IncrementalReturn.chanceOfProfit(effect, 10_000, .4, 800) > .95);
    }

    @Test
    void aVerdictNeedsEnoughPersonsAndSaysHarmWhenThereIsHarm() {
        assertEquals(Verdict.PROVEN, verdict(10_000, 600, 10_000, 500, false));
        assertEquals(Verdict.HARMFUL, verdict(10_000, 500, 10_000, 600, false));
        assertEquals(Verdict.HARMFUL, verdict(10_000, 600, 10_000, 500, true));
        assertEquals(Verdict.NOT_PROVEN, verdict(10_000, 505, 10_000, 500, false));
        assertEquals(Verdict.NOT_ENOUGH_DATA, verdict(200, 6, 200, 4, false));
        assertEquals(Verdict.NOT_ENOUGH_DATA, verdict(20, 15, 20, 2, false));
        assertEquals(Verdict.NOT_ENOUGH_DATA, verdict(1000, 0, 1000, 0, false));
    }

    private static Verdict verdict(long n, long responses, long controls, long controlResponses, boolean lower) {
        Arm treatment = Arm.ofRate(n, responses);
        Arm control = Arm.ofRate(controls, controlResponses);
        Effect effect = Effect.ofRates(treatment, control, .95);
        return VerdictRule.USUAL.judge(treatment, control, effect, effect.p(), true, lower);
    }

    /** Four persons by hand: treated responder, control without, treated without, control responder. */
    @Test
    void aQiniCurveByHand() {
        boolean[] treated = { true, false, true, false };
        double[] outcome = { 1, 0, 0, 1 };
        Qini perfect = Qini.of(treated, outcome, new double[]{ 4, 3, 2, 1 });
        assertEquals(List.of(new Qini.Point(0, 0), new Qini.Point(1, 1), new Qini.Point(2, 1), new Qini.Point(3, 1), new Qini.Point(4, 0)),
                perfect.curve(10));
        assertEquals(1, perfect.coefficient(), 1e-12);
        Qini worst = Qini.of(treated, outcome, new double[]{ 1, 2, 2, 4 });
        assertTrue(worst.coefficient() < 0);
        assertEquals(0, Qini.of(treated, outcome, new double[4]).coefficient(), 1e-12);
    }

    /** The figure is that of an independent implementation in R on the same numbers. */
    @Test
    void aQiniCoefficientWithTiesAndAmounts() {
        boolean[] treated = new boolean[120];
        double[] outcome = new double[120];
        double[] score = new double[120];
        for (int i = 0; i < 120; i++) {
            treated[i] = i % 2 == 1;
            outcome[i] = i * 29 % 11 < 3 ? i * 5 % 9 : 0;
            score[i] = i * 17 % 23;
        }
        assertEquals(-.0519099691872, Qini.of(treated, outcome, score).coefficient(), 1e-12);
    }

    @Test
    void aScoreThatKnowsWhoIsMovedHasAPositiveQiniAndTheSameIntervalEveryTime() {
        int n = 20_000;
        SplittableRandom random = new SplittableRandom(5);
        boolean[] treated = new boolean[n];
        double[] outcome = new double[n];
        double[] score = new double[n];
        for (int i = 0; i < n; i++) {
            treated[i] = random.nextBoolean();
            score[i] = random.nextDouble();
            outcome[i] = random.nextDouble() < .1 + (treated[i] ? .3 * score[i] : 0) ? 1 : 0;
        }
        Qini.Result result = Qini.of(treated, outcome, score).result(.95);
        assertTrue(result.lower() > 0 && result.lower() < result.coefficient() && result.coefficient() < result.upper(), result::toString);
        assertEquals(result, Qini.of(treated, outcome, score).result(.95));
    }

    @Test
    void anExperimentOfSeveralArmsIsAnalysedAsAWhole() {
        int[] arms = new int[9000];
        double[] visit = new double[arms.length];
        double[] spend = new double[arms.length];
        for (int i = 0; i < arms.length; i++) {
            arms[i] = i % 3;
            int block = i / 3;
            visit[i] = block % 10 < (arms[i] == 1 ? 3 : 2) ? 1 : 0;
            spend[i] = visit[i] * (1 + block % 7);
        }
        Experiment.Setup setup = new Experiment.Setup(List.of("none", "mail", "call"), 0, new double[]{ 1, 1, 1 }, .95, VerdictRule.USUAL,
                Optional.of(new Experiment.Money(500, .5, Optional.empty())));
        Experiment.Result result = Experiment.analyse(setup, arms,
                List.of(new Experiment.Outcome("visit", visit, false), new Experiment.Outcome("spend", spend, false)), Optional.empty());
        assertEquals(4, result.effects().size());
        assertEquals(.1, result.effects().get(0).effect().absolute(), 1e-12);
        assertEquals(Verdict.PROVEN, result.verdicts().get(0).verdict());
        assertEquals(Verdict.NOT_PROVEN, result.verdicts().get(1).verdict());
        assertEquals(Experiment.Kind.NUMERIC, result.arms().get(0).outcomes().get(1).kind());
        assertEquals("spend", result.returns().get(0).outcome());
        assertTrue(result.sampleRatio().ok());
        assertEquals(0, result.sampleRatio().chi2(), 0);
    }
}
