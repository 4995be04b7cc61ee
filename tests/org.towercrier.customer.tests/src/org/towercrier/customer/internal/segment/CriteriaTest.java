package org.towercrier.customer.internal.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.towercrier.customer.Criteria;
import org.towercrier.customer.Criteria.Suggestion;
import org.towercrier.customer.CriterionAttribute;
import org.towercrier.customer.CriterionAttribute.Kind;
import org.towercrier.customer.CustomerException;
import org.towercrier.customer.internal.SyntheticCustomers;
import org.towercrier.customer.internal.base.CustomerBase;
import org.towercrier.fixture.TemporaryStore;
import org.towercrier.model.customer.AllOf;
import org.towercrier.model.customer.ComparisonOperator;
import org.towercrier.model.customer.Criterion;
import org.towercrier.model.customer.CustomerFactory;
import org.towercrier.store.Cancellation;

/** What an editor of rules and an audience need: text and back, suggestions, what is wrong where. */
class CriteriaTest {

    private static final int CUSTOMERS = 7200;
    private static TemporaryStore store;
    private static Criteria criteria;

    @BeforeAll
    static void open() throws Exception {
        store = SyntheticCustomers.store();
        SyntheticCustomers.fill(store.store(), CUSTOMERS, 13);
        criteria = new CriteriaComponent(store.store(), new CustomerBase(store.store()));
    }

    @AfterAll
    static void close() throws Exception {
        store.close();
    }

    @ParameterizedTest
    @ValueSource(strings = { "Customer.age >= 60 and (MonthlyFacts.spend(mean,6) > 50 or not (Contract.end present))",
            "Customer.region in ('R1', 'it''s', '5') and Customer.tenure between 3 and 12",
            "not (Customer.gender = FEMALE or Customer.occupation contains 'each')",
            "(Customer.age < 20 or Customer.age > 60) and Customer.competitiveArea = true",
            "Contract.end <= today+60d", "Customer.region not in ('R1')", "'SurveyAnswer.how well, on the whole' >= 7", "everyone",
            "segment 'behaviour' = 'voice-leaning' or Customer.household absent" })
    void a_rule_is_written_as_it_is_read(String rule) throws Exception {
        Criterion tree = criteria.parse(rule);
        String written = criteria.write(tree);
        assertEquals(written, criteria.write(criteria.parse(written)));
        assertEquals(criteria.count(tree, Cancellation.none()), criteria.count(criteria.parse(written), Cancellation.none()));
        assertEquals(rule.replace("'5'", "5"), written);
    }

    @Test
    void text_that_is_a_number_stays_the_value() throws Exception {
        Criterion tree = criteria.parse("Customer.occupation = 'a and b'");
        assertEquals("Customer.occupation = 'a and b'", criteria.write(tree));
    }

    @Test
    void values_are_suggested_with_the_most_frequent_first() throws Exception {
        List<Suggestion> all = criteria.values("Customer.occupation", "", 10, Cancellation.none());
        assertEquals(new Suggestion("clerk", 2880), all.get(0));
        assertEquals(4, all.size());
        assertEquals(List.of(new Suggestion("teacher", 1440)), criteria.values("occupation", "T", 10, Cancellation.none()));
        assertEquals(List.of(), criteria.values("Customer.age", "", 10, Cancellation.none()));
        assertThrows(CustomerException.class, () -> criteria.values("Customer.name", "", 10, Cancellation.none()));
    }

    @Test
    void an_audience_is_a_part_of_statements() throws Exception {
        Criteria.Audience audience = criteria.audience(criteria.parse("age = 18"));
        long counted = store.store().read(sql -> (long) sql.fetchCount(sql.select(org.jooq.impl.DSL.field("id")).from("customer")
                .where(org.jooq.impl.DSL.field("id", String.class).in(audience.ids()))));
        assertEquals(120, counted);
        assertEquals(List.of("c0", "c1020", "c1080"), criteria.customers(criteria.parse("age = 18"), 3, Cancellation.none()));
    }

    @Test
    void each_part_that_cannot_be_evaluated_is_named() throws Exception {
        AllOf all = CustomerFactory.eINSTANCE.createAllOf();
        all.getCriteria().add(SegmentsTest.leaf("Customer.age", "EQUAL", "old"));
        all.getCriteria().add(SegmentsTest.leaf("Customer.age", "EQUAL", "18"));
        all.getCriteria().add(SegmentsTest.leaf("Customer.shoeSize", "EQUAL", "43"));
        List<Criteria.Problem> problems = criteria.check(all);
        assertEquals(List.of(all.getCriteria().get(0), all.getCriteria().get(2)), problems.stream().map(Criteria.Problem::where).toList());
        assertTrue(problems.get(0).reason().contains("old"), problems.get(0).reason());
        assertEquals(List.of(), criteria.check(null));
    }

