package org.towercrier.capacity.internal.forecast;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.towercrier.capacity.internal.forecast.Sector.Member;
import org.towercrier.model.measurement.MeasurementPackage;
import org.towercrier.model.network.NetworkPackage;
import org.towercrier.store.TableSchema;

/** The physical sectors that the topology names for the cells of measured objects. */
public final class SectorQueries {

    private static final TableSchema OBJECTS = TableSchema.of(MeasurementPackage.eINSTANCE.getManagedObject());
    private static final TableSchema CELLS = TableSchema.of(NetworkPackage.eINSTANCE.getCell());
    private static final String SITE_SEPARATOR = "/";

    private record Key(String site, String sector) {
    }

    private SectorQueries() {
    }

    /** The sectors with two measured cells at least, by their names. A sector lies at one site. */
    public static List<Sector> sectors(DSLContext sql) {
        Table<Record> objects = OBJECTS.table();
        Table<Record> cells = CELLS.table();
        Map<Key, List<Member>> found = new HashMap<>();
        sql.select(objects.field("id", Integer.class), objects.field("name", String.class), cells.field("id", String.class),
                cells.field("site", String.class), cells.field("physicalSector", String.class), cells.field("bandwidth", Double.class))
                .from(objects).join(cells).on(objects.field("cell", String.class).eq(cells.field("id", String.class)))
                .where(cells.field("physicalSector", String.class).isNotNull())
                .forEach(row -> found
                        .computeIfAbsent(new Key(row.value4() == null ? "" : row.value4(), row.value5()), key -> new ArrayList<>())
                        .add(new Member(row.value1(), row.value2() == null ? String.valueOf(row.value1()) : row.value2(), row.value3(),
                                row.value6() == null ? Double.NaN : row.value6())));
        Map<String, Sector> sectors = new TreeMap<>();
        Set<String> twice = twice(found.keySet());
        found.forEach((key, members) -> {
            if (members.stream().map(Member::cell).distinct().count() > 1) {
                String name = twice.contains(key.sector()) ? key.site() + SITE_SEPARATOR + key.sector() : key.sector();
                members.sort(Comparator.comparing(Member::name));
                sectors.put(name, new Sector(name, members));
            }
        });
        return List.copyOf(sectors.values());
    }

    /** Names that sectors of several sites have. */
    private static Set<String> twice(Set<Key> keys) {
        Set<String> seen = new HashSet<>();
        Set<String> twice = new HashSet<>();
        keys.forEach(key -> {
            if (!seen.add(key.sector())) {
                twice.add(key.sector());
            }
        });
        return twice;
    }
}
