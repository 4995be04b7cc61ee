package org.towercrier.customer.internal.base;

import static org.jooq.impl.DSL.avg;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.month;
import static org.jooq.impl.DSL.regrSlope;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.year;

import java.time.LocalDate;

import org.jooq.Condition;
import org.jooq.Field;
import org.towercrier.model.customer.CustomerPackage.Literals;
import org.towercrier.store.TableSchema;

/** Expressions over the monthly facts. */
public final class FactSql {

    /** The table of the facts. */
    public static final TableSchema FACTS = TableSchema.of(Literals.MONTHLY_FACTS);
    /** The month of a row. */
    public static final Field<LocalDate> MONTH = FACTS.field("month", LocalDate.class);
    /** Whose row it is. */
    public static final Field<String> CUSTOMER = FACTS.field("customer", String.class);

    private static final int MONTHS_A_YEAR = 12;

    private FactSql() {
    }

    /** A fact as a number; voice in all is the sum of its parts where the source only has those. */
    public static Field<Double> value(String fact) {
        if (fact.equals("voiceMinutes")) {
            Field<Double> on = FACTS.field("voiceOnNet", Double.class);
            Field<Double> off = FACTS.field("voiceOffNet", Double.class);
            return coalesce(FACTS.field(fact, Double.class), on.plus(off), on, off);
        }
        Field<?> field = FACTS.field(fact);
        return field.getType() == Double.class ? FACTS.field(fact, Double.class) : field.cast(Double.class);
    }

    /** Is the fact a number? */
    public static boolean numeric(String fact) {
        return FACTS.column(fact).filter(column -> switch (column.type()) {
            case DOUBLE, INTEGER, BIGINT -> true;
            default -> false;
        }).isPresent() && !fact.equals("batch");
    }

    /** The months of a window that ends with the month of a date. */
    public static Condition within(int months, LocalDate asOf) {
        LocalDate last = asOf.withDayOfMonth(1);
        return MONTH.between(last.minusMonths(months - 1L), last);
    }

    /** A fact put together over the rows of a customer that lie in a window. */
    public static Field<Double> aggregate(Figure figure, LocalDate asOf) {
        Field<Double> value = value(figure.fact());
        Condition inside = within(figure.months(), asOf);
        return switch (figure.aggregation()) {
            case SUM -> sum(value).filterWhere(inside).cast(Double.class);
            case MINIMUM -> min(value).filterWhere(inside);
            case MAXIMUM -> max(value).filterWhere(inside);
            case LAST -> max(value).filterWhere(MONTH.eq(asOf.withDayOfMonth(1)));
            case TREND -> regrSlope(value, year(MONTH).mul(MONTHS_A_YEAR).plus(month(MONTH)).cast(Double.class)).filterWhere(inside)
                    .cast(Double.class);
            default -> avg(value).filterWhere(inside).cast(Double.class);
        };
    }

}
