package org.towercrier.campaign.internal.capacity;

import static org.jooq.impl.DSL.avg;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.floor;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.partitionBy;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.values;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Row3;
import org.jooq.Table;
import org.towercrier.campaign.internal.PlainRows;
import org.towercrier.model.measurement.MeasurementPackage.Literals;
import org.towercrier.store.TableSchema;

/**
 * Use and volume of cells in their busy hours: of each of the last seven measured days the clock hour with the highest mean use of the downlink resource blocks; use and
 * volume are means over these hours, and the busy hour is the one that is it most often.
 */
final class CellBusyHours {

    private static final TableSchema SAMPLES = TableSchema.of(Literals.CELL_MEASUREMENT);
    private static final TableSchema OBJECTS = TableSchema.of(Literals.MANAGED_OBJECT);
    private static final Field<Instant> START = SAMPLES.field("start", Instant.class);
    private static final Field<String> CELL = coalesce(OBJECTS.field("cell", String.class), OBJECTS.field("name", String.class));
    private static final Duration WINDOW = Duration.ofDays(7);
    private static final int HOUR = 3600;
    private static final int HOURS = 24;

    /** A cell. @param volume in the busy hour in Mbit; NaN where it was not measured */
    record BusyHour(int hour, double use, double volume) {

        /** Mbit more that fit below a limit; NaN where that cannot be told. */
        double room(double limit) {
            if (use >= limit) {
                return 0;
            }
            return use > 0 && volume > 0 ? volume * (limit / use - 1) : Double.NaN;
        }
    }

    /** Busy hour of a day while it is looked for. */
    private record Best(int hour, double use, double volume) {
    }

    private CellBusyHours() {
    }

    /** The engine reduces the samples to one row for each cell and day; which day and clock hour an hour belongs to is told by a list, so that the rules of the zone are Java's. */
    static Map<String, BusyHour> read(DSLContext sql, ZoneId zone) {
        Optional<Instant> last = Optional.ofNullable(sql.select(max(START)).from(SAMPLES.table()).fetchOne(0, Instant.class));
        if (last.isEmpty()) {
            return Map.of();
        }
        Table<?> means = means(last.get());
        Table<?> clock = clock(last.get(), zone);
        Field<Integer> code = means.field("code", Integer.class);
        Field<Integer> hour = clock.field("hour", Integer.class);
        Table<?> ranked = select(code, hour, means.field("use"), means.field("volume"),
                rowNumber().over(partitionBy(code, clock.field("day")).orderBy(means.field("use").desc(), hour, clock.field("bucket")))
                        .as("place"))
                .from(means).join(clock).on(clock.field("bucket", Long.class).eq(means.field("bucket", Long.class))).asTable("ranked");
        Map<Integer, List<Best>> days = new HashMap<>();
        PlainRows.each(
                sql.select(ranked.field("code"), ranked.field("hour"), ranked.field("use"), ranked.field("volume")).from(ranked)
                        .where(ranked.field("place", Integer.class).eq(1)),
                row -> days.computeIfAbsent(row.getInt(1), none -> new ArrayList<>())
                        .add(new Best(row.getInt(2), row.getDouble(3), row.getDouble(4))));
        Map<String, BusyHour> result = new HashMap<>();
        Field<Integer> first = min(OBJECTS.field("id", Integer.class));
        PlainRows.each(sql.select(first, CELL).from(OBJECTS.table()).groupBy(CELL), row -> {
            List<Best> best = days.get(row.getInt(1));
            if (best != null) {
                result.put(row.getString(2), mean(best));
            }
        });
        return result;
    }

    /** Mean use and volume by hour of each cell, which goes by the least number of its objects: strings are slow to group by. */
    private static Table<?> means(Instant last) {
        Field<Integer> id = OBJECTS.field("id", Integer.class);
        Table<?> codes = select(id.as("id"), min(id).over(partitionBy(CELL)).as("code")).from(OBJECTS.table()).asTable("codes");
        Field<Integer> code = codes.field("code", Integer.class);
        Field<Double> used = SAMPLES.field("prbUsageDl", Double.class);
        Field<Double> volume = SAMPLES.field("pdcpVolumeDl", Double.class);
        Field<Long> bucket = floor(PlainRows.seconds(START).div(inline((double) HOUR))).cast(Long.class);
        return select(code.as("code"), bucket.as("bucket"), avg(used).cast(Double.class).as("use"),
                coalesce(sum(volume).cast(Double.class), inline(-1.0)).as("volume")).from(SAMPLES.table()).join(codes)
                .on(codes.field("id", Integer.class).eq(SAMPLES.field("object", Integer.class))).where(used.isNotNull())
                .and(coalesce(SAMPLES.field("suspect", Boolean.class), inline(false)).isFalse()).and(START.gt(last.minus(WINDOW)))
                .groupBy(code, bucket).asTable("means");
    }

    /** Day and clock hour of every hour of the window. */
    private static Table<?> clock(Instant last, ZoneId zone) {
        long end = Math.floorDiv(last.getEpochSecond(), HOUR) + 1;
        List<Row3<Long, Integer, Integer>> rows = new ArrayList<>();
        for (long bucket = end - WINDOW.toHours() - 2; bucket <= end; bucket++) {
            ZonedDateTime local = Instant.ofEpochSecond(bucket * HOUR).atZone(zone);
            rows.add(row(inline(bucket), inline((int) local.toLocalDate().toEpochDay()), inline(local.getHour())));
        }
        return values(rows.toArray(Row3[]::new)).as("clock", "bucket", "day", "hour");
    }

    private static BusyHour mean(List<Best> days) {
        int[] counts = new int[HOURS];
        double use = 0;
        double volume = 0;
        int measured = 0;
        for (Best day : days) {
            counts[day.hour()]++;
            use += day.use();
            if (day.volume() >= 0) {
                volume += day.volume();
                measured++;
            }
        }
        int hour = 0;
        for (int i = 1; i < HOURS; i++) {
            hour = counts[i] > counts[hour] ? i : hour;
        }
        return new BusyHour(hour, use / days.size(), measured == 0 ? Double.NaN : volume / measured);
    }
}
