package org.towercrier.expansion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.towercrier.expansion.ExpansionPlan.Chosen;
import org.towercrier.expansion.ExpansionPlan.Reason;
import org.towercrier.expansion.ExpansionPlan.Relieved;
import org.towercrier.expansion.PlanRequest.Terms;
import org.towercrier.expansion.PlanRequest.Weights;
import org.towercrier.expansion.Proposal.Gain;
import org.towercrier.expansion.internal.Catalogues;
import org.towercrier.expansion.internal.PlanMaker;
import org.towercrier.expansion.internal.Study;
import org.towercrier.expansion.internal.action.AddCarrier;
import org.towercrier.expansion.internal.action.LoadBalancing;
import org.towercrier.model.network.CostItem;
import org.towercrier.planning.PlanningMonitor;
import org.towercrier.planning.internal.PlannerService;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

@DisplayName("Plans for a budget")
class PlanTest {

    private static final double EXACT = 1e-6;
    /** Such small searches end by themselves. */
    private static final Duration UNHURRIED = Duration.ofHours(1);

    private static CellState cell(String id, double cutOff, double spare) {
        Demand demand = new Demand(cutOff, 0, 1, false, cutOff);
        CellLoad load = new CellLoad(14, 14, cutOff > 0 ? 90 : 30, 95, 40, 45, 3000, 20, 100, 30);
        return new CellState(id, id, Optional.of("S-" + id), "sector-" + id, Optional.empty(), Optional.empty(), 31, 121, 0, 500, 20,
                Optional.of(load), demand, cutOff > 0 ? Optional.of(Cause.DEMAND) : Optional.empty(), 1, 30, spare);
    }

    private static Situation situation(CellState... cells) {
        Map<String, CellState> all = new HashMap<>();
        Map<String, List<String>> sectors = new HashMap<>();
        for (CellState cell : cells) {
            all.put(cell.id(), cell);
            sectors.computeIfAbsent(cell.sector(), key -> new ArrayList<>()).add(cell.id());
        }
        return new Situation(all, Map.of(), sectors, List.of(), List.of(), List.of(), Limits.USUAL);
    }

    private static Proposal own(String id, String cell, double cost, double amount, String... groups) {
        return new Proposal(id, "X", cell, Optional.empty(), 31, 121, cost, 0, 10, List.of(new Gain(cell, amount, Optional.empty())),
                OptionalDouble.empty(), List.of(groups), Sentence.none(), Sentence.none());
    }

    private static Terms terms(Map<String, Double> years, List<String> pins, List<String> bans) {
        return new Terms(years, false, pins, bans, Map.of(), List.of(), Weights.USUAL, Limits.USUAL);
    }

    private static ExpansionPlan plan(Situation situation, List<Proposal> proposals, double budget, Terms terms) throws PlanException {
        PlanRequest request = new PlanRequest(budget, 12, UNHURRIED, ZoneOffset.UTC, Locale.ENGLISH, terms);
        ExpansionPlan plan = new PlanMaker(new PlannerService(Optional.empty()), PlanningMonitor.none()).make(
                new Study(situation, proposals, List.of(), Instant.EPOCH, "GBP", true, List.of(), Map.of()), request);
        check(plan, situation, proposals, request);
        return plan;
    }

    /** Independent of the planner: budget, exclusive groups, relief of a cell, shared capacity and room, each from the plan's own lines. */
    private static void check(ExpansionPlan plan, Situation situation, List<Proposal> proposals, PlanRequest request) {
        Map<String, Proposal> byId = new HashMap<>();
        proposals.forEach(proposal -> byId.put(proposal.id(), proposal));
        Set<String> groups = new HashSet<>();
        Map<String, Double> relieved = new HashMap<>();
        Map<String, Double> room = new HashMap<>();
        Map<String, Double> years = new HashMap<>();
        double cost = 0;
        double relief = 0;
        for (Chosen each : plan.actions()) {
            Proposal proposal = byId.get(each.id());
            assertTrue(groups.add("id:" + each.id()), "twice " + each.id());
            proposal.exclusive().forEach(group -> assertTrue(groups.add(group), "two of " + group));
            cost += each.cost();
            years.merge(each.year(), each.cost(), Double::sum);
            double sum = 0;
            for (Relieved cell : each.relieves()) {
                sum += cell.amount();
                relieved.merge(cell.cell(), cell.amount(), Double::sum);
                if (!cell.receiver().isEmpty()) {
                    room.merge(cell.receiver(), cell.amount(), Double::sum);
                }
            }
            assertEquals(each.relief(), sum, EXACT);
            assertTrue(sum <= proposal.shared().orElse(Double.MAX_VALUE) + EXACT, "shared capacity of " + each.id());
            relief += sum;
        }
        assertEquals(plan.cost(), cost, EXACT);
        assertEquals(plan.relief(), relief, EXACT);
        assertEquals(plan.value(), plan.actions().stream().mapToDouble(Chosen::value).sum(), EXACT);
        assertTrue(cost <= request.budget() + EXACT, "budget");
        request.terms().years().forEach((year, limit) -> assertTrue(years.getOrDefault(year, 0.0) <= limit + EXACT, "budget of " + year));
        relieved.forEach(
                (cell, amount) -> assertTrue(amount <= situation.cells().get(cell).demand().cutOff() + EXACT, "relief of " + cell));
        room.forEach((cell, amount) -> assertTrue(amount <= situation.cells().get(cell).spare() + EXACT, "room of " + cell));
        assertTrue(plan.value() >= plan.greedy().value() - EXACT, "worse than greedy");
        plan.bound().ifPresent(bound -> assertTrue(bound >= plan.value() - EXACT, "above its bound"));
    }

