package org.towercrier.customer.ui.internal.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.towercrier.customer.CriterionAttribute.Kind;
import org.towercrier.customer.CustomerTable;
import org.towercrier.customer.ui.internal.Texts;
import org.towercrier.model.customer.AllOf;
import org.towercrier.model.customer.AttributeCriterion;
import org.towercrier.model.customer.Criterion;
import org.towercrier.model.customer.CustomerPackage.Literals;
import org.towercrier.model.customer.FactsAggregation;
import org.towercrier.model.customer.NoneOf;

/** What is typed into the filters of columns, as criteria for the engine. */
class ColumnCriteriaTest {

    private static final CustomerTable.Column AGE = column("age", Kind.NUMBER);
    private static final CustomerTable.Column OCCUPATION = column("occupation", Kind.TEXT);
    private static final CustomerTable.Column JOINED = column("joinDate", Kind.DATE);
    private static final CustomerTable.Column GENDER = column("gender", Kind.CHOICE);
    private static final CustomerTable.Column AREA = column("competitiveArea", Kind.TRUTH);
    private final ColumnCriteria criteria = new ColumnCriteria(new Texts(Locale.ENGLISH));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            >50      | Customer.age GREATER [50]
            20..30   | Customer.age GREATER_OR_EQUAL [20], Customer.age LESS_OR_EQUAL [30]
            !=40     | not(Customer.age GREATER_OR_EQUAL [40], Customer.age LESS_OR_EQUAL [40])
            -        | Customer.age ABSENT []
            *        | Customer.age PRESENT []
            """)
    void numbers(String typed, String expected) {
        assertEquals(expected, text(AGE, typed));
    }

    @Test
    void wordsAreFoundAnywhereOrNowhere() {
        assertEquals("Customer.occupation CONTAINS [teach]", text(OCCUPATION, "Teach"));
        assertEquals("not(Customer.occupation CONTAINS [teach])", text(OCCUPATION, "!teach"));
    }

    @Test
    void aMonthStandsForAllItsDays() {
        assertEquals("Customer.joinDate GREATER_OR_EQUAL [2026-10-01], Customer.joinDate LESS_OR_EQUAL [2026-10-31]",
                text(JOINED, "2026-10"));
    }

    @Test
    void literalsAreChosenByTheirWords() {
        assertEquals("Customer.gender IN [FEMALE, OTHER]", text(GENDER, "Other, Female"));
        assertEquals("Customer.competitiveArea EQUAL [true]", text(AREA, "yes"));
    }

    @Test
    void theWindowOfTheColumnIsThatOfTheCriterion() {
        CustomerTable.Column spend = new CustomerTable.Column("spend_mean_6", Optional.of("MonthlyFacts.spend"),
                Optional.of(Literals.MONTHLY_FACTS__SPEND), Kind.NUMBER, Optional.empty(),
                Optional.of(new CustomerTable.Window(FactsAggregation.MEAN, 6)), false, true);
        AllOf all = (AllOf) criteria.of(spend, ">=10").orElseThrow();
        AttributeCriterion leaf = (AttributeCriterion) all.getCriteria().getFirst();
        assertEquals(6, leaf.getMonths());
    }

    @Test
    void whatCannotBeUnderstoodFiltersNothing() {
        assertTrue(criteria.of(AGE, "old").isEmpty());
    }

    private static CustomerTable.Column column(String attribute, Kind kind) {
        return new CustomerTable.Column(attribute, Optional.of("Customer." + attribute),
                Optional.of(Literals.CUSTOMER.getEStructuralFeature(attribute)), kind, Optional.empty(), Optional.empty(), false, true);
    }

    private String text(CustomerTable.Column column, String typed) {
        return text(criteria.of(column, typed).orElseThrow());
    }

    private static String text(Criterion criterion) {
        return switch (criterion) {
            case AttributeCriterion leaf -> leaf.getAttribute() + " " + leaf.getOperator() + " "
                    + leaf.getValues().stream().sorted().toList();
            case NoneOf none -> "not(" + none.getCriteria().stream().map(ColumnCriteriaTest::text).collect(Collectors.joining(", ")) + ")";
            case AllOf all -> all.getCriteria().stream().map(ColumnCriteriaTest::text).collect(Collectors.joining(", "));
            default -> criterion.toString();
        };
    }
}
