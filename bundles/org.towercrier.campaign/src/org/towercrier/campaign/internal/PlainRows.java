package org.towercrier.campaign.internal;

import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.choose;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.extract;
import static org.jooq.impl.DSL.inline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.eclipse.emf.common.util.Enumerator;
import org.jooq.Cursor;
import org.jooq.DatePart;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.SQLDataType;

/** Reads many rows without an object for each. */
public final class PlainRows {

    /** Stands for a moment that is absent. */
    public static final long ABSENT = Long.MIN_VALUE;

    private PlainRows() {
    }

    /** Looks at a row; its columns count from 1. */
    @FunctionalInterface
    public interface Reader {
        void row(ResultSet row) throws SQLException;
    }

    /** Runs through the rows of a query. */
    public static void each(ResultQuery<? extends Record> query, Reader reader) {
        try (Cursor<? extends Record> cursor = query.fetchLazy(); ResultSet rows = cursor.resultSet()) {
            while (rows.next()) {
                reader.row(rows);
            }
        } catch (SQLException failure) {
            throw new DataAccessException("Rows could not be read", failure);
        }
    }

    /** Literals of an enumeration with their values. */
    public static Map<String, Integer> codes(List<? extends Enumerator> literals) {
        return literals.stream().collect(Collectors.toMap(Enumerator::getLiteral, Enumerator::getValue));
    }

    /** What the values of a column stand for, so that no strings are read; -1 for others. @param codes not empty */
    public static Field<Integer> code(Field<String> value, Map<String, Integer> codes) {
        Map<Field<String>, Field<Integer>> fields = new LinkedHashMap<>();
        codes.forEach((text, code) -> fields.put(inline(text), inline(code)));
        return choose(value).mapFields(fields).otherwise(inline(-1));
    }

    /** A moment in seconds since 1970-01-01T00:00:00Z, or a day as its midnight; {@link #ABSENT} where there is none. */
    public static Field<Long> seconds(Field<?> moment) {
        return coalesce(cast(extract(moment, DatePart.EPOCH), SQLDataType.BIGINT), inline(ABSENT));
    }
}
