package org.towercrier.exchange.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EClass;
import org.towercrier.exchange.FileReport;
import org.towercrier.exchange.ImportCompletion;
import org.towercrier.exchange.ImportMonitor;
import org.towercrier.exchange.ImportReport;
import org.towercrier.exchange.ImportRequest;
import org.towercrier.exchange.internal.FileFinder.Candidate;
import org.towercrier.model.measurement.MeasurementPackage;
import org.towercrier.store.Cancellation;
import org.towercrier.store.MergeOutcome;
import org.towercrier.store.RowWriter;
import org.towercrier.store.Staging;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;
import org.towercrier.store.Transaction;

/** One request inside its transaction: files are read on one thread and stored on this one. */
final class ImportRun {

    private final ImportRequest request;
    private final List<Candidate> candidates;
    private final FormatChoice formats;
    private final List<String> extensions;
    private final List<ImportCompletion> completions;
    private final Path folder;
    private final QuarantineReport report;
    private final ImportMonitor monitor;
    private final Cancellation cancel;
    private final Clock clock;
    private final Map<TargetTable, Staging> stagings = new LinkedHashMap<>();

    ImportRun(ImportRequest request, List<Candidate> candidates, FormatChoice formats, List<String> extensions,
            List<ImportCompletion> completions, Path folder, QuarantineReport report,
            ImportMonitor monitor, Cancellation cancel, Clock clock) {
        this.request = request;
        this.candidates = candidates;
        this.formats = formats;
        this.extensions = extensions;
        this.completions = completions;
        this.folder = folder;
        this.report = report;
        this.monitor = monitor;
        this.cancel = cancel;
        this.clock = clock;
    }

    /** Ends a dry run: the transaction is undone and the report survives. */
    static final class DryRunDone extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient ImportReport report;

        DryRunDone(ImportReport report) {
            super("dry run", null, false, false);
            this.report = report;
        }

