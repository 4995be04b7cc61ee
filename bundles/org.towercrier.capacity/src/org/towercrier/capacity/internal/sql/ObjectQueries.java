package org.towercrier.capacity.internal.sql;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.towercrier.capacity.internal.kpi.Measurements;
import org.towercrier.capacity.internal.series.MeasuredObject;
import org.towercrier.capacity.internal.series.MeasuredObject.Location;
import org.towercrier.capacity.internal.series.ObjectStatistics;
import org.towercrier.model.measurement.MeasurementPackage;
import org.towercrier.model.network.NetworkPackage;
import org.towercrier.store.TableSchema;

/** What is known of measured objects, and what is stored of them: hundreds of thousands of rows at most. */
public final class ObjectQueries {

    private static final TableSchema OBJECTS = TableSchema.of(MeasurementPackage.eINSTANCE.getManagedObject());
    private static final TableSchema COUNTERS = TableSchema.of(MeasurementPackage.eINSTANCE.getCounterValue());
    private static final TableSchema CELLS = TableSchema.of(NetworkPackage.eINSTANCE.getCell());
    private static final TableSchema SITES = TableSchema.of(NetworkPackage.eINSTANCE.getSite());
    private static final TableSchema REGIONS = TableSchema.of(NetworkPackage.eINSTANCE.getRegion());

    private ObjectQueries() {
    }

    /** All measured objects by their numbers. */
    public static Map<Integer, MeasuredObject> objects(DSLContext sql) {
        return objects(sql, DSL.noCondition());
    }

    /** The measured objects of a cell or of that name. */
    public static List<MeasuredObject> objects(DSLContext sql, String cellOrName) {
        Table<Record> objects = OBJECTS.table();
        return List.copyOf(objects(sql, objects.field("cell", String.class).eq(cellOrName)
                .or(objects.field("name", String.class).eq(cellOrName))).values());
    }

    private static Map<Integer, MeasuredObject> objects(DSLContext sql, Condition which) {
        Table<Record> objects = OBJECTS.table();
        Table<Record> cells = CELLS.table();
        Table<Record> sites = SITES.table();
        Table<Record> regions = REGIONS.table();
        Map<Integer, MeasuredObject> found = new TreeMap<>();
        Field<String> adopted = objects.field("cell", String.class);
        Field<String> site = cells.field("site", String.class);
        // A cell that names no region of its own is where its site is.
        Field<String> region = coalesce(cells.field("region", String.class), sites.field("region", String.class));
        sql.select(objects.field("id", Integer.class), objects.field("name", String.class), adopted,
                cells.field("technology", String.class), cells.field("scenario", String.class), cells.field("area", String.class), region,
                regions.field("name", String.class), site, sites.field("name", String.class),
                cells.field("physicalSector", String.class)).from(objects).leftJoin(cells).on(adopted.eq(cells.field("id", String.class)))
                .leftJoin(sites).on(site.eq(sites.field("id", String.class))).leftJoin(regions)
                .on(region.eq(regions.field("id", String.class))).where(which).orderBy(objects.field("id")).forEach(row -> {
                    String own = row.value2() == null ? String.valueOf(row.value1()) : row.value2();
                    Location location = new Location(first(row.value8(), row.value6(), row.value7()),
                            known(row.value7(), row.value6(), row.value8()), first(row.value10(), row.value9()),
                            known(row.value9(), row.value10()), first(row.value11()));
                    found.put(row.value1(), new MeasuredObject(row.value1(), own, row.value3() == null ? own : row.value3(),
                            first(row.value4()), first(row.value5()), location));
                });
        return found;
    }

    private static Set<String> known(String... names) {
        return Stream.of(names).filter(name -> name != null).collect(Collectors.toSet());
    }

    /** The first that is known, empty when none is. */
    private static String first(String... names) {
        return Stream.of(names).filter(name -> name != null).findFirst().orElse("");
    }

    /** What is stored of each object within a range, for each length of samples. */
    public static List<ObjectStatistics> statistics(DSLContext sql, List<String> measurements, Measurements known, SampleRange range) {
        SampleTable samples = SampleTable.of(measurements, known, range);
        Field<Instant> first = min(samples.start());
        Field<Instant> last = max(samples.start());
        List<ObjectStatistics> found = new ArrayList<>();
        sql.select(samples.object(), samples.period(), count(), first, last).from(samples.table())
                .groupBy(samples.object(), samples.period()).orderBy(samples.object(), samples.period())
                .forEach(row -> {
                    if (row.value2() != null && row.value2() > 0) {
                        found.add(new ObjectStatistics(row.value1(), row.value2(), row.value3(), row.value4().getEpochSecond(),
                                row.value5().getEpochSecond()));
                    }
                });
        return found;
    }

    /**
     * For objects that have nothing of what the rules ask for: names of counters that tell when they were heard, one for each
     * object at least.
     *
     * @param wanted tells by its number whether it is asked for an object
     */
    public static Set<String> signsOfLife(DSLContext sql, IntPredicate wanted, SampleRange range) {
        Field<Integer> object = COUNTERS.field("object", Integer.class);
        Field<String> least = min(COUNTERS.field("measurement", String.class));
        return sql.select(object, least).from(COUNTERS.table()).where(range.condition(object, COUNTERS.field("start", Instant.class)))
                .groupBy(object).fetch().stream().filter(row -> wanted.test(row.value1())).map(row -> row.value2())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those of some measurements that every trustworthy sample within a range carries. */
    public static Set<String> complete(DSLContext sql, Collection<String> measurements, Measurements known, SampleRange range) {
        List<String> names = measurements.stream().filter(name -> known.attribute(name).isPresent()).sorted().toList();
        SampleTable samples = SampleTable.of(names, known, range);
        List<Field<Integer>> counts = new ArrayList<>();
        counts.add(count());
        names.forEach(name -> counts.add(count(samples.value(name))));
        Record row = sql.select(counts).from(samples.table()).where(samples.suspect().isFalse()).fetchSingle();
        Set<String> complete = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            if (row.get(i + 1, Long.class).equals(row.get(0, Long.class))) {
                complete.add(names.get(i));
            }
        }
        return complete;
    }

    /** Of each object the length of samples to judge by. */
    public static Map<Integer, ObjectStatistics> dominant(List<ObjectStatistics> statistics) {
        Map<Integer, ObjectStatistics> chosen = new TreeMap<>();
        statistics.forEach(each -> chosen.merge(each.object(), each, ObjectStatistics::dominant));
        return chosen;
    }

    /** End of the last sample of all, in epoch seconds. */
    public static Optional<Long> end(List<ObjectStatistics> statistics) {
        return statistics.stream().map(ObjectStatistics::end).max(Long::compare);
    }
}
