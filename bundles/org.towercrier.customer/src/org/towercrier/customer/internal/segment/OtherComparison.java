package org.towercrier.customer.internal.segment;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.tryCast;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.eclipse.emf.ecore.EClass;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.towercrier.customer.CriterionAttribute.Kind;
import org.towercrier.customer.CustomerException;
import org.towercrier.customer.internal.CustomerMessages;
import org.towercrier.customer.internal.base.CustomerBase;
import org.towercrier.customer.internal.base.OtherColumns;
import org.towercrier.model.customer.AttributeCriterion;
import org.towercrier.model.customer.ComparisonOperator;
import org.towercrier.model.customer.CustomerPackage.Literals;
import org.towercrier.store.TableSchema;

/**
 * Comparisons of columns that an imported table had beyond the model, {@code Customer.extra.SeniorCitizen = 1}. They are kept as text; what is compared tells what they are
 * taken for: numbers, dates or words.
 */
final class OtherComparison {

    private static final String PREFIX = "extra.";
    private static final Field<String> ID = field(name(CustomerBase.ID), String.class);

    private OtherComparison() {
    }

    /** Is it such a column? @param attribute without the name of its class */
    static boolean is(String attribute) {
        return attribute.startsWith(PREFIX) && attribute.length() > PREFIX.length();
    }

    /** The header of such a column. */
    static String key(String attribute) {
        return attribute.substring(PREFIX.length());
    }

    /**
     * The condition.
     *
     * @param others columns that are kept ready
     * @throws CustomerException for columns or values that look personal: a count of one would disclose them
     */
    static Condition of(EClass type, String attribute, AttributeCriterion leaf, LocalDate asOf, OtherColumns others)
            throws CustomerException {
        String key = key(attribute);
        boolean owned = type == Literals.CUSTOMER || type.getEStructuralFeature("customer") != null;
        TableSchema schema = TableSchema.of(type);
        boolean personal = OtherColumns.isPersonal(key, "") || leaf.getValues().stream()
                .anyMatch(value -> OtherColumns.isPersonal(key, value) && !fits(inline(asOf), asOf).test(value));
        if (!owned || schema.column("extra").isEmpty() || personal) {
            throw new CustomerException(CustomerMessages.text("Criterion_Attribute", leaf.getAttribute()));
        }
        Kind kind = kind(leaf, asOf);
        Optional<Field<?>> ready = type == Literals.CUSTOMER ? ready(others, key, kind) : Optional.empty();
        if (ready.isPresent()) {
            return Comparison.of(ready.get(), leaf, asOf);
        }
        Field<String> text = OtherColumns.text(schema, key);
        Field<String> owner = schema.field(type == Literals.CUSTOMER ? CustomerBase.ID : "customer", String.class);
        if (leaf.getOperator() == ComparisonOperator.ABSENT) {
            return ID.notIn(select(owner).from(schema.table()).where(owner.isNotNull()).and(text.isNotNull()));
        }
        Field<?> typed = switch (kind) {
            case NUMBER -> tryCast(text, SQLDataType.DOUBLE);
            case DATE -> tryCast(text, SQLDataType.LOCALDATE);
            default -> text;
        };
        return ID.in(select(owner).from(schema.table()).where(Comparison.of(typed, leaf, asOf)));
    }

    @SuppressWarnings({ "unchecked", "rawtypes" })
    private static Optional<Field<?>> ready(OtherColumns others, String key, Kind kind) {
        return (Optional) switch (kind) {
            case NUMBER -> others.number(key);
            case DATE -> others.day(key);
            default -> others.text(key);
        };
    }

    /** What the values are taken for: they say it themselves, since the column may hold anything. */
    private static Kind kind(AttributeCriterion leaf, LocalDate asOf) {
        List<String> values = leaf.getValues();
        boolean words = values.isEmpty() || List.of(ComparisonOperator.CONTAINS, ComparisonOperator.STARTS_WITH,
                ComparisonOperator.PRESENT, ComparisonOperator.ABSENT).contains(leaf.getOperator());
        if (!words && values.stream().allMatch(fits(inline(0.0), asOf))) {
            return Kind.NUMBER;
        }
        return !words && values.stream().allMatch(fits(inline(asOf), asOf)) ? Kind.DATE : Kind.TEXT;
    }

    /** Can a text be compared with values of a kind? */
    private static Predicate<String> fits(Field<?> kind, LocalDate asOf) {
        return value -> {
            AttributeCriterion probe = org.towercrier.model.customer.CustomerFactory.eINSTANCE.createAttributeCriterion();
            probe.setOperator(ComparisonOperator.EQUAL);
            probe.getValues().add(value);
            try {
                Comparison.of(kind, probe, asOf);
                return true;
            } catch (CustomerException other) {
                // then it is of another kind
                return false;
            }
        };
    }
}