        ImportReport report() {
            return report;
        }
    }

    /** The change; commits what it did unless it throws. @throws CancellationException when cancelled */
    ImportReport execute(Transaction tx) throws StoreException {
        removeLeftovers();
        Instant now = clock.instant();
        ObjectAdoption adoption = new ObjectAdoption(tx);
        ObjectDictionary dictionary = new ObjectDictionary(adoption.known());
        int batch = Math.toIntExact(tx.nextId(MeasurementPackage.Literals.IMPORT_BATCH));
        Map<EClass, TargetTable> tables = new HashMap<>();
        FileContext.Shared shared = new FileContext.Shared(new RowQueue(), dictionary, tables, batch,
                request.zone().orElse(ZoneId.of("UTC")), now,
                request.strict(), cancel::cancelled);
        FileReader reader = new FileReader(candidates, formats, extensions, new Unpacker(folder, UnpackLimits.STANDARD), shared, report,
                monitor);
        try {
            pump(tx, reader, shared.queue());
            monitor.storing();
            merge(reader.tallies(), dictionary);
        } finally {
            for (Staging staging : stagings.values()) {
                staging.close();
            }
        }
        if (cancel.cancelled()) {
            throw new CancellationException();
        }
        Set<Integer> withoutCell = adoption.adopt(dictionary.accepted());
        reader.tallies().forEach(tally -> warnUnknownCells(tally, withoutCell));
        complete(tx, reader.tallies());
        List<FileReport> files = reader.tallies().stream().map(FileTally::toReport).toList();
        if (files.stream().anyMatch(file -> file.stored() > 0)) {
            writeBatch(tx, batch, now, files, reader.digest());
        }
        return finish(files, now);
    }

    /** Lets the areas link what came; their words go to every file that is stored, since they concern all of them together. */
    private void complete(Transaction tx, List<FileTally> tallies) throws StoreException {
        Set<EClass> classes = stagings.keySet().stream().map(TargetTable::type).collect(Collectors.toSet());
        for (ImportCompletion completion : completions) {
            completion.complete(tx, classes,
                    text -> tallies.stream().filter(tally -> !tally.isRefused()).forEach(tally -> tally.warn(text)));
        }
    }

    private void removeLeftovers() {
        try {
            Leftovers.remove(folder, report.folder());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(Texts.text("Quarantine_Unwritable", folder), unwritable);
        }
    }

    private ImportReport finish(List<FileReport> files, Instant now) {
        try {
            ImportReport result = new ImportReport(files, report.keep(request.dryRun() ? "dry-run" : "import", now));
            if (request.dryRun()) {
                throw new DryRunDone(result);
            }
            return result;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(Texts.text("Quarantine_Unwritable", folder), unwritable);
        }
    }

    /** Takes rows from the reading thread until it is through. */
    private void pump(Transaction tx, FileReader reader, RowQueue queue) throws StoreException {
        ReaderThread thread = new ReaderThread(reader, queue);
        thread.start();
        try {
            for (RowQueue.Item item = queue.take(); !(item instanceof RowQueue.End); item = queue.take()) {
                switch (item) {
                    case RowQueue.Rows rows -> rows.block().write(staging(tx, rows.block().table()).rows());
                    case RowQueue.Discard discard -> discard(discard.file());
                    case RowQueue.End end -> throw new IllegalStateException("the end was seen before " + end);
                }
            }
        } finally {
            queue.close();
            thread.interrupt();
            thread.await();
        }
        thread.rethrow();
    }

    private Staging staging(Transaction tx, TargetTable table) throws StoreException {
        Staging staging = stagings.get(table);
        if (staging == null) {
            staging = tx.stage(table.type());
            stagings.put(table, staging);
        }
        return staging;
    }

    private void discard(int file) throws StoreException {
        for (Staging staging : stagings.values()) {
            staging.discard(file);
        }
    }

    private void merge(List<FileTally> tallies, ObjectDictionary dictionary) throws StoreException {
        for (Map.Entry<TargetTable, Staging> entry : stagings.entrySet()) {
            TargetTable table = entry.getKey();
            MergeOutcome outcome = entry.getValue().merge(table.policy());
            outcome.byFile().forEach((file, counts) -> tallies.get(file).merged(table.type(), counts));
            for (MergeOutcome.Conflict conflict : outcome.conflicts()) {
                ConflictWords words = ConflictWords.of(table, conflict, readableKey(table, conflict.key(), dictionary));
                report.add(tallies.get(conflict.file()), conflict.line(), conflict.column(), words.refused(),
                        Texts.text("Row_Conflict", words.key(), words.kept()));
            }
        }
    }

    /** The number of a managed object says nothing to people; its name does. */
    private static String readableKey(TargetTable table, String key, ObjectDictionary dictionary) {
        int slash = key.indexOf('/');
        boolean measured = table.schema().key().getFirst().name().equals("object");
        if (!measured || slash < 0 || !key.substring(0, slash).matches("\\d{1,9}")) {
            return key;
        }
        return dictionary.name(Integer.parseInt(key.substring(0, slash))) + key.substring(slash);
    }

    private static void warnUnknownCells(FileTally tally, Set<Integer> withoutCell) {
        long unknown = tally.objects().stream().filter(withoutCell::contains).count();
        if (unknown > 0 && !tally.isRefused()) {
            tally.warn(Texts.text("File_UnknownCells", unknown, tally.objects().size()));
        }
    }

    private void writeBatch(Transaction tx, int batch, Instant now, List<FileReport> files, String digest) throws StoreException {
        String formatIds = files.stream().map(FileReport::format).filter(id -> !id.isEmpty()).distinct().sorted()
                .collect(Collectors.joining(","));
        try (RowWriter writer = tx.insert(MeasurementPackage.Literals.IMPORT_BATCH)) {
            for (TableSchema.Column column : TableSchema.of(MeasurementPackage.Literals.IMPORT_BATCH).columns()) {
                writer.addObject(switch (column.name()) {
                    case "id" -> batch;
                    case "time" -> now;
                    case "user" -> System.getProperty("user.name");
                    case "format" -> formatIds;
                    case "files" -> files.size();
                    case "refused" -> (int) files.stream().filter(file -> file.refused().isPresent()).count();
                    case "rows" -> files.stream().mapToLong(FileReport::rows).sum();
                    case "stored" -> files.stream().mapToLong(FileReport::stored).sum();
                    case "unchanged" -> files.stream().mapToLong(FileReport::unchanged).sum();
                    case "quarantined" -> files.stream().mapToLong(FileReport::quarantined).sum();
                    case "conflicts" -> files.stream().mapToLong(FileReport::conflicts).sum();
                    case "digest" -> digest;
                    default -> null;
                });
            }
            writer.endRow();
        }
    }

    /** Carries what went wrong in reading over to the storing thread. */
    private static final class ReaderThread extends Thread {

        private final FileReader reader;
        private final RowQueue queue;
        private volatile Optional<RuntimeException> failure = Optional.empty();
        private volatile Optional<Error> error = Optional.empty();

        ReaderThread(FileReader reader, RowQueue queue) {
            super("import reader");
            setDaemon(true);
            this.reader = reader;
            this.queue = queue;
        }

        @Override
        public void run() {
            try {
                reader.readAll();
            } catch (RuntimeException failed) {
                failure = Optional.of(failed);
            } catch (Error fatal) {
                // Out of memory in the reader must reach the caller, else the storing thread would wait for ever.
                error = Optional.of(fatal);
            }
            try {
                queue.put(new RowQueue.End());
            } catch (CancellationException nobodyWaits) {
                failure = failure.or(() -> Optional.of(nobodyWaits));
            }
        }

        void await() {
            boolean interrupted = false;
            while (isAlive()) {
                try {
                    join();
                } catch (InterruptedException again) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        void rethrow() {
            if (error.isPresent()) {
                throw error.get();
            }
            if (failure.isPresent()) {
                throw failure.get();
            }
        }
    }
}
