package org.towercrier.store.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.towercrier.store.MergeOutcome;
import org.towercrier.store.MergeOutcome.Conflict;
import org.towercrier.store.MergeOutcome.Counts;
import org.towercrier.store.MergePolicy;
import org.towercrier.store.RowWriter;
import org.towercrier.store.Staging;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;
import org.towercrier.store.internal.MergeStatements.Part;

/** Rows aside in a temporary table, merged by the statements of {@link MergeStatements}. */
final class SqlStaging implements Staging {

    private final DSLContext sql;
    private final TableSchema schema;
    private final TableSchema staged;
    private final Appender appender;
    private final Set<Integer> discarded = new HashSet<>();
    private Optional<RowWriter> writer = Optional.empty();
    private boolean created;
    private boolean closed;

    SqlStaging(DSLContext sql, TableSchema schema, String name, Appender appender) {
        this.sql = sql;
        this.schema = schema;
        this.staged = StagedTable.of(schema, name);
        this.appender = appender;
    }

    @Override
    public TableSchema schema() {
        return schema;
    }

    @Override
    public RowWriter rows() throws StoreException {
        if (closed) {
            throw new IllegalStateException("The staging is closed");
        }
        if (writer.isEmpty()) {
            if (!created) {
                Table<Record> table = staged.table();
                sql.createTemporaryTable(table).columns(table.fields()).execute();
                created = true;
            }
            writer = Optional.of(appender.append(staged));
        }
        return writer.get();
    }

    @Override
    public void discard(int file) {
        discarded.add(file);
    }

    @Override
    public MergeOutcome merge(MergePolicy policy) throws StoreException {
        closeWriter();
        if (!created) {
            return new MergeOutcome(Map.of(), List.of());
        }
        Table<Record> rows = staged.table();
        if (!discarded.isEmpty()) {
            sql.deleteFrom(rows).where(StagedTable.file(rows).in(discarded)).execute();
            discarded.clear();
        }
        MergeStatements all = new MergeStatements(schema, staged.name(), policy, Part.ALL);
        Tally tally = new Tally();
        sql.fetch(all.countRows()).forEach(r -> tally.rows(r.value1(), r.value2()));
        refuseIncomplete(all, rows, tally);
        MergeParts parts = MergeParts.of(sql, schema, rows);
        boolean repeated = !parts.wholeKeys() && foldRepeated(all);
        for (Part part : parts.parts()) {
            MergeStatements statements = new MergeStatements(schema, staged.name(), policy, part);
            boolean repeatedInPart = parts.wholeKeys() && foldRepeated(statements);
            mergePart(statements, policy, repeated || repeatedInPart, tally);
            if (repeatedInPart) {
                statements.dropRepeated().forEach(this::run);
            }
        }
        run(all.insertNew());
        sql.deleteFrom(rows).execute();
        if (repeated) {
            all.dropRepeated().forEach(this::run);
        }
        return tally.outcome();
    }

    /** Leaves those of the part in the staging that are new. */
    private void mergePart(MergeStatements statements, MergePolicy policy, boolean repeated, Tally tally) {
        boolean matched = sql.fetchSingle(statements.countMatched()).get(0, Long.class) > 0;
        Tally ofPart = new Tally();
        ofPart.add(sql.fetch(matched ? statements.countSingle() : statements.countAllNew()));
        if (repeated) {
            ofPart.add(sql.fetch(statements.countRepeated()));
        }
        if (ofPart.conflicts > 0) {
            listConflicts(statements, policy, repeated, ofPart);
        }
        if (matched) {
            if (ofPart.stored > 0 || ofPart.conflicts > 0) {
                replaceChanged(statements);
            }
            run(statements.unstageMatched());
        }
        tally.add(ofPart);
    }

    private void replaceChanged(MergeStatements statements) {
        run(statements.collectChanged());
        if (sql.fetchSingle(statements.countChanged()).get(0, Long.class) > 0) {
            run(statements.deleteChanged());
            run(statements.insertChanged());
        }
        run(statements.dropChanged());
    }

    private void refuseIncomplete(MergeStatements statements, Table<Record> rows, Tally tally) {
        sql.select(StagedTable.file(rows), DSL.count()).from(rows).where(statements.incomplete())
                .groupBy(StagedTable.file(rows)).forEach(r -> tally.incomplete(r.value1(), r.value2()));
        if (tally.incomplete > 0) {
            for (Record row : sql.fetch(statements.listIncomplete(MergeOutcome.MAX_CONFLICTS))) {
                tally.found.add(new Found(row, new Conflict(row.get(0, Integer.class), row.get(1, Long.class), key(row), "", "", "")));
            }
            sql.deleteFrom(rows).where(statements.incomplete()).execute();
        }
    }

