package org.towercrier.customer.internal.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.towercrier.customer.Segments;
import org.towercrier.customer.internal.SyntheticCustomers;
import org.towercrier.customer.internal.base.CustomerBase;
import org.towercrier.fixture.TemporaryStore;
import org.towercrier.model.customer.Segmentation;
import org.towercrier.store.Cancellation;

/** Groups that nobody has to define. */
class GroupingsTest {

    private static final int CUSTOMERS = 7200;
    private static TemporaryStore store;
    private static Segments segments;

    @BeforeAll
    static void open() throws Exception {
        store = SyntheticCustomers.store();
        SyntheticCustomers.fill(store.store(), CUSTOMERS, 13);
        segments = new SegmentsComponent(store.store(), new CustomerBase(store.store()));
    }

    @AfterAll
    static void close() throws Exception {
        store.close();
    }

    @Test
    void every_customer_with_a_known_age_is_in_one_band() throws Exception {
        Segments.Sizes ages = sizes("by-age");
        assertEquals(List.of("0-17", "18-25", "26-35", "36-45", "46-60", "61-", Segments.UNASSIGNED),
                ages.segments().stream().map(Segments.Size::name).toList());
        assertEquals(CUSTOMERS, ages.customers());
    }

    @Test
    void the_most_frequent_occupation_comes_first() throws Exception {
        Segments.Size first = sizes("by-occupation").segments().getFirst();
        assertEquals("clerk", first.name());
        assertEquals(2880, first.customers());
    }

    @Test
    void a_fifth_of_those_with_spend_is_in_the_top_tier_unless_many_spend_the_same() throws Exception {
        Segments.Sizes tiers = sizes("by-tier");
        long known = tiers.segments().stream().filter(size -> !size.name().equals(Segments.UNASSIGNED)).mapToLong(Segments.Size::customers)
                .sum();
        Segments.Size top = tiers.segments().getFirst();
        assertEquals("TOP", top.name());
        assertTrue(top.customers() >= known / 5, top + " of " + known);
        assertTrue(top.meanSpend().orElseThrow() > tiers.segments().get(1).meanSpend().orElseThrow());
    }

    @Test
    void groupings_are_no_documents() throws Exception {
        assertTrue(segments.groupings().stream().map(Segmentation::getName).allMatch(name -> name.startsWith("by-")));
        assertTrue(segments.list().stream().map(Segmentation::getName).noneMatch(name -> name.startsWith("by-")));
    }

    private static Segments.Sizes sizes(String grouping) throws Exception {
        return segments.sizes(segments.find(grouping).orElseThrow(), Cancellation.none());
    }
}
