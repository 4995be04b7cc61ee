package org.towercrier.customer.internal.base;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.eclipse.emf.ecore.EClass;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.towercrier.customer.CriterionAttribute.Kind;
import org.towercrier.model.customer.CustomerPackage.Literals;
import org.towercrier.privacy.Masking;
import org.towercrier.store.TableSchema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Finds out which columns imported tables had beyond the model, from some rows of every import and some from all over the table. */
final class OtherColumnSearch {

    private static final List<EClass> CLASSES = List.of(Literals.CUSTOMER, Literals.CONTRACT, Literals.SUBSCRIPTION, Literals.TERMINAL,
            Literals.SURVEY_ANSWER, Literals.MONTHLY_FACTS, Literals.PRODUCT_USE);
    private static final int PLACES = 8;
    private static final int ROWS = 250;
    private static final int IMPORTS = 40;
    private static final Pattern NUMERIC = Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?");
    private static final Field<Long> ROW = field(name("rowid"), Long.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, Seen> columns = new LinkedHashMap<>();

    /** What was seen of a column. */
    private static final class Seen {

        private int values;
        private boolean numbers = true;
        private boolean days = true;
        private boolean personal;

        void see(String key, String value) {
            values++;
            numbers &= NUMERIC.matcher(value).matches();
            days &= isDay(value);
            personal |= !days && isPersonal(key, value);
        }

        Kind kind() {
            return numbers ? Kind.NUMBER : days ? Kind.DATE : Kind.TEXT;
        }
    }

    /** All columns of all classes, those that most rows have first. */
    static List<OtherColumn> all(DSLContext sql) {
        return CLASSES.stream().flatMap(type -> new OtherColumnSearch().of(sql, type).stream()).toList();
    }

    private List<OtherColumn> of(DSLContext sql, EClass type) {
        TableSchema schema = TableSchema.of(type);
        long rows = sql.select(count()).from(schema.table()).fetchSingle().value1();
        for (int place = 0; place < PLACES && rows > 0; place++) {
            look(sql, schema, ROW.ge(rows * place / PLACES));
        }
        if (schema.column("batch").isPresent() && rows > PLACES * ROWS) {
            Field<Integer> batch = schema.field("batch", Integer.class);
            sql.selectDistinct(batch).from(schema.table()).where(batch.isNotNull()).orderBy(batch.desc()).limit(IMPORTS).fetch(batch)
                    .forEach(one -> look(sql, schema, batch.eq(one)));
        }
        List<OtherColumn> found = new ArrayList<>();
        columns.entrySet().stream().filter(entry -> !entry.getValue().personal)
                .sorted(Comparator.comparing((Map.Entry<String, Seen> entry) -> -entry.getValue().values))
                .forEach(entry -> found.add(new OtherColumn(type, entry.getKey(), entry.getValue().kind())));
        return found;
    }

    private void look(DSLContext sql, TableSchema schema, org.jooq.Condition where) {
        Field<String> extra = schema.field("extra", String.class);
        sql.select(extra).from(schema.table()).where(where).and(extra.isNotNull()).limit(ROWS).fetch(extra).forEach(this::take);
    }

    private void take(String object) {
        try {
            for (Map.Entry<String, JsonNode> entry : JSON.readTree(object).properties()) {
                String value = entry.getValue().asText("").strip();
                if (!value.isEmpty() && !isPersonal(entry.getKey(), "")) {
                    columns.computeIfAbsent(entry.getKey(), none -> new Seen()).see(entry.getKey(), value);
                }
            }
        } catch (JsonProcessingException damaged) {
            // importers write these objects themselves
            throw new UncheckedIOException(damaged);
        }
    }

    private static boolean isDay(String value) {
        try {
            LocalDate.parse(value);
            return true;
        } catch (DateTimeParseException other) {
            return false;
        }
    }

    /** Does a header, or a value below it, look like it was about somebody? */
    static boolean isPersonal(String key, String value) {
        String pair = "{\"" + quoted(key) + "\":\"" + quoted(value) + "\"}";
        return !Masking.maskExtra(pair).equals(pair);
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
