package org.towercrier.capacity.internal.situation;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.towercrier.capacity.internal.situation.Surroundings.Place;
import org.towercrier.model.alarm.AlarmPackage;
import org.towercrier.model.network.NetworkPackage;
import org.towercrier.store.TableSchema;

/** Reads where the cells with alarms are. */
final class SurroundingsReader {

    private static final NetworkPackage MODEL = NetworkPackage.eINSTANCE;
    private static final TableSchema ALARM = TableSchema.of(AlarmPackage.eINSTANCE.getAlarmRecord());
    private static final TableSchema CELL = TableSchema.of(MODEL.getCell());
    private static final TableSchema STATION = TableSchema.of(MODEL.getBaseStation());
    private static final TableSchema SITE = TableSchema.of(MODEL.getSite());
    private static final TableSchema RELATION = TableSchema.of(MODEL.getNeighbourRelation());

    private final DSLContext sql;

    SurroundingsReader(DSLContext sql) {
        this.sql = sql;
    }

    /** The surroundings of the given cells, which all have alarms in the store. */
    Surroundings read(Collection<String> cells) {
        Set<String> wanted = Set.copyOf(cells);
        Table<?> alarm = ALARM.table().as("raised");
        Select<Record1<String>> alarmed = sql.selectDistinct(ALARM.field(alarm, "cell", String.class)).from(alarm);
        return new Surroundings(places(wanted, alarmed), neighbours(wanted, alarmed));
    }

    private Map<String, Place> places(Set<String> wanted, Select<Record1<String>> alarmed) {
        Table<?> cell = CELL.table().as("c");
        Table<?> station = STATION.table().as("b");
        Table<?> site = SITE.table().as("s");
        Field<String> siteId = DSL.coalesce(CELL.field(cell, "site", String.class), STATION.field(station, "site", String.class));
        Field<Double> latitude = DSL.coalesce(CELL.field(cell, "latitude", Double.class), SITE.field(site, "latitude", Double.class));
        Field<Double> longitude = DSL.coalesce(CELL.field(cell, "longitude", Double.class), SITE.field(site, "longitude", Double.class));
        Map<String, Place> places = new HashMap<>();
        for (Record row : sql.select(CELL.field(cell, "id", String.class), CELL.field(cell, "physicalSector", String.class), siteId,
                latitude, longitude).from(cell).leftJoin(station)
                .on(CELL.field(cell, "baseStation", String.class).eq(STATION.field(station, "id", String.class))).leftJoin(site)
                .on(siteId.eq(SITE.field(site, "id", String.class))).where(CELL.field(cell, "id", String.class).in(alarmed))) {
            String id = row.get(0, String.class);
            if (wanted.contains(id)) {
                places.put(id, new Place(text(row, 1), text(row, 2), number(row, 3), number(row, 4)));
            }
        }
        return places;
    }

    private Map<String, Set<String>> neighbours(Set<String> wanted, Select<Record1<String>> alarmed) {
        Map<String, Set<String>> neighbours = new HashMap<>();
        Field<String> source = RELATION.field("source", String.class);
        Field<String> target = RELATION.field("target", String.class);
        for (Record row : sql.select(source, target).from(RELATION.table()).where(source.in(alarmed))) {
            String from = row.get(0, String.class);
            String to = row.get(1, String.class);
            if (wanted.contains(from) && wanted.contains(to)) {
                neighbours.computeIfAbsent(from, key -> new HashSet<>()).add(to);
                neighbours.computeIfAbsent(to, key -> new HashSet<>()).add(from);
            }
        }
        return neighbours;
    }

    private static Optional<String> text(Record row, int column) {
        return Optional.ofNullable(row.get(column, String.class)).filter(text -> !text.isBlank());
    }

    private static double number(Record row, int column) {
        Double number = row.get(column, Double.class);
        return number == null ? Double.NaN : number;
    }
}
