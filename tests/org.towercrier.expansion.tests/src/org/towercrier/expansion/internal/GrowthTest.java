package org.towercrier.expansion.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.towercrier.capacity.alarm.AlarmService;
import org.towercrier.capacity.forecast.Forecasts;
import org.towercrier.capacity.forecast.LoadForecast;
import org.towercrier.capacity.forecast.Standing;
import org.towercrier.expansion.ActionKind;
import org.towercrier.expansion.CandidateSites.Candidate;
import org.towercrier.expansion.CostCatalogues;
import org.towercrier.expansion.Demand;
import org.towercrier.expansion.ExpansionPlan;
import org.towercrier.expansion.ExpansionPlan.Chosen;
import org.towercrier.expansion.ExpansionPlan.NotChosen;
import org.towercrier.expansion.ExpansionPlan.Reason;
import org.towercrier.expansion.Limits;
import org.towercrier.expansion.PlanException;
import org.towercrier.expansion.PlanRequest;
import org.towercrier.expansion.PlanRequest.Terms;
import org.towercrier.expansion.PlanRequest.Weights;
import org.towercrier.expansion.Proposal;
import org.towercrier.expansion.Proposal.Gain;
import org.towercrier.expansion.Sentence;
import org.towercrier.expansion.Situation;
import org.towercrier.expansion.internal.action.AddCarrier;
import org.towercrier.expansion.internal.action.NewSite;
import org.towercrier.expansion.internal.action.SectorSplit;
import org.towercrier.expansion.internal.action.SmallCell;
import org.towercrier.fixture.TemporaryStore;
import org.towercrier.fixture.TestStores;
import org.towercrier.model.measurement.MeasurementPackage;
import org.towercrier.model.network.CostCatalogue;
import org.towercrier.model.network.CostItem;
import org.towercrier.model.network.NetworkFactory;
import org.towercrier.model.network.NetworkPackage;
import org.towercrier.model.wlan.WlanPackage;
import org.towercrier.network.internal.StoredTopology;
import org.towercrier.expansion.CellLoad;
import org.towercrier.expansion.internal.read.LoadReader;
import org.towercrier.model.network.Technology;
import org.towercrier.network.Topology;
import java.util.stream.Stream;
import org.towercrier.planning.PlanningMonitor;
import org.towercrier.planning.internal.PlannerService;
import org.towercrier.statistics.forecast.BackTest;
import org.towercrier.statistics.forecast.Forecast;
import org.towercrier.statistics.forecast.ForecastMethod;
import org.towercrier.store.StoreException;

/**
 * One cell that carries 60 Mbit/s with 84 % of its blocks in the busy hour: 60 × 70 / 84 = 50 Mbit/s at its limit. Its use has grown by
 * 0.1 points a day, from 80.9 % to 84.3 % in five weeks: 84 % in the mean of the last week, and n days later 84.3 + n / 10.
 */
@DisplayName("A plan follows the growth of demand")
class GrowthTest {

    private static final double EXACT = 1e-6;
    private static final int DAYS = 35;
    private static final double MONTH = 365.25 / 12;
    private static final LocalDate LAST = LocalDate.of(2026, 11, 1);
    private static final List<ActionKind> KINDS = List.of(new AddCarrier(), new SectorSplit(), new SmallCell(), new NewSite());

    private TemporaryStore store;

    @BeforeEach
    void open() throws StoreException, IOException {
        store = TestStores.temporary(NetworkPackage.eINSTANCE, MeasurementPackage.eINSTANCE, WlanPackage.eINSTANCE);
        store.store().write(tx -> {
            DSLContext sql = tx.sql();
            sql.execute("insert into site (id, name, latitude, longitude) values ('S1', 'Harbour 1', 48.0, 11.0)");
            sql.execute("insert into cell (id, name, latitude, longitude, azimuth, site, bandwidth, band, technology, \"range\") values "
                    + "('A', 'Harbour 1-1', 48.0, 11.0, 0, 'S1', 20, 'B3', 'LTE_FDD', 500)");
            sql.execute("insert into managed_object (id, name, cell) values (1, 'LDN', 'A')");
            for (int day = 0; day < 7; day++) {
                for (int quarter = 0; quarter < 4; quarter++) {
                    sql.execute(
                            "insert into cell_measurement (object, start, period, \"pdcpVolumeDl\", \"prbUsageDl\", \"ueThroughputDl\", "
                                    + "\"activeUeDl\", \"rrcConnMax\", \"cceUsage\") values (1, cast('" + LAST.minusDays(day) + " 18:"
                                    + 15 * quarter
                                    + ":00' as timestamp), 900, 54000, 84, 5000, 20, 100, 30)");
                }
            }
            return null;
        });
        new CandidatesComponent(store.store()).put(List.of(new Candidate("C001", "School roof", 48.005, 11.0, "")));
    }

