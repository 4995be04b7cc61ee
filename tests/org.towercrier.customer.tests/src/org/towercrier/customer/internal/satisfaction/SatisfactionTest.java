package org.towercrier.customer.internal.satisfaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.towercrier.customer.CustomerException;
import org.towercrier.customer.Satisfaction;
import org.towercrier.customer.Satisfaction.Chart;
import org.towercrier.customer.Satisfaction.Method;
import org.towercrier.customer.Satisfaction.Request;
import org.towercrier.customer.internal.SyntheticCustomers;
import org.towercrier.customer.internal.base.CustomerBase;
import org.towercrier.customer.internal.segment.CriteriaComponent;
import org.towercrier.customer.internal.segment.CriterionParser;
import org.towercrier.fixture.TemporaryStore;
import org.towercrier.statistics.value.DerivedImportance;
import org.towercrier.statistics.value.ImportancePerformance.CrossHair;
import org.towercrier.statistics.value.ImportancePerformance.Quadrant;
import org.towercrier.store.Cancellation;

/** Importance and performance of answers that can be computed by hand. */
class SatisfactionTest {

    private static final int CUSTOMERS = 200;
    private static TemporaryStore store;
    private static Satisfaction satisfaction;

    @BeforeAll
    static void open() throws Exception {
        store = SyntheticCustomers.store();
        SyntheticCustomers.fill(store.store(), CUSTOMERS, 2);
        store.store().write(tx -> tx.sql().execute(
                "insert into survey_answer (survey, customer, question, score) select 's', 'c' || i, q, case q when 'overall' then 1 + i % 10"
                        + " when 'speed' then 1 + (i % 10 * 9) // 10 when 'voice' then 1 + (i * 7) % 10 when 'weight of speed' then 9 when 'weight of voice' then 3"
                        + " else i % 2 end from range(" + CUSTOMERS
                        + ") t(i), (values ('overall'), ('speed'), ('voice'), ('weight of speed'), ('weight of voice'), ('moved')) u(q) where not (q = 'voice' and i % 3 = 0)"));
        satisfaction = new SatisfactionComponent(store.store(), new CriteriaComponent(store.store(), new CustomerBase(store.store())));
    }

    @AfterAll
    static void close() throws Exception {
        store.close();
    }

    private static Chart chart(Request request) throws Exception {
        return satisfaction.chart(request, Cancellation.none());
    }

    @Test
    void importance_is_derived_from_the_overall_judgement() throws Exception {
        Request request = new Request("s", Optional.empty(), List.of("speed", "voice"), List.of(), Method.CORRELATION, CrossHair.MEAN,
                Optional.empty());
        Chart chart = chart(request);
        assertEquals(Optional.of("overall"), chart.overall());
        assertEquals(CUSTOMERS, chart.customers());
        double[] overall = new double[CUSTOMERS];
        double[] voice = new double[CUSTOMERS];
        for (int i = 0; i < CUSTOMERS; i++) {
            overall[i] = 1 + i % 10;
            voice[i] = i % 3 == 0 ? Double.NaN : 1 + i * 7 % 10;
        }
        assertEquals(DerivedImportance.correlation(voice, overall), chart.items().get(1).importance(), 1e-12);
        assertEquals(133, chart.items().get(1).answers());
        assertTrue(chart.items().get(0).importance() > 0.9);
    }

    @Test
    void importance_can_be_stated() throws Exception {
        Chart chart = chart(new Request("s", Optional.empty(), List.of("speed", "voice"), List.of("weight of speed", "weight of voice"),
                Method.STATED, CrossHair.SCALE_MIDDLE, Optional.empty()));
        assertEquals(9, chart.items().get(0).importance());
        assertEquals(Quadrant.LOW_PRIORITY, chart.items().get(1).quadrant() == Quadrant.POSSIBLE_OVERKILL ? Quadrant.LOW_PRIORITY
                : chart.items().get(1).quadrant());
        assertThrows(CustomerException.class, () -> chart(new Request("s", Optional.empty(), List.of("speed", "voice"),
                List.of("weight of speed"), Method.STATED, CrossHair.MEAN, Optional.empty())));
    }

    @Test
    void questions_that_state_importance_are_kept_with_those_they_speak_of() throws Exception {
        Request stated = new Request("s", Optional.empty(), List.of(), List.of(), Method.STATED, CrossHair.SCALE_MIDDLE, Optional.empty());
        assertThrows(CustomerException.class, () -> chart(stated));
        satisfaction.pair("s", "speed", Optional.of("weight of speed"));
        satisfaction.pair("s", "voice", Optional.of("weight of voice"));
        Chart chart = chart(stated);
        assertEquals(List.of("speed", "voice"), chart.items().stream().map(Satisfaction.Item::question).toList());
        assertEquals(List.of(9.0, 3.0), chart.items().stream().map(Satisfaction.Item::importance).toList());
        satisfaction.pair("s", "voice", Optional.empty());
        assertEquals(1, chart(stated).items().size());
        assertThrows(CustomerException.class, () -> satisfaction.pair("s", "speed", Optional.of("speed")));
        assertThrows(CustomerException.class, () -> satisfaction.pair("s", "speed", Optional.of("unheard")));
        satisfaction.pair("s", "speed", Optional.empty());
        assertEquals(2,
                satisfaction.questions("s").stream().filter(each -> each.label().equals("speed") || each.label().equals("voice")).count());
    }

    @Test
    void questions_without_a_scale_and_unknown_ones_are_left_out() throws Exception {
        assertEquals(List.of("s"), satisfaction.surveys());
        assertEquals(6, satisfaction.questions("s").size());
        assertTrue(chart(Request.of("s")).items().stream()
                .noneMatch(item -> item.question().equals("moved") || item.question().equals("overall")));
        assertThrows(CustomerException.class, () -> chart(new Request("s", Optional.of("nothing"), List.of(), List.of(), Method.RANK,
                CrossHair.MEAN, Optional.empty())));
        assertThrows(CustomerException.class, () -> chart(Request.of("none")));
    }

    @Test
    void only_those_whom_a_rule_takes_answer() throws Exception {
        Chart chart = chart(new Request("s", Optional.of("overall"), List.of("speed", "voice"), List.of(), Method.RANK, CrossHair.MEDIAN,
                Optional.of(CriterionParser.parse("gender = FEMALE"))));
        assertEquals(CUSTOMERS / 2, chart.customers());
    }
}