    private static Set<String> ids(ExpansionPlan plan) {
        Set<String> ids = new HashSet<>();
        plan.actions().forEach(each -> ids.add(each.id()));
        return ids;
    }

    private static Reason reason(ExpansionPlan plan, String id) {
        return plan.whyNot().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow().reason();
    }

    @Test
    @DisplayName("Without a solver library the plan says so, and its bound is not below the best plan by hand")
    void withoutLibrary() throws PlanException {
        Situation situation = situation(cell("a", 10, 0), cell("b", 7, 0), cell("c", 7, 0));
        List<Proposal> proposals = List.of(own("A", "a", 60, 10), own("B", "b", 50, 7), own("C", "c", 50, 7));
        ExpansionPlan plan = plan(situation, proposals, 100, Terms.NONE);
        assertEquals(10, plan.greedy().relief(), EXACT, "step by step A is taken, and nothing fits beside it");
        assertEquals(14, plan.relief(), EXACT, "two for one: B and C");
        assertTrue(plan.bound().orElseThrow() >= 14 - EXACT);
        assertFalse(plan.notes().isEmpty(), "what is missing is told");
        assertEquals(proposals.size(), plan.actions().size() + plan.whyNot().size());
    }

    @Test
    @DisplayName("A cell is relieved once: the second action there is dominated; one where nothing is cut off has no effect")
    void once() throws PlanException {
        Situation situation = situation(cell("a", 10, 0), cell("idle", 0, 5));
        ExpansionPlan plan = plan(situation, List.of(own("CHEAP", "a", 10, 12), own("DEAR", "a", 20, 12), own("NONE", "idle", 1, 5)), 100,
                Terms.NONE);
        assertEquals(Set.of("CHEAP"), ids(plan));
        assertEquals(10, plan.relief(), EXACT);
        assertEquals(Reason.DOMINATED, reason(plan, "DEAR"));
        assertEquals(Reason.NO_EFFECT, reason(plan, "NONE"));
    }

    @Test
    @DisplayName("Cells share the capacity of a new site, and two actions of one group are not taken together")
    void sharedAndExclusive() throws PlanException {
        Situation situation = situation(cell("a", 10, 0), cell("b", 10, 0));
        Proposal site = new Proposal("SITE", "X", "a", Optional.of("P1"), 31, 121, 50, 0, 10,
                List.of(new Gain("a", 10, Optional.empty()), new Gain("b", 10, Optional.empty())), OptionalDouble.of(12), List.of(),
                Sentence.none(), Sentence.none());
        ExpansionPlan plan = plan(situation, List.of(site, own("A1", "a", 10, 3, "hardware"), own("A2", "a", 10, 2, "hardware")), 100,
                Terms.NONE);
        assertEquals(15, plan.relief(), EXACT);
        assertEquals(Set.of("SITE", "A1"), ids(plan));
        assertEquals(Reason.EXCLUDED, reason(plan, "A2"));
    }

