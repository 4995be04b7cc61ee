package org.towercrier.expansion.ui.internal.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.towercrier.expansion.ui.internal.Plans;
import org.towercrier.expansion.ui.internal.desk.PlanQuestion.Will;

/** What the user lays down, and when a plan no longer answers it. */
class PlanQuestionTest {

    @Test
    void whatIsPinnedIsNoLongerForbiddenAndTheOtherWayRound() {
        PlanQuestion forbidden = PlanQuestion.USUAL.pin(List.of("X")).forbid(List.of("X"));
        assertEquals(List.of(), forbidden.terms().pins());
        assertEquals(List.of("X"), forbidden.terms().bans());
        assertEquals(List.of(), forbidden.pin(List.of("X")).terms().bans());
        assertEquals(PlanQuestion.USUAL, forbidden.release(List.of("X")));
    }

    @Test
    void anActionIsForbiddenByItselfItsKindItsCellOrItsSite() {
        for (String ban : List.of("ADD_CARRIER:B", "ADD_CARRIER:*", "B", "S1")) {
            assertEquals(Will.FORBIDDEN, PlanQuestion.USUAL.forbid(List.of(ban)).will("ADD_CARRIER:B", "ADD_CARRIER", "B", "S1"), ban);
        }
        assertEquals(Will.FREE, PlanQuestion.USUAL.forbid(List.of("S2")).will("ADD_CARRIER:B", "ADD_CARRIER", "B", "S1"));
    }

    @Test
    void anotherBudgetKeepsWhatIsPinned() {
        PlanQuestion other = PlanQuestion.USUAL.pin(List.of("X")).with(7, 24, Map.of("2027", 5.0), true);
        assertEquals(List.of("X"), other.terms().pins());
        assertEquals(Map.of("2027", 5.0), other.terms().years());
        assertTrue(other.terms().carryOver());
    }

    @Test
    void aPlanIsStaleOnceSomethingElseIsAsked() {
        PlanQuestion asked = PlanQuestion.of(Plans.of(100_000));
        DeskState state = DeskState.START.asking(asked)
                .showing(new Solved(asked, List.of(Plans.of(100_000)), Map.of(), Optional.empty(), true));
        assertFalse(state.isStale());
        assertTrue(state.asking(asked.pin(List.of("X"))).isStale());
        assertFalse(state.asking(asked.pin(List.of("X"))).asking(asked).isStale(), "taken back");
    }

    @Test
    void theSliderShowsTheSolvedPlanOfTheNearestBudget() {
        Solved solved = new Solved(PlanQuestion.USUAL, List.of(Plans.of(200_000), Plans.of(0), Plans.of(100_000)), Map.of(),
                Optional.empty(), true);
        assertEquals(List.of(0.0, 100_000.0, 200_000.0), solved.plans().stream().map(plan -> plan.budget()).toList());
        DeskState state = DeskState.START.showing(solved);
        assertEquals(100_000, state.lookingAt(120_000).plan().orElseThrow().budget());
        assertEquals(200_000, state.lookingAt(1e9).plan().orElseThrow().budget());
    }

    @Test
    void aPlanSolvedAgainTakesThePlaceOfTheOneBefore() {
        Solved solved = new Solved(PlanQuestion.USUAL, List.of(Plans.of(0)), Map.of(), Optional.empty(), false);
        assertEquals(1, solved.and(Plans.of(0)).plans().size());
        assertEquals(2, solved.and(Plans.of(5)).plans().size());
    }
}
