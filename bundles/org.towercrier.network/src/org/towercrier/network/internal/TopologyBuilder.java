package org.towercrier.network.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.towercrier.network.CellColumns;
import org.towercrier.network.CellRow;
import org.towercrier.network.Inconsistency.Kind;
import org.towercrier.network.PhysicalSector;
import org.towercrier.network.Topology.RegionInfo;
import org.towercrier.network.Topology.SiteInfo;
import org.towercrier.network.internal.Sectors.Antenna;

/** Puts the inventory together: resolves sites and regions, finds sectors, notes what does not fit. */
final class TopologyBuilder {

    private static final double FAR_METRES = 2_000;
    private static final double METRES_PER_DEGREE = 111_319.49;
    private static final double ALL_ROUND = 360;

    private final Map<String, SiteInfo> sites;
    private final Map<String, Optional<String>> stations;
    private final Map<String, String> regions;
    private final Findings findings;

    TopologyBuilder(Map<String, SiteInfo> sites, Map<String, Optional<String>> stations, Map<String, String> regions,
            Findings findings) {
        this.sites = sites;
        this.stations = stations;
        this.regions = regions;
        this.findings = findings;
    }

    /** Cells with their sectors. */
    record Result(CellColumns cells, List<PhysicalSector> sectors, List<RegionInfo> regions) {
    }

    Result build(List<StoredCell> stored) {
        CellColumns.Builder columns = new CellColumns.Builder();
        List<Antenna> antennas = new ArrayList<>();
        Map<String, Long> byRegion = new HashMap<>();
        for (int i = 0; i < stored.size(); i++) {
            StoredCell cell = stored.get(i);
            Optional<String> site = site(cell);
            Optional<String> region = region(cell, site);
            check(cell, site);
            columns.add(row(cell, site, region));
            region.ifPresent(id -> byRegion.merge(id, 1L, Long::sum));
            int position = i;
            site.ifPresent(id -> antennas.add(new Antenna(position, id, cell.sector(), cell.azimuth(),
                    cell.beamWidth() >= ALL_ROUND)));
        }
        checkIdentities(stored);
        sites.values().forEach(site -> site.region().filter(id -> !regions.containsKey(id))
                .ifPresent(id -> findings.add(Kind.UNKNOWN_REGION, site.id())));
        List<PhysicalSector> sectors = Sectors.of(antennas);
        int[] sectorOf = new int[stored.size()];
        Arrays.fill(sectorOf, -1);
        for (int s = 0; s < sectors.size(); s++) {
            for (int cell : sectors.get(s).cells()) {
                sectorOf[cell] = s;
            }
        }
        return new Result(columns.build(sectorOf), sectors, regions(byRegion));
    }

    private List<RegionInfo> regions(Map<String, Long> cells) {
        return regions.entrySet().stream().map(region -> new RegionInfo(region.getKey(), region.getValue(),
                cells.getOrDefault(region.getKey(), 0L))).toList();
    }

    /** The cell's own site, else that of its base station. */
    private Optional<String> site(StoredCell cell) {
        return cell.site().or(() -> cell.baseStation().flatMap(id -> stations.getOrDefault(id, Optional.empty())));
    }

    private Optional<String> region(StoredCell cell, Optional<String> site) {
        return cell.region().or(() -> site.map(sites::get).flatMap(SiteInfo::region)).or(cell::area);
    }

    private CellRow row(StoredCell cell, Optional<String> site, Optional<String> region) {
        Optional<SiteInfo> place = cell.positioned() ? Optional.empty() : site.map(sites::get);
        double latitude = place.map(SiteInfo::latitude).orElse(cell.latitude());
        double longitude = place.map(SiteInfo::longitude).orElse(cell.longitude());
        if (Double.isNaN(latitude) || Double.isNaN(longitude)) {
            findings.add(Kind.WITHOUT_POSITION, cell.id());
        }
        return new CellRow(cell.id(), cell.name(), site, region, cell.band(), cell.technology(), cell.scenario(),
                latitude, longitude, cell.azimuth(), cell.beamWidth(), cell.range(), cell.bandwidth(), cell.synthetic());
    }

    private void check(StoredCell cell, Optional<String> site) {
        if (site.isEmpty()) {
            findings.add(Kind.CELL_WITHOUT_SITE, cell.id());
        } else if (!sites.containsKey(site.get())) {
            findings.add(Kind.UNKNOWN_SITE, cell.id());
        } else if (cell.positioned() && distance(cell, sites.get(site.get())) > FAR_METRES) {
            findings.add(Kind.FAR_FROM_SITE, cell.id());
        }
        if (cell.baseStation().isPresent() && !stations.containsKey(cell.baseStation().get())) {
            findings.add(Kind.UNKNOWN_BASE_STATION, cell.id());
        }
        if (cell.region().isPresent() && !regions.containsKey(cell.region().get())) {
            findings.add(Kind.UNKNOWN_REGION, cell.id());
        }
        if (cell.technology().isEmpty()) {
            findings.add(Kind.WITHOUT_TECHNOLOGY, cell.id());
        }
        if (cell.azimuth() < 0 || cell.azimuth() > ALL_ROUND) {
            findings.add(Kind.AZIMUTH_OUT_OF_RANGE, cell.id());
        }
    }

    /** Metres on a plane, good enough for a few kilometres; NaN when the site has no position. */
    private static double distance(StoredCell cell, SiteInfo site) {
        double north = (cell.latitude() - site.latitude()) * METRES_PER_DEGREE;
        double east = (cell.longitude() - site.longitude()) * METRES_PER_DEGREE
                * Math.cos(Math.toRadians(site.latitude()));
        return Math.hypot(north, east);
    }

    private void checkIdentities(List<StoredCell> cells) {
        Map<String, String> seen = new HashMap<>();
        for (StoredCell cell : cells) {
            if (cell.identified() && seen.putIfAbsent(cell.identity(), cell.id()) != null) {
                findings.add(Kind.DUPLICATE_IDENTITY, cell.id());
            }
        }
    }
}
