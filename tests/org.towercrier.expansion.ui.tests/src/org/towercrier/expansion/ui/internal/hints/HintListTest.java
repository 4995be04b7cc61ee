package org.towercrier.expansion.ui.internal.hints;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.towercrier.areas.CellPeople;
import org.towercrier.expansion.ExpansionPlan;
import org.towercrier.expansion.ui.internal.Plans;
import org.towercrier.expansion.ui.internal.Texts;
import org.towercrier.expansion.ui.internal.desk.DeskState;
import org.towercrier.expansion.ui.internal.desk.DeskStates;
import org.towercrier.expansion.ui.internal.desk.Ground;
import org.towercrier.expansion.ui.internal.desk.PlanQuestion.Will;
import org.towercrier.ui.kit.PropertyFacts.Fact;
import org.towercrier.ui.kit.PropertyFacts.Section;
import org.towercrier.ui.theme.Severity;

/** From a plan to the rows of the table and the facts of the inspector. */
class HintListTest {

    private static final Ground GROUND = new Ground(Map.of("A", new Ground.Spot("Cell A", "S1", 48.1, 11.5, 90), "B",
            new Ground.Spot("Cell B", "S1", 48.2, 11.6, 90)), Map.of("S1", "Site 1"), true, List.of());
    private static final CellPeople PEOPLE = new CellPeople("A", 10, 5, 12, List.of(), List.of(), 3, 3, 600, 150, Optional.empty(), true);

    private final ExpansionPlan plan = Plans.of(100_000);
    private final DeskState state = DeskStates.of(plan, Map.of("A", PEOPLE));

    @Test
    void whatThePlanDoesComesFirstWithItsShareOfTheDemandAndThePeopleBehindIt() {
        List<Hint> hints = HintList.of(state, GROUND);
        assertEquals(List.of(Plans.SPLIT, Plans.CARRIER), hints.stream().map(Hint::id).toList());
        Hint split = hints.getFirst();
        assertTrue(split.chosen());
        assertEquals("Cell A", split.place().cellName());
        assertEquals("Site 1", split.place().siteName());
        assertEquals(0.75, split.effect().share(), 1e-12);
        assertEquals(0.5, split.effect().weight(), 1e-12);
        assertEquals(1_500, split.costOfRelief(), 1e-9);
        assertEquals(12, split.customers());
        assertEquals(150, split.spendAtRisk());
    }

    @Test
    void whatIsNotChosenStandsAtItsCellWhenItHasNoPlaceOfItsOwn() {
        Hint carrier = HintList.of(state, GROUND).getLast();
        assertFalse(carrier.chosen());
        assertEquals(48.2, carrier.place().latitude());
        assertEquals(0.5, carrier.effect().share(), 1e-12);
        assertTrue(Double.isNaN(carrier.effect().weight()));
        assertEquals(List.of("B"), carrier.cells());
    }

    @Test
    void whatIsForbiddenIsSaidAtOnce() {
        DeskState forbidden = DeskStates.asking(state, state.question().forbid(List.of("B")));
        assertEquals(Will.FORBIDDEN, HintList.of(forbidden, GROUND).getLast().will());
    }

    @Test
    void theInspectorMarksWhatIsBeyondItsLimitAndLeavesOutWhatWasNotMeasured() {
        List<Hint> hints = HintList.of(state, GROUND);
        List<Section> sections = new HintFacts(new Texts(Locale.ENGLISH), plan, GROUND).of(hints.getFirst(), hints.subList(1, 2),
                hint -> {});
        List<Fact> evidence = sections.stream().filter(section -> section.title().equals("Diagnosis: Demand")).findFirst().orElseThrow()
                .facts();
        assertEquals(List.of("Why", "Busy-hour use", "Speed per user"), evidence.stream().map(Fact::label).toList());
        assertEquals(Optional.of(Severity.WARNING), evidence.get(1).severity());
        assertEquals(Optional.of(Severity.WARNING), evidence.get(2).severity());
        assertTrue(sections.stream().anyMatch(section -> section.title().equals("If nothing is done")
                && section.facts().stream().anyMatch(fact -> fact.value().contains("80"))));
        assertTrue(sections.getLast().facts().getFirst().action().isPresent(), "other ways lead there");
    }

    @Test
    void withoutAPlanThereAreNoHints() {
        assertEquals(List.of(), HintList.of(DeskState.START, GROUND));
    }
}
