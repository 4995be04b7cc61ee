package org.towercrier.customer.internal.value;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.towercrier.customer.Clusters;
import org.towercrier.customer.CustomerException;
import org.towercrier.customer.CustomerTable;
import org.towercrier.customer.CustomerValue;
import org.towercrier.customer.Movements;
import org.towercrier.customer.Segments;
import org.towercrier.customer.internal.SyntheticCustomers;
import org.towercrier.customer.internal.base.CustomerBase;
import org.towercrier.customer.internal.base.OtherColumns;
import org.towercrier.customer.internal.table.CustomerTableComponent;
import org.towercrier.customer.internal.cluster.ClustersComponent;
import org.towercrier.customer.internal.cluster.TableClusters;
import org.towercrier.customer.internal.movement.MovementsComponent;
import org.towercrier.customer.internal.segment.CriterionParser;
import org.towercrier.customer.internal.segment.SegmentsComponent;
import org.towercrier.fixture.TemporaryStore;
import org.towercrier.model.customer.CutMode;
import org.towercrier.model.customer.Segmentation;
import org.towercrier.model.customer.ValueModel;
import org.towercrier.store.Cancellation;

class ValueAndMovementTest {

    private static final int CUSTOMERS = 3000;
    private static TemporaryStore store;
    private static CustomerBase base;
    private static Segments segments;

    @BeforeAll
    static void open() throws Exception {
        store = SyntheticCustomers.store();
        SyntheticCustomers.fill(store.store(), CUSTOMERS, 13);
        base = new CustomerBase(store.store());
        segments = new SegmentsComponent(store.store(), base);
    }

    @AfterAll
    static void close() throws Exception {
        store.close();
    }