    @AfterEach
    void close() throws Exception {
        store.close();
    }

    private static double use(int day) {
        return 80.9 + 0.1 * day;
    }

    /** The forecast that a straight line has. */
    private static List<LoadForecast> forecasts(int ahead) {
        double[] history = IntStream.range(0, DAYS).mapToDouble(GrowthTest::use).toArray();
        BackTest backTest = BackTest.of(history, BackTest.Plan.of(DAYS, 7));
        Forecast forecast = Forecast.by(ForecastMethod.ROBUST_TREND, history, backTest, 7, ahead, 0.8);
        return List.of(new LoadForecast(new LoadForecast.Subject("LDN", "A", List.of("A"), false), "rule", "prb-utilisation-dl", "%", 80,
                LAST.minusDays(DAYS - 1L), history, Standing.REACHED, use(DAYS - 4), 0.7, 0, Optional.of(forecast), List.of(),
                Optional.empty(), List.of()));
    }

    private static <T> T answering(Class<T> type, java.util.function.Function<Object[], Object> answer) {
        return type
                .cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{ type }, (self, method, given) -> answer.apply(given)));
    }

    private ExpansionPlan plan(double budget, int months, Terms terms, ActionKind... more) throws StoreException, PlanException {
        List<ActionKind> kinds = Stream.concat(KINDS.stream(), List.of(more).stream()).toList();
        Forecasts forecasts = answering(Forecasts.class, given -> forecasts(((Forecasts.Request) given[0]).horizon().orElseThrow()));
        CostCatalogues catalogues = new CataloguesComponent(store.store(), kinds);
        ExpansionComponent expansion = new ExpansionComponent(store.store(), new StoredTopology(store.store()),
                answering(AlarmService.class, given -> List.of()), forecasts, catalogues, new CandidatesComponent(store.store()),
                new PlannerService(Optional.empty()), kinds);
        return expansion.plan(new PlanRequest(budget, months, Duration.ofMinutes(10), ZoneOffset.UTC, Locale.ENGLISH, terms),
                PlanningMonitor.none());
    }

    /** 60 Mbit/s grown, less the 50 that the cell carries at its limit. */
    private static double cutOff(int months) {
        return 60 * (84.3 + Math.round(months * MONTH) / 10.0) / 84 - 50;
    }

    private static Demand demand(ExpansionPlan plan) {
        return plan.diagnoses().stream().filter(each -> !each.sector()).findFirst().orElseThrow().demand();
    }

    private static Set<String> late(ExpansionPlan plan) {
        return plan.whyNot().stream().filter(each -> each.reason() == Reason.EXCLUDED).filter(
                each -> each.why().text(Locale.ENGLISH).contains("lead time")).map(NotChosen::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> ids(ExpansionPlan plan) {
        return plan.actions().stream().map(Chosen::id).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Terms years(double first, double second) {
        Map<String, Double> years = new LinkedHashMap<>();
        years.put("2027", first);
        years.put("2028", second);
        return new Terms(years, false, List.of(), List.of(), Map.of("SMALL_CELL", Map.of("yearlyCost", 2_000.0)), List.of(), Weights.USUAL,
                Limits.USUAL);
    }

    @Test
    @DisplayName("16.7 Mbit/s are cut off in three months, 36.3 in a year, 62.4 in two: 60 × (84.3 + n / 10) / 84 - 50")
    void demandGrows() throws StoreException, PlanException {
        assertEquals(16.714286, cutOff(3), EXACT);
        assertEquals(36.285714, cutOff(12), EXACT);
        assertEquals(62.428571, cutOff(24), EXACT);
        for (int months : new int[]{ 3, 12, 24 }) {
            Demand demand = demand(plan(0, months, Terms.NONE));
            assertEquals(cutOff(months), demand.cutOff(), EXACT);
            assertEquals(10, demand.carriedAbove(), EXACT, "60 - 50 today");
            assertTrue(demand.forecast());
        }
    }

    @Test
    @DisplayName("In three months a split (120 days) and a new site (270 days) come too late; in a year nothing does")
    void leadTimes() throws StoreException, PlanException {
        ExpansionPlan soon = plan(400_000, 3, Terms.NONE);
        assertEquals(Set.of("NEW_SITE:C001", "SECTOR_SPLIT:A"), late(soon));
        assertEquals(cutOff(3), soon.relief(), EXACT, "a small cell of 25 or a carrier of 50 Mbit/s does it");
        assertEquals(Set.of(), late(plan(400_000, 12, Terms.NONE)));
    }

    @Test
    @DisplayName("For 50,000 a small cell of 25 Mbit/s does for three months, not for a year; for 60,000 a carrier of 50 does")
    void anotherHorizonAnotherPlan() throws StoreException, PlanException {
        ExpansionPlan soon = plan(50_000, 3, Terms.NONE);
        assertEquals(Set.of("SMALL_CELL:A"), ids(soon));
        assertEquals(cutOff(3), soon.relief(), EXACT);
        assertEquals(25, plan(50_000, 12, Terms.NONE).relief(), EXACT);
        ExpansionPlan carrier = plan(60_000, 12, Terms.NONE);
        assertEquals(Set.of("ADD_CARRIER:A"), ids(carrier));
        assertEquals(cutOff(12), carrier.relief(), EXACT);
    }

    @Test
    @DisplayName("Two years: the carrier from the first, the small cell from the second, with a year of its running cost")
    void twoYears() throws StoreException, PlanException {
        ExpansionPlan plan = plan(110_000, 24, years(60_000, 50_000));
        assertEquals(Set.of("ADD_CARRIER:A", "SMALL_CELL:A"), ids(plan));
        assertEquals(cutOff(24), plan.relief(), EXACT);
        Map<String, Chosen> byId = plan.actions().stream().collect(Collectors.toMap(Chosen::id, each -> each));
        assertEquals("2027", byId.get("ADD_CARRIER:A").year());
        assertEquals(59_210, byId.get("ADD_CARRIER:A").cost(), EXACT);
        Chosen small = byId.get("SMALL_CELL:A");
        assertEquals("2028", small.year());
        assertEquals(2_000, small.yearlyCost(), EXACT);
        assertEquals(45_882 + 2_000, small.cost(), EXACT);
        assertTrue(small.source().text(Locale.ENGLISH).startsWith("From the plan file: yearlyCost."), small.source().text(Locale.ENGLISH));
        // With 50,000 a year the carrier is never had, and one small cell is all.
        assertEquals(25, plan(100_000, 24, years(50_000, 50_000)).relief(), EXACT);
    }

    /** Three cells of 100 MHz that carry 200 Mbit/s at their limit, and one of 10 MHz that carries 25, all far away. */
    private void others() throws StoreException {
        store.store().write(tx -> {
            for (int cell = 2; cell <= 5; cell++) {
                boolean wide = cell < 5;
                tx.sql().execute(
                        "insert into cell (id, name, latitude, longitude, bandwidth, technology) values ('C" + cell + "', 'C" + cell
                                + "', 40, 11, " + (wide ? "100, 'NR')" : "10, 'LTE_FDD')"));
                tx.sql().execute("insert into managed_object (id, name, cell) values (" + cell + ", 'LDN" + cell + "', 'C" + cell + "')");
                tx.sql().execute("insert into cell_measurement (object, start, period, \"pdcpVolumeDl\", \"prbUsageDl\", "
                        + "\"ueThroughputDl\") select " + cell + ", start, period, " + (wide ? 90_000 : 11_250)
                        + ", 35, 50000 from cell_measurement where object = 1");
            }
            return null;
        });
    }

    private static String why(ExpansionPlan plan, String id) {
        return Stream.concat(plan.actions().stream().filter(each -> each.id().equals(id)).map(Chosen::why),
                plan.whyNot().stream().filter(each -> each.id().equals(id)).map(NotChosen::why)).findFirst().orElseThrow()
                .text(Locale.ENGLISH);
    }

    @Test
    @DisplayName("New equipment carries what cells like it carry: half of the 50 Mbit/s of LTE with 20 MHz, whatever wider and narrower cells do")
    void usualCells() throws StoreException, PlanException {
        others();
        ExpansionPlan plan = plan(50_000, 12, Terms.NONE);
        assertEquals(25, plan.relief(), EXACT);
        String small = why(plan, "SMALL_CELL:A");
        assertTrue(small.contains("Capacity 0.5 × 50 Mbit/s, the median of 1 LTE FDD cell with 20 MHz."), small);
    }

    @Test
    @DisplayName("A catalogue that names another technology has the last word: a site of three cells like the 200 Mbit/s of NR")
    void usualCellsOfTheCatalogue() throws StoreException, PlanException {
        others();
        CostCatalogue catalogue = Catalogues.shipped();
        catalogue.getItems().stream().filter(item -> "NEW_SITE".equals(item.getName())).findFirst().orElseThrow().getTechnologies()
                .add(Technology.NR);
        new CataloguesComponent(store.store(), KINDS).replace(catalogue);
        Terms built = new Terms(Map.of(), false, List.of("NEW_SITE:C001"), List.of(), Map.of(), List.of(), Weights.USUAL, Limits.USUAL);
        String site = why(plan(400_000, 24, built), "NEW_SITE:C001");
        assertTrue(site.contains("600 Mbit/s together"), site);
        assertTrue(site.contains("Capacity 3 × 200 Mbit/s, the median of 3 NR cells of any bandwidth."), site);
    }

    @Test
    @DisplayName("Where no cell of the bandwidth shows its capacity those of the technology tell it, and all cells where none of it does")
    void usualCellsOfOtherBandwidth() throws StoreException {
        others();
        Topology topology = new StoredTopology(store.store()).load();
        Map<String, CellLoad> loads = store.store().read(sql -> LoadReader.read(sql, LoadReader.newest(sql).orElseThrow(), ZoneOffset.UTC,
                Limits.USUAL));
        Situation situation = new SituationBuilder(topology, loads, Map.of(), Limits.USUAL).build(Map.of(), List.of(), List.of());
        assertEquals(new Situation.Usual(200, 3, Optional.of(Technology.NR), 100), situation.usual(Optional.of(Technology.NR), 100));
        assertEquals(new Situation.Usual(200, 3, Optional.of(Technology.NR), Double.NaN), situation.usual(Optional.of(Technology.NR), 40));
        assertEquals(new Situation.Usual(200, 5, Optional.empty(), Double.NaN), situation.usual(Optional.of(Technology.GSM), 0.2));
        assertEquals(new Situation.Usual(200, 5, Optional.empty(), Double.NaN), situation.usual(Optional.empty(), Double.NaN));
    }

    @Test
    @DisplayName("A site that people listed is among what can be chosen, by its name")
    void listedSite() throws StoreException, PlanException {
        ExpansionPlan plan = plan(400_000, 24, new Terms(Map.of(), false, List.of("NEW_SITE:C001"), List.of(), Map.of(), List.of(),
                Weights.USUAL, Limits.USUAL));
        Chosen site = plan.actions().stream().filter(each -> each.action().equals("NEW_SITE")).findFirst().orElseThrow();
        assertEquals("School roof", plan.name(site.site()));
        assertEquals(48.005, site.latitude(), EXACT);
        assertEquals(331_487, site.cost(), EXACT);
    }

    /** An action of a plug-in: a balloon over the cell, 20 Mbit/s. */
    private static final class Balloon implements ActionKind {

        @Override
        public String id() {
            return "BALLOON";
        }

        @Override
        public Sentence name() {
            return Sentence.in(locale -> "zh".equals(locale.getLanguage()) ? "气球" : "Balloon");
        }

        @Override
        public Optional<CostItem> usual() {
            CostItem item = NetworkFactory.eINSTANCE.createCostItem();
            item.setInvestment(1_000.0);
            item.setYearlyCost(120.0);
            item.setLeadTime(7);
            item.setGain(20.0);
            item.setSource("The makers of balloons");
            return Optional.of(item);
        }

        @Override
        public List<Proposal> propose(Situation situation, CostItem item) {
            return situation.needy().stream()
                    .map(cell -> new Proposal(id() + ':' + cell.id(), id(), cell.id(), cell.site(), cell.latitude(),
                            cell.longitude(), item.getInvestment(), item.getYearlyCost(), item.getLeadTime(),
                            List.of(new Gain(cell.id(), item.getGain(), Optional.empty())), java.util.OptionalDouble.empty(), List.of(),
                            Sentence.in(locale -> "It flies over " + cell.name()), Sentence.verbatim(item.getSource())))
                    .toList();
        }
    }

    @Test
    @DisplayName("What a plug-in can do is in the catalogue with its usual figures, in the plan, and among what was not chosen")
    void plugIn() throws StoreException, PlanException {
        ExpansionPlan plan = plan(1_200, 12, Terms.NONE, new Balloon());
        Chosen balloon = plan.actions().getFirst();
        assertEquals(Set.of("BALLOON:A"), ids(plan));
        assertEquals(1_120, balloon.cost(), EXACT);
        assertEquals(20, balloon.relief(), EXACT);
        assertEquals("It flies over Harbour 1-1", balloon.why().text(Locale.GERMANY));
        assertEquals("Balloon", plan.nameOf("BALLOON", Locale.ENGLISH));
        assertEquals("气球", plan.nameOf("BALLOON", Locale.SIMPLIFIED_CHINESE));
        assertTrue(plan(0, 12, Terms.NONE, new Balloon()).whyNot().stream().anyMatch(each -> each.id().equals("BALLOON:A")));

        CostCatalogues catalogues = new CataloguesComponent(store.store(), List.of(new Balloon()));
        CostCatalogue own = new CataloguesComponent(store.store(), List.of()).edit().root();
        assertTrue(own.getItems().stream().noneMatch(item -> "BALLOON".equals(item.getName())), "saved before the plug-in came");
        CostItem item = catalogues.inForce().getItems().stream().filter(each -> "BALLOON".equals(each.getName())).findFirst().orElseThrow();
        assertEquals("The makers of balloons", item.getSource());
        assertEquals("Balloon", catalogues.kinds().get("BALLOON").text(Locale.ENGLISH));
    }
}
