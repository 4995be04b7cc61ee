package org.towercrier.capacity.internal.sql;

import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.extract;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.DatePart;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.SQLDataType;
import org.towercrier.capacity.internal.kpi.Measurements;
import org.towercrier.capacity.internal.series.CellSeries;
import org.towercrier.capacity.internal.series.MeasuredObject;
import org.towercrier.capacity.internal.series.ObjectStatistics;

/**
 * Reads samples into series, some objects at a time, so that what is in memory stays bounded however much is stored. The statement
 * neither sorts nor aggregates: reading the needed columns as they come and putting them in order here takes a fraction of the
 * time that windows take in the engine, and sums the same numbers in the same order on every engine.
 */
public final class SeriesReader {

    /** Asking after each value whether it was null would cost as much as the value. */
    private static final Field<Double> NOT_A_NUMBER = cast(inline("NaN"), SQLDataType.DOUBLE);

    private static final int LARGEST_TABLE = 1 << 20;

    private final DSLContext sql;
    private final Measurements measurements;
    private final SampleRange range;
    private final List<String> names;

    /**
     * @param sql          where to read
     * @param measurements those of the model
     * @param range        which samples
     * @param names        measurements as the standard writes them
     */
    public SeriesReader(DSLContext sql, Measurements measurements, SampleRange range, Collection<String> names) {
        this.sql = sql;
        this.measurements = measurements;
        this.range = range;
        this.names = List.copyOf(names);
    }

    /** Some samples at a time: objects one after the other until a chunk has enough. */
    public static List<List<ObjectStatistics>> chunks(Iterable<ObjectStatistics> objects, long samples) {
        List<List<ObjectStatistics>> chunks = new ArrayList<>();
        List<ObjectStatistics> chunk = new ArrayList<>();
        long filled = 0;
        for (ObjectStatistics each : objects) {
            if (filled + each.rows() > samples && !chunk.isEmpty()) {
                chunks.add(chunk);
                chunk = new ArrayList<>();
                filled = 0;
            }
            chunk.add(each);
            filled += each.rows();
        }
        if (!chunk.isEmpty()) {
            chunks.add(chunk);
        }
        return chunks;
    }

    /** Reads the samples of some objects at the length of samples given for each; the order is that of the statistics. */
    public List<SampleBlock> read(List<ObjectStatistics> wanted, Map<Integer, MeasuredObject> objects) {
        int[] numbers = wanted.stream().mapToInt(ObjectStatistics::object).toArray();
        SampleBlock[] blocks = wanted.stream().map(each -> new SampleBlock(objects.get(each.object()), each, names.size()))
                .toArray(SampleBlock[]::new);
        SampleTable samples = SampleTable.of(names, measurements, range.of(Arrays.stream(numbers).boxed().toList()));
        List<SelectFieldOrAsterisk> fields = new ArrayList<>();
        fields.add(samples.object());
        fields.add(cast(extract(samples.start(), DatePart.EPOCH), SQLDataType.BIGINT));
        fields.add(when(samples.suspect().isTrue(), samples.period().neg()).otherwise(samples.period()));
        names.forEach(name -> fields.add(coalesce(samples.value(name), NOT_A_NUMBER)));
        try (Cursor<Record> cursor = sql.select(fields).from(samples.table()).fetchLazy(); ResultSet rows = cursor.resultSet()) {
            fill(rows, new Index(numbers, blocks));
        } catch (SQLException failure) {
            throw new DataAccessException("Samples could not be read", failure);
        }
        return List.of(blocks);
    }

    /** The series of a block. */
    public CellSeries series(SampleBlock block) {
        return block.series(names, measurements.naturals());
    }

    /** The plain result set: a record for each of millions of rows would cost more than everything else. */
    private void fill(ResultSet rows, Index index) throws SQLException {
        int columns = names.size();
        while (rows.next()) {
            SampleBlock target = index.find(rows.getInt(1));
            int period = rows.getInt(3);
            if (target == null || Math.abs(period) != target.period()) {
                continue;
            }
            boolean suspect = period < 0;
            int place = target.add(rows.getLong(2), suspect);
            double[] values = target.values();
            for (int i = 0; i < columns; i++) {
                values[place + i] = suspect ? Double.NaN : rows.getDouble(4 + i);
            }
        }
    }

    /** Blocks by the numbers of their objects: numbers are given one after the other, so a table of them is small. */
    private static final class Index {

        private final int least;
        private final SampleBlock[] table;
        private final Map<Integer, SampleBlock> sparse = new HashMap<>();

        Index(int[] numbers, SampleBlock[] blocks) {
            least = Arrays.stream(numbers).min().orElse(0);
            long span = (long) Arrays.stream(numbers).max().orElse(0) - least + 1;
            table = new SampleBlock[span <= LARGEST_TABLE ? (int) span : 0];
            for (int i = 0; i < numbers.length; i++) {
                if (table.length > 0) {
                    table[numbers[i] - least] = blocks[i];
                } else {
                    sparse.put(numbers[i], blocks[i]);
                }
            }
        }

        /** The block of an object, null when it was not asked for. */
        SampleBlock find(int number) {
            if (table.length == 0) {
                return sparse.get(number);
            }
            int place = number - least;
            return place >= 0 && place < table.length ? table[place] : null;
        }
    }
}
