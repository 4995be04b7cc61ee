package org.towercrier.expansion.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.towercrier.expansion.Cause;
import org.towercrier.expansion.CostCatalogues;
import org.towercrier.expansion.Demand;
import org.towercrier.expansion.Diagnosis;
import org.towercrier.expansion.ExpansionPlan;
import org.towercrier.expansion.ExpansionPlan.Chosen;
import org.towercrier.expansion.ExpansionPlan.NotChosen;
import org.towercrier.expansion.ExpansionPlan.Outcome;
import org.towercrier.expansion.ExpansionPlan.Point;
import org.towercrier.expansion.ExpansionPlan.Reason;
import org.towercrier.expansion.ExpansionPlan.Relieved;
import org.towercrier.expansion.ExpansionPlans;
import org.towercrier.expansion.ExpansionPlans.Comparison;
import org.towercrier.expansion.Limits;
import org.towercrier.expansion.PlanException;
import org.towercrier.expansion.PlanRequest.Terms;
import org.towercrier.expansion.PlanRequest.Weights;
import org.towercrier.expansion.Situation.Place;
import org.towercrier.fixture.TemporaryStore;
import org.towercrier.fixture.TestStores;
import org.towercrier.model.network.CostCatalogue;
import org.towercrier.model.network.CostItem;
import org.towercrier.model.network.NetworkPackage;
import org.towercrier.store.DocumentConflictException;
import org.towercrier.store.StoreException;

@DisplayName("Plans and cost catalogues as documents of the workspace")
class DocumentsTest {

    private TemporaryStore store;
    private ExpansionPlans plans;
    private CostCatalogues catalogues;

    @BeforeEach
    void open() throws StoreException, IOException {
        store = TestStores.temporary(NetworkPackage.eINSTANCE);
        plans = new PlansComponent(store.store());
        catalogues = new CataloguesComponent(store.store());
    }

    @AfterEach
    void close() throws Exception {
        store.close();
    }

    private static ExpansionPlan plan(double budget, String... actions) {
        Map<String, Double> years = new LinkedHashMap<>();
        years.put("2028", 2.0);
        years.put("2027", 1.0);
        Terms terms = new Terms(years, true, List.of("A"), List.of("B"), Map.of("X", Map.of("investment", 1.5)),
                List.of(new Place("P1", "Roof", 31.5, 121.25)), Weights.USUAL, Limits.USUAL);
        List<Chosen> chosen = List.of(actions).stream().map(id -> new Chosen(id, "c1", "s1", "ADD_CARRIER", 10, 9, "2027", 90, 3, 1.5,
                Double.NaN, 121.5, List.of(new Relieved("c1", 3, "")), "because, \"it\" is <full>", "table")).toList();
        Diagnosis diagnosis = new Diagnosis("c1", false, "s1", List.of("c1"), Cause.DEMAND, new Demand(1, 2, 1.1, true, 3.3),
                List.of(new Diagnosis.Figure("use", Double.NaN, "%", 70)), "full");
        return new ExpansionPlan(Instant.parse("2026-11-01T00:15:00Z"), "GBP", 12, budget, true, chosen, 10.0 * actions.length,
                3.0 * actions.length, 1.5 * actions.length, OptionalDouble.of(7.25), OptionalDouble.empty(), new Outcome(5, 1, 0.5),
                List.of(new Point(budget, 1, 2, 3, OptionalDouble.empty())), List.of(new NotChosen("Z", "c2", "", "NEW_SITE", 7, 0.5,
                        Reason.OVER_BUDGET, "too dear", 31, 121, 270, "table")),
                List.of(diagnosis), "branch and cut", List.of("note"), terms);
    }

    @Test
    @DisplayName("A plan comes back as it was kept, terms, absent figures and the order of the years included")
    void roundTrip() throws StoreException {
        ExpansionPlan plan = plan(100, "A1", "A2");
        assertEquals(1, plans.save("north-2027", plan, " for the board ", ExpansionPlans.NEW));
        ExpansionPlans.Kept kept = plans.load("north-2027").orElseThrow();
        assertEquals(plan, kept.plan());
        assertEquals(List.of("2028", "2027"), List.copyOf(kept.plan().terms().years().keySet()));
        assertEquals("for the board", kept.headline().note());
        assertEquals(6, kept.headline().relief(), 0);
        assertEquals(3, kept.headline().value(), 0);
        assertEquals(Optional.empty(), plans.load("nobody"));
    }