    private boolean foldRepeated(MergeStatements statements) {
        if (sql.fetchSingle(statements.countRepeatedKeys()).get(0, Long.class) == 0) {
            return false;
        }
        run(statements.rank());
        run(statements.firsts());
        run(statements.unstageRepeated());
        run(statements.fold());
        return true;
    }

    private void listConflicts(MergeStatements statements, MergePolicy policy, boolean repeated, Tally tally) {
        if (policy == MergePolicy.FILL) {
            run(statements.collectRefusedSingle(MergeOutcome.MAX_CONFLICTS));
            collect(statements, statements.listSingle(), tally);
            run(statements.dropRefused());
        }
        if (repeated) {
            run(statements.collectRefusedRepeated(MergeOutcome.MAX_CONFLICTS));
            collect(statements, statements.listRepeated(), tally);
            run(statements.dropRefused());
        }
    }

    private void collect(MergeStatements statements, Select<Record> list, Tally tally) {
        int first = 3 + schema.key().size();
        for (Record row : sql.fetch(list)) {
            for (int i = 0; i < statements.compared().size(); i++) {
                Object kept = row.get(first + 2 * i);
                Object refused = row.get(first + 2 * i + 1);
                if (kept != null && refused != null && !kept.equals(refused)) {
                    tally.found.add(new Found(row, new Conflict(row.get(0, Integer.class), row.get(1, Long.class), key(row),
                            statements.compared().get(i).name(), ValueText.of(kept), ValueText.of(refused))));
                }
            }
        }
    }

    private String key(Record row) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < schema.key().size(); i++) {
            parts.add(ValueText.of(row.get(3 + i)));
        }
        return String.join("/", parts);
    }

    private void run(Query query) {
        sql.execute(query);
    }

    private void closeWriter() throws StoreException {
        if (writer.isPresent()) {
            RowWriter open = writer.get();
            writer = Optional.empty();
            open.close();
        }
    }

    @Override
    public void close() throws StoreException {
        if (!closed) {
            closed = true;
            closeWriter();
            if (created) {
                sql.dropTable(staged.table()).execute();
            }
        }
    }

    /** After a failure: the transaction takes the table with it. */
    void abandon() {
        closed = true;
        writer.ifPresent(SqlTransaction::abandon);
    }

    /** Opens the fast path to the temporary table. */
    @FunctionalInterface
    interface Appender {

        RowWriter append(TableSchema staged) throws StoreException;
    }

    /** A conflict with the place of its row in the batch. */
    private record Found(int file, long line, long sequence, Conflict conflict) {

        static final Comparator<Found> ORDER = Comparator.comparingInt(Found::file).thenComparingLong(Found::line)
                .thenComparingLong(Found::sequence);

        Found(Record row, Conflict conflict) {
            this(row.get(0, Integer.class), row.get(1, Long.class), row.get(2, Long.class), conflict);
        }
    }

    /** Adds up. */
    private static final class Tally {

        private final Map<Integer, long[]> byFile = new TreeMap<>();
        private final List<Found> found = new ArrayList<>();
        private long stored;
        private long conflicts;
        private long incomplete;

        void rows(int file, long rows) {
            of(file)[0] += rows;
        }

        void incomplete(int file, long rows) {
            of(file)[1] += rows;
            conflicts += rows;
            incomplete += rows;
        }

        void add(List<Record3<Integer, Integer, Integer>> counts) {
            for (Record3<Integer, Integer, Integer> row : counts) {
                of(row.value1())[1] += row.value2();
                of(row.value1())[2] += row.value3();
                conflicts += row.value2();
                stored += row.value3();
            }
        }

        private long[] of(int file) {
            return byFile.computeIfAbsent(file, f -> new long[3]);
        }

        void add(Tally part) {
            part.byFile.forEach((file, counts) -> {
                of(file)[1] += counts[1];
                of(file)[2] += counts[2];
            });
            conflicts += part.conflicts;
            stored += part.stored;
            found.addAll(part.found);
            found.sort(Found.ORDER);
            found.subList(Math.min(found.size(), MergeOutcome.MAX_CONFLICTS), found.size()).clear();
        }

        MergeOutcome outcome() {
            Map<Integer, Counts> counts = new TreeMap<>();
            byFile.forEach((file, c) -> counts.put(file, new Counts(c[0], c[2], c[0] - c[1] - c[2], c[1])));
            List<Conflict> conflicts = found.stream()
                    .sorted(Found.ORDER)
                    .limit(MergeOutcome.MAX_CONFLICTS).map(Found::conflict).toList();
            return new MergeOutcome(counts, conflicts);
        }
    }
}
