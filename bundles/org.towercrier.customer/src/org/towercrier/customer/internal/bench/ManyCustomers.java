package org.towercrier.customer.internal.bench;

import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.exp;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.floor;
import static org.jooq.impl.DSL.generateSeries;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.emf.ecore.EClass;
import org.jooq.Case;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.towercrier.command.CommandMonitor;
import org.towercrier.model.customer.CustomerPackage.Literals;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;

/**
 * Synthetic customers with three months of facts, the same every time. The engine makes them itself: what is measured are questions about many customers, not how they got
 * there, and a row handed over from here costs more than any of those questions.
 */
final class ManyCustomers {

    private static final int MONTHS = 3;
    private static final LocalDate LAST = LocalDate.of(2026, 6, 1);
    private static final List<String> OCCUPATIONS = List.of("student", "teacher", "driver", "clerk", "farmer", "nurse");
    private static final long FIRST = 10_000_000;
    /** Customers a statement: so much the engine holds in memory beside everything else. */
    private static final int PORTION = 1_000_000;
    private static final long SPAN = 1L << 32;
    /** Odd factors without a pattern among one another: one for each attribute. */
    private static final long GOLDEN = 2_654_435_761L;
    private static final Field<Long> NUMBER = field(name("i"), Integer.class).cast(Long.class);

    private ManyCustomers() {
    }

    static void write(Store store, int customers, CommandMonitor monitor) throws StoreException {
        store.write(tx -> {
            for (int begin = 0; begin < customers; begin += PORTION) {
                monitor.checkCancelled();
                insert(tx.sql(), Literals.CUSTOMER, person(), begin, Math.min(customers, begin + PORTION));
            }
            for (int month = MONTHS - 1; month >= 0; month--) {
                for (int begin = 0; begin < customers; begin += PORTION) {
                    monitor.checkCancelled();
                    insert(tx.sql(), Literals.MONTHLY_FACTS, facts(month), begin, Math.min(customers, begin + PORTION));
                }
            }
            return null;
        });
    }

    private static void insert(DSLContext sql, EClass type, Map<String, Field<?>> values, int begin, int end) {
        TableSchema schema = TableSchema.of(type);
        List<Field<?>> columns = values.keySet().stream().<Field<?>>map(schema::field).toList();
        sql.insertInto(schema.table()).columns(columns)
                .select(select(values.values()).from(generateSeries(begin, end - 1).as(name("n"), name("i"))))
                .execute();
    }

    private static Map<String, Field<?>> person() {
        Map<String, Field<?>> values = new LinkedHashMap<>();
        values.put("id", identity());
        values.put("gender", when(chance(1).lt(0.5), "FEMALE").otherwise("MALE"));
        values.put("age", whole(chance(2).mul(70).plus(18)));
        values.put("occupation", occupation());
        values.put("region", concat(inline("region-"), cast(whole(chance(4).mul(30)), String.class)));
        values.put("competitiveArea", field(chance(5).lt(1 / 3.0)));
        values.put("tenure", cast(whole(chance(6).mul(120)), Double.class));
        values.put("churned", inline(false));
        values.put("extra", extra());
        values.put("synthetic", inline(true));
        return values;
    }

    /** Columns that an imported table would have beyond the model. */
    private static Field<String> extra() {
        return concat(inline("{\"Score\":\""), cast(whole(chance(10).mul(1000)), String.class), inline("\",\"PaymentMethod\":\""),
                when(chance(11).lt(0.3), "Electronic check").when(chance(12).lt(0.5), "Bank transfer").otherwise("Post"), inline("\"}"));
    }

    private static Field<String> occupation() {
        Case of = DSL.choose();
        Field<Integer> drawn = whole(chance(3).mul(OCCUPATIONS.size()));
        var choice = of.when(drawn.eq(0), OCCUPATIONS.getFirst());
        for (int i = 1; i < OCCUPATIONS.size(); i++) {
            choice = choice.when(drawn.eq(i), OCCUPATIONS.get(i));
        }
        return choice;
    }

    private static Map<String, Field<?>> facts(int month) {
        Field<Double> level = exp(chance(7).mul(4)).cast(Double.class);
        int own = 8 + 8 * month;
        Field<Double> spend = level.mul(chance(own).plus(1));
        Map<String, Field<?>> values = new LinkedHashMap<>();
        values.put("customer", identity());
        values.put("month", inline(LAST.minusMonths(month)));
        values.put("spend", spend);
        values.put("payments", spend);
        values.put("voiceOnNet", cast(whole(chance(own + 1).mul(300)), Double.class).div(2));
        values.put("voiceOffNet", cast(whole(chance(own + 2).mul(300)), Double.class).div(2));
        values.put("messages", cast(whole(chance(own + 3).mul(40)), Double.class));
        values.put("dataVolume", level.mul(chance(own + 4)).mul(60));
        values.put("complaints", when(chance(own + 5).lt(0.02), 1).otherwise(0));
        return values;
    }

    /** Between 0 and 1, another one for each customer and attribute, and always the same. */
    private static Field<Double> chance(int attribute) {
        long factor = (GOLDEN * (2L * attribute + 1) >>> 3) % SPAN | 1;
        return NUMBER.plus(attribute).mul(factor).mod(SPAN).cast(Double.class).div((double) SPAN);
    }

    private static Field<Integer> whole(Field<Double> number) {
        return floor(number).cast(Integer.class);
    }

    private static Field<String> identity() {
        return concat(inline("C"), cast(NUMBER.plus(FIRST), String.class));
    }

    /** Identity of a customer by number. */
    static String id(int number) {
        return "C" + (FIRST + number);
    }
}
