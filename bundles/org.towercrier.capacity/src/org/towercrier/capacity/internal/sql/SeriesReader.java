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
import java.util.LinkedHashMap;
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

	/** Reads the series of some objects at the length of samples given for each; the order is that of the statistics. */
	public List<CellSeries> read(List<ObjectStatistics> wanted, Map<Integer, MeasuredObject> objects) {
		Map<Integer, Rows> byObject = new LinkedHashMap<>();
		wanted.forEach(each -> byObject.put(each.object(), new Rows(each, names.size())));
		SampleTable samples = SampleTable.of(names, measurements, range.of(byObject.keySet()));
		List<SelectFieldOrAsterisk> fields = new ArrayList<>();
		fields.add(samples.object());
		fields.add(cast(extract(samples.start(), DatePart.EPOCH), SQLDataType.BIGINT));
		fields.add(when(samples.suspect().isTrue(), samples.period().neg()).otherwise(samples.period()));
		names.forEach(name -> fields.add(coalesce(samples.value(name), NOT_A_NUMBER)));
		try (Cursor<Record> cursor = sql.select(fields).from(samples.table()).fetchLazy(); ResultSet rows = cursor.resultSet()) {
			fill(rows, byObject);
		} catch (SQLException failure) {
			throw new DataAccessException("Samples could not be read", failure);
		}
		List<CellSeries> series = new ArrayList<>(wanted.size());
		for (ObjectStatistics each : wanted) {
			series.add(byObject.get(each.object()).series(objects.get(each.object())));
		}
		return series;
	}

	/** The plain result set: a record for each of millions of rows would cost more than everything else. */
	private void fill(ResultSet rows, Map<Integer, Rows> byObject) throws SQLException {
		int current = 0;
		Rows target = null;
		int columns = names.size();
		while (rows.next()) {
			int object = rows.getInt(1);
			if (target == null || object != current) {
				target = byObject.get(object);
				current = object;
			}
			int period = rows.getInt(3);
			if (target != null && Math.abs(period) == target.period) {
				target.add(rows.getLong(2), period < 0);
				for (int i = 0; i < columns; i++) {
					target.set(i, period < 0 ? Double.NaN : rows.getDouble(4 + i));
				}
			}
		}
	}

	/** The samples of one object as they come. */
	private final class Rows {

		private final int period;
		private long[] starts;
		private boolean[] suspect;
		private double[][] values;
		private int size;
		private boolean sorted = true;

		Rows(ObjectStatistics statistics, int columns) {
			int rows = Math.toIntExact(statistics.rows());
			period = statistics.period();
			starts = new long[rows];
			suspect = new boolean[rows];
			values = new double[columns][rows];
		}

		void add(long start, boolean doubtful) {
			if (size == starts.length) {
				grow();
			}
			sorted &= size == 0 || starts[size - 1] < start;
			starts[size] = start;
			suspect[size] = doubtful;
			size++;
		}

		void set(int column, double value) {
			values[column][size - 1] = value;
		}

		private void grow() {
			int larger = Math.max(16, size * 2);
			starts = Arrays.copyOf(starts, larger);
			suspect = Arrays.copyOf(suspect, larger);
			for (int i = 0; i < values.length; i++) {
				values[i] = Arrays.copyOf(values[i], larger);
			}
		}

		CellSeries series(MeasuredObject object) {
			if (!sorted || size < starts.length) {
				arrange();
			}
			Map<String, double[]> columns = new HashMap<>();
			for (int i = 0; i < values.length; i++) {
				columns.put(names.get(i), values[i]);
			}
			return new CellSeries(object, period, starts, suspect, columns, measurements.naturals());
		}

		/** In order of time; the begins are distinct, so there is one such order. */
		private void arrange() {
			long base = Arrays.stream(starts, 0, size).min().orElse(0);
			long[] keys = new long[size];
			for (int i = 0; i < size; i++) {
				keys[i] = (starts[i] - base) << Integer.SIZE | i;
			}
			Arrays.sort(keys);
			long[] orderedStarts = new long[size];
			boolean[] orderedSuspect = new boolean[size];
			for (int i = 0; i < size; i++) {
				orderedStarts[i] = starts[(int) keys[i]];
				orderedSuspect[i] = suspect[(int) keys[i]];
			}
			for (int column = 0; column < values.length; column++) {
				double[] ordered = new double[size];
				for (int i = 0; i < size; i++) {
					ordered[i] = values[column][(int) keys[i]];
				}
				values[column] = ordered;
			}
			starts = orderedStarts;
			suspect = orderedSuspect;
		}
	}
}
