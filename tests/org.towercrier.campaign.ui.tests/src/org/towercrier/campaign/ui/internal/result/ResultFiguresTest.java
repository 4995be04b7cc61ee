package org.towercrier.campaign.ui.internal.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.towercrier.campaign.CampaignResults.Contamination;
import org.towercrier.campaign.CampaignResults.Funnel;
import org.towercrier.campaign.CampaignResults.Measure;
import org.towercrier.campaign.CampaignResults.Result;
import org.towercrier.campaign.CampaignResults.Returns;
import org.towercrier.campaign.CampaignResults.Units;
import org.towercrier.campaign.ui.internal.Texts;
import org.towercrier.campaign.ui.internal.Words;
import org.towercrier.model.campaign.AudienceUnit;
import org.towercrier.model.campaign.Verdict;
import org.towercrier.statistics.experiment.SampleRatio;
import org.towercrier.ui.figure.NumbersPane;
import org.towercrier.ui.theme.Severity;

/** A result as figures. */
class ResultFiguresTest {

    private static final Texts ENGLISH = new Texts(Locale.ENGLISH);

    @Test
    void theVerdictComesFirstWithItsShapeAndTheEffectInPoints() {
        List<NumbersPane.Number> strip = figures().strip();
        assertEquals(Optional.of(Severity.CRITICAL), strip.get(0).mark());
        assertEquals("-1.50 pp", strip.get(1).value());
        assertEquals("from -2.50 pp to -0.50 pp", strip.get(1).note());
        assertEquals("-40\u202F%", strip.get(2).value());
    }

    @Test
    void theDecidingMeasureIsShownBySegmentAndSpendOnItsOwnScale() {
        IntervalFigure effects = figures().effects();
        assertEquals(List.of("Response", "Refusal", "Response: young"), effects.rows().stream().map(IntervalFigure.Row::name).toList());
        assertFalse(effects.rows().getFirst().touchesZero());
        assertTrue(effects.rows().get(2).touchesZero());
        assertEquals(List.of("Spend"), figures().spend().orElseThrow().rows().stream().map(IntervalFigure.Row::name).toList());
    }

    @Test
    void theAxisHoldsZeroAndAllLimits() {
        double[] range = figures().effects().range();
        assertTrue(range[0] < -0.025 && range[1] > 0.02, range[0] + " to " + range[1]);
    }

    @Test
    void aFunnelNamesItsStagesInTheLanguage() {
        assertEquals(List.of("Ordered", "delivered"),
                figures().funnel().panels().getFirst().bars().stream().map(bar -> bar.name()).toList());
    }

    private static ResultFigures figures() {
        Measure response = measure("response", Optional.empty(), -0.015, -0.025, -0.005, Verdict.HARMFUL);
        Measure refusal = measure("refusal", Optional.empty(), 0.01, 0.0, 0.02, Verdict.NOT_PROVEN);
        Measure young = measure("response", Optional.of("young"), -0.01, -0.024, 0.004, Verdict.NOT_PROVEN);
        Measure spend = measure("spend", Optional.empty(), 2.5, 1, 4, Verdict.PROVEN);
        Result result = new Result("c", Instant.EPOCH, 5_000, 5_000, new Units(AudienceUnit.CUSTOMER, 5_000, 5_000),
                List.of(response, refusal, young, spend),
                SampleRatio.equal(5_000, 5_000), new Contamination(0, 0, 0, 0, 0),
                List.of(new Funnel("ordered", 100, 0.02), new Funnel("delivered", 4_000, 0.8)), Optional.empty(),
                Optional.of(new Returns(-0.4, -0.6, -0.2, 0.01, 600, 1_000)), 1_000, "response", Verdict.HARMFUL, List.of());
        return new ResultFigures(result, ENGLISH, new Words(ENGLISH));
    }

    private static Measure measure(String name, Optional<String> segment, double difference, double lower, double upper, Verdict verdict) {
        return new Measure(name, segment, false, 5_000, 5_000, 0.05 + difference, 0.05, difference, lower, upper, difference / 0.05, 3,
                0.003,
                verdict);
    }
}
