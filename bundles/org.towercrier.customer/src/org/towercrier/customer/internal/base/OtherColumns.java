package org.towercrier.customer.internal.base;

import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.asterisk;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.length;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.position;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trim;
import static org.jooq.impl.DSL.tryCast;
import static org.jooq.impl.DSL.when;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.towercrier.customer.CriterionAttribute.Kind;
import org.towercrier.model.customer.CustomerPackage.Literals;
import org.towercrier.store.TableSchema;

/**
 * Columns that imported tables had beyond the model, as columns of the base: the text as it was, and beside it the number or the day it stands for where it does in all rows
 * that were looked at. What looks like a number or an address of somebody is absent.
 *
 * @param kept those that have columns of their own; others are only found in the texts of the rows
 * @param known all that are known, by class
 */
public record OtherColumns(List<OtherColumn> kept, List<OtherColumn> known) {

    /** None. */
    public static final OtherColumns NONE = new OtherColumns(List.of(), List.of());

    /** So many columns are read from each row once; further ones, rare in practice, are looked up when somebody asks. */
    private static final int MOST = 64;
    private static final int SHORTEST_NUMBER = 9;
    /** As {@code PrivacyAnnotations.looksPersonal}, in the engine's words. */
    private static final String SOMEBODY = "[^\\s@]+@[^\\s@]+|^\\+?[0-9][0-9 ()/-]{7,}[0-9]$|(^|[^0-9.,])[0-9]([ -]?[0-9]){8,}($|[^0-9.,])";
    private static final String TEXT = "extra.text.";
    private static final String NUMBER = "extra.number.";
    private static final String DAY = "extra.day.";
    private static final String TEXTS = "other_texts";
    private static final String PART = "other_";

    public OtherColumns {
        kept = List.copyOf(kept);
        known = List.copyOf(known);
    }

    /** Looks for them among what is stored. */
    static OtherColumns find(DSLContext sql) {
        List<OtherColumn> known = OtherColumnSearch.all(sql);
        Set<String> taken = new HashSet<>();
        // columns of tables are told apart without regard to case, keys with it
        List<OtherColumn> kept = known.stream().filter(other -> other.type() == Literals.CUSTOMER)
                .filter(other -> taken.add(other.key().toLowerCase(Locale.ROOT))).limit(MOST).toList();
        return new OtherColumns(kept, known);
    }

    /** Those that a table has, of all that are known now: it may have been made when other ones were. */
    OtherColumns in(DSLContext sql, Table<?> base) {
        Set<String> columns = new HashSet<>(
                Arrays.stream(sql.select(asterisk()).from(base).limit(0).fetch().fields()).map(Field::getName).toList());
        return new OtherColumns(kept.stream().filter(other -> columns.containsAll(names(other))).toList(), known);
    }

    private static List<String> names(OtherColumn other) {
        return switch (other.kind()) {
            case NUMBER -> List.of(TEXT + other.key(), NUMBER + other.key());
            case DATE -> List.of(TEXT + other.key(), DAY + other.key());
            default -> List.of(TEXT + other.key());
        };
    }

    /** The rows of customers with the texts of these columns, under the name of the table. Each row's object is read once, whatever the number of columns. */
    Table<Record> read(TableSchema customers, Condition which) {
        if (kept.isEmpty()) {
            return customers.table();
        }
        Field<String[]> all = function("json_extract_string", SQLDataType.VARCHAR.array(), customers.field("extra", String.class),
                array(kept.stream().map(other -> inline(pointer(other.key()))).toList()));
        Table<Record> texts = select(asterisk()).select(all.as(TEXTS)).from(customers.table()).where(which).asTable(customers.name());
        List<SelectFieldOrAsterisk> fields = new ArrayList<>(List.of(asterisk()));
        for (int i = 0; i < kept.size(); i++) {
            Field<String> text = function("list_extract", SQLDataType.VARCHAR, field(name(TEXTS)), inline(i + 1));
            fields.add(nullif(trim(text), inline("")).as(PART + i));
        }
        return select(fields).from(texts).asTable(customers.name());
    }

    /** Their columns in the base, over {@link #read}. */
    Stream<Field<?>> fields() {
        return kept.stream().flatMap(other -> {
            Field<String> text = shown(field(name(PART + kept.indexOf(other)), String.class));
            Field<String> own = text.as(TEXT + other.key());
            return switch (other.kind()) {
                case NUMBER -> Stream.of(own, tryCast(text, SQLDataType.DOUBLE).as(NUMBER + other.key()));
                case DATE -> Stream.of(own, tryCast(text, SQLDataType.LOCALDATE).as(DAY + other.key()));
                default -> Stream.<Field<?>>of(own);
            };
        });
    }

    /** A column of the customers as words. */
    public Optional<Field<String>> text(String key) {
        return column(key).map(other -> field(name(TEXT + key), String.class));
    }

    /** A column of the customers as numbers; what is none is absent. */
    public Optional<Field<Double>> number(String key) {
        return column(key).map(other -> other.kind() == Kind.NUMBER ? field(name(NUMBER + key), Double.class)
                : tryCast(field(name(TEXT + key), String.class), SQLDataType.DOUBLE));
    }

    /** A column of the customers as days; what is none is absent. */
    public Optional<Field<LocalDate>> day(String key) {
        return column(key).map(other -> other.kind() == Kind.DATE ? field(name(DAY + key), LocalDate.class)
                : tryCast(field(name(TEXT + key), String.class), SQLDataType.LOCALDATE));
    }

    private Optional<OtherColumn> column(String key) {
        return kept.stream().filter(other -> other.key().equals(key)).findFirst();
    }

    /** The text of a column in a row of a class, read from what the row keeps. */
    public static Field<String> text(TableSchema schema, String key) {
        return shown(nullif(trim(function("json_extract_string", SQLDataType.VARCHAR, schema.field("extra", String.class),
                inline(pointer(key)))), inline("")));
    }

    /** Where a key is in an object. */
    private static String pointer(String key) {
        return "/" + key.replace("~", "~0").replace("/", "~1");
    }

    /** A text unless it looks like a number or an address of somebody; days do not count as numbers. */
    private static Field<String> shown(Field<String> text) {
        Condition number = function("regexp_matches", SQLDataType.BOOLEAN, text, inline(SOMEBODY)).isTrue();
        Condition harmless = length(text).lt(SHORTEST_NUMBER).and(position(text, inline("@")).eq(0));
        return when(harmless, text).when(not(number.and(tryCast(text, SQLDataType.LOCALDATE).isNull())), text);
    }

    /** Does a header, or a value below it, look like it was about somebody? */
    public static boolean isPersonal(String key, String value) {
        return OtherColumnSearch.isPersonal(key, value);
    }
}
