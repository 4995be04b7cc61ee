package org.towercrier.customer.internal.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

import org.eclipse.emf.ecore.EClass;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.towercrier.fixture.TemporaryStore;
import org.towercrier.fixture.TestStores;
import org.towercrier.model.ModelPackages;
import org.towercrier.model.customer.CustomerPackage.Literals;
import org.towercrier.model.network.NetworkPackage;
import org.towercrier.store.RowWriter;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;
import org.towercrier.store.Transaction;

class CustomerLinksTest {

    private TemporaryStore store;

    @BeforeEach
    void open() throws Exception {
        store = TestStores.temporary(ModelPackages.all().toArray(org.eclipse.emf.ecore.EPackage[]::new));
    }

    @AfterEach
    void close() throws Exception {
        store.close();
    }

    private static void row(Transaction tx, EClass type, Map<String, Object> values) throws StoreException {
        try (RowWriter rows = tx.insert(type)) {
            for (TableSchema.Column column : TableSchema.of(type).columns()) {
                rows.addObject(values.get(column.name()));
            }
            rows.endRow();
        }
    }

    private Object value(String sql) throws StoreException {
        return store.store().read(dsl -> dsl.fetchValue(sql));
    }

    private void complete(EClass... classes) throws StoreException {
        store.store().write(tx -> {
            new CustomerLinks().complete(tx, Set.of(classes), text -> {});
            return null;
        });
    }

    @Test
    void what_is_only_mentioned_comes_into_being_once() throws Exception {
        store.store().write(tx -> {
            row(tx, Literals.CUSTOMER, Map.of("id", "a", "household", "h1", "group", "g"));
            row(tx, Literals.CUSTOMER, Map.of("id", "b", "household", "h1"));
            row(tx, Literals.HOUSEHOLD, Map.of("id", "h2"));
            row(tx, Literals.MONTHLY_FACTS, Map.of("customer", "z", "month", LocalDate.of(2024, 1, 1)));
            return null;
        });
        complete(Literals.CUSTOMER, Literals.MONTHLY_FACTS);
        complete(Literals.CUSTOMER, Literals.MONTHLY_FACTS);
        assertEquals(3L, value("select count(*) from customer"));
        assertEquals(2L, value("select count(*) from household"));
        assertEquals(1, value("select members from corporate_group where id = 'g'"));
        assertEquals(false, value("select \"groupNetwork\" from corporate_group where id = 'g'"));
    }

    @Test
    void eleven_members_make_a_group_network() throws Exception {
        store.store().write(tx -> {
            for (int i = 0; i < 11; i++) {
                row(tx, Literals.CUSTOMER, Map.of("id", "c" + i, "group", "g"));
            }
            row(tx, Literals.CORPORATE_GROUP, Map.of("id", "told", "members", 400));
            return null;
        });
        complete(Literals.CUSTOMER, Literals.CORPORATE_GROUP);
        assertEquals(true, value("select \"groupNetwork\" from corporate_group where id = 'g'"));
        assertEquals(400, value("select members from corporate_group where id = 'told'"));
    }

    @Test
    void homes_find_their_cells_by_identity_by_name_and_by_position() throws Exception {
        store.store().write(tx -> {
            row(tx, NetworkPackage.Literals.CELL, Map.of("id", "1", "name", "Harbour", "latitude", 31.20, "longitude", 121.40));
            row(tx, NetworkPackage.Literals.CELL, Map.of("id", "2", "name", "Hill", "latitude", 31.30, "longitude", 121.40));
            row(tx, NetworkPackage.Literals.CELL, Map.of("id", "3", "name", "Twin"));
            row(tx, NetworkPackage.Literals.CELL, Map.of("id", "4", "name", "Twin"));
            row(tx, Literals.CUSTOMER, Map.of("id", "by id", "homeCell", "2"));
            row(tx, Literals.CUSTOMER, Map.of("id", "by name", "homeCell", "Harbour"));
            row(tx, Literals.CUSTOMER, Map.of("id", "twin", "homeCell", "Twin"));
            row(tx, Literals.CUSTOMER,
                    Map.of("id", "near", "homeLatitude", 31.26, "homeLongitude", 121.41, "workLatitude", 31.19, "workLongitude", 121.39));
            row(tx, Literals.CUSTOMER, Map.of("id", "far", "homeLatitude", -33.9, "homeLongitude", 151.2));
            return null;
        });
        complete(Literals.CUSTOMER);
        assertEquals("2", value("select \"homeCell\" from customer where id = 'by id'"));
        assertEquals("1", value("select \"homeCell\" from customer where id = 'by name'"));
        assertEquals("Twin", value("select \"homeCell\" from customer where id = 'twin'"));
        assertEquals("2", value("select \"homeCell\" from customer where id = 'near'"));
        assertEquals("1", value("select \"workCell\" from customer where id = 'near'"));
        assertNull(value("select \"homeCell\" from customer where id = 'far'"));
    }
}
