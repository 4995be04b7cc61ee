package org.towercrier.expansion.ui.internal.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.towercrier.expansion.CandidateSites.Candidate;

import org.towercrier.network.CellColumns;
import org.towercrier.network.Topology;

/**
 * What plans stand on: the names and places of cells and sites.
 *
 * @param cells    by id
 * @param sites    names by id
 * @param measured whether there is any measurement
 * @param candidates sites that people listed as possible
 */
public record Ground(Map<String, Spot> cells, Map<String, String> sites, boolean measured, List<Candidate> candidates) {

    /** Nothing is known. */
    public static final Ground NONE = new Ground(Map.of(), Map.of(), false, List.of());

    /** A cell. @param site its id, empty when unknown @param latitude degrees, NaN when unknown @param azimuth degrees, NaN when all round */
    public record Spot(String name, String site, double latitude, double longitude, double azimuth) {
    }

    /** Of a network. */
    static Ground of(Topology network, boolean measured, List<Candidate> candidates) {
        CellColumns columns = network.cells();
        Map<String, Spot> cells = HashMap.newHashMap(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            cells.put(columns.id(i), new Spot(columns.name(i), columns.site(i).orElse(""), columns.latitude(i), columns.longitude(i),
                    columns.azimuth(i)));
        }
        Map<String, String> sites = HashMap.newHashMap(network.sites().size());
        network.sites().forEach(site -> sites.put(site.id(), site.name()));
        candidates.forEach(candidate -> sites.putIfAbsent(candidate.id(), candidate.name()));
        return new Ground(cells, sites, measured, candidates);
    }

    /** The name of a cell for people. */
    public String cell(String id) {
        return Optional.ofNullable(cells.get(id)).map(Spot::name).orElse(id);
    }

    /** The name of a site for people; one that is only proposed is called by the cell it is for. */
    public String site(String id) {
        return Optional.ofNullable(sites.get(id)).orElseGet(() -> cell(id));
    }
}
