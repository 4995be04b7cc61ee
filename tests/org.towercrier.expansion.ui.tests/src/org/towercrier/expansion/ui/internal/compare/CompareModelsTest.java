package org.towercrier.expansion.ui.internal.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;
import org.towercrier.expansion.ExpansionPlans.Comparison;
import org.towercrier.expansion.ExpansionPlans.Line;
import org.towercrier.expansion.ExpansionPlans.Side;
import org.towercrier.expansion.ui.internal.Plans;
import org.towercrier.expansion.ui.internal.Texts;
import org.towercrier.expansion.ui.internal.desk.Ground;
import org.towercrier.ui.table.TableColumn;

/** Kept plans side by side. */
class CompareModelsTest {

    private final Texts texts = new Texts(Locale.ENGLISH);
    private final Side small = side("small", List.of());
    private final Side great = side("great", List.of(Plans.CARRIER));
    private final Line both = line(Plans.SPLIT, true, true);
    private final Line one = line(Plans.CARRIER, false, true);
    private final Comparison comparison = new Comparison(List.of(small, great), List.of(one, both), List.of(), Map.of());

    private static Side side(String name, List<String> onlyHere) {
        return new Side(name, 100, 90, 60, 30, OptionalDouble.of(31), OptionalDouble.of(0.03), 1, onlyHere);
    }

    private static Line line(String id, boolean first, boolean second) {
        return new Line(id, id.substring(0, id.indexOf(':')), "A", "S1", List.of(chosen(id, first), chosen(id, second)));
    }

    private static Optional<org.towercrier.expansion.ExpansionPlan.Chosen> chosen(String id, boolean there) {
        return there ? Optional.of(Plans.chosen(id, "A", 90, 60)) : Optional.empty();
    }

    @Test
    void everyActionSaysInWhichPlansItIs() {
        assertEquals("all of them", CompareModels.in(both, comparison.plans(), texts));
        assertEquals("only great", CompareModels.in(one, comparison.plans(), texts));
    }

    @Test
    void ofManyPlansTheNumberIsSaid() {
        Line two = new Line(Plans.SPLIT, "SECTOR_SPLIT", "A", "S1",
                List.of(chosen(Plans.SPLIT, true), chosen(Plans.SPLIT, false), chosen(Plans.SPLIT, true)));
        assertEquals("2 of 3", CompareModels.in(two, List.of(small, great, side("third", List.of())), texts));
    }

    @Test
    void everyPlanHasItsColumns() {
        List<String> ids = CompareModels.lines(comparison, "GBP", Ground.NONE, texts).stream().map(TableColumn::id).toList();
        assertEquals(List.of("cell", "action", "in", "relief0", "relief1", "cost0", "cost1", "id"), ids);
    }

    @Test
    void theFiguresOfAllPlansStandSideBySideWithTheirUnits() {
        List<CompareModels.Figure> figures = CompareModels.figures(comparison, "GBP", texts);
        assertEquals(List.of("Budget (GBP)", "Cost (GBP)", "Relief (Mbit/s)", "Weighted relief (Mbit/s)", "Cost per Mbit/s (GBP)", "Gap",
                "Actions", "Only here"), figures.stream().map(CompareModels.Figure::label).toList());
        assertEquals(List.of("2", "2"), figures.get(4).values(), "90 / 60");
        assertEquals(List.of("0", "1"), figures.getLast().values());
    }

    @Test
    void aSinglePlanIsShownWithoutComparison() {
        Comparison alone = new Comparison(List.of(great), List.of(one), List.of(), Map.of());
        assertEquals(false, CompareModels.lines(alone, "GBP", Ground.NONE, texts).stream().anyMatch(column -> column.id().equals("in")));
    }
}