    @Test
    void value_is_the_mean_of_known_months_and_the_pyramid_holds_everyone_known() throws Exception {
        CustomerValue values = new CustomerValueComponent(store.store(), base);
        CustomerValue.Report report = values.report(CustomerValue.Level.PERSON, values.model(), Cancellation.none());
        assertEquals(31, report.blank());
        assertEquals(CUSTOMERS - 31, report.holders());
        assertEquals(report.holders(), report.tiers().stream().mapToLong(CustomerValue.Tier::holders).sum());
        assertEquals(0.2, report.tiers().get(0).share(), 0.02);
        assertEquals(1, report.tiers().stream().mapToDouble(CustomerValue.Tier::spendShare).sum(), 1e-12);
        assertEquals(report.tiers().get(0).spendShare(), report.topFifth(), 0.02);
        double expected = store.store().read(sql -> ((Number) sql.fetchValue("select sum(v) from (select avg(spend) v from monthly_facts"
                + " where \"month\" >= date '2024-01-01' group by customer)")).doubleValue());
        assertEquals(expected, report.total(), 1e-6);
        assertTrue(report.gini() > 0 && report.gini() < 1);
        assertTrue(report.margin().isEmpty());
        assertTrue(report.lifetime().orElseThrow().formula().contains("S(t)"));
        assertEquals(0.2, 1 - report.lorenz().get(80)[0], 1e-9);
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 4, 6 })
    void any_window_gives_the_same_as_counting_by_hand(int months) throws Exception {
        CustomerValue values = new CustomerValueComponent(store.store(), base);
        ValueModel model = values.model();
        model.setMonths(months);
        model.setMode(CutMode.AMOUNT);
        model.getCuts().get(0).setValue(90.0);
        model.getCuts().get(1).setValue(50.0);
        CustomerValue.Report report = values.report(CustomerValue.Level.PERSON, model, Cancellation.none());
        long top = store.store()
                .read(sql -> ((Number) sql
                        .fetchValue("select count(*) from (select avg(spend) v from monthly_facts where \"month\" > date '2024-06-01'"
                                + " - to_months(" + months + ") group by customer) where v >= 90"))
                        .longValue());
        assertEquals(top, report.tiers().get(0).holders());
    }

    @Test
    void households_are_worth_what_their_members_spend() throws Exception {
        CustomerValue values = new CustomerValueComponent(store.store(), base);
        CustomerValue.Report report = values.report(CustomerValue.Level.HOUSEHOLD, values.model(), Cancellation.none());
        assertEquals(750, report.holders() + report.blank());
        assertTrue(report.mean() > 100);
    }

    @Test
    void a_share_above_one_is_no_cut() throws Exception {
        CustomerValue values = new CustomerValueComponent(store.store(), base);
        ValueModel model = values.model();
        model.getCuts().get(0).setValue(2.0);
        assertThrows(CustomerException.class, () -> values.report(CustomerValue.Level.PERSON, model, Cancellation.none()));
    }

    @Test
    void movement_adds_up_and_says_which_border_was_crossed() throws Exception {
        Movements movements = new MovementsComponent(store.store(), base);
        Movements.Report report = movements.between(segments.find(Segments.FOUR).orElseThrow(), LocalDate.of(2023, 12, 31),
                LocalDate.of(2024, 6, 30),
                Cancellation.none());
        assertEquals(CUSTOMERS, report.customers());
        assertTrue(report.moved() > 0);
        report.flows().stream()
                .collect(java.util.stream.Collectors.groupingBy(Movements.Flow::from,
                        java.util.stream.Collectors.summingDouble(Movements.Flow::share)))
                .forEach((from, share) -> assertEquals(1, share, 1e-9, from));
        List<Movements.Flow> moved = report.flows().stream().filter(flow -> !flow.from().equals(flow.to())).toList();
        assertTrue(
                moved.stream().allMatch(flow -> flow.reasons().isEmpty() || flow.reasons().values().iterator().next() <= flow.customers()),
                moved.toString());
        assertFalse(moved.get(0).reasons().isEmpty());
        assertEquals(3, movements.wanted(LocalDate.of(2023, 12, 31), LocalDate.of(2024, 6, 30), Cancellation.none()).size());
        assertThrows(CustomerException.class, () -> movements.between(segments.find(Segments.FOUR).orElseThrow(), LocalDate.of(2024, 6, 30),
                LocalDate.of(2024, 6, 30), Cancellation.none()));
        for (Movements.WatchList list : Movements.WatchList.values()) {
            assertTrue(movements.watch(list, 10, Cancellation.none()).size() <= 10);
        }
    }

    @Test
    void who_moved_along_a_flow_is_listed_and_shown_in_the_table() throws Exception {
        Movements movements = new MovementsComponent(store.store(), base);
        Segmentation four = segments.find(Segments.FOUR).orElseThrow();
        LocalDate begin = LocalDate.of(2023, 12, 31);
        LocalDate end = LocalDate.of(2024, 6, 30);
        CustomerTable table = new CustomerTableComponent(store.store(), base, null);
        for (Movements.Flow flow : movements.between(four, begin, end, Cancellation.none()).flows()) {
            Movements.Move move = new Movements.Move(four, begin, end, flow.from(), flow.to());
            List<Movements.Moved> who = movements.moved(move, CUSTOMERS, Cancellation.none());
            assertEquals(flow.customers(), who.size());
            assertEquals(flow.spendAfter(), who.stream().mapToDouble(one -> one.after().orElse(0.0)).sum(), 1e-6);
            if (!flow.from().equals(flow.to()) && !flow.from().equals(Movements.ABSENT)) {
                assertTrue(who.stream().noneMatch(one -> one.reasons().isEmpty()), flow.toString());
            }
            CustomerTable.Filter moved = CustomerTable.Filter.ALL.along(move);
            assertEquals(flow.customers(), table.count(moved, Cancellation.none()));
            CustomerTable.Query query = CustomerTable.Query.of(moved, List.of("spend_mean_3")).by("spend_mean_3", true);
            List<String> shown = table.page(query, 0, CUSTOMERS, Cancellation.none()).rows().stream().map(CustomerTable.Row::customer)
                    .toList();
            assertEquals(who.stream().map(Movements.Moved::customer).sorted().toList(), shown.stream().sorted().toList());
        }
        assertThrows(CustomerException.class,
                () -> movements.moved(new Movements.Move(four, begin, end, "unheard", Segments.UNASSIGNED), 1, Cancellation.none()));
    }

    @Test
    void portions_of_the_rows_as_of_a_date_are_the_rows_of_that_date() throws Exception {
        LocalDate date = LocalDate.of(2024, 3, 31);
        store.store().write(tx -> {
            CustomerBase.create(tx.sql(), "kept", date, OtherColumns.NONE);
            for (String column : List.of("spend_mean_3", "tenure", "spend_trend_6", "months")) {
                String figures = "count(*), count(" + column + "), coalesce(round(sum(" + column + "), 6), 0)";
                String whole = tx.sql().fetchOne("select " + figures + " from kept").toString();
                List<String> parts = java.util.stream.IntStream.range(0, 3)
                        .mapToObj(portion -> tx.sql()
                                .renderInlined(select(field(name(column))).from(CustomerBase.asOf(date, OtherColumns.NONE, 3, portion))))
                        .toList();
                assertEquals(whole,
                        tx.sql().fetchOne("select " + figures + " from (" + String.join(" union all ", parts) + ")").toString());
            }
            return null;
        });
    }

    @Test
    void clusters_keep_their_names_and_hold_everyone_of_whom_something_is_known() throws Exception {
        Clusters clusters = new ClustersComponent(store.store(), base, segments);
        Clusters.Request request = new Clusters.Request(List.of(), 4, 1000, 5, 1);
        Clusters.Report first = clusters.learn(request, Cancellation.none());
        assertEquals(CUSTOMERS, first.customers() + first.blank());
        assertEquals(CUSTOMERS, first.clusters().stream().mapToLong(Clusters.Profile::customers).sum() + first.blank());
        assertEquals(4, first.clusters().stream().map(Clusters.Profile::name).distinct().count());
        assertTrue(first.agreement() > -0.2 && first.agreement() <= 1);
        Clusters.Report again = clusters.learn(new Clusters.Request(List.of(), 4, 1500, 5, 99), Cancellation.none());
        for (int k = 0; k < 4; k++) {
            assertEquals(first.clusters().get(k).name(), again.clusters().get(k).name());
            assertEquals(first.clusters().get(k).share(), again.clusters().get(k).share(), 0.12);
        }
        assertThrows(CustomerException.class,
                () -> clusters.learn(new Clusters.Request(List.of("Customer.occupation"), 4, 100, 1, 1), Cancellation.none()));
    }

    @Test
    void the_number_of_groups_is_chosen_by_silhouette() {
        double[][] columns = new double[2][300];
        java.util.Random random = new java.util.Random(5);
        for (int i = 0; i < 300; i++) {
            columns[0][i] = i % 3 * 10 + random.nextGaussian();
            columns[1][i] = i % 3 * -7 + random.nextGaussian();
        }
        columns[1][7] = Double.NaN;
        Clusters.Report report = TableClusters.of(List.of("a", "b"), columns, new Clusters.Request(List.of(), 0, 300, 5, 1));
        assertEquals(3, report.clusters().size());
        assertEquals(1, report.blank());
        assertTrue(report.silhouette() > 0.7);
    }

    @ParameterizedTest
    @ValueSource(strings = { "Customer.age >= 60 and (MonthlyFacts.spend(mean,6) > 50 or not Contract.end present)",
            "region in ('R1', 'R2') and tenure between 3 and 12",
            "not (gender = FEMALE or occupation contains 'each')", "Contract.end <= today+60d", "region not in ('R1')" })
    void rules_can_be_written_as_a_line(String rule) throws Exception {
        Segments.Count count = segments.count(CriterionParser.parse(rule), Cancellation.none());
        assertTrue(count.matching() > 0 && count.matching() < CUSTOMERS, count.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "age", "age >", "age > 5 5", "(age > 5", "age ~ 5", "region in 'R1'" })
    void a_line_that_is_no_rule_is_said_so(String rule) {
        assertThrows(CustomerException.class, () -> CriterionParser.parse(rule));
    }
}
