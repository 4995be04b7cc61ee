package org.towercrier.expansion.internal.read;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.jooq.DSLContext;
import org.jooq.Record;
import org.towercrier.expansion.CellLoad;
import org.towercrier.expansion.Limits;

/** Reads what every cell carried in its busy hours, in one statement whatever the number of cells. */
public final class LoadReader {

    /** Days back from the newest sample: four weeks, so that each day of the week counts alike. */
    private static final int DAYS = 28;

    /**
     * The 60 minutes that end with each sample count when samples cover all of them; the one with the greatest volume of its day is the
     * day's busy hour; its figures are averaged over days. Volume is Mbit in the hour.
     */
    private static final String STATEMENT = """
            with sample as (
              select object, start, period, "pdcpVolumeDl" as volume, "prbUsageDl" as busy, "ueThroughputDl" as speed,
                     "activeUeDl" as users, "rrcConnMax" as connected, "cceUsage" as control
              from cell_measurement
              where suspect is distinct from true and period <= 3600 and start >= cast('%1$s' as timestamp)),
            hours as (
              select object, start, sum(period) over last_hour as covered, sum(volume) over last_hour as volume,
                     avg(busy) over last_hour as busy, avg(speed) over last_hour as speed, avg(users) over last_hour as users,
                     max(connected) over last_hour as connected, avg(control) over last_hour as control,
                     cast(start + interval '%2$d' second as date) as local_day
              from sample
              window last_hour as (partition by object order by start
                                   range between interval '3599' second preceding and current row)),
            ranked as (
              select *, row_number() over (partition by object, local_day
                                           order by coalesce(volume, 0) desc, coalesce(busy, 0) desc, start) as place
              from hours where covered = 3600),
            busiest as (
              select coalesce(m.cell, m.name) as cell, r.* from ranked r join managed_object m on m.id = r.object where place = 1)
            select cell, count(*) as days, sum(case when busy > %3$s then 1 else 0 end) as loaded, avg(busy) as busy, max(busy) as peak,
                   avg(volume) as volume, max(case when busy is null then null else volume end) as most, avg(speed) as speed,
                   avg(users) as users, avg(connected) as connected, avg(control) as control
            from busiest group by cell
            """;

    private LoadReader() {
    }

    /** End of the newest measurement. */
    public static Optional<Instant> newest(DSLContext sql) {
        Record row = sql.resultQuery("select max(start) from cell_measurement").fetchOne();
        LocalDateTime last = row == null ? null : row.get(0, LocalDateTime.class);
        return Optional.ofNullable(last).map(time -> time.toInstant(ZoneOffset.UTC));
    }

    /** The loads by cell. @param newest the newest measurement */
    public static Map<String, CellLoad> read(DSLContext sql, Instant newest, ZoneId zone, Limits limits) {
        LocalDateTime from = LocalDateTime.ofInstant(newest, ZoneOffset.UTC).minusDays(DAYS);
        int offset = zone.getRules().getOffset(newest).getTotalSeconds();
        Map<String, CellLoad> loads = new HashMap<>();
        for (Record row : sql.resultQuery(STATEMENT.formatted(from, offset, limits.targetUse())).fetch()) {
            double volume = number(row, 5);
            loads.put(String.valueOf(row.get(0, String.class)), new CellLoad(row.get(1, Integer.class), row.get(2, Integer.class),
                    number(row, 3), number(row, 4), volume / 3600, number(row, 6) / 3600, number(row, 7), number(row, 8), number(row, 9),
                    number(row, 10)));
        }
        return loads;
    }

    private static double number(Record row, int column) {
        Double value = row.get(column, Double.class);
        return value == null ? Double.NaN : value;
    }
}
