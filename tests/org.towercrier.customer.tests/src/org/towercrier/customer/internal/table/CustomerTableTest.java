package org.towercrier.customer.internal.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.towercrier.customer.CustomerException;
import org.towercrier.customer.CustomerTable;
import org.towercrier.customer.CustomerTable.Filter;
import org.towercrier.customer.CustomerTable.Page;
import org.towercrier.customer.CustomerTable.Query;
import org.towercrier.customer.CustomerTable.Row;
import org.towercrier.customer.internal.SyntheticCustomers;
import org.towercrier.customer.internal.base.CustomerBase;
import org.towercrier.customer.internal.segment.CriterionParser;
import org.towercrier.fixture.TemporaryStore;
import org.towercrier.privacy.Disclosure;
import org.towercrier.privacy.DisclosureRefusedException;
import org.towercrier.privacy.Role;
import org.towercrier.store.Cancellation;

/** Pages of customers against what can be computed by hand. */
class CustomerTableTest {

    private static final int CUSTOMERS = 30_000;
    private static TemporaryStore store;
    private static CustomerTable table;
    private static String asked = "";

    /** Lets everybody but the curious see. */
    private static final Disclosure DISCLOSURE = new Disclosure() {

        @Override
        public String user() {
            return "tester";
        }

        @Override
        public Role role(String user) {
            return Role.SERVICE;
        }

        @Override
        public Map<String, Role> roles() {
            return Map.of();
        }

        @Override
        public void grant(String user, Role role) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void ask(String subject, String reason) throws DisclosureRefusedException {
            if (reason.contains("curious")) {
                throw new DisclosureRefusedException("no");
            }
            asked += subject + ": " + reason;
        }
    };

    @BeforeAll
    static void open() throws Exception {
        store = SyntheticCustomers.store();
        SyntheticCustomers.fill(store.store(), CUSTOMERS, 3);
        store.store().write(tx -> tx.sql().execute(
                "update customer set \"homeCell\" = case when \"tenure\" < 2 then 'cell-1' else 'cell-2' end, \"workCell\" = 'cell-2'"));
        table = new CustomerTableComponent(store.store(), new CustomerBase(store.store()), DISCLOSURE);
    }

    @AfterAll
    static void close() throws Exception {
        store.close();
    }

    private static Page page(Query query, long offset, int limit) throws Exception {
        return table.page(query, offset, limit, Cancellation.none());
    }

    @Test
    void pages_together_hold_everyone_once() throws Exception {
        for (Query query : List.of(Query.of(Filter.ALL, List.of("age")), Query.of(Filter.ALL, List.of("age")).by("age", true))) {
            Set<String> seen = new HashSet<>();
            for (long offset = 0; offset < CUSTOMERS; offset += 5000) {
                Page page = page(query, offset, 5000);
                assertEquals(CUSTOMERS, page.total());
                page.rows().forEach(row -> seen.add(row.customer()));
            }
            assertEquals(CUSTOMERS, seen.size());
        }
    }

    @Test
    void rows_are_sorted_shallow_and_deep_with_absent_values_last() throws Exception {
        Query query = Query.of(Filter.ALL, List.of("spend_mean_3", "age")).by("spend_mean_3", true);
        List<Row> first = page(query, 0, 100).rows();
        List<Row> last = page(query, CUSTOMERS - 400, 400).rows();
        assertEquals(100.0, (Double) first.get(0).values().get(0), 1e-9);
        for (int i = 1; i < first.size(); i++) {
            assertTrue((Double) first.get(i - 1).values().get(0) >= (Double) first.get(i).values().get(0));
        }
        assertEquals(309 + 1, last.stream().filter(row -> row.values().get(0) == null).count());
        assertEquals(null, last.get(399).values().get(0));
        List<Row> again = page(query, 0, 100).rows();
        assertEquals(first, again);
    }

    @Test
    void a_filter_is_a_rule_some_cells_and_words() throws Exception {
        Filter young = Filter.ALL.where(CriterionParser.parse("age = 18"));
        assertEquals(500, table.count(young, Cancellation.none()));
        assertEquals(500, page(Query.of(young, List.of("age")).by("tenure", false), 0, 10).total());
        assertEquals(2 * (CUSTOMERS / 72) + 2, table.count(Filter.ALL.in(List.of("cell-1")), Cancellation.none()));
        assertEquals(11, table.count(Filter.ALL.with("C2999"), Cancellation.none()));
        assertEquals("c123", page(Query.of(Filter.ALL.with("1380123"), List.of()), 0, 5).rows().get(0).customer());
        for (String words : List.of("c", "C12", "2", "c2~", "c_", "c%", "cé", "C299", "cab")) {
            String begins = "select count(*) from customer where starts_with(lower(id), '" + words.toLowerCase(java.util.Locale.ROOT)
                    + "')";
            long expected = store.store().read(sql -> ((Number) sql.fetchValue(begins)).longValue());
            assertEquals(expected, table.count(Filter.ALL.with(words), Cancellation.none()), words);
        }
        assertEquals(0, page(Query.of(Filter.ALL.with("nobody"), List.of()).by("age", true), 0, 5).rows().size());
    }

    @Test
    void cells_of_customers_are_counted_at_home_and_at_work() throws Exception {
        Filter new1 = Filter.ALL.where(CriterionParser.parse("tenure = 0"));
        List<CustomerTable.CellShare> cells = table.cells(new1, 10, Cancellation.none());
        long customers = table.count(new1, Cancellation.none());
        assertEquals(List.of(new CustomerTable.CellShare("cell-1", customers, 0), new CustomerTable.CellShare("cell-2", 0, customers)),
                cells.stream().sorted(java.util.Comparator.comparing(CustomerTable.CellShare::cell)).toList());
    }

    @Test
    void personal_columns_are_masked_until_somebody_asks() throws Exception {
        Query query = Query.of(Filter.ALL.with("c77"), List.of("name", "phone", "age")).by("age", false);
        String masked = page(query, 0, 50).rows().toString();
        assertFalse(masked.contains("Name 77") || masked.contains("138077"), masked);
        assertThrows(DisclosureRefusedException.class, () -> table.reveal("curious"));
        CustomerTable.Sight sight = table.reveal("a complaint");
        String plain = page(query.seen(sight), 0, 50).rows().toString();
        assertTrue(plain.contains("Name 77") && plain.contains("138077"), plain);
        assertTrue(asked.endsWith("a complaint"), asked);
        String forged = page(query.seen(() -> "because"), 0, 50).rows().toString();
        assertFalse(forged.contains("Name 77"), forged);
        assertThrows(CustomerException.class, () -> page(Query.of(Filter.ALL, List.of("name")).by("name", false), 0, 5));
        assertThrows(CustomerException.class, () -> page(Query.of(Filter.ALL, List.of("shoes")), 0, 5));
    }

    @Test
    void every_column_has_a_label_in_every_language_and_can_be_read() throws Exception {
        for (CustomerTable.Column column : table.columns()) {
            for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE, Locale.TRADITIONAL_CHINESE)) {
                assertFalse(table.label(column, locale).isBlank());
            }
        }
        List<String> all = table.columns().stream().map(CustomerTable.Column::name).toList();
        assertEquals(all.size(), page(Query.of(Filter.ALL, all).by("spend_mean_3", true), 10, 3).rows().get(0).values().size());
        assertEquals(new HashSet<>(all).size(), all.size());
    }
}
