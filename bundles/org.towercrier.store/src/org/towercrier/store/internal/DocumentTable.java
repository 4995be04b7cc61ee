package org.towercrier.store.internal;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.towercrier.store.ColumnType;
import org.towercrier.store.DocumentInfo;

/** The table of the documents' versions. */
final class DocumentTable {

    private static final Table<Record> TABLE = DSL.table(name(StoreFormat.OWN_PREFIX + "document"));
    private static final Field<String> KIND = field(name("kind"), SQLDataType.VARCHAR);
    private static final Field<String> NAME = field(name("name"), SQLDataType.VARCHAR);
    private static final Field<Long> VERSION = field(name("version"), SQLDataType.BIGINT);
    private static final Field<Instant> SAVED = field(name("saved"), ColumnType.instant());
    private static final Field<String> AUTHOR = field(name("author"), SQLDataType.VARCHAR);
    private static final Field<String> DIGEST = field(name("digest"), SQLDataType.VARCHAR);
    private static final Field<String> CONTENT = field(name("content"), SQLDataType.VARCHAR);

    private DocumentTable() {
    }

    static void create(DSLContext sql) {
        sql.createTableIfNotExists(TABLE).columns(KIND, NAME, VERSION, SAVED, AUTHOR, DIGEST, CONTENT).execute();
    }

    /** The current version, 0 when there is none. */
    static long current(DSLContext sql, String kind, String name) {
        Long version = sql.select(DSL.max(VERSION)).from(TABLE).where(is(kind, name)).fetchSingle().value1();
        return version == null ? 0 : version;
    }

    static Optional<Stored> find(DSLContext sql, String kind, String name, long version) {
        return sql.select(KIND, NAME, VERSION, SAVED, AUTHOR, DIGEST, CONTENT).from(TABLE)
                .where(is(kind, name)).and(VERSION.eq(version)).fetchOptional()
                .map(row -> new Stored(info(row), row.get(DIGEST), row.get(CONTENT)));
    }

    static List<DocumentInfo> history(DSLContext sql, String kind, String name) {
        return sql.select(KIND, NAME, VERSION, SAVED, AUTHOR).from(TABLE).where(is(kind, name)).orderBy(VERSION.desc())
                .fetch(DocumentTable::info);
    }

    static List<DocumentInfo> list(DSLContext sql, String kind) {
        Table<Record> all = TABLE.as("a");
        Table<Record> newer = TABLE.as("b");
        return sql.select(KIND, NAME, VERSION, SAVED, AUTHOR).from(all)
                .where(of(all, KIND).eq(kind))
                .andNotExists(DSL.selectOne().from(newer).where(of(newer, KIND).eq(kind))
                        .and(of(newer, NAME).eq(of(all, NAME))).and(of(newer, VERSION).gt(of(all, VERSION))))
                .orderBy(NAME).fetch(DocumentTable::info);
    }

    private static <T> Field<T> of(Table<Record> table, Field<T> column) {
        return field(name(table.getName(), column.getName()), column.getDataType());
    }

    static void insert(DSLContext sql, DocumentInfo info, String content) {
        sql.insertInto(TABLE, KIND, NAME, VERSION, SAVED, AUTHOR, DIGEST, CONTENT)
                .values(info.kind(), info.name(), info.version(), info.saved(), info.user(), digestOf(content), content).execute();
    }

    /** Forgets the versions before the given one. */
    static void prune(DSLContext sql, String kind, String name, long firstKept) {
        sql.deleteFrom(TABLE).where(is(kind, name)).and(VERSION.lt(firstKept)).execute();
    }

    static void delete(DSLContext sql, String kind, String name) {
        sql.deleteFrom(TABLE).where(is(kind, name)).execute();
    }

    private static Condition is(String kind, String name) {
        return KIND.eq(kind).and(NAME.eq(name));
    }

    private static DocumentInfo info(Record row) {
        return new DocumentInfo(row.get(KIND), row.get(NAME), row.get(VERSION), row.get(SAVED), row.get(AUTHOR));
    }

    static String digestOf(String content) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /**
     * A stored version.
     *
     * @param info    which one
     * @param digest  of the content when it was saved
     * @param content XMI
     */
    record Stored(DocumentInfo info, String digest, String content) {

        boolean intact() {
            return content != null && digestOf(content).equals(digest);
        }
    }
}
