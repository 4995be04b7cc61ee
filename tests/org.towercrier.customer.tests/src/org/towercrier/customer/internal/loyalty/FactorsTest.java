package org.towercrier.customer.internal.loyalty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.towercrier.areas.AreaException;
import org.towercrier.areas.CellHeadroom;
import org.towercrier.customer.Loyalty;
import org.towercrier.customer.Loyalty.Factor;
import org.towercrier.customer.internal.SyntheticCustomers;
import org.towercrier.customer.internal.base.CustomerBase;
import org.towercrier.customer.internal.segment.CriterionParser;
import org.towercrier.fixture.TemporaryStore;
import org.towercrier.model.customer.SatisfactionFactor;
import org.towercrier.store.Cancellation;

/** The six factors of loyalty against what can be computed by hand. */
class FactorsTest {

    private static final int CUSTOMERS = 1200;
    private static TemporaryStore store;
    private static CustomerBase base;

    @BeforeAll
    static void open() throws Exception {
        store = SyntheticCustomers.store();
        SyntheticCustomers.fill(store.store(), CUSTOMERS, 12);
        store.store().write(tx -> {
            tx.sql().execute("update customer set \"homeCell\" = case when churned then 'busy' else 'calm' end");
            tx.sql().execute(
                    "insert into survey_answer (survey, customer, question, score) select 's', 'c' || i, '资费满意度', 1 + i % 10 from range(100) t(i)");
            return null;
        });
        store.store().write(tx -> tx.sql().execute("delete from monthly_facts where customer = 'c5' and \"month\" < date '2024-06-01'"));
        base = new CustomerBase(store.store());
    }

    @AfterAll
    static void close() throws Exception {
        store.close();
    }

    private static Map<SatisfactionFactor, Factor> factors(CellHeadroom headroom, String rule) throws Exception {
        List<Factor> all = new LoyaltyComponent(store.store(), base, headroom).factors(CriterionParser.parse(rule), Cancellation.none());
        assertEquals(List.of(SatisfactionFactor.values()), all.stream().map(Factor::factor).toList());
        return all.stream().collect(Collectors.toMap(Factor::factor, each -> each));
    }

    @Test
    void quality_at_home_is_a_factor_and_says_how_it_goes_with_staying() throws Exception {
        CellHeadroom headroom = cells -> Map.of("busy",
                new CellHeadroom.Headroom("busy", Optional.of(100.0), 70, Optional.empty(), 0, Optional.empty()),
                "calm", new CellHeadroom.Headroom("calm", Optional.of(50.0), 70, Optional.empty(), 0, Optional.empty()));
        Factor network = factors(headroom, "everyone").get(SatisfactionFactor.NETWORK_QUALITY);
        long left = (CUSTOMERS + 10) / 11;
        assertEquals(100.0 * (CUSTOMERS - left) / CUSTOMERS, network.score().orElseThrow(), 1e-9);
        assertEquals(1, network.influence().orElseThrow(), 1e-9);
    }

    @Test
    void unread_cells_leave_the_other_factors() throws Exception {
        CellHeadroom broken = cells -> {
            throw new AreaException("no", new IllegalStateException());
        };
        Map<SatisfactionFactor, Factor> factors = factors(broken, "tenure >= 60");
        assertTrue(factors.get(SatisfactionFactor.NETWORK_QUALITY).score().isEmpty());
        assertEquals(100, factors.get(SatisfactionFactor.TIME).score().orElseThrow(), 1e-9);
    }

    @Test
    void a_customer_of_one_month_has_no_trend_and_spoils_none() throws Exception {
        Loyalty.Source trend = factors(null, "everyone").get(SatisfactionFactor.PRICE).sources().stream()
                .filter(source -> source.name().equals("spendTrend")).findFirst().orElseThrow();
        assertTrue(Double.isFinite((Double) trend.fact().get("changeAMonth")), trend.toString());
        assertEquals(CUSTOMERS - 13 - 1, ((Number) trend.fact().get("customers")).longValue());
    }

    @Test
    void answers_belong_to_the_factor_they_are_about() throws Exception {
        Map<SatisfactionFactor, Factor> factors = factors(null, "everyone");
        assertTrue(factors.get(SatisfactionFactor.PRICE).sources().stream().anyMatch(source -> source.name().equals("资费满意度")));
        assertEquals(200.0 / 3, factors.get(SatisfactionFactor.COMPETITORS).score().orElseThrow(), 1e-9);
        assertTrue(factors.get(SatisfactionFactor.CUSTOMER_TRAITS).score().isEmpty());
    }
}
