package org.towercrier.customer.internal.survival;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.percentileCont;
import static org.jooq.impl.DSL.when;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import org.jooq.CaseConditionStep;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.towercrier.customer.CustomerException;
import org.towercrier.customer.CustomerSurvival.Named;
import org.towercrier.customer.internal.CustomerMessages;
import org.towercrier.customer.internal.base.AttributeField;
import org.towercrier.customer.internal.base.OtherColumns;
import org.towercrier.customer.internal.segment.CriterionCompiler;

/** The group of a customer as an expression over the base of customers. */
final class Grouped {

    private static final int QUARTERS = 4;
    private static final MathContext ROUND = new MathContext(3);

    private Grouped() {
    }

    /** By an attribute; numbers in quarters of the customers that are there. */
    static Field<String> by(DSLContext sql, Table<Record> customers, Condition among, String attribute, int most) {
        Field<?> column = AttributeField.of(attribute).orElseThrow();
        boolean number = Number.class.isAssignableFrom(column.getType());
        boolean few = number
                && sql.select(org.jooq.impl.DSL.countDistinct(column)).from(customers).where(among).fetchSingle().value1() <= most;
        if (number && !few) {
            return quarters(sql, customers, among, column.cast(Double.class));
        }
        Field<String> text = column.cast(String.class);
        List<String> frequent = sql.select(text, count()).from(customers).where(among).and(column.isNotNull()).groupBy(text)
                .orderBy(count().desc(), text).limit(most).fetch(row -> row.value1());
        boolean all = frequent.size() < most || sql.select(org.jooq.impl.DSL.countDistinct(text)).from(customers).where(among).fetchSingle()
                .value1() <= most;
        List<String> own = all ? frequent : frequent.subList(0, most - 1);
        return when(column.isNull(), inline((String) null)).when(text.in(own), text)
                .otherwise(inline(CustomerMessages.text("Survival_Others")));
    }

    private static Field<String> quarters(DSLContext sql, Table<Record> customers, Condition among, Field<Double> number) {
        List<Field<?>> cuts = new ArrayList<>();
        for (int i = 1; i < QUARTERS; i++) {
            cuts.add(percentileCont(i / (double) QUARTERS).withinGroupOrderBy(number).cast(Double.class).as("q" + i));
        }
        Record row = sql.select(cuts).from(customers).where(among).fetchSingle();
        TreeSet<BigDecimal> borders = new TreeSet<>();
        for (int i = 0; i < cuts.size(); i++) {
            if (row.get(i, Double.class) != null) {
                borders.add(BigDecimal.valueOf(row.get(i, Double.class)).round(ROUND));
            }
        }
        CaseConditionStep<String> cases = when(number.isNull(), inline((String) null));
        String from = "";
        for (BigDecimal border : borders) {
            String to = border.stripTrailingZeros().toPlainString();
            cases = cases.when(number.lt(border.doubleValue()), inline(from.isEmpty() ? "< " + to : from + " – " + to));
            from = to;
        }
        return cases.otherwise(inline("≥ " + from));
    }

    /** By rules. */
    static Field<String> by(List<Named> rules, LocalDate asOf, OtherColumns others) throws CustomerException {
        CriterionCompiler compiler = new CriterionCompiler(asOf, others);
        CaseConditionStep<String> cases = when(inline(false).isTrue(), inline(""));
        for (Named rule : rules) {
            cases = cases.when(compiler.compile(rule.rule()), inline(rule.name()));
        }
        return cases.otherwise(inline((String) null));
    }

    /** What says that somebody has left. */
    static Condition left() {
        return org.jooq.impl.DSL.coalesce(field(name("churned"), Boolean.class),
                field(field(name("leaveDate"), LocalDate.class).isNotNull()), inline(false)).isTrue();
    }
}