    @Test
    @DisplayName("Versions are kept, nobody overwrites another one's plan, and a plan can be renamed and deleted")
    void versions() throws StoreException {
        plans.save("p", plan(100, "A1"), "", ExpansionPlans.NEW);
        assertThrows(DocumentConflictException.class, () -> plans.save("p", plan(200, "A1"), "", ExpansionPlans.NEW));
        assertEquals(2, plans.replace("p", plan(200, "A1"), ""));
        assertEquals(List.of(200.0, 100.0), plans.history("p").stream().map(ExpansionPlans.Headline::budget).toList());
        assertEquals(100, plans.load("p", 1).orElseThrow().plan().budget(), 0);
        plans.rename("p", "q");
        assertEquals(List.of("q"), plans.list().stream().map(ExpansionPlans.Headline::name).toList());
        plans.delete("q", plans.list().getFirst().version());
        assertTrue(plans.list().isEmpty());
        assertThrows(IllegalArgumentException.class, () -> plans.replace("../up", plan(1), ""));
        assertFalse(ExpansionPlans.isName(".hidden"));
        assertTrue(ExpansionPlans.isName("北区-2027.1"));
    }

    @Test
    @DisplayName("Side by side: what each has alone, and who is missing")
    void compare() throws StoreException {
        plans.replace("one", plan(100, "A1", "A2"), "");
        plans.replace("two", plan(200, "A2", "A3"), "");
        Comparison side = plans.compare(List.of("one", "two", "three"));
        assertEquals(List.of("three"), side.missing());
        assertEquals(List.of(List.of("A1"), List.of("A3")), side.plans().stream().map(ExpansionPlans.Side::onlyHere).toList());
        assertEquals(List.of("A1", "A3", "A2"), side.actions().stream().map(ExpansionPlans.Line::id).toList());
        assertTrue(side.actions().getFirst().in().get(1).isEmpty());
    }

    @Test
    @DisplayName("The shipped catalogue holds until it is edited; then the workspace's own does, until it is reset")
    void catalogue() throws StoreException, PlanException {
        assertTrue(catalogues.own().isEmpty());
        CostCatalogue copy = catalogues.edit().root();
        assertTrue(EcoreUtil.equals(catalogues.shipped(), copy));
        copy.getItems().getFirst().setInvestment(77.5);
        assertEquals(2, catalogues.replace(copy));
        assertEquals(77.5, catalogues.inForce().getItems().getFirst().getInvestment(), 0);
        catalogues.reset();
        assertTrue(EcoreUtil.equals(catalogues.shipped(), catalogues.inForce()));
    }

    @Test
    @DisplayName("As text a catalogue keeps every figure; what does not fit is refused with its place")
    void catalogueText() throws PlanException {
        CostCatalogue read = catalogues.read(catalogues.write(catalogues.shipped()));
        assertTrue(EcoreUtil.equals(catalogues.shipped(), read), catalogues.write(read));
        PlanException unknown = assertThrows(PlanException.class,
                () -> catalogues.read("items: [{name: A, investment: 1}, {name: B, costs: 5}]"));
        assertTrue(String.valueOf(unknown.getMessage()).contains("items/2/costs"), unknown.getMessage());
        PlanException number = assertThrows(PlanException.class, () -> catalogues.read("items: [{name: A, leadTime: soon}]"));
        assertTrue(String.valueOf(number.getMessage()).contains("items/1/leadTime"), number.getMessage());
        assertThrows(PlanException.class, () -> catalogues.read("items: [{name: A, investment: -1}]"));
        assertThrows(PlanException.class, () -> catalogues.read("items: [{name: A}, {name: A}]"));
        assertThrows(PlanException.class, () -> catalogues.read("items: []"));
        assertThrows(PlanException.class, () -> catalogues.read("- [what"));
        CostItem whole = catalogues.read("items: [{name: A, technologies: [LTE_FDD, NR], investment: 1.25, leadTime: 3}]").getItems()
                .getFirst();
        assertEquals(2, whole.getTechnologies().size());
        assertEquals(1.25, whole.getInvestment(), 0);
    }
}
