package org.towercrier.customer.internal.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.towercrier.customer.Clusters;
import org.towercrier.customer.CustomerValue;
import org.towercrier.customer.Movements;
import org.towercrier.customer.Retention;
import org.towercrier.customer.Retention.AtRisk;
import org.towercrier.customer.Retention.Ending;
import org.towercrier.customer.internal.SyntheticCustomers;
import org.towercrier.customer.internal.base.CustomerBase;
import org.towercrier.customer.internal.cluster.ClustersComponent;
import org.towercrier.customer.internal.movement.MovementsComponent;
import org.towercrier.customer.internal.segment.CriterionParser;
import org.towercrier.customer.internal.segment.SegmentsComponent;
import org.towercrier.customer.internal.value.CustomerValueComponent;
import org.towercrier.fixture.TemporaryStore;
import org.towercrier.model.customer.Criterion;
import org.towercrier.store.Cancellation;

/** Lists and figures of the customers of one segment, and groups that were found before. */
class OfASegmentTest {

    private static final int CUSTOMERS = 2400;
    private static TemporaryStore store;
    private static CustomerBase base;

    @BeforeAll
    static void open() throws Exception {
        store = SyntheticCustomers.store();
        SyntheticCustomers.fill(store.store(), CUSTOMERS, 6);
        base = new CustomerBase(store.store());
    }

    @AfterAll
    static void close() throws Exception {
        store.close();
    }

    private static Optional<Criterion> rule(String text) throws Exception {
        return Optional.of(CriterionParser.parse(text));
    }

    @Test
    void aMonthHasTheContractsThatEndInItAndNoOthers() throws Exception {
        Retention retention = new RetentionComponent(store.store(), base);
        Map<LocalDate, Ending> calendar = retention.calendar(12, Cancellation.none());
        for (LocalDate month : List.of(LocalDate.of(2024, 7, 1), LocalDate.of(2025, 2, 1))) {
            List<AtRisk> ending = retention.ending(Optional.empty(), month.plusDays(20), CUSTOMERS, Cancellation.none());
            assertEquals(calendar.get(month).contracts(), ending.size());
            assertTrue(ending.size() > 50, ending.size() + " in " + month);
            assertEquals(calendar.get(month).monthlySpend(), ending.stream().mapToDouble(each -> each.spend().orElse(0.0)).sum(), 1e-6);
            assertTrue(ending.stream().allMatch(each -> each.why() == Retention.Reason.CONTRACT_ENDS
                    && each.reason().contains(month.toString().substring(0, 8))), ending.getFirst().reason());
        }
    }

    @Test
    void theListsOfTwoHalvesAreTheListOfAll() throws Exception {
        Retention retention = new RetentionComponent(store.store(), base);
        Movements movements = new MovementsComponent(store.store(), base);
        Optional<Criterion> women = rule("gender = FEMALE");
        Optional<Criterion> men = rule("gender = MALE");
        Cancellation none = Cancellation.none();
        assertEquals(retention.list(CUSTOMERS, none).size(),
                retention.list(women, CUSTOMERS, none).size() + retention.list(men, CUSTOMERS, none).size());
        assertEquals(retention.inactive(CUSTOMERS, none).size(),
                retention.inactive(women, CUSTOMERS, none).size() + retention.inactive(men, CUSTOMERS, none).size());
        for (Movements.WatchList list : Movements.WatchList.values()) {
            assertEquals(movements.watch(list, CUSTOMERS, none).size(),
                    movements.watch(list, women, CUSTOMERS, none).size() + movements.watch(list, men, CUSTOMERS, none).size(), list.name());
        }
        long all = retention.calendar(12, none).values().stream().mapToLong(Ending::contracts).sum();
        long both = retention.calendar(women, 12, none).values().stream().mapToLong(Ending::contracts).sum()
                + retention.calendar(men, 12, none).values().stream().mapToLong(Ending::contracts).sum();
        assertEquals(all, both);
        assertTrue(all > 0);
    }

    @Test
    void valueOfASegmentIsThatOfItsCustomers() throws Exception {
        CustomerValue values = new CustomerValueComponent(store.store(), base);
        CustomerValue.Report all = values.report(CustomerValue.Level.PERSON, values.model(), Cancellation.none());
        double sum = 0;
        long holders = 0;
        for (String gender : List.of("FEMALE", "MALE")) {
            CustomerValue.Report part = values.report(CustomerValue.Level.PERSON, values.model(), rule("gender = " + gender),
                    Cancellation.none());
            sum += part.total();
            holders += part.holders();
            assertEquals(part.holders(), part.tiers().stream().mapToLong(CustomerValue.Tier::holders).sum());
        }
        assertEquals(all.holders(), holders);
        assertEquals(all.total(), sum, 1e-6);
    }

    @Test
    void groupsThatWereFoundBeforeAreThereWithTheirProfiles() throws Exception {
        Clusters clusters = new ClustersComponent(store.store(), base, new SegmentsComponent(store.store(), base));
        assertEquals(Optional.empty(), clusters.latest(Cancellation.none()));
        Clusters.Report learned = clusters.learn(Clusters.Request.USUAL, Cancellation.none());
        Clusters.Report kept = clusters.latest(Cancellation.none()).orElseThrow();
        assertEquals(learned.features(), kept.features());
        assertEquals(learned.customers(), kept.customers());
        assertEquals(learned.silhouette(), kept.silhouette(), 1e-12);
        for (int k = 0; k < learned.clusters().size(); k++) {
            Clusters.Profile one = learned.clusters().get(k);
            Clusters.Profile other = kept.clusters().get(k);
            assertEquals(one.name(), other.name());
            assertEquals(one.customers(), other.customers());
            assertEquals(List.copyOf(one.apart().keySet()), List.copyOf(other.apart().keySet()));
            one.apart().forEach((feature, apart) -> assertEquals(apart, other.apart().get(feature), 1e-9));
        }
        assertFalse(Double.isNaN(kept.agreement()));
        assertEquals(learned.agreement(), kept.agreement(), 0.1);
    }
}
