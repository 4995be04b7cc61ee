package org.towercrier.exchange.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

import org.eclipse.emf.ecore.EClass;
import org.towercrier.exchange.ImportContext;
import org.towercrier.exchange.ImportRefusedException;
import org.towercrier.exchange.MeasurementSink;
import org.towercrier.exchange.RowSink;
import org.towercrier.exchange.profile.ImportProfile;
import org.towercrier.model.measurement.MeasurementPackage;

/** The context of one file. */
final class FileContext implements ImportContext {

    /**
     * What all files of a run share.
     *
     * @param queue takes finished rows
     * @param dictionary of managed objects
     * @param tables shapes by class, filled on demand
     * @param batch number of the import
     * @param zone of times without one
     * @param now time of the import
     * @param strict refuse files with bad rows
     * @param cancelled asked often
     */
    record Shared(RowQueue queue, ObjectDictionary dictionary, Map<EClass, TargetTable> tables, int batch, ZoneId zone, Instant now,
            boolean strict,
            BooleanSupplier cancelled) {

        TargetTable table(EClass type) {
            return tables.computeIfAbsent(type, TargetTable::new);
        }
    }

    private final Shared shared;
    private final FileTally tally;
    private final Optional<ImportProfile> profile;
    private final MeasurementRules rules;
    private final UnitBreach breach = new UnitBreach();
    private final Map<EClass, BlockSink> sinks = new HashMap<>();
    private final Map<EClass, BlockSink> checkedByCollector = new HashMap<>();
    private Optional<MeasurementCollector> collector = Optional.empty();
    private boolean sent;

    FileContext(Shared shared, FileTally tally, Optional<ImportProfile> profile) {
        this.shared = shared;
        this.tally = tally;
        this.profile = profile;
        this.rules = new MeasurementRules(shared.now());
    }

    @Override
    public Optional<ImportProfile> profile() {
        return profile;
    }

    @Override
    public RowSink rows(EClass target) {
        return sinks.computeIfAbsent(target, type -> sink(type, check(type)));
    }

    private Optional<RowCheck> check(EClass type) {
        boolean wide = type == MeasurementPackage.Literals.CELL_MEASUREMENT;
        TargetTable table = shared.table(type);
        if (!wide && type != MeasurementPackage.Literals.COUNTER_VALUE) {
            return table.has("batch") ? Optional.of(stamp(table.column("batch"))) : Optional.empty();
        }
        RowCheck check = new MeasurementCheck(table, new CanonicalMeasurements(table), rules, breach, tally);
        int batch = table.column("batch");
        return Optional.of((row, line) -> {
            row.set(batch, shared.batch());
            return check.accept(row, line);
        });
    }

    /** Notes in each row which import brought it. */
    private RowCheck stamp(int batch) {
        return (row, line) -> {
            row.set(batch, shared.batch());
            return true;
        };
    }

    private BlockSink sink(EClass type, Optional<RowCheck> check) {
        return new BlockSink(shared.table(type), tally.ordinal(), tally, check, this::send);
    }

    private void send(RowBlock block) {
        sent = true;
        checkCancelled();
        shared.queue().put(new RowQueue.Rows(block));
    }

    @Override
    public MeasurementSink measurements() {
        if (collector.isEmpty()) {
            CanonicalMeasurements canonicals = new CanonicalMeasurements(shared.table(MeasurementPackage.Literals.CELL_MEASUREMENT));
            collector = Optional.of(new MeasurementCollector(canonicals, rules, tally, breach, this::objectId, shared.batch(),
                    unchecked(MeasurementPackage.Literals.CELL_MEASUREMENT), unchecked(MeasurementPackage.Literals.COUNTER_VALUE)));
        }
        return collector.get();
    }

    private BlockSink unchecked(EClass type) {
        return checkedByCollector.computeIfAbsent(type, key -> sink(key, Optional.empty()));
    }

    @Override
    public int objectId(String managedObjectName) {
        return shared.dictionary().number(managedObjectName);
    }

    @Override
    public void quarantine(long line, String column, String value, String reason) {
        tally.quarantineByImporter(line, column, value, reason);
    }

    @Override
    public void countOnly(EClass type) {
        tally.countOnly(type);
    }

    @Override
    public void countEmpty(long line) {
        tally.rowEnded(line);
    }

    @Override
    public void warn(String text) {
        tally.warn(text);
    }

    @Override
    public void progress(long bytes) {
        // Progress is counted where the bytes come from the disk; the call is a good moment to look for a cancel.
        checkCancelled();
    }

    @Override
    public void checkCancelled() {
        if (shared.cancelled().getAsBoolean()) {
            throw new CancellationException();
        }
    }

    @Override
    public ZoneId zone() {
        return shared.zone();
    }

    @Override
    public Instant now() {
        return shared.now();
    }

    /** Judges the file as a whole and hands over what is left of its rows. */
    void finish() throws ImportRefusedException {
        tally.settle();
        collector.ifPresent(MeasurementCollector::finish);
        if (breach.first().isPresent()) {
            tally.allQuarantined();
            throw breach.first().get();
        }
        if (shared.strict() && tally.quarantined() > 0) {
            throw new ImportRefusedException(Texts.text("File_Strict", tally.quarantined(), tally.firstBad()));
        }
        sinks.values().forEach(BlockSink::flush);
        checkedByCollector.values().forEach(BlockSink::flush);
        if (tally.rows() == 0) {
            tally.warn(Texts.text("File_NoRows"));
        }
    }

    /** Has any row of the file left for the store? */
    boolean hasSent() {
        return sent;
    }
}
