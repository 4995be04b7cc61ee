package org.towercrier.sample.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.towercrier.model.measurement.MeasurementPackage;
import org.towercrier.model.network.NetworkPackage.Literals;
import org.towercrier.model.network.Technology;
import org.towercrier.sample.internal.City.CellPlan;
import org.towercrier.sample.internal.City.District;
import org.towercrier.sample.internal.City.SitePlan;
import org.towercrier.store.StoreException;

/** Writes the network of the city: regions, sites, base stations, carriers, cells, neighbours. */
final class NetworkWriter {

    static final String NETWORK_ID = "SYN";
    /** The country code that E.212 reserves for test networks. */
    private static final int TEST_COUNTRY = 1;
    private static final int NEIGHBOUR_SITES = 3;
    private static final String[] VENDORS = { "Orlan Radio", "Beacon Systems", "Halder" };

    private final City city;
    private final Noise noise;
    private final LocalDate end;

    NetworkWriter(City city, long seed, LocalDate end) {
        this.city = city;
        this.noise = new Noise(seed).stream("network");
        this.end = end;
    }

    void write(Tables tables) throws StoreException {
        try (Rows rows = new Rows(tables, Literals.NETWORK)) {
            rows.set(Literals.NETWORK__ID, NETWORK_ID).set(Literals.NETWORK__NAME, City.LABEL)
                    .set(Literals.NETWORK__SYNTHETIC, true).end();
        }
        writeRegions(tables);
        writeSites(tables);
        writeCarriers(tables);
        writeCells(tables);
        writeNeighbours(tables);
        writeManagedObjects(tables);
    }

    private void writeRegions(Tables tables) throws StoreException {
        try (Rows rows = new Rows(tables, Literals.REGION)) {
            for (District district : city.districts()) {
                rows.set(Literals.REGION__ID, district.id()).set(Literals.REGION__NAME, district.name())
                        .set(Literals.REGION__NETWORK, NETWORK_ID).end();
            }
        }
    }

    private void writeSites(Tables tables) throws StoreException {
        try (Rows rows = new Rows(tables, Literals.SITE)) {
            for (SitePlan site : city.sites()) {
                rows.set(Literals.SITE__ID, site.id()).set(Literals.SITE__NAME, site.name())
                        .set(Literals.SITE__LATITUDE, City.latitude(site.north()))
                        .set(Literals.SITE__LONGITUDE, City.longitude(site.east()))
                        .set(Literals.SITE__ADDRESS, site.district().name() + ", " + City.LABEL)
                        .set(Literals.SITE__REGION, site.district().id()).end();
            }
        }
        Map<String, CellPlan> stations = new LinkedHashMap<>();
        for (CellPlan cell : city.cells()) {
            stations.putIfAbsent(stationId(cell), cell);
        }
        try (Rows rows = new Rows(tables, Literals.BASE_STATION)) {
            for (Map.Entry<String, CellPlan> station : stations.entrySet()) {
                SitePlan site = station.getValue().site();
                Technology technology = station.getValue().layer().technology();
                rows.set(Literals.BASE_STATION__ID, station.getKey())
                        .set(Literals.BASE_STATION__NAME, site.name() + " " + technology.getLiteral())
                        .set(Literals.BASE_STATION__VENDOR, VENDORS[site.district().number() % VENDORS.length])
                        .set(Literals.BASE_STATION__TECHNOLOGY, technology)
                        .set(Literals.BASE_STATION__SITE, site.id()).end();
            }
        }
    }

    private static String stationId(CellPlan cell) {
        return cell.site().id() + "-" + cell.layer().technology().getLiteral();
    }

    private void writeCarriers(Tables tables) throws StoreException {
        Set<Layer> used = EnumSet.noneOf(Layer.class);
        city.cells().forEach(cell -> used.add(cell.layer()));
        try (Rows rows = new Rows(tables, Literals.CARRIER)) {
            for (Layer layer : used) {
                rows.set(Literals.CARRIER__ID, layer.id())
                        .set(Literals.CARRIER__NAME, layer.band() + " " + layer.frequency() + " MHz")
                        .set(Literals.CARRIER__TECHNOLOGY, layer.technology())
                        .set(Literals.CARRIER__BAND, layer.band())
                        .set(Literals.CARRIER__CHANNEL_NUMBER, layer.channel())
                        .set(Literals.CARRIER__FREQUENCY, layer.frequency())
                        .set(Literals.CARRIER__BANDWIDTH, layer.bandwidth()).end();
            }
        }
    }

    private void writeCells(Tables tables) throws StoreException {
        try (Rows rows = new Rows(tables, Literals.CELL)) {
            for (CellPlan cell : city.cells()) {
                writeCell(rows, cell);
            }
        }
    }