    @Test
    @DisplayName("Pins are taken, bans are not, and what cannot be had is refused with a sentence")
    void pinsAndBans() throws PlanException {
        Situation situation = situation(cell("a", 10, 0), cell("b", 10, 0));
        List<Proposal> proposals = List.of(own("A", "a", 50, 10), own("B", "b", 50, 4));
        assertEquals(Set.of("B"), ids(plan(situation, proposals, 50, terms(Map.of(), List.of("B"), List.of()))));
        ExpansionPlan banned = plan(situation, proposals, 100, terms(Map.of(), List.of(), List.of("a")));
        assertEquals(Set.of("B"), ids(banned));
        assertEquals(Reason.EXCLUDED, reason(banned, "A"));
        assertThrows(PlanException.class, () -> plan(situation, proposals, 60, terms(Map.of(), List.of("A", "B"), List.of())));
        assertThrows(PlanException.class, () -> plan(situation, proposals, 60, terms(Map.of(), List.of("nobody"), List.of())));
    }

    @Test
    @DisplayName("Each year keeps its budget, and what would come too late is not planned")
    void yearsAndLeadTimes() throws PlanException {
        Situation situation = situation(cell("a", 10, 0), cell("b", 10, 0), cell("c", 9, 0));
        Proposal late = new Proposal("LATE", "X", "c", Optional.empty(), 31, 121, 1, 0, 400, List.of(new Gain("c", 9, Optional.empty())),
                OptionalDouble.empty(), List.of(), Sentence.none(), Sentence.none());
        Map<String, Double> years = new LinkedHashMap<>();
        years.put("2027", 50.0);
        years.put("2028", 50.0);
        ExpansionPlan plan = plan(situation, List.of(own("A", "a", 50, 10), own("B", "b", 50, 8), late), 100,
                terms(years, List.of(), List.of()));
        assertEquals(Set.of("A"), ids(plan), "the second year's decisions come after a horizon of 12 months");
        assertEquals("2027", plan.actions().getFirst().year());
        assertEquals(Reason.EXCLUDED, reason(plan, "LATE"));
    }

    @Test
    @DisplayName("Load goes to a neighbour only as far as its room for all that hand over, free of cost and without any budget")
    void balancing() throws PlanException {
        Map<String, CellState> cells = Map.of("a", cell("a", 10, 0), "b", cell("b", 10, 0), "n", cell("n", 0, 8));
        Situation situation = new Situation(cells, Map.of("a", Map.of("n", 1.0), "b", Map.of("n", 1.0)), Map.of(), List.of(), List.of(),
                List.of(), Limits.USUAL);
        CostItem item = item("LOAD_BALANCING");
        ExpansionPlan plan = plan(situation, new LoadBalancing().propose(situation, item), 0, Terms.NONE);
        assertEquals(8, plan.relief(), EXACT);
        assertEquals(0, plan.cost(), EXACT);
    }

    @Test
    @DisplayName("A second carrier doubles the capacity at the published cost, and its source is told")
    void carrier() {
        Situation situation = situation(cell("a", 10, 0));
        Proposal carrier = new AddCarrier().propose(situation, item("ADD_CARRIER")).getFirst();
        assertEquals(30, carrier.gains().getFirst().amount(), EXACT);
        assertEquals(59_210, carrier.investment(), 0);
        assertTrue(carrier.source().text(Locale.ENGLISH).contains("nismod/cdcam"));
    }

    @Test
    @DisplayName("What is pinned cannot be forbidden at once, by itself, its kind or its cell, and must be ready in time")
    void impossiblePins() {
        Situation situation = situation(cell("a", 10, 0));
        Proposal slow = new Proposal("S", "X", "a", Optional.empty(), 31, 121, 5, 0, 400, List.of(new Gain("a", 9, Optional.empty())),
                OptionalDouble.empty(), List.of(), Sentence.none(), Sentence.none());
        List<Proposal> proposals = List.of(own("A", "a", 60, 10), slow);
        for (String ban : List.of("A", "X:*", "a")) {
            String reason = assertThrows(PlanException.class,
                    () -> plan(situation, proposals, 100, terms(Map.of(), List.of("A"), List.of(ban)))).getMessage();
            assertEquals("A is pinned and forbidden at once (by " + ban + ").", reason);
        }
        String late = assertThrows(PlanException.class,
                () -> plan(situation, proposals, 100, terms(Map.of(), List.of("S"), List.of()))).getMessage();
        assertEquals("S is pinned, but takes 400 days and is not ready within 12 months.", late);
    }

