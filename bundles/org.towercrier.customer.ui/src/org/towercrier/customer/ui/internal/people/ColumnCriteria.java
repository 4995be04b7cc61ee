package org.towercrier.customer.ui.internal.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.towercrier.customer.CriterionAttribute.Kind;
import org.towercrier.customer.CustomerTable;
import org.towercrier.customer.ui.internal.Texts;
import org.towercrier.model.customer.AllOf;
import org.towercrier.model.customer.AttributeCriterion;
import org.towercrier.model.customer.ComparisonOperator;
import org.towercrier.model.customer.Criterion;
import org.towercrier.model.customer.CustomerFactory;
import org.towercrier.model.customer.NoneOf;
import org.towercrier.ui.table.ColumnFilter;
import org.towercrier.ui.table.ColumnType;
import org.towercrier.ui.table.FilterParser;

/** Makes criteria of what is typed into the filters of columns, so that the engine filters. */
final class ColumnCriteria {

    private static final CustomerFactory FACTORY = CustomerFactory.eINSTANCE;

    private final Texts texts;
    private final FilterParser parser;

    ColumnCriteria(Texts texts) {
        this.texts = texts;
        parser = new FilterParser(ZoneOffset.UTC, texts.locale());
    }

    /** The criterion; absent when the text cannot be understood or nobody can ask for the column. */
    Optional<Criterion> of(CustomerTable.Column column, String text) {
        if (column.attribute().isEmpty()) {
            return Optional.empty();
        }
        ColumnType type = switch (column.kind()) {
            case NUMBER -> ColumnType.NUMBER;
            case DATE -> ColumnType.TIME;
            case TRUTH, CHOICE -> ColumnType.CHOICE;
            case TEXT -> ColumnType.TEXT;
        };
        return parser.parse(type, text).map(filter -> of(column, filter));
    }

    private Criterion of(CustomerTable.Column column, ColumnFilter filter) {
        return switch (filter) {
            case ColumnFilter.Absent absent -> compare(column, absent.absent() ? ComparisonOperator.ABSENT : ComparisonOperator.PRESENT);
            case ColumnFilter.Contains words -> words.negated()
                    ? not(compare(column, ComparisonOperator.CONTAINS, words.text()))
                    : compare(column, ComparisonOperator.CONTAINS, words.text());
            case ColumnFilter.OneOf choice -> oneOf(column, choice.words().stream().sorted()
                    .map(word -> CustomerColumns.literal(column, word, texts)).toList());
            case ColumnFilter.Between between -> between(column, between);
        };
    }

    private static Criterion oneOf(CustomerTable.Column column, List<String> values) {
        if (column.kind() == Kind.TRUTH) {
            return values.size() == 1 ? compare(column, ComparisonOperator.EQUAL, values.getFirst())
                    : compare(column, ComparisonOperator.PRESENT);
        }
        return compare(column, ComparisonOperator.IN, values.toArray(String[]::new));
    }

    private static Criterion between(CustomerTable.Column column, ColumnFilter.Between range) {
        AllOf all = FACTORY.createAllOf();
        if (range.from() != Double.NEGATIVE_INFINITY) {
            all.getCriteria().add(compare(column, range.fromIncluded() ? ComparisonOperator.GREATER_OR_EQUAL : ComparisonOperator.GREATER,
                    value(column, range.from())));
        }
        if (range.to() != Double.POSITIVE_INFINITY) {
            all.getCriteria().add(compare(column, range.toIncluded() ? ComparisonOperator.LESS_OR_EQUAL : ComparisonOperator.LESS,
                    value(column, range.to())));
        }
        return range.negated() ? not(all) : all;
    }

    private static String value(CustomerTable.Column column, double value) {
        if (column.kind() == Kind.DATE) {
            return LocalDate.ofInstant(Instant.ofEpochMilli((long) value), ZoneOffset.UTC).toString();
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : Double.toString(value);
    }

    private static Criterion not(Criterion criterion) {
        NoneOf none = FACTORY.createNoneOf();
        none.getCriteria().add(criterion);
        return none;
    }

    private static AttributeCriterion compare(CustomerTable.Column column, ComparisonOperator operator, String... values) {
        AttributeCriterion leaf = FACTORY.createAttributeCriterion();
        leaf.setAttribute(column.attribute().orElseThrow());
        leaf.setOperator(operator);
        leaf.getValues().addAll(List.of(values));
        column.window().ifPresent(window -> {
            leaf.setAggregation(window.aggregation());
            leaf.setMonths(window.months());
        });
        return leaf;
    }
}
