package org.towercrier.expansion.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.towercrier.expansion.ExpansionPlan;
import org.towercrier.expansion.ExpansionPlan.Chosen;
import org.towercrier.expansion.ExpansionPlan.NotChosen;
import org.towercrier.expansion.ExpansionPlan.Outcome;
import org.towercrier.expansion.ExpansionPlan.Point;
import org.towercrier.expansion.ExpansionPlan.Reason;
import org.towercrier.expansion.Limits;
import org.towercrier.expansion.PlanRequest.Terms;
import org.towercrier.expansion.PlanRequest.Weights;
import org.towercrier.expansion.Sentence;
import org.towercrier.report.Block;
import org.towercrier.report.Chart;
import org.towercrier.report.Grid;
import org.towercrier.report.Section;

@DisplayName("A plan as sections of a report")
class PlanSectionsTest {

    private static Chosen chosen(String id, double yearly, String year) {
        return new Chosen(id, "c1", "s1", id.substring(0, id.indexOf(':')), 100 + yearly, 100, yearly, year, 30, 5, 5, 48, 11, List.of(),
                Sentence.verbatim("It is full."), Sentence.of("Shipped_Source_SECTOR_SPLIT"));
    }

    private static PlanSections sections(double yearly, String year, Locale locale) {
        return sections(yearly, year, locale, Terms.NONE);
    }

    private static PlanSections sections(double yearly, String year, Locale locale, Terms terms) {
        NotChosen rest = new NotChosen("NEW_SITE:c2", "c2", "", "NEW_SITE", 331_487, 331_487, 0, 9, Reason.OVER_BUDGET,
                Sentence.verbatim("Too dear."), 48, 11, 270, Sentence.verbatim("Offer of our own"));
        return new PlanSections(new ExpansionPlan(Instant.EPOCH, "GBP", 12, 500, false,
                List.of(chosen("SECTOR_SPLIT:c1", yearly, year), chosen("SECTOR_SPLIT:c3", 0, year)), 200, 10, 10, OptionalDouble.of(10),
                OptionalDouble.of(0), new Outcome(200, 10, 10),
                List.of(new Point(0, 0, 0, 0, OptionalDouble.empty()), new Point(500, 200, 10, 10, OptionalDouble.empty())),
                List.of(rest), List.of(), "greedy", List.of(), terms, Map.of(), Map.of("c1", "Harbour 1-1")),
                new Texts(locale));
    }

    private static <T extends Block> T first(Section section, Class<T> type) {
        return section.blocks().stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
    }

    private static List<String> columns(Section section) {
        return first(section, Grid.class).columns().stream().map(Grid.Column::label).toList();
    }

    @Test
    @DisplayName("Columns that say the same in every row are not there: no running cost, no years")
    void onlyWhatSaysSomething() {
        assertEquals(List.of("Action", "Cell", "Site", "Cost", "Relief", "Lead time", "Why", "Id"),
                columns(sections(0, "", Locale.ENGLISH).actions(1)));
        assertEquals(List.of("Action", "Cell", "Site", "Year", "Cost", "Investment", "Yearly cost", "Relief", "Lead time", "Why", "Id"),
                columns(sections(12, "2027", Locale.ENGLISH).actions(1)));
    }

    @Test
    @DisplayName("Each source is told once for its kind of action, in the reader's language; an own one as it was typed")
    void sources() {
        assertEquals(List.of(
                List.of("扇区分裂", "增益小于 2：产品规格，1.6 为假设值。投资和建设周期：假设值"), List.of("新建站点", "Offer of our own")),
                first(sections(0, "", Locale.SIMPLIFIED_CHINESE).sources(1), Grid.class).rows());
    }

    @Test
    @DisplayName("This plan is a point of its own on the curve")
    void curve() {
        Chart curve = first(sections(0, "", Locale.ENGLISH).summary(1), Chart.class);
        assertEquals(List.of("Relief", "This plan"), curve.series().stream().map(Chart.Series::name).toList());
        assertEquals(List.of(Double.NaN, 10.0), curve.series().getLast().values());
    }

    @Test
    @DisplayName("What was laid down is told by name, and only what is not as usual")
    void terms() {
        assertTrue(sections(0, "", Locale.ENGLISH).terms(1).isEmpty());
        Terms laidDown = new Terms(Map.of("2027", 200_000.0), true, List.of("SECTOR_SPLIT:c1"), List.of("NEW_SITE:*", "c1"),
                Map.of("SMALL_CELL", Map.of("gain", 0.75)), List.of(), Weights.USUAL, new Limits(75, 70, 720, 2000, 0.6, 0.5, 3, 0.1));
        assertEquals(List.of(List.of("Budget of a year", "2027: 200,000 GBP"), List.of("Money left of a year", "goes to the next year"),
                List.of("Must be done", "Sector split (Harbour 1-1)"), List.of("Must not be done", "everything of the kind New site"),
                List.of("Must not be done", "Harbour 1-1"), List.of("Figures of its own", "Small cell: gain = 0.75"),
                List.of("Limits that are not the usual ones", "targetUse = 75")),
                first(sections(0, "", Locale.ENGLISH, laidDown).terms(1).orElseThrow(), Grid.class).rows());
    }
}