    @Test
    @DisplayName("What the budgets of years do not allow is over budget, though money is left in all")
    void overTheBudgetOfAYear() throws PlanException {
        Situation situation = situation(cell("a", 10, 0), cell("b", 7, 0));
        List<Proposal> proposals = List.of(own("A", "a", 60, 10), own("B", "b", 50, 7));
        Map<String, Double> years = new LinkedHashMap<>(Map.of("2027", 75.0));
        years.put("2028", 20.0);
        PlanRequest request = new PlanRequest(500, 24, UNHURRIED, ZoneOffset.UTC, Locale.ENGLISH, terms(years, List.of(), List.of()));
        ExpansionPlan plan = new PlanMaker(new PlannerService(Optional.empty()), PlanningMonitor.none()).make(
                new Study(situation, proposals, List.of(), Instant.EPOCH, "GBP", true, List.of(), Map.of()), request);
        assertEquals(Set.of("A"), ids(plan));
        assertEquals(Reason.OVER_BUDGET, reason(plan, "B"));
        String why = plan.whyNot().getFirst().why().text(Locale.ENGLISH);
        assertTrue(why.startsWith("Over budget: decided in 2028 it costs 50, 20 are left then, 30 are missing."), why);
    }

    @Test
    @DisplayName("Where nothing costs anything the curve begins with a budget of 0, not of minus 0")
    void nothingToPay() throws PlanException {
        ExpansionPlan plan = plan(situation(cell("a", 10, 0)), List.of(own("A", "a", 0, 4)), 100, Terms.NONE);
        assertEquals(4, plan.relief(), EXACT);
        assertEquals("0.0", Double.toString(plan.pareto().getFirst().budget()));
    }

    @Test
    @DisplayName("A ban of what nobody knows is told, one of a cell or kind without an action is not")
    void idleBans() throws PlanException {
        Situation situation = situation(cell("a", 10, 0), cell("b", 0, 0));
        ExpansionPlan plan = plan(situation, List.of(own("A", "a", 60, 10)), 100,
                terms(Map.of(), List.of(), List.of("b", "X:*", "NEW_SITE:*", "Xy:*")));
        assertEquals(List.of("Xy:* is forbidden and has no effect: nothing here is called that."),
                plan.notes().stream().map(note -> note.text(Locale.ENGLISH)).filter(note -> note.contains("forbidden")).toList());
    }

    @Test
    @DisplayName("Table and map carry the figures of the plan to the last digit")
    void exports(@TempDir Path folder) throws Exception {
        ExpansionPlan plan = plan(situation(cell("a", 10.1, 0)), List.of(own("A", "a", 60, 7.3)), 100, Terms.NONE);
        Chosen only = plan.actions().getFirst();
        PlanExport.csv(plan, folder.resolve("plan.csv"), Locale.ENGLISH);
        List<String> lines = Files.readAllLines(folder.resolve("plan.csv"));
        List<String> header = List.of(lines.getFirst().split(","));
        String[] cells = lines.get(1).split(",", -1);
        assertEquals(Double.toString(only.value()), cells[header.indexOf("relief")]);
        assertEquals(Double.toString(only.relief()), cells[header.indexOf("mbit")]);
        PlanExport.geoJson(plan, folder.resolve("plan.geojson"), Locale.ENGLISH);
        JsonNode properties = new JsonMapper().readTree(folder.resolve("plan.geojson").toFile()).path("features").path(0)
                .path("properties");
        assertEquals(only.value(), properties.path("relief").asDouble(), 0);
        assertEquals(only.relief(), properties.path("mbit").asDouble(), 0);
    }

    @Test
    @DisplayName("A search that is stopped at once still gives a plan that keeps all rules, never worse than greedy")
    void cancelled() throws PlanException {
        Situation situation = situation(cell("a", 10, 0), cell("b", 7, 0), cell("c", 7, 0));
        List<Proposal> proposals = List.of(own("A", "a", 60, 10), own("B", "b", 50, 7), own("C", "c", 50, 7));
        PlanRequest request = new PlanRequest(100, 12, UNHURRIED, ZoneOffset.UTC, Locale.ENGLISH, Terms.NONE);
        ExpansionPlan plan = new PlanMaker(new PlannerService(Optional.empty()), () -> true).make(
                new Study(situation, proposals, List.of(), Instant.EPOCH, "GBP", true, List.of(), Map.of()), request);
        check(plan, situation, proposals, request);
        assertTrue(plan.relief() >= 10 - EXACT);
        assertEquals(1, plan.pareto().size(), "no further budgets are tried");
    }

