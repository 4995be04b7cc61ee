package org.towercrier.capacity.ui.internal.data;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.eclipse.emf.ecore.EStructuralFeature;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.towercrier.capacity.alarm.AlarmFilter;
import org.towercrier.capacity.alarm.AlarmService;
import org.towercrier.model.measurement.MeasurementPackage;
import org.towercrier.model.network.NetworkPackage;
import org.towercrier.model.wlan.WlanPackage;
import org.towercrier.store.Cancellation;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;

/** Reads a {@link NetworkSnapshot} from the store. */
final class SnapshotLoader {

    private static final NetworkPackage NETWORK = NetworkPackage.eINSTANCE;
    private static final MeasurementPackage MEASUREMENT = MeasurementPackage.eINSTANCE;
    private static final WlanPackage WLAN = WlanPackage.eINSTANCE;

    private final Store store;
    private final AlarmService alarms;

    SnapshotLoader(Store store, AlarmService alarms) {
        this.store = store;
        this.alarms = alarms;
    }

    NetworkSnapshot load(Cancellation cancellation) throws StoreException {
        return store.read(sql -> {
            TableSchema samples = TableSchema.of(MEASUREMENT.getCellMeasurement());
            Field<Instant> start = samples.field(MEASUREMENT.getCellMeasurement_Start(), Instant.class);
            Optional<Instant> latest = Optional.ofNullable(sql.select(DSL.max(start)).from(samples.table()).fetchOne())
                    .map(Record::intoArray).map(values -> (Instant) values[0]);
            return new NetworkSnapshot(cells(sql), alarms.summaries(AlarmFilter.ACTIVE), accessPoints(sql), boundaries(sql), latest,
                    sql.fetchCount(samples.table()), unknownObjects(sql));
        }, cancellation);
    }

    private static List<CellInfo> cells(DSLContext sql) {
        TableSchema cell = TableSchema.of(NETWORK.getCell());
        TableSchema site = TableSchema.of(NETWORK.getSite());
        TableSchema region = TableSchema.of(NETWORK.getRegion());
        Field<String> siteName = site.field(NETWORK.getSite_Name(), String.class).as("siteName");
        Field<String> regionName = region.field(NETWORK.getRegion_Name(), String.class).as("regionName");
        return sql.select(cell.table().fields()).select(siteName, regionName).from(cell.table())
                .leftJoin(site.table()).on(text(cell, NETWORK.getCell_Site()).eq(text(site, NETWORK.getSite_Id())))
                .leftJoin(region.table()).on(text(cell, NETWORK.getCell_Region()).eq(text(region, NETWORK.getRegion_Id())))
                .orderBy(text(cell, NETWORK.getCell_Id())).fetch(row -> cell(row, siteName, regionName));
    }

    private static CellInfo cell(Record row, Field<String> siteName, Field<String> regionName) {
        String id = string(row, NETWORK.getCell_Id());
        String name = string(row, NETWORK.getCell_Name());
        String region = Optional.ofNullable(row.get(regionName)).orElseGet(() -> string(row, NETWORK.getCell_Area()));
        return new CellInfo(id, name.isEmpty() ? id : name, Optional.ofNullable(row.get(siteName)).orElse(""), region,
                string(row, NETWORK.getCell_Technology()), string(row, NETWORK.getCell_Scenario()),
                string(row, NETWORK.getCell_PhysicalSector()), string(row, NETWORK.getCell_Band()),
                Optional.ofNullable(row.get(NETWORK.getCell_Bandwidth().getName(), Double.class)),
                number(row, NETWORK.getCell_Longitude()), number(row, NETWORK.getCell_Latitude()),
                number(row, NETWORK.getCell_Azimuth()), number(row, NETWORK.getCell_BeamWidth()),
                number(row, NETWORK.getCell_Range()),
                Boolean.TRUE.equals(row.get(NETWORK.getCell_Synthetic().getName(), Boolean.class)));
    }

    private static List<NetworkSnapshot.Place> accessPoints(DSLContext sql) {
        TableSchema points = TableSchema.of(WLAN.getAccessPoint());
        return sql.selectFrom(points.table()).where(points.field(WLAN.getAccessPoint_Longitude()).isNotNull())
                .and(points.field(WLAN.getAccessPoint_Latitude()).isNotNull())
                .fetch(row -> new NetworkSnapshot.Place(string(row, WLAN.getAccessPoint_Id()),
                        string(row, WLAN.getAccessPoint_Name()), number(row, WLAN.getAccessPoint_Longitude()),
                        number(row, WLAN.getAccessPoint_Latitude())));
    }

    private static List<NetworkSnapshot.Boundary> boundaries(DSLContext sql) {
        TableSchema regions = TableSchema.of(NETWORK.getRegion());
        return sql.selectFrom(regions.table()).where(regions.field(NETWORK.getRegion_Boundary()).isNotNull())
                .fetch(row -> new NetworkSnapshot.Boundary(string(row, NETWORK.getRegion_Name()),
                        BoundaryRings.of(string(row, NETWORK.getRegion_Boundary()))))
                .stream().filter(boundary -> !boundary.rings().isEmpty()).toList();
    }

    private static long unknownObjects(DSLContext sql) {
        TableSchema objects = TableSchema.of(MEASUREMENT.getManagedObject());
        return sql.fetchCount(DSL.selectFrom(objects.table())
                .where(objects.field(MEASUREMENT.getManagedObject_Cell()).isNull()));
    }

    private static Field<String> text(TableSchema table, EStructuralFeature feature) {
        return table.field(feature, String.class);
    }

    private static String string(Record row, EStructuralFeature feature) {
        return Optional.ofNullable(row.get(feature.getName(), String.class)).orElse("");
    }

    private static double number(Record row, EStructuralFeature feature) {
        return Optional.ofNullable(row.get(feature.getName(), Double.class)).orElse(Double.NaN);
    }
}
