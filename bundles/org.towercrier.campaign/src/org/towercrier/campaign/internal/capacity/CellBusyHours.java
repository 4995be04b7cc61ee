package org.towercrier.campaign.internal.capacity;

import static org.jooq.impl.DSL.avg;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.floor;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.sum;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.jooq.DSLContext;
import org.jooq.Field;
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

    static Map<String, BusyHour> read(DSLContext sql, ZoneId zone) {
        Field<Instant> start = SAMPLES.field("start", Instant.class);
        Optional<Instant> last = Optional.ofNullable(sql.select(max(start)).from(SAMPLES.table()).fetchOne(0, Instant.class));
        if (last.isEmpty()) {
            return Map.of();
        }
        Field<Double> used = SAMPLES.field("prbUsageDl", Double.class);
        Field<Long> hour = floor(PlainRows.seconds(start).div(inline((double) HOUR))).cast(Long.class);
        Field<String> cell = coalesce(OBJECTS.field("cell", String.class), OBJECTS.field("name", String.class));
        Map<String, Map<LocalDate, Best>> days = new HashMap<>();
        PlainRows.each(sql
                .select(cell, hour, avg(used).cast(Double.class),
                        coalesce(sum(SAMPLES.field("pdcpVolumeDl", Double.class)).cast(Double.class),
                                inline(-1.0)))
                .from(SAMPLES.table()).join(OBJECTS.table())
                .on(OBJECTS.field("id", Integer.class).eq(SAMPLES.field("object", Integer.class))).where(used.isNotNull())
                .and(coalesce(SAMPLES.field("suspect", Boolean.class), inline(false)).isFalse()).and(start.gt(last.get().minus(WINDOW)))
                .groupBy(cell, hour), row -> {
                    ZonedDateTime local = Instant.ofEpochSecond(row.getLong(2) * HOUR).atZone(zone);
                    Best found = new Best(local.getHour(), row.getDouble(3), row.getDouble(4));
                    days.computeIfAbsent(row.getString(1), none -> new TreeMap<>()).merge(local.toLocalDate(), found,
                            (one, other) -> other.use() > one.use() || other.use() == one.use() && other.hour() < one.hour() ? other : one);
                });
        Map<String, BusyHour> result = new HashMap<>();
        days.forEach((of, best) -> result.put(of, mean(best)));
        return result;
    }

    private static BusyHour mean(Map<LocalDate, Best> days) {
        int[] counts = new int[HOURS];
        double use = 0;
        double volume = 0;
        int measured = 0;
        for (Best day : days.values()) {
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
