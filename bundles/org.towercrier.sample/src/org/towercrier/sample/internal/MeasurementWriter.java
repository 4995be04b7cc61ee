package org.towercrier.sample.internal;

import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.towercrier.model.measurement.MeasurementPackage.Literals;
import org.towercrier.sample.internal.City.CellPlan;
import org.towercrier.store.Cancellation;
import org.towercrier.store.RowWriter;
import org.towercrier.store.StoreCancelledException;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;

/**
 * Writes the measurements of all cells: one thread computes the next cells while the transaction's thread writes, as
 * the store takes rows from one thread only.
 */
final class MeasurementWriter {

    static final int PERIOD_SECONDS = 900;
    private static final long PERIOD_MICROS = TimeUnit.SECONDS.toMicros(PERIOD_SECONDS);
    private static final int BLOCKS = 4;

    private static final int OBJECT = -1;
    private static final int START = -2;
    private static final int PERIOD = -3;
    private static final int SUSPECT = -4;
    private static final int BATCH = -5;

    private final List<CellPlan> cells;
    private final Traffic traffic;
    private final int days;
    private final int batch;
    private final long startMicros;

    MeasurementWriter(City city, Traffic traffic, Calendar calendar, int days, int batch) {
        this.cells = city.cells();
        this.traffic = traffic;
        this.days = days;
        this.batch = batch;
        this.startMicros = TimeUnit.SECONDS.toMicros(calendar.start().atStartOfDay().toEpochSecond(ZoneOffset.UTC));
    }

    /** Writes everything and returns the number of rows. */
    long write(Tables tables, Cancellation cancel, LongConsumer cellsDone) throws StoreException {
        BlockingQueue<Block> empty = new ArrayBlockingQueue<>(BLOCKS);
        BlockingQueue<Block> full = new ArrayBlockingQueue<>(BLOCKS);
        for (int i = 0; i < BLOCKS; i++) {
            empty.add(new Block(days * Profile.SLOTS));
        }
        try (ExecutorService computing = Executors.newSingleThreadExecutor();
                RowWriter writer = tables.insert(Literals.CELL_MEASUREMENT)) {
            Future<?> computation = computing.submit(() -> compute(empty, full));
            try {
                return write(writer, empty, full, cancel, cellsDone);
            } finally {
                computation.cancel(true);
                awaitEnd(computation);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StoreCancelledException();
        }
    }

    private Void compute(BlockingQueue<Block> empty, BlockingQueue<Block> full) throws InterruptedException {
        for (CellPlan cell : cells) {
            Block block = empty.take();
            traffic.measure(cell, block);
            full.put(block);
        }
        return null;
    }

    private static void awaitEnd(Future<?> computation) throws InterruptedException {
        if (!computation.isCancelled()) {
            try {
                computation.get();
            } catch (ExecutionException failed) {
                throw new IllegalStateException("The sample could not be computed", failed.getCause());
            }
        }
    }

    private long write(RowWriter writer, BlockingQueue<Block> empty, BlockingQueue<Block> full, Cancellation cancel,
            LongConsumer cellsDone) throws StoreException, InterruptedException {
        int[] columns = columns();
        long rows = 0;
        for (CellPlan cell : cells) {
            if (cancel.cancelled()) {
                throw new StoreCancelledException();
            }
            Block block = full.take();
            for (int row = 0; row < block.size(); row++) {
                writeRow(writer, columns, cell.number() + 1, block, row);
            }
            rows += block.size();
            empty.put(block);
            cellsDone.accept(cell.number() + 1L);
        }
        return rows;
    }

    private void writeRow(RowWriter writer, int[] columns, int object, Block block, int row) throws StoreException {
        double[] values = block.values(row);
        for (int column : columns) {
            switch (column) {
                case OBJECT -> writer.add(object);
                case START -> writer.addMicros(startMicros + block.slot(row) * PERIOD_MICROS);
                case PERIOD -> writer.add(PERIOD_SECONDS);
                case SUSPECT -> writer.add(block.suspect(row));
                case BATCH -> writer.add(batch);
                default -> writer.add(values[column]);
            }
        }
        writer.endRow();
    }

    /** What stands in each column: a position in the measured values, or one of the codes below zero. */
    private static int[] columns() {
        return TableSchema.of(Literals.CELL_MEASUREMENT).columns().stream()
                .mapToInt(column -> code(column.feature().orElseThrow())).toArray();
    }

    private static int code(EStructuralFeature feature) {
        if (feature == Literals.CELL_MEASUREMENT__OBJECT) {
            return OBJECT;
        } else if (feature == Literals.CELL_MEASUREMENT__START) {
            return START;
        } else if (feature == Literals.CELL_MEASUREMENT__PERIOD) {
            return PERIOD;
        } else if (feature == Literals.CELL_MEASUREMENT__SUSPECT) {
            return SUSPECT;
        } else if (feature == Literals.CELL_MEASUREMENT__BATCH) {
            return BATCH;
        }
        int gauge = Block.ATTRIBUTES.indexOf(feature);
        if (gauge < 0) {
            throw new IllegalStateException("The sample has no values for " + feature.getName());
        }
        return gauge;
    }
}
