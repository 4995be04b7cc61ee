package org.towercrier.network;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.towercrier.model.network.CoverageScenario;
import org.towercrier.model.network.Technology;

/**
 * A snapshot of the whole topology, immutable and safe for use by several threads. Cells are numbered from 0, ordered
 * by identity, and kept as {@link CellColumns columns}: asking for one value of a hundred thousand cells touches one
 * array.
 *
 * @param networks
 *            names of the networks, with whether each is synthetic
 * @param regions
 *            regions, ordered by identity
 * @param sites
 *            sites, ordered by identity
 * @param baseStations
 *            number of base stations
 * @param cells
 *            the cells
 * @param sectors
 *            physical sectors, ordered by identity
 * @param neighbours
 *            number of neighbour relations
 * @param inconsistencies
 *            what does not fit
 */
public record Topology(List<NetworkInfo> networks, List<RegionInfo> regions, List<SiteInfo> sites, long baseStations,
        CellColumns cells, List<PhysicalSector> sectors, long neighbours, List<Inconsistency> inconsistencies) {

    /** A network. */
    public record NetworkInfo(String id, String name, boolean synthetic) {
    }

    /** A region and its number of cells. */
    public record RegionInfo(String id, String name, long cells) {
    }

    /** A site; {@code latitude} and {@code longitude} in degrees, NaN when absent. */
    public record SiteInfo(String id, String name, double latitude, double longitude, Optional<String> region) {
    }

    public Topology {
        networks = List.copyOf(networks);
        regions = List.copyOf(regions);
        sites = List.copyOf(sites);
        Objects.requireNonNull(cells);
        sectors = List.copyOf(sectors);
        inconsistencies = List.copyOf(inconsistencies);
    }

    /** Whether any of it was generated and not measured; to be said wherever the topology is shown. */
    public boolean synthetic() {
        return networks.stream().anyMatch(NetworkInfo::synthetic) || cells.anySynthetic();
    }

    /** Cells by technology, in the order of the model; technologies without cells are left out. */
    public Map<Technology, Long> byTechnology() {
        return cells.byTechnology();
    }

    /** Cells by coverage scenario, in the order of the model; scenarios without cells are left out. */
    public Map<CoverageScenario, Long> byScenario() {
        return cells.byScenario();
    }

    /** The position of a cell. */
    public OptionalInt indexOf(String cell) {
        return cells.indexOf(cell);
    }
}
