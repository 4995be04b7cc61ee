package org.towercrier.capacity.ui.internal.data;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.emf.ecore.EStructuralFeature;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.towercrier.capacity.alarm.AlarmFilter;
import org.towercrier.capacity.alarm.AlarmService;
import org.towercrier.model.measurement.MeasurementPackage;
import org.towercrier.model.network.CoverageScenario;
import org.towercrier.model.network.NetworkPackage;
import org.towercrier.model.network.Technology;
import org.towercrier.model.wlan.WlanPackage;
import org.towercrier.network.CellColumns;
import org.towercrier.network.Topology;
import org.towercrier.network.Topology.RegionInfo;
import org.towercrier.network.Topology.SiteInfo;
import org.towercrier.network.TopologyService;
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
    private final TopologyService topology;

    SnapshotLoader(Store store, AlarmService alarms, TopologyService topology) {
        this.store = store;
        this.alarms = alarms;
        this.topology = topology;
    }

    NetworkSnapshot load(Cancellation cancellation) throws StoreException {
        List<CellInfo> cells = cells(topology.load());
        return store.read(sql -> {
            TableSchema samples = TableSchema.of(MEASUREMENT.getCellMeasurement());
            Field<Instant> start = samples.field(MEASUREMENT.getCellMeasurement_Start(), Instant.class);
            Optional<Instant> latest = Optional.ofNullable(sql.select(DSL.max(start)).from(samples.table()).fetchOne())
                    .map(Record::intoArray).map(values -> (Instant) values[0]);
            return new NetworkSnapshot(cells, alarms.summaries(AlarmFilter.ACTIVE), accessPoints(sql), boundaries(sql), latest,
                    sql.fetchCount(samples.table()), unknownObjects(sql));
        }, cancellation);
    }

    private static List<CellInfo> cells(Topology topology) {
        Map<String, String> sites = topology.sites().stream().collect(Collectors.toMap(SiteInfo::id, SiteInfo::name));
        Map<String, String> regions = topology.regions().stream().collect(Collectors.toMap(RegionInfo::id, RegionInfo::name));
        CellColumns cells = topology.cells();
        return IntStream.range(0, cells.size()).mapToObj(i -> new CellInfo(cells.id(i), cells.name(i),
                cells.site(i).map(id -> sites.getOrDefault(id, id)).orElse(""),
                cells.region(i).map(id -> regions.getOrDefault(id, id)).orElse(""),
                cells.technology(i).map(Technology::getLiteral).orElse(""), cells.scenario(i).map(CoverageScenario::getLiteral).orElse(""),
                sector(topology, i), cells.band(i).orElse(""), known(cells.bandwidth(i)), cells.longitude(i), cells.latitude(i),
                cells.azimuth(i), cells.beamWidth(i), cells.range(i), cells.synthetic(i))).toList();
    }

    private static String sector(Topology topology, int cell) {
        OptionalInt sector = topology.cells().sector(cell);
        return sector.isEmpty() ? "" : topology.sectors().get(sector.getAsInt()).id();
    }

    private static Optional<Double> known(double value) {
        return Double.isNaN(value) ? Optional.empty() : Optional.of(value);
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

    private static String string(Record row, EStructuralFeature feature) {
        return Optional.ofNullable(row.get(feature.getName(), String.class)).orElse("");
    }

    private static double number(Record row, EStructuralFeature feature) {
        return Optional.ofNullable(row.get(feature.getName(), Double.class)).orElse(Double.NaN);
    }
}
