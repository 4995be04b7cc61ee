package org.towercrier.capacity.internal.kpi;

import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.extract;
import static org.jooq.impl.DSL.floor;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.when;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.emf.common.util.Enumerator;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DatePart;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record4;
import org.jooq.Result;
import org.jooq.Row2;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.towercrier.capacity.Kpis.Point;
import org.towercrier.capacity.Kpis.Request;
import org.towercrier.capacity.internal.series.MeasuredObject;
import org.towercrier.capacity.internal.series.ObjectStatistics;
import org.towercrier.capacity.internal.sql.KpiSql;
import org.towercrier.capacity.internal.sql.ObjectQueries;
import org.towercrier.capacity.internal.sql.SampleRange;
import org.towercrier.capacity.internal.sql.SampleTable;
import org.towercrier.model.measurement.MeasurementPackage;
import org.towercrier.model.network.NetworkPackage;
import org.towercrier.model.network.Technology;
import org.towercrier.store.TableSchema;

/** A KPI as one statement: samples grouped by cells and steps. */
final class KpiQuery {

    private static final TableSchema OBJECTS = TableSchema.of(MeasurementPackage.eINSTANCE.getManagedObject());
    private static final TableSchema CELLS = TableSchema.of(NetworkPackage.eINSTANCE.getCell());
    private static final TableSchema REGIONS = TableSchema.of(NetworkPackage.eINSTANCE.getRegion());
    private static final long HOUR = 3600;
    private static final long DAY = 86_400;
    private static final int WEEK_DAYS = 7;
    /** 1970-01-01 was a Thursday, three days after a Monday. */
    private static final long EPOCH_WEEKDAY = 3;

    private final Kpi kpi;
    private final Collection<Technology> technologies;
    private final Request request;
    private final Measurements measurements;
    private final Table<Record> objects = OBJECTS.table();
    private final Table<Record> cells = CELLS.table();
    private final Table<Record> regions = REGIONS.table();

    KpiQuery(Kpi kpi, Collection<Technology> technologies, Request request, Measurements measurements) {
        this.kpi = kpi;
        this.technologies = List.copyOf(technologies);
        this.request = request;
        this.measurements = measurements;
    }

    /** The points, one more than the limit when there are more. */
    List<Point> run(DSLContext sql) {
        Map<Integer, MeasuredObject> known = request.cells().isEmpty() ? Map.of() : ObjectQueries.objects(sql);
        Optional<List<Integer>> chosen = BusyHourService.chosen(known, request.cells());
        if (chosen.isPresent() && chosen.get().isEmpty()) {
            return List.of();
        }
        SampleRange range = new SampleRange(request.from(), request.to(), chosen);
        List<String> names = List.copyOf(kpi.expression().measurements());
        List<ObjectStatistics> statistics = ObjectQueries.statistics(sql, names, measurements, range);
        if (statistics.isEmpty()) {
            return List.of();
        }
        long first = statistics.stream().mapToLong(ObjectStatistics::first).min().orElseThrow();
        long end = ObjectQueries.end(statistics).orElseThrow();
        SampleTable samples = SampleTable.of(names, measurements, range);
        Field<Long> bucket = bucket(samples, first, end).as("bucket");
        Field<String> group = group().as("grp");
        Field<Long> step = DSL.field(DSL.name("bucket"), SQLDataType.BIGINT);
        Condition condition = samples.suspect().isFalse().and(dominant(samples, statistics)).and(applies());
        Field<Double> value = new KpiSql(samples, measurements, bucket(samples, first, end)).aggregate(kpi.expression()).as("kpi");
        Result<Record4<String, Long, Double, Integer>> rows = sql.select(group, bucket, value, max(samples.period()).as("seconds"))
                .from(samples.table()).join(objects).on(samples.object().eq(objects.field("id", Integer.class))).leftJoin(cells)
                .on(objects.field("cell", String.class).eq(cells.field("id", String.class))).leftJoin(regions)
                .on(cells.field("region", String.class).eq(regions.field("id", String.class)))
                .where(condition
                        .and(chosen.map(list -> samples.object().in(list.stream().map(DSL::inline).toList())).orElse(noCondition())))
                .groupBy(group(), bucket(samples, first, end)).orderBy(DSL.field(DSL.name("grp")), step).limit(request.limit() + 1).fetch();
        List<Point> points = new ArrayList<>();
        rows.forEach(each -> points.add(point(each, first, end)));
        return points;
    }