    @Test
    void a_count_can_be_cancelled() {
        org.towercrier.store.CancelSwitch cancel = new org.towercrier.store.CancelSwitch();
        cancel.cancel();
        assertThrows(org.towercrier.store.StoreCancelledException.class, () -> criteria.count(criteria.parse("age > 20"), cancel));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = { "Customer.extra.SeniorCitizen = 1 | i % 4 = 1",
            "Customer.extra.SeniorCitizen > 1 | i % 4 > 1",
            "'Customer.extra.pay by' starts 'Bank' | i % 3 = 0", "'Customer.extra.pay by' <> 'Post' | i % 3 = 0",
            "Customer.extra.since >= 2020-01-02 | i % 3 > 0", "Customer.extra.note absent | i % 2 = 1",
            "not Customer.extra.SeniorCitizen in (0, 1) | i % 4 > 1", "Customer.extra.unheard = 1 | false",
            "Customer.extra.code starts 13 | i % 2 = 0", "Customer.extra.code present | i % 2 = 0",
            "'Customer.extra.4\\5G/~\"用户\"' > 1.5 | i % 5 > 1", "Customer.extra.seniorcitizen = 1 | i % 2 = 1" })
    void columns_beyond_the_model_can_be_asked_about(String rule, String expected) throws Exception {
        try (TemporaryStore own = SyntheticCustomers.store()) {
            own.store().write(tx -> tx.sql().execute("insert into customer (id, extra) select 'c' || i, '{\"SeniorCitizen\":\"' || (i % 4)"
                    + " || '\",\"pay by\":\"' || case when i % 3 = 0 then 'Bank transfer' else 'Post' end || '\",\"since\":\"2020-01-0' || (1 + i % 3)"
                    + " || '\",\"note\":\"' || case when i % 2 = 0 then 'x' else '' end || '\",\"code\":\"' || case when i % 2 = 0 then '13' else '13800138000' end || '\",\"4\\\\5G/~\\\"用户\\\"\":\"' || (i % 5) || '\",\"seniorcitizen\":\"' || (i % 2) || '\"}' from range(300) t(i)"));
            CriteriaComponent theirs = new CriteriaComponent(own.store(), new CustomerBase(own.store()));
            Criterion tree = theirs.parse(rule);
            assertEquals(rule,
                    theirs.write(tree).replace("(Customer.extra.SeniorCitizen in (0, 1))", "Customer.extra.SeniorCitizen in (0, 1)"));
            long count = own.store().read(
                    sql -> ((Number) sql.fetchValue("select count(*) from range(300) t(i) where " + expected)).longValue());
            assertEquals(count, theirs.count(tree, Cancellation.none()).matching());
        }
    }

    @Test
    void columns_beyond_the_model_are_listed_with_what_can_be_asked_of_them() throws Exception {
        try (TemporaryStore own = SyntheticCustomers.store()) {
            own.store().write(tx -> {
                tx.sql().execute("insert into customer (id, extra) select 'c' || i, '{\"Score\":\"' || (i / 2.0) || '\",\"Pays by\":\"'"
                        + " || case when i % 3 = 0 then 'Bank' else 'Post' end || '\",\"Since\":\"2020-01-0' || (1 + i % 3)"
                        + " || '\",\"Second phone\":\"1\",\"Contact\":\"a' || i || '@b.example\"}' from range(3000) t(i)");
                tx.sql().execute("insert into contract (id, customer, extra) values ('k', 'c1', '{\"Colour\":\"red\"}')");
                return null;
            });
            CriteriaComponent theirs = new CriteriaComponent(own.store(), new CustomerBase(own.store()));
            assertTrue(theirs.attributes().stream().noneMatch(each -> each.name().contains(".extra.")));
            theirs.count(theirs.parse("everyone"), Cancellation.none());
            Map<String, Kind> listed = theirs.attributes().stream().filter(each -> each.name().contains(".extra."))
                    .collect(Collectors.toMap(CriterionAttribute::name, CriterionAttribute::kind));
            assertEquals(Map.of("Customer.extra.Score", Kind.NUMBER, "Customer.extra.Pays by", Kind.TEXT, "Customer.extra.Since", Kind.DATE,
                    "Contract.extra.Colour", Kind.TEXT), listed);
            assertTrue(theirs.attribute("Customer.extra.Score").orElseThrow().operators().contains(ComparisonOperator.BETWEEN));
            assertEquals(List.of(new Criteria.Suggestion("Post", 2000), new Criteria.Suggestion("Bank", 1000)),
                    theirs.values("Customer.extra.Pays by", "", 5, Cancellation.none()));
            assertEquals(List.of(new Criteria.Suggestion("red", 1)), theirs.values("Contract.extra.Colour", "R", 5, Cancellation.none()));
            assertEquals(1, theirs.count(theirs.parse("Contract.extra.Colour = red"), Cancellation.none()).matching());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "Customer.extra.Passport = 1", "Customer.extra.phone present", "Household.extra.rooms = 2" })
    void what_looks_personal_cannot_be_asked_about(String rule) throws Exception {
        try (TemporaryStore own = SyntheticCustomers.store()) {
            CriteriaComponent theirs = new CriteriaComponent(own.store(), new CustomerBase(own.store()));
            assertEquals(1, theirs.check(theirs.parse(rule)).size());
        }
    }
}
