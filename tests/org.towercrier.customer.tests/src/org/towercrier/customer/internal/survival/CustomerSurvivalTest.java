package org.towercrier.customer.internal.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.towercrier.customer.CustomerException;
import org.towercrier.customer.CustomerSurvival;
import org.towercrier.customer.CustomerSurvival.ByAttribute;
import org.towercrier.customer.CustomerSurvival.ByRules;
import org.towercrier.customer.CustomerSurvival.BySegmentation;
import org.towercrier.customer.CustomerSurvival.Curve;
import org.towercrier.customer.CustomerSurvival.Named;
import org.towercrier.customer.CustomerSurvival.Report;
import org.towercrier.customer.CustomerSurvival.Request;
import org.towercrier.customer.CustomerSurvival.Together;
import org.towercrier.customer.internal.SyntheticCustomers;
import org.towercrier.customer.internal.base.CustomerBase;
import org.towercrier.customer.internal.segment.CriterionParser;
import org.towercrier.customer.internal.segment.SegmentsComponent;
import org.towercrier.fixture.TemporaryStore;
import org.towercrier.statistics.survival.EventTable;
import org.towercrier.statistics.survival.KaplanMeier;
import org.towercrier.store.Cancellation;

/** Curves of the store against curves of the same customers as arrays. */
class CustomerSurvivalTest {

    private static final int CUSTOMERS = 7200;
    private static TemporaryStore store;
    private static CustomerSurvival survival;

    @BeforeAll
    static void open() throws Exception {
        store = SyntheticCustomers.store();
        SyntheticCustomers.fill(store.store(), CUSTOMERS, 4);
        CustomerBase base = new CustomerBase(store.store());
        survival = new CustomerSurvivalComponent(store.store(), base, new SegmentsComponent(store.store(), base));
    }

    @AfterAll
    static void close() throws Exception {
        store.close();
    }

    private static Report curves(Request request) throws Exception {
        return survival.curves(request, Cancellation.none());
    }

    @Test
    void a_curve_of_all_is_that_of_the_arrays() throws Exception {
        double[] tenure = new double[CUSTOMERS];
        boolean[] left = new boolean[CUSTOMERS];
        for (int i = 0; i < CUSTOMERS; i++) {
            tenure[i] = i % 72;
            left[i] = i % 11 == 0;
        }
        Report report = curves(Request.by(new Together()));
        assertEquals(KaplanMeier.estimate(EventTable.of(tenure, left)), report.curves().get(0).curve());
        assertEquals(CUSTOMERS, report.customers());
        assertEquals(0, report.unknown());
        assertTrue(report.logRank().isEmpty());
        assertEquals(24, report.curves().get(0).hazard().size());
    }

    @Test
    void groups_add_up_whatever_makes_them() throws Exception {
        for (CustomerSurvival.Grouping by : List.of(new ByAttribute("Customer.occupation", 3), new ByAttribute("Customer.age", 6),
                new ByAttribute("Contract.type", 6), new BySegmentation("behaviour"))) {
            Report report = curves(Request.by(by));
            assertEquals(CUSTOMERS, report.customers(), by.toString());
            assertEquals(655, report.events(), by.toString());
            assertTrue(report.curves().size() > 1, by.toString());
            assertEquals(report.curves().size() - 1, report.logRank().orElseThrow().df());
        }
        assertEquals(List.of("clerk", "driver", "others"), curves(Request.by(new ByAttribute("Customer.occupation", 3))).curves().stream()
                .map(Curve::group).sorted().toList());
    }

    @Test
    void nothing_personal_makes_groups() {
        assertThrows(CustomerException.class, () -> curves(Request.by(new ByAttribute("Customer.birthDate", 6))));
        assertThrows(CustomerException.class, () -> curves(Request.by(new ByAttribute("Customer.name", 6))));
        assertThrows(CustomerException.class, () -> survival.cox(Optional.empty(), List.of("Customer.homeLatitude"), Cancellation.none()));
    }

    @Test
    void who_is_in_no_group_is_counted_apart() throws Exception {
        Report report = curves(new Request(Optional.of(CriterionParser.parse("tenure < 36")),
                new ByRules(List.of(new Named("young", CriterionParser.parse("age < 30")),
                        new Named("old", CriterionParser.parse("age > 60")))),
                6));
        assertEquals(List.of("young", "old"), report.curves().stream().map(Curve::group).toList());
        assertEquals(3600, report.customers() + report.unknown());
        assertTrue(report.unknown() > 1000);
    }

    @Test
    void a_cox_model_takes_numbers_and_choices() throws Exception {
        CustomerSurvival.Cox cox = survival.cox(Optional.empty(), List.of("Customer.age", "Customer.gender", "Contract.type"),
                Cancellation.none());
        assertEquals(CUSTOMERS, cox.customers());
        assertEquals(3, cox.fit().coefficients().size());
        assertThrows(CustomerException.class, () -> survival.cox(Optional.empty(), List.of("Customer.region"), Cancellation.none()));
        assertThrows(CustomerException.class, () -> survival.cox(Optional.empty(), List.of("Customer.tenure"), Cancellation.none()));
    }
}