    @Test
    @DisplayName("The curve has a plan for each of 17 budgets, that of the request told first, and more money never relieves less")
    void curve() throws PlanException {
        Situation situation = situation(cell("a", 10, 0), cell("b", 7, 0), cell("c", 7, 0));
        List<Proposal> proposals = List.of(own("A", "a", 60, 10), own("B", "b", 50, 7), own("C", "c", 50, 7));
        PlanRequest request = new PlanRequest(100, 12, UNHURRIED, ZoneOffset.UTC, Locale.ENGLISH, Terms.NONE);
        List<Double> told = new ArrayList<>();
        PlanCurve curve = new PlanMaker(new PlannerService(Optional.empty()), PlanningMonitor.none()).curve(
                new Study(situation, proposals, List.of(), Instant.EPOCH, "GBP", true, List.of(), Map.of()), request,
                each -> told.add(each.budget()));
        assertTrue(curve.complete());
        assertEquals(17, curve.plans().size());
        assertEquals(100, told.getFirst(), EXACT);
        double last = 0;
        for (ExpansionPlan plan : curve.plans()) {
            check(plan, situation, proposals, request.withBudget(plan.budget()));
            assertTrue(plan.value() >= last - EXACT);
            last = plan.value();
        }
        assertEquals(10, curve.at(99).orElseThrow().relief(), EXACT);
        assertEquals(24, curve.at(1000).orElseThrow().relief(), EXACT);
        PlanCurve pinned = new PlanMaker(new PlannerService(Optional.empty()), PlanningMonitor.none()).curve(
                new Study(situation, proposals, List.of(), Instant.EPOCH, "GBP", true, List.of(), Map.of()),
                request.withTerms(terms(Map.of(), List.of("A"), List.of())), each -> {});
        assertEquals(60, pinned.plans().getFirst().budget(), EXACT, "less money does not buy what is pinned");
    }

    @Test
    @DisplayName("Budgets of the curve lie where they tell something: 160 is all that can be spent of 1,000, so up to 200, and far above once")
    void plenty() throws PlanException {
        Situation situation = situation(cell("a", 10, 0), cell("b", 7, 0), cell("c", 7, 0));
        List<Proposal> proposals = List.of(own("A", "a", 60, 10), own("B", "b", 50, 7), own("C", "c", 50, 7));
        PlanRequest request = new PlanRequest(1000, 12, UNHURRIED, ZoneOffset.UTC, Locale.ENGLISH, Terms.NONE);
        PlanCurve curve = new PlanMaker(new PlannerService(Optional.empty()), PlanningMonitor.none()).curve(
                new Study(situation, proposals, List.of(), Instant.EPOCH, "GBP", true, List.of(), Map.of()), request, each -> {});
        assertEquals(List.of(0.0, 25.0, 50.0, 75.0, 100.0, 125.0, 150.0, 175.0, 200.0, 1000.0, 2000.0),
                curve.plans().stream().map(plan -> Math.rint(plan.budget() * 1e6) / 1e6).toList());
        assertEquals(List.of(0.0, 50.0, 100.0, 150.0, 200.0, 1000.0, 2000.0), plan(situation, proposals, 1000, Terms.NONE).pareto().stream()
                .map(point -> Math.rint(point.budget() * 1e6) / 1e6).toList());
    }

    @Test
    @DisplayName("Plans of random networks keep every rule, and more money never relieves less")
    void random() throws PlanException {
        for (int seed = 0; seed < 8; seed++) {
            Random random = new Random(seed);
            List<CellState> cells = new ArrayList<>();
            List<Proposal> proposals = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                CellState cell = cell("c" + i, 1 + random.nextInt(20), 0);
                cells.add(cell.judged(cell.cause(), 0.05 + 0.95 * random.nextDouble()));
                for (int k = 0; k < 3; k++) {
                    proposals.add(own("A" + i + '-' + k, "c" + i, 5 + random.nextInt(50), 1 + random.nextInt(20), "g" + i + k / 2));
                }
            }
            ExpansionPlan plan = plan(situation(cells.toArray(CellState[]::new)), proposals, 150, Terms.NONE);
            double last = -1;
            for (ExpansionPlan.Point point : plan.pareto()) {
                assertTrue(point.value() >= last - EXACT, "seed " + seed + " at " + point.budget());
                assertTrue(point.cost() <= point.budget() + EXACT);
                last = point.value();
            }
            assertEquals(proposals.size(), plan.actions().size() + plan.whyNot().size());
        }
    }

    private static CostItem item(String name) {
        return Catalogues.shipped().getItems().stream().filter(item -> name.equals(item.getName())).findFirst().orElseThrow();
    }

    @Test
    @DisplayName("Every item of the shipped catalogue names its source")
    void sources() {
        assertEquals(8, Catalogues.shipped().getItems().size());
        Catalogues.shipped().getItems().forEach(item -> assertFalse(item.getSource().isBlank(), item.getName()));
    }
}
