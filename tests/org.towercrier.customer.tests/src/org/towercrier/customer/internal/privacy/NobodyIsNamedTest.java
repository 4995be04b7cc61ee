package org.towercrier.customer.internal.privacy;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.towercrier.customer.Criteria;
import org.towercrier.customer.CriterionAttribute;
import org.towercrier.customer.CustomerException;
import org.towercrier.customer.CustomerTable;
import org.towercrier.customer.CustomerValue.Level;
import org.towercrier.customer.Movements;
import org.towercrier.customer.Segments;
import org.towercrier.customer.internal.SyntheticCustomers;
import org.towercrier.customer.internal.base.CustomerBase;
import org.towercrier.customer.internal.loyalty.LoyaltyComponent;
import org.towercrier.customer.internal.movement.MovementsComponent;
import org.towercrier.customer.internal.retention.RetentionComponent;
import org.towercrier.customer.internal.segment.CriteriaComponent;
import org.towercrier.customer.internal.segment.CriterionParser;
import org.towercrier.customer.internal.segment.SegmentsComponent;
import org.towercrier.customer.internal.table.CustomerTableComponent;
import org.towercrier.customer.internal.value.CustomerValueComponent;
import org.towercrier.customer.internal.view.CustomerPagesComponent;
import org.towercrier.fixture.TemporaryStore;
import org.towercrier.store.Cancellation;

/** Whatever is asked about customers, no answer has a name, number or address of somebody in it unless that was asked for. */
class NobodyIsNamedTest {

    private static final List<String> KNOWN = List.of("Quarkstone", "13987654", "quark.example", "1984-05-06", "49.12345",
            "869876543210123");
    private static TemporaryStore store;
    private static CustomerBase base;
    private static Segments segments;
    private static Criteria criteria;
    private static CustomerTable table;

    @BeforeAll
    static void open() throws Exception {
        store = SyntheticCustomers.store();
        SyntheticCustomers.fill(store.store(), 300, 12);
        store.store().write(tx -> {
            for (String statement : List.of(
                    "update customer set name = 'Wilhelmina Quarkstone ' || id, phone = '13987654' || lpad(id[2:], 3, '0'),"
                            + " email = id || '@quark.example', address = '7 Quarkstone Lane', \"birthDate\" = date '1984-05-06',"
                            + " \"homeLatitude\" = 49.12345, \"homeLongitude\" = 49.12345, \"homeCell\" = '7',"
                            + " extra = '{\"note\":\"call 13987654321 first\",\"Second email\":\"x@quark.example\",\"who\":\"ask 139 8765 4321\"}'",
                    "insert into household (id, name, address) select 'h' || i, 'Quarkstone ' || i, '7 Quarkstone Lane' from range(75) t(i)",
                    "insert into terminal (id, customer, maker) select '869876543210123' || i, 'c' || i, 'Maker' from range(300) t(i)",
                    "insert into subscription (id, customer, product, number) select 's' || i, 'c' || i, 'p', '13987654' || i from range(300) t(i)")) {
                tx.sql().execute(statement);
            }
            return null;
        });
        base = new CustomerBase(store.store());
        segments = new SegmentsComponent(store.store(), base);
        criteria = new CriteriaComponent(store.store(), base);
        table = new CustomerTableComponent(store.store(), base, null);
    }

    @AfterAll
    static void close() throws Exception {
        store.close();
    }

    private static void nameless(Object answer) {
        String text = String.valueOf(answer);
        assertTrue(text.length() > 2, "nothing was answered");
        KNOWN.forEach(known -> assertFalse(text.contains(known), known + " in " + text));
    }

    @Test
    void pages_and_rows_are_masked() throws Exception {
        CustomerPagesComponent pages = new CustomerPagesComponent(store.store(), base, new LoyaltyComponent(store.store(), base, null),
                null,
                null, List.of());
        try {
            nameless(pages.page("c7", Optional.empty()).orElseThrow());
            nameless(pages.page("13987654007", Optional.empty()).orElseThrow());
        } finally {
            pages.stop();
        }
        List<String> all = table.columns().stream().map(CustomerTable.Column::name).toList();
        nameless(table.page(CustomerTable.Query.of(CustomerTable.Filter.ALL, all), 0, 50, Cancellation.none()));
        nameless(segments.preview(CriterionParser.parse("everyone"), 20, Cancellation.none()));
    }

    @Test
    void lists_and_figures_name_nobody() throws Exception {
        Movements movements = new MovementsComponent(store.store(), base);
        LocalDate end = segments.latest();
        nameless(movements.between(segments.find(Segments.FOUR).orElseThrow(), end.minusMonths(3), end, Cancellation.none()));
        List<Object> lists = new ArrayList<>();
        for (Movements.WatchList list : Movements.WatchList.values()) {
            lists.add(movements.watch(list, 50, Cancellation.none()));
        }
        nameless(lists);
        RetentionComponent retention = new RetentionComponent(store.store(), base);
        nameless(retention.list(50, Cancellation.none()));
        CustomerValueComponent value = new CustomerValueComponent(store.store(), base);
        for (Level level : List.of(Level.PERSON, Level.HOUSEHOLD)) {
            nameless(value.holders(level, value.model(), 50, Cancellation.none()));
        }
        nameless(segments.groupings());
    }

    @Test
    void rules_neither_ask_about_people_nor_suggest_them() throws Exception {
        criteria.count(criteria.parse("everyone"), Cancellation.none());
        for (CriterionAttribute attribute : criteria.attributes()) {
            if (!attribute.name().equals("Customer.birthDate")) {
                nameless(attribute + " " + criteria.values(attribute.name(), "", 50, Cancellation.none()));
            }
        }
        for (String rule : List.of("phone = 13987654007", "name present", "email contains 'quark'", "Terminal.id present",
                "Subscription.number present", "Customer.extra.note contains '13987654321'")) {
            assertThrows(CustomerException.class, () -> criteria.count(criteria.parse(rule), Cancellation.none()), rule);
        }
    }
}