    private void writeCell(Rows rows, CellPlan cell) throws StoreException {
        SitePlan site = cell.site();
        Layer layer = cell.layer();
        int onAir = noise.index(cell.number(), 1, layer == Layer.NR_41 ? 1_500 : 4_000);
        rows.set(Literals.CELL__ID, cell.id())
                .set(Literals.CELL__NAME, site.name() + "-" + cell.sector() + " " + layer.band())
                .set(Literals.CELL__TECHNOLOGY, layer.technology())
                .set(Literals.CELL__MCC, TEST_COUNTRY).set(Literals.CELL__MNC, 1)
                .set(Literals.CELL__AREA_CODE, 1_000 + site.district().number())
                .set(Literals.CELL__CELL_IDENTITY, identity(cell))
                .set(Literals.CELL__NODE_ID, layer.packet() ? cell.nodeId() : null)
                .set(Literals.CELL__LOCAL_CELL_ID, cell.localId())
                .set(Literals.CELL__PCI, pci(cell))
                .set(Literals.CELL__LATITUDE, City.latitude(site.north()))
                .set(Literals.CELL__LONGITUDE, City.longitude(site.east()))
                .set(Literals.CELL__AZIMUTH, cell.sector() == 0 ? null : cell.azimuth())
                .set(Literals.CELL__BEAM_WIDTH, cell.sector() == 0 ? 360.0 : 65.0)
                .set(Literals.CELL__HEIGHT, cell.height()).set(Literals.CELL__POWER, cell.power())
                .set(Literals.CELL__BAND, layer.band()).set(Literals.CELL__CHANNEL_NUMBER, layer.channel())
                .set(Literals.CELL__BANDWIDTH, layer.bandwidth())
                .set(Literals.CELL__PHYSICAL_SECTOR, site.id() + "-S" + cell.sector())
                .set(Literals.CELL__SCENARIO, site.scenario())
                .set(Literals.CELL__ON_AIR_DATE, end.minusDays(200L + onAir))
                .set(Literals.CELL__AREA, site.district().name())
                .set(Literals.CELL__BASE_STATION, stationId(cell)).set(Literals.CELL__SITE, site.id())
                .set(Literals.CELL__REGION, site.district().id()).set(Literals.CELL__CARRIER, layer.id())
                .set(Literals.CELL__SYNTHETIC, true).end();
    }

    /** ECI and NCI as in TS 36.413 and TS 38.413 (node id, then the cell's own bits); CI for the others. */
    private static long identity(CellPlan cell) {
        return switch (cell.layer().technology()) {
            case NR -> (long) cell.nodeId() << 12 | cell.localId();
            case LTE_FDD, LTE_TDD -> (long) cell.nodeId() << 8 | cell.localId();
            default -> (long) cell.site().number() * 100 + cell.localId();
        };
    }

    private static Integer pci(CellPlan cell) {
        return switch (cell.layer().technology()) {
            case NR -> (cell.site().number() * 3 + Math.max(0, cell.sector() - 1)) % 1008;
            case LTE_FDD, LTE_TDD -> (cell.site().number() * 3 + Math.max(0, cell.sector() - 1)) % 504;
            default -> null;
        };
    }

    /** The other sectors of the carrier, the other carriers of the sector, and the carrier at the sites around. */
    private void writeNeighbours(Tables tables) throws StoreException {
        Map<SitePlan, List<CellPlan>> bySite = new LinkedHashMap<>();
        for (CellPlan cell : city.cells()) {
            bySite.computeIfAbsent(cell.site(), site -> new ArrayList<>()).add(cell);
        }
        Map<SitePlan, Set<SitePlan>> around = around(List.copyOf(bySite.keySet()));
        try (Rows rows = new Rows(tables, Literals.NEIGHBOUR_RELATION)) {
            for (Map.Entry<SitePlan, List<CellPlan>> site : bySite.entrySet()) {
                for (CellPlan cell : site.getValue()) {
                    writeNeighbours(rows, cell, site.getValue(), 1);
                    for (SitePlan other : around.get(site.getKey())) {
                        writeNeighbours(rows, cell, bySite.get(other), 0.3);
                    }
                }
            }
        }
    }

    /** The nearest sites of each, and those whose nearest it is: neighbours know one another. */
    private static Map<SitePlan, Set<SitePlan>> around(List<SitePlan> sites) {
        Map<SitePlan, Set<SitePlan>> around = new LinkedHashMap<>();
        sites.forEach(site -> around.put(site, new LinkedHashSet<>()));
        for (SitePlan site : sites) {
            for (SitePlan other : nearest(site, sites)) {
                around.get(site).add(other);
                around.get(other).add(site);
            }
        }
        return around;
    }

    private void writeNeighbours(Rows rows, CellPlan cell, List<CellPlan> candidates, double weight)
            throws StoreException {
        for (CellPlan other : candidates) {
            boolean sameCarrier = other.layer() == cell.layer();
            boolean sameSector = other.site() == cell.site() && other.sector() == cell.sector()
                    && other.layer().packet() && cell.layer().packet();
            if (other != cell && (sameCarrier || sameSector)) {
                double attempts = weight * cell.peak() * noise.between(cell.number(), other.number(), 1_500, 9_000);
                rows.set(Literals.NEIGHBOUR_RELATION__SOURCE, cell.id())
                        .set(Literals.NEIGHBOUR_RELATION__TARGET, other.id())
                        .set(Literals.NEIGHBOUR_RELATION__HANDOVER_ATTEMPTS, Math.round(attempts)).end();
            }
        }
    }

    private static List<SitePlan> nearest(SitePlan site, List<SitePlan> sites) {
        return sites.stream().filter(other -> other != site && near(site, other))
                .sorted(Comparator.comparingDouble((SitePlan other) -> squared(site, other))
                        .thenComparing(SitePlan::number))
                .limit(NEIGHBOUR_SITES).toList();
    }

    private static boolean near(SitePlan site, SitePlan other) {
        return Math.abs(site.east() - other.east()) < 6_000 && Math.abs(site.north() - other.north()) < 6_000;
    }

    private static double squared(SitePlan site, SitePlan other) {
        double east = site.east() - other.east();
        double north = site.north() - other.north();
        return east * east + north * north;
    }

    private void writeManagedObjects(Tables tables) throws StoreException {
        try (Rows rows = new Rows(tables, MeasurementPackage.Literals.MANAGED_OBJECT)) {
            for (CellPlan cell : city.cells()) {
                rows.set(MeasurementPackage.Literals.MANAGED_OBJECT__ID, cell.number() + 1)
                        .set(MeasurementPackage.Literals.MANAGED_OBJECT__NAME, cell.objectName())
                        .set(MeasurementPackage.Literals.MANAGED_OBJECT__CELL, cell.id()).end();
            }
        }
    }
}