    private Point point(Record4<String, Long, Double, Integer> each, long first, long end) {
        Optional<Double> value = Optional.ofNullable(each.value3()).filter(number -> !number.isNaN());
        ZoneId zone = request.zone();
        return switch (request.step()) {
            case PERIOD -> new Point(each.value1(), Instant.ofEpochSecond(each.value2()), each.value4(), value);
            case HOUR -> new Point(each.value1(), Instant.ofEpochSecond(each.value2()), HOUR, value);
            case DAY -> days(each.value1(), each.value2(), 1, zone, value);
            case WEEK -> days(each.value1(), each.value2(), WEEK_DAYS, zone, value);
            case ALL, BUSY_HOUR -> {
                long from = request.from().map(Instant::getEpochSecond).orElse(first);
                long to = request.to().map(Instant::getEpochSecond).orElse(end);
                yield new Point(each.value1(), Instant.ofEpochSecond(from), to - from, value);
            }
        };
    }

    private static Point days(String group, long day, int count, ZoneId zone, Optional<Double> value) {
        Instant begin = LocalDate.ofEpochDay(day).atStartOfDay(zone).toInstant();
        Instant end = LocalDate.ofEpochDay(day + count).atStartOfDay(zone).toInstant();
        return new Point(group, begin, end.getEpochSecond() - begin.getEpochSecond(), value);
    }

    /** Begin of the step: epoch seconds, or the local day's number for days and weeks. */
    private Field<Long> bucket(SampleTable samples, long first, long end) {
        Field<Long> epoch = cast(extract(samples.start(), DatePart.EPOCH), SQLDataType.BIGINT);
        Field<Long> offset = offset(epoch, first, end);
        return switch (request.step()) {
            case PERIOD -> epoch;
            case HOUR -> floored(epoch.add(offset), HOUR).mul(inline(HOUR)).sub(offset);
            case DAY -> floored(epoch.add(offset), DAY);
            case WEEK -> floored(floored(epoch.add(offset), DAY).add(inline(EPOCH_WEEKDAY)), WEEK_DAYS).mul(inline((long) WEEK_DAYS))
                    .sub(inline(EPOCH_WEEKDAY));
            // A bare number in GROUP BY would be the place of a column.
            case ALL, BUSY_HOUR -> cast(inline(0L), SQLDataType.BIGINT);
        };
    }

    private static Field<Long> floored(Field<Long> value, long by) {
        return cast(floor(cast(value, SQLDataType.DOUBLE).div(inline((double) by))), SQLDataType.BIGINT);
    }

    /** The zone's offset: constant between its transitions, so that every engine knows it without a time-zone database. */
    private Field<Long> offset(Field<Long> epoch, long first, long end) {
        ZoneRules rules = request.zone().getRules();
        long initial = rules.getOffset(Instant.ofEpochSecond(first)).getTotalSeconds();
        Field<Long> offset = inline(initial);
        ZoneOffsetTransition next = rules.nextTransition(Instant.ofEpochSecond(first));
        while (next != null && next.toEpochSecond() < end) {
            Field<Long> after = inline((long) next.getOffsetAfter().getTotalSeconds());
            offset = when(epoch.ge(inline(next.toEpochSecond())), after).otherwise(offset);
            next = rules.nextTransition(next.getInstant());
        }
        return offset;
    }

    private Field<String> group() {
        Field<String> unknown = cast(inline(""), SQLDataType.VARCHAR);
        return switch (request.grouping()) {
            case CELL -> coalesce(objects.field("cell", String.class), objects.field("name", String.class));
            case TECHNOLOGY -> coalesce(cells.field("technology", String.class), unknown);
            case REGION -> coalesce(regions.field("name", String.class), cells.field("area", String.class),
                    cells.field("region", String.class), unknown);
            case SITE -> coalesce(cells.field("site", String.class), unknown);
            case SECTOR -> coalesce(cells.field("physicalSector", String.class), unknown);
            case NETWORK -> unknown;
        };
    }

    /** A definition may be for some technologies only; cells whose technology is not known count. */
    private Condition applies() {
        if (technologies.isEmpty()) {
            return noCondition();
        }
        Field<String> technology = cells.field("technology", String.class);
        return technology.isNull().or(technology.in(technologies.stream().map(Enumerator::getLiteral).map(DSL::inline).toList()));
    }

    /** Where an object reports the same time at two lengths of samples, only one is counted. */
    private static Condition dominant(SampleTable samples, List<ObjectStatistics> statistics) {
        Map<Integer, ObjectStatistics> chosen = ObjectQueries.dominant(statistics);
        List<Row2<Integer, Integer>> others = statistics.stream().filter(each -> chosen.get(each.object()).period() != each.period())
                .map(each -> row(inline(each.object()), inline(each.period()))).toList();
        return others.isEmpty() ? noCondition() : row(samples.object(), samples.period()).notIn(others);
    }
}
