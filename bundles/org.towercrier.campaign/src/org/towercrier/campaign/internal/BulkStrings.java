package org.towercrier.campaign.internal;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.length;
import static org.jooq.impl.DSL.listAgg;

import java.util.Arrays;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;

/**
 * Reads a column of millions of strings. The driver takes microseconds for a string, however short: the engine puts thousands into one and tells how long each is.
 */
public final class BulkStrings {

    private static final int TOGETHER = 4096;

    private BulkStrings() {
    }

    /**
     * The strings by their numbers.
     *
     * @param number each from 0 to below {@code count} once
     * @param text never null
     */
    public static String[] read(DSLContext sql, Table<?> table, Field<Integer> number, Field<String> text, int count) {
        int[] lengths = new int[count];
        PlainRows.each(sql.select(number, length(text)).from(table), row -> lengths[row.getInt(1)] = row.getInt(2));
        String[] strings = new String[count];
        Field<Integer> part = number.minus(number.mod(inline(TOGETHER)));
        PlainRows.each(sql.select(part, listAgg(text, "").withinGroupOrderBy(number)).from(table).groupBy(part),
                row -> cut(row.getString(2), lengths, row.getInt(1), strings));
        return strings;
    }

    private static void cut(String whole, int[] lengths, int from, String[] strings) {
        int end = Math.min(strings.length, from + TOGETHER);
        boolean plain = Arrays.stream(lengths, from, end).sum() == whole.length();
        int begin = 0;
        for (int i = from; i < end; i++) {
            int next = plain ? begin + lengths[i] : whole.offsetByCodePoints(begin, lengths[i]);
            strings[i] = whole.substring(begin, next);
            begin = next;
        }
    }
}
