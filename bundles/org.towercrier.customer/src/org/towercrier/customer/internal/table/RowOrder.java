package org.towercrier.customer.internal.table;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * Which rows of a table come when, for a filter and an order. The first rows are found by the engine's own search for the first of many; from some depth on the order of
 * all rows is fetched once and kept, four bytes a row, so that a jump to the end takes no longer than one to the next page.
 */
final class RowOrder {

    /** Number of a row in its table. */
    static final Field<Long> NUMBER = field(name("rowid"), Long.class);

    private static final int SHALLOW = 20_000;
    private static final int KEPT_COUNTS = 16;
    private static final int FIRST_ROOM = 1 << 16;

    private final Map<String, Long> counts = new LinkedHashMap<>(KEPT_COUNTS, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > KEPT_COUNTS;
        }
    };
    private Optional<Kept> kept = Optional.empty();

    /** What is wanted. @param state what tells one state of the table from another @param slow takes the filter seconds? Then it is asked once */
    record Wanted(Table<Record> table, Condition condition, List<OrderField<?>> by, String state, boolean slow) {

        private String filterKey() {
            return state + "|" + condition;
        }

        private String key() {
            return filterKey() + "|" + by;
        }
    }

    /** Numbers of the rows in their order. @param total rows that the filter lets through */
    record Slice(List<Long> numbers, long total) {
    }

    private record Kept(String key, int[] numbers) {
    }

    /** Some rows. */
    Slice slice(DSLContext sql, Wanted wanted, long offset, int limit) {
        if (wanted.slow() && kept(wanted).isEmpty()) {
            keep(wanted, fetch(sql, wanted, 0));
        }
        long total = count(sql, wanted);
        if (limit == 0 || offset >= total) {
            return new Slice(List.of(), total);
        }
        Optional<int[]> all = kept(wanted);
        if (all.isEmpty() && (wanted.by().isEmpty() || offset + limit <= SHALLOW)) {
            return new Slice(first(sql, wanted, offset, limit), total);
        }
        int[] numbers = all.isPresent() ? all.get() : keep(wanted, fetch(sql, wanted, (int) total));
        List<Long> some = new ArrayList<>(limit);
        for (long at = offset; at < Math.min(offset + limit, numbers.length); at++) {
            some.add((long) numbers[(int) at]);
        }
        return new Slice(some, total);
    }

    /** How many rows the filter lets through. */
    long count(DSLContext sql, Wanted wanted) {
        synchronized (counts) {
            Long known = counts.get(wanted.filterKey());
            if (known != null) {
                return known;
            }
        }
        Optional<int[]> all = wanted.slow() ? kept(wanted) : Optional.empty();
        long counted = all.isPresent() ? all.get().length
                : sql.select(DSL.count()).from(wanted.table()).where(wanted.condition()).fetchSingle().value1();
        synchronized (counts) {
            counts.put(wanted.filterKey(), counted);
        }
        return counted;
    }

    private static List<Long> first(DSLContext sql, Wanted wanted, long offset, int limit) {
        return wanted.by().isEmpty()
                ? sql.select(NUMBER).from(wanted.table()).where(wanted.condition()).limit(limit).offset(offset).fetch(NUMBER)
                : sql.select(NUMBER).from(wanted.table()).where(wanted.condition()).orderBy(order(wanted)).limit(limit).offset(offset)
                        .fetch(NUMBER);
    }

    private static List<OrderField<?>> order(Wanted wanted) {
        List<OrderField<?>> by = new ArrayList<>(wanted.by());
        by.add(NUMBER);
        return by;
    }

    private static int[] fetch(DSLContext sql, Wanted wanted, int total) {
        int[] numbers = new int[Math.max(total, FIRST_ROOM)];
        int at = 0;
        try (ResultSet rows = sql.select(NUMBER).from(wanted.table()).where(wanted.condition()).orderBy(order(wanted)).fetchResultSet()) {
            while (rows.next()) {
                if (at == numbers.length) {
                    numbers = Arrays.copyOf(numbers, 2 * at);
                }
                numbers[at++] = rows.getInt(1);
            }
        } catch (SQLException trouble) {
            throw new DataAccessException(trouble.getMessage(), trouble);
        }
        return Arrays.copyOf(numbers, at);
    }

    private synchronized Optional<int[]> kept(Wanted wanted) {
        return kept.filter(each -> each.key().equals(wanted.key())).map(Kept::numbers);
    }

    private synchronized int[] keep(Wanted wanted, int[] numbers) {
        kept = Optional.of(new Kept(wanted.key(), numbers));
        return numbers;
    }
}
