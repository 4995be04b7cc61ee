package org.towercrier.expansion.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

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
import org.towercrier.expansion.PlanCurve;
import org.towercrier.expansion.PlanException;
import org.towercrier.expansion.PlanRequest.Terms;
import org.towercrier.expansion.PlanRequest.Weights;
import org.towercrier.expansion.Sentence.Deed;
import org.towercrier.expansion.Sentence;
import org.towercrier.expansion.Situation.Place;
import org.towercrier.fixture.TemporaryStore;
import org.towercrier.fixture.TestStores;
import org.towercrier.model.network.CostCatalogue;
import org.towercrier.model.network.CostItem;
import org.towercrier.model.network.NetworkFactory;
import org.towercrier.model.network.NetworkPackage;
import org.towercrier.model.network.SavedPlan;
import org.towercrier.store.DocumentConflictException;
import java.util.Set;
import java.util.stream.Collectors;
import org.towercrier.store.DocumentDamagedException;
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
        catalogues = new CataloguesComponent(store.store(), List.of());
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
        List<Chosen> chosen = List.of(actions).stream().map(id -> new Chosen(id, "c1", "s1", "ADD_CARRIER", 10, 9, 1, "2027", 90, 3, 1.5,
                Double.NaN, 121.5, List.of(new Relieved("c1", 3, "")), Sentence.verbatim("because, \"it\" is <full>"),
                Sentence.verbatim("table"))).toList();
        Diagnosis diagnosis = new Diagnosis("c1", false, "s1", List.of("c1"), Cause.DEMAND, new Demand(1, 2, 1.1, true, 3.3),
                List.of(new Diagnosis.Figure("use", Double.NaN, "%", 70)), Sentence.of("Cause_NOT_ENOUGH_DATA", 2, 3));
        return new ExpansionPlan(Instant.parse("2026-11-01T00:15:00Z"), "GBP", 12, budget, true, chosen, 10.0 * actions.length,
                3.0 * actions.length, 1.5 * actions.length, OptionalDouble.of(7.25), OptionalDouble.empty(), new Outcome(5, 1, 0.5),
                List.of(new Point(budget, 1, 2, 3, OptionalDouble.empty())), List.of(new NotChosen("Z", "c2", "", "NEW_SITE", 7, 5, 2,
                        0.5, Reason.OVER_BUDGET, Sentence.of("Not_Dominated", new Deed("ADD_CARRIER", "Cell 1"), Double.NaN, 7.0), 31, 121,
                        270,
                        Sentence.verbatim("table"))),
                List.of(diagnosis), "branch and cut", List.of(Sentence.of("Note_Stopped")), terms,
                Map.of("BALLOON", Sentence.in(locale -> "zh".equals(locale.getLanguage()) ? "气球" : "Balloon")), Map.of("c1", "Cell 1"));
    }

    @Test
    @DisplayName("A plan that cannot be read is listed without figures and says so; the others are there, and it can be deleted")
    void damaged() throws StoreException {
        plans.replace("good", plan(10, "A"), "");
        plans.replace("bad", plan(10, "A"), "");
        store.store().write(tx -> tx.sql().execute("update towercrier_document set content = '<cut off' where name = 'bad'"));
        List<ExpansionPlans.Headline> all = plans.list();
        assertEquals(Set.of("good", "bad"), all.stream().map(ExpansionPlans.Headline::name).collect(Collectors.toSet()));
        ExpansionPlans.Headline bad = all.stream().filter(each -> each.name().equals("bad")).findFirst().orElseThrow();
        assertTrue(Double.isNaN(bad.relief()));
        assertTrue(bad.note().contains("bad"), bad.note());
        assertThrows(DocumentDamagedException.class, () -> plans.load("bad"));
        plans.delete("bad", bad.version());
        assertEquals(List.of("good"), plans.list().stream().map(ExpansionPlans.Headline::name).toList());
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
    @DisplayName("What is said about a kept plan is read in the language of the reader, not in that of who solved it")
    void languages() throws StoreException {
        plans.save("p", plan(100, "A1"), "", ExpansionPlans.NEW);
        ExpansionPlan plan = plans.load("p").orElseThrow().plan();
        Sentence diagnosis = plan.diagnoses().getFirst().sentence();
        assertEquals("Only 2 days with a covered busy hour; 3 are needed.", diagnosis.text(Locale.ENGLISH));
        assertTrue(diagnosis.text(Locale.SIMPLIFIED_CHINESE).contains("忙时"), diagnosis.text(Locale.SIMPLIFIED_CHINESE));
        assertTrue(diagnosis.text(Locale.TRADITIONAL_CHINESE).contains("忙時"), diagnosis.text(Locale.TRADITIONAL_CHINESE));
        Sentence whyNot = plan.whyNot().getFirst().why();
        assertEquals("Dominated: Add carrier (Cell 1) relieves its cells already (– Mbit/s for 7).", whyNot.text(Locale.ENGLISH));
        assertTrue(plan.notes().getFirst().text(Locale.ENGLISH).contains("stopped"));
        assertEquals("Balloon", plan.nameOf("BALLOON", Locale.FRENCH));
        assertEquals("气球", plan.nameOf("BALLOON", Locale.SIMPLIFIED_CHINESE));
        assertEquals("Sector split", plan.nameOf("SECTOR_SPLIT", Locale.ENGLISH));
        assertEquals("branch and cut", plan.methods(Locale.ENGLISH));
    }

    @Test
    @DisplayName("The curve solved with a plan comes back with it, every plan whole")
    void curve() throws StoreException {
        ExpansionPlan less = plan(50, "A1");
        ExpansionPlan asked = plan(100, "A1", "A2");
        ExpansionPlan more = plan(200, "A1", "A2", "A3");
        PlanCurve curve = new PlanCurve(List.of(less, asked, more), true);
        plans.save("p", asked, curve, "", ExpansionPlans.NEW);
        ExpansionPlans.Kept kept = plans.load("p").orElseThrow();
        assertEquals(asked, kept.plan());
        assertEquals(List.of(50.0, 100.0, 200.0), kept.curve().plans().stream().map(ExpansionPlan::budget).toList());
        assertEquals(more.actions(), kept.curve().plans().getLast().actions());
        assertEquals(less.whyNot(), kept.curve().plans().getFirst().whyNot());
        plans.rename("p", "q");
        assertEquals(3, plans.load("q").orElseThrow().curve().plans().size());
    }

    @Test
    @DisplayName("A plan kept before sentences had languages is read as it was written")
    void older() throws StoreException {
        SavedPlan root = NetworkFactory.eINSTANCE.createSavedPlan();
        root.setName("old");
        root.setContent("""
                {"created":"2026-11-01T00:15:00Z","currency":"GBP","horizon":12,"budget":100.0,"synthetic":false,"actions":[{"id":"A","cell":"c",
                "site":"","action":"ADD_CARRIER","cost":10.0,"investment":9.0,"year":"","leadDays":90,"relief":3.0,"value":1.5,"latitude":null,
                "longitude":121.5,"relieves":[],"why":"because","source":"table"}],"cost":10.0,"relief":3.0,"value":1.5,"bound":null,"gap":null,
                "greedy":{"cost":1.0,"relief":1.0,"value":1.0},"pareto":[],"whyNot":[],"diagnoses":[],"method":"greedy","notes":["note"],
                "terms":{"years":{},"carryOver":false,"pins":[],"bans":[],"catalogue":{},"candidates":[],"weights":{"people":1.0,
                "spendAtRisk":1.0,"groups":1.0,"scenarios":{}},"limits":{"targetUse":70.0,"controlUse":70.0,"connectedUsers":720.0,
                "throughputFloor":2000.0,"poorEfficiency":0.6,"spareShare":0.5,"leastDays":3,"leastFullness":0.1}}}""");
        store.store().documents().save(ExpansionPlans.KIND, "old", root, ExpansionPlans.NEW);
        ExpansionPlans.Kept kept = plans.load("old").orElseThrow();
        assertEquals("because", kept.plan().actions().getFirst().why().text(Locale.TRADITIONAL_CHINESE));
        assertEquals("note", kept.plan().notes().getFirst().text(Locale.ENGLISH));
        assertTrue(Double.isNaN(kept.plan().actions().getFirst().yearlyCost()));
        assertEquals(1, kept.curve().plans().size());
    }

    @Test
    @DisplayName("Long texts with quotation marks, as plans were kept before they were packed, are read")
    void longText() throws StoreException {
        SavedPlan root = NetworkFactory.eINSTANCE.createSavedPlan();
        root.setName("long");
        root.setContent("\"".repeat(200_000));
        store.store().documents().save(ExpansionPlans.KIND, "long", root, ExpansionPlans.NEW);
        assertEquals(200_000, store.store().documents().load(ExpansionPlans.KIND, "long", SavedPlan.class).orElseThrow().root().getContent()
                .length());
    }

    @Test
    @DisplayName("A plan of 20,000 actions comes back")
    void large() throws StoreException {
        ExpansionPlan plan = plan(100, IntStream.range(0, 20_000).mapToObj(number -> "A" + number).toArray(String[]::new));
        plans.save("large", plan, "", ExpansionPlans.NEW);
        assertEquals(plan, plans.load("large").orElseThrow().plan());
    }

    @Test
    @DisplayName("A plan with its curve that was kept before plans had names is read without them")
    void withoutNames() throws StoreException, IOException {
        plans.save("p", plan(100, "A1"), "", ExpansionPlans.NEW);
        SavedPlan root = store.store().documents().load(ExpansionPlans.KIND, "p", SavedPlan.class).orElseThrow().root();
        String content = PackedText.unpack(root.getContent()).replace(",\"names\":{\"c1\":\"Cell 1\"}", "");
        assertFalse(content.contains("names"));
        root.setContent(content);
        store.store().documents().save(ExpansionPlans.KIND, "old", root, ExpansionPlans.NEW);
        assertEquals("c1", plans.load("old").orElseThrow().plan().name("c1"));
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
