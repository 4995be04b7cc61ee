package org.towercrier.expansion.ui.internal.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.towercrier.expansion.ExpansionPlan;
import org.towercrier.expansion.ExpansionPlan.Reason;
import org.towercrier.expansion.PlanRequest.Terms;
import org.towercrier.expansion.ui.internal.Plans;
import org.towercrier.expansion.ui.internal.Texts;
import org.towercrier.expansion.ui.internal.desk.PlanQuestion;
import org.towercrier.expansion.ui.internal.desk.Solved;
import org.towercrier.ui.chart.ChartModel;
import org.towercrier.ui.kit.PropertyFacts.Section;

/** The cost-relief curve and the figures beside it. */
class PlanChartTest {

    private final Texts texts = new Texts(Locale.ENGLISH);

    private static ExpansionPlan nothing(double budget) {
        return Plans.of(budget, List.of(), List.of(Plans.not(Plans.SPLIT, "A", 90_000, 60, Reason.OVER_BUDGET)), Terms.NONE);
    }

    @Test
    void theCurveGoesThroughTheSolvedPlansAndMarksTheOneLookedAt() {
        Solved solved = new Solved(PlanQuestion.USUAL, List.of(nothing(0), Plans.of(100_000)), Map.of(), Optional.empty(), true);
        ChartModel chart = PlanChart.of(solved, solved.plans().getLast(), texts);
        ChartModel.Series plans = series(chart, "Solved plans");
        assertArrayEquals(new double[]{ 0, 100_000 }, plans.x());
        assertArrayEquals(new double[]{ 0, 30 }, plans.y());
        assertArrayEquals(new double[]{ 0, 15 }, series(chart, "Step by step (greedy)").y());
        assertArrayEquals(new double[]{ 1, 31 }, series(chart, "Proven bound").y());
        assertArrayEquals(new double[]{ 100_000 }, series(chart, "This plan").x());
    }

    @Test
    void aKeptPlanShowsTheCurveItWasKeptWith() {
        Solved kept = new Solved(PlanQuestion.USUAL, List.of(Plans.of(100_000)), Map.of(),
                Optional.of(new Solved.Shelved("meeting", Instant.EPOCH)), true);
        ChartModel chart = PlanChart.of(kept, kept.plans().getFirst(), texts);
        assertArrayEquals(new double[]{ 0, 100_000 }, series(chart, "Solved plans").x());
        assertTrue(Double.isNaN(series(chart, "Step by step (greedy)").y()[0]), "greedy is known for the plan's own budget only");
    }

    @Test
    void theFactsSayWhatIsProvenAndThatThereIsNoSolver() {
        List<Section> sections = new PlanFacts(texts).of(Plans.of(100_000), false);
        assertTrue(says(sections, "no solver library"));
        assertFalse(says(new PlanFacts(texts).of(Plans.of(100_000), true), "no solver library"));
        assertTrue(says(sections, "synthetic"));
        assertEquals(0.5, PlanFacts.share(Plans.of(100_000)), 1e-12);
    }

    private static boolean says(List<Section> sections, String words) {
        return sections.stream().flatMap(section -> section.facts().stream()).anyMatch(fact -> fact.value().contains(words));
    }

    private static ChartModel.Series series(ChartModel chart, String name) {
        return chart.series().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }
}
