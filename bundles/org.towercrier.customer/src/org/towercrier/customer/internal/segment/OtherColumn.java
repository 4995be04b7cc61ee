package org.towercrier.customer.internal.segment;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trim;
import static org.jooq.impl.DSL.tryCast;
import static org.jooq.impl.DSL.when;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

import org.eclipse.emf.ecore.EClass;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.towercrier.customer.CustomerException;
import org.towercrier.customer.internal.CustomerMessages;
import org.towercrier.customer.internal.base.CustomerBase;
import org.towercrier.model.customer.AttributeCriterion;
import org.towercrier.model.customer.ComparisonOperator;
import org.towercrier.model.customer.CustomerPackage.Literals;
import org.towercrier.privacy.Masking;
import org.towercrier.store.TableSchema;

/**
 * Comparisons of columns that an imported table had beyond the model, {@code Customer.extra.SeniorCitizen = 1}. They are kept as text; what is compared tells what they are
 * taken for: numbers, dates or words.
 */
final class OtherColumn {

    private static final String SOMEBODY = "[^\\s@]+@[^\\s@]+|^\\+?[0-9][0-9 ()/-]{7,}[0-9]$";
    private static final String PREFIX = "extra.";
    private static final Field<String> ID = field(name(CustomerBase.ID), String.class);

    private OtherColumn() {
    }

    /** Is it such a column? @param attribute without the name of its class */
    static boolean is(String attribute) {
        return attribute.startsWith(PREFIX) && attribute.length() > PREFIX.length();
    }

    /** The condition. @throws CustomerException for columns or values that look personal: a count of one would disclose them */
    static Condition of(EClass type, String attribute, AttributeCriterion leaf, LocalDate asOf) throws CustomerException {
        String key = attribute.substring(PREFIX.length());
        boolean owned = type == Literals.CUSTOMER || type.getEStructuralFeature("customer") != null;
        TableSchema schema = TableSchema.of(type);
        boolean personal = personal(key, "")
                || leaf.getValues().stream().anyMatch(value -> personal(key, value) && !fits(inline(asOf), asOf).test(value));
        if (!owned || schema.column("extra").isEmpty() || personal || key.contains("\"") || key.contains("\\")) {
            throw new CustomerException(CustomerMessages.text("Criterion_Attribute", leaf.getAttribute()));
        }
        Field<String> text = shown(nullif(trim(function("json_extract_string", String.class, schema.field("extra", String.class),
                inline("$.\"" + key + "\""))), inline("")));
        Field<String> owner = schema.field(type == Literals.CUSTOMER ? CustomerBase.ID : "customer", String.class);
        if (leaf.getOperator() == ComparisonOperator.ABSENT) {
            return ID.notIn(select(owner).from(schema.table()).where(owner.isNotNull()).and(text.isNotNull()));
        }
        return ID.in(select(owner).from(schema.table()).where(Comparison.of(typed(text, leaf, asOf), leaf, asOf)));
    }

    /** A text unless it looks like a number or an address of somebody; days do not count as numbers. */
    private static Field<String> shown(Field<String> text) {
        Condition number = function("regexp_matches", SQLDataType.BOOLEAN, text, inline(SOMEBODY)).isTrue();
        return when(not(number.and(tryCast(text, SQLDataType.LOCALDATE).isNull())), text);
    }

    private static boolean personal(String key, String value) {
        String pair = "{\"" + key + "\":\"" + value + "\"}";
        return !Masking.maskExtra(pair).equals(pair);
    }

    private static Field<?> typed(Field<String> text, AttributeCriterion leaf, LocalDate asOf) {
        List<String> values = leaf.getValues();
        boolean words = values.isEmpty() || leaf.getOperator() == ComparisonOperator.CONTAINS
                || leaf.getOperator() == ComparisonOperator.STARTS_WITH;
        if (!words && values.stream().allMatch(fits(inline(0.0), asOf))) {
            return tryCast(text, SQLDataType.DOUBLE);
        }
        return !words && values.stream().allMatch(fits(inline(asOf), asOf)) ? tryCast(text, SQLDataType.LOCALDATE) : text;
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
