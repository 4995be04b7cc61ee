package org.towercrier.store.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.towercrier.store.StoreException;
import org.towercrier.store.StoreFormatException;
import org.towercrier.store.StoreInfo;

/**
 * The format of the store and the steps to it from older ones. Tables of the model are no matter of the format:
 * {@link TableCatalog} brings them up.
 *
 * @param version the format this product writes
 * @param steps   what leads from format {@code n} to {@code n + 1}, at index {@code n - 1}
 */
record StoreFormat(int version, List<Step> steps) {

    /** How the names of the store's own tables begin. */
    static final String OWN_PREFIX = "towercrier_";

    private static final Table<Record> TABLE = DSL.table(DSL.name(OWN_PREFIX + "store"));
    private static final Field<String> NAME = DSL.field(DSL.name("name"), SQLDataType.VARCHAR);
    private static final Field<String> VALUE = DSL.field(DSL.name("value"), SQLDataType.VARCHAR);
    private static final String FORMAT = "format";

    StoreFormat {
        steps = List.copyOf(steps);
        if (steps.size() != version - 1) {
            throw new IllegalArgumentException("Format " + version + " needs a step from each older format");
        }
    }

    /** The format of this product. */
    static StoreFormat current() {
        return new StoreFormat(StoreInfo.FORMAT, List.of());
    }

    /** Notes the format in a new store, migrates an older one, refuses a newer one. */
    void apply(DSLContext sql, Path folder) throws StoreException {
        sql.createTableIfNotExists(TABLE).columns(NAME, VALUE).execute();
        Optional<String> found = sql.select(VALUE).from(TABLE).where(NAME.eq(FORMAT)).fetchOptional(VALUE);
        if (found.isEmpty()) {
            sql.insertInto(TABLE, NAME, VALUE).values(FORMAT, Integer.toString(version)).execute();
            return;
        }
        int format = Integer.parseInt(found.get());
        if (format > version) {
            throw new StoreFormatException(folder, format, version);
        }
        for (int from = format; from < version; from++) {
            steps.get(from - 1).migrate(sql);
        }
        if (format < version) {
            sql.update(TABLE).set(VALUE, Integer.toString(version)).where(NAME.eq(FORMAT)).execute();
        }
    }

    /** Leads from one format to the next; it runs in the transaction that opens the store. */
    @FunctionalInterface
    interface Step {

        /** Changes the tables. */
        void migrate(DSLContext sql);
    }
}
