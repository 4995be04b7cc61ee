package org.towercrier.network.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.towercrier.model.network.CoverageScenario;
import org.towercrier.model.network.NetworkPackage.Literals;
import org.towercrier.model.network.Technology;
import org.towercrier.network.Topology.NetworkInfo;
import org.towercrier.network.Topology.SiteInfo;
import org.towercrier.store.TableSchema;

/** Reads the inventory tables of the topology. */
final class TopologyReader {

    private static final TableSchema CELL = TableSchema.of(Literals.CELL);
    private static final TableSchema SITE = TableSchema.of(Literals.SITE);
    private static final TableSchema STATION = TableSchema.of(Literals.BASE_STATION);
    private static final TableSchema REGION = TableSchema.of(Literals.REGION);
    private static final TableSchema NETWORK = TableSchema.of(Literals.NETWORK);

    private final DSLContext sql;

    TopologyReader(DSLContext sql) {
        this.sql = sql;
    }

    List<NetworkInfo> networks() {
        List<NetworkInfo> networks = new ArrayList<>();
        for (Record row : sql.select(NETWORK.field("id"), NETWORK.field("name"), NETWORK.field("synthetic"))
                .from(NETWORK.table())) {
            String id = row.get(0, String.class);
            networks.add(new NetworkInfo(id, Optional.ofNullable(row.get(1, String.class)).orElse(id),
                    Boolean.TRUE.equals(row.get(2, Boolean.class))));
        }
        networks.sort(Comparator.comparing(NetworkInfo::id));
        return networks;
    }

    /** Names of the regions by identity. */
    Map<String, String> regions() {
        Map<String, String> regions = new TreeMap<>();
        for (Record row : sql.select(REGION.field("id"), REGION.field("name")).from(REGION.table())) {
            String id = row.get(0, String.class);
            regions.put(id, Optional.ofNullable(row.get(1, String.class)).orElse(id));
        }
        return regions;
    }

    /** Sites by identity. */
    Map<String, SiteInfo> sites() {
        Map<String, SiteInfo> sites = new TreeMap<>();
        for (Record row : sql.select(SITE.field("id"), SITE.field("name"), SITE.field("latitude"),
                SITE.field("longitude"), SITE.field("region")).from(SITE.table())) {
            String id = row.get(0, String.class);
            sites.put(id, new SiteInfo(id, Optional.ofNullable(row.get(1, String.class)).orElse(id), number(row, 2),
                    number(row, 3), text(row, 4)));
        }
        return sites;
    }

    /** Sites of the base stations by identity. */
    Map<String, Optional<String>> stations() {
        Map<String, Optional<String>> stations = new TreeMap<>();
        for (Record row : sql.select(STATION.field("id"), STATION.field("site")).from(STATION.table())) {
            stations.put(row.get(0, String.class), text(row, 1));
        }
        return stations;
    }

    /** All cells, ordered by identity. */
    List<StoredCell> cells() {
        List<Field<?>> fields = new ArrayList<>();
        for (String name : List.of("id", "name", "technology", "mcc", "mnc", "areaCode", "cellIdentity", "site",
                "baseStation", "region", "area", "physicalSector", "band", "scenario", "latitude", "longitude", "azimuth",
                "beamWidth", "range", "synthetic", "bandwidth")) {
            fields.add(CELL.field(name));
        }
        List<StoredCell> cells = new ArrayList<>();
        for (Record row : sql.select(fields).from(CELL.table())) {
            cells.add(cell(row));
        }
        cells.sort(Comparator.comparing(StoredCell::id));
        return cells;
    }

    private static StoredCell cell(Record row) {
        Optional<String> technology = text(row, 2);
        String identity = technology.orElse("") + " " + row.get(3, String.class) + "-" + row.get(4, String.class) + "-"
                + row.get(5, String.class) + "-" + row.get(6, String.class);
        boolean identified = row.get(3) != null && row.get(4) != null && row.get(6) != null;
        return new StoredCell(row.get(0, String.class), text(row, 1),
                technology.flatMap(name -> Optional.ofNullable(Technology.get(name))), identity, identified,
                text(row, 7), text(row, 8), text(row, 9), text(row, 10), text(row, 11), text(row, 12),
                text(row, 13).flatMap(name -> Optional.ofNullable(CoverageScenario.get(name))), number(row, 14),
                number(row, 15), number(row, 16), number(row, 17), number(row, 18), number(row, 20),
                Boolean.TRUE.equals(row.get(19, Boolean.class)));
    }

    private static Optional<String> text(Record row, int column) {
        return Optional.ofNullable(row.get(column, String.class)).filter(text -> !text.isBlank());
    }

    private static double number(Record row, int column) {
        Double number = row.get(column, Double.class);
        return number == null ? Double.NaN : number;
    }
}
