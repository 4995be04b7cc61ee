package org.towercrier.customer.internal.segment;

import static org.jooq.impl.DSL.lower;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jooq.Condition;
import org.jooq.Field;
import org.towercrier.customer.CustomerException;
import org.towercrier.customer.internal.CustomerMessages;
import org.towercrier.model.customer.AttributeCriterion;
import org.towercrier.model.customer.ComparisonOperator;

/** One comparison of a column with values that people wrote. */
final class Comparison {

    /** Days, months or years before or after the date that is asked about: {@code today+60d}, {@code today-1y}. */
    private static final Pattern RELATIVE = Pattern.compile("today(?:\\s*([+-])\\s*(\\d{1,5})\\s*([dmy]))?");

    private Comparison() {
    }

    /** The condition. @throws CustomerException when the operator or a value does not fit the column */
    @SuppressWarnings("unchecked")
    static Condition of(Field<?> field, AttributeCriterion leaf, LocalDate asOf) throws CustomerException {
        ComparisonOperator operator = leaf.getOperator();
        if (operator == ComparisonOperator.PRESENT) {
            return field.isNotNull();
        }
        if (operator == ComparisonOperator.ABSENT) {
            return field.isNull();
        }
        if (field.getType() == String.class) {
            return text((Field<String>) field, leaf);
        }
        if (field.getType() == Boolean.class) {
            return truth((Field<Boolean>) field, leaf);
        }
        if (field.getType() == LocalDate.class) {
            List<LocalDate> dates = new ArrayList<>();
            for (String value : leaf.getValues()) {
                dates.add(date(value, leaf, asOf));
            }
            return ordered((Field<LocalDate>) field, leaf, dates);
        }
        Field<Double> number = field.getType() == Double.class ? (Field<Double>) field : field.cast(Double.class);
        List<Double> numbers = new ArrayList<>();
        for (String value : leaf.getValues()) {
            numbers.add(number(value, leaf));
        }
        return ordered(number, leaf, numbers);
    }

    private static <T> Condition ordered(Field<T> field, AttributeCriterion leaf, List<T> values) throws CustomerException {
        require(leaf, values.size());
        return switch (leaf.getOperator()) {
            case EQUAL -> field.eq(values.get(0));
            case NOT_EQUAL -> field.ne(values.get(0));
            case LESS -> field.lt(values.get(0));
            case LESS_OR_EQUAL -> field.le(values.get(0));
            case GREATER -> field.gt(values.get(0));
            case GREATER_OR_EQUAL -> field.ge(values.get(0));
            case BETWEEN -> field.between(values.get(0), values.get(1));
            case IN -> field.in(values);
            case NOT_IN -> field.notIn(values);
            default -> throw wrong(leaf);
        };
    }

    private static Condition text(Field<String> field, AttributeCriterion leaf) throws CustomerException {
        List<String> values = leaf.getValues();
        require(leaf, values.size());
        return switch (leaf.getOperator()) {
            case CONTAINS -> lower(field).contains(values.get(0).toLowerCase(Locale.ROOT));
            case STARTS_WITH -> lower(field).startsWith(values.get(0).toLowerCase(Locale.ROOT));
            default -> ordered(field, leaf, values);
        };
    }

    private static Condition truth(Field<Boolean> field, AttributeCriterion leaf) throws CustomerException {
        require(leaf, leaf.getValues().size());
        String text = leaf.getValues().get(0).strip().toLowerCase(Locale.ROOT);
        if (!text.equals("true") && !text.equals("false")) {
            throw new CustomerException(CustomerMessages.text("Criterion_Truth", text, leaf.getAttribute()));
        }
        return switch (leaf.getOperator()) {
            case EQUAL, IN -> field.eq(Boolean.valueOf(text));
            case NOT_EQUAL, NOT_IN -> field.ne(Boolean.valueOf(text));
            default -> throw wrong(leaf);
        };
    }

    private static void require(AttributeCriterion leaf, int given) throws CustomerException {
        int needed = leaf.getOperator() == ComparisonOperator.BETWEEN ? 2 : 1;
        if (given < needed) {
            throw new CustomerException(CustomerMessages.text("Criterion_Values", leaf.getAttribute(), needed, given));
        }
    }

    private static double number(String text, AttributeCriterion leaf) throws CustomerException {
        try {
            double value = Double.parseDouble(text.strip());
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below, like a number that is none
        }
        throw new CustomerException(CustomerMessages.text("Criterion_Number", text, leaf.getAttribute()));
    }

    private static LocalDate date(String text, AttributeCriterion leaf, LocalDate asOf) throws CustomerException {
        Matcher relative = RELATIVE.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (relative.matches()) {
            if (relative.group(1) == null) {
                return asOf;
            }
            long amount = Long.parseLong(relative.group(2)) * (relative.group(1).equals("-") ? -1 : 1);
            return switch (relative.group(3)) {
                case "d" -> asOf.plusDays(amount);
                case "m" -> asOf.plusMonths(amount);
                default -> asOf.plusYears(amount);
            };
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new CustomerException(CustomerMessages.text("Criterion_Date", text, leaf.getAttribute()), e);
        }
    }

    private static CustomerException wrong(AttributeCriterion leaf) {
        return new CustomerException(CustomerMessages.text("Criterion_Operator", leaf.getOperator().getLiteral(), leaf.getAttribute()));
    }
}
