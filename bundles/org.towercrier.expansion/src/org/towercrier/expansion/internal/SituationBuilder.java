package org.towercrier.expansion.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.towercrier.expansion.CellLoad;
import org.towercrier.expansion.CellState;
import org.towercrier.expansion.Demand;
import org.towercrier.expansion.Limits;
import org.towercrier.expansion.Situation;
import org.towercrier.expansion.Situation.Place;
import org.towercrier.network.CellColumns;
import org.towercrier.network.PhysicalSector;
import org.towercrier.network.Topology;

/** Puts topology, loads and growth together. */
public final class SituationBuilder {

    private final Topology topology;
    private final Map<String, CellLoad> loads;
    private final Map<String, Double> growth;
    private final Limits limits;

    /**
     * @param loads  by cell
     * @param growth factor to the horizon by cell; cells without one have no forecast
     */
    public SituationBuilder(Topology topology, Map<String, CellLoad> loads, Map<String, Double> growth, Limits limits) {
        this.topology = topology;
        this.loads = loads;
        this.growth = growth;
        this.limits = limits;
    }

    /** The situation, its causes and weights not yet judged. */
    public Situation build(Map<String, Map<String, Double>> neighbours, List<Place> candidates, List<Place> accessPoints) {
        Map<String, List<String>> sectors = new TreeMap<>();
        Map<String, CellState> cells = new HashMap<>();
        for (CellState cell : states()) {
            cells.put(cell.id(), cell);
            sectors.computeIfAbsent(cell.sector(), key -> new ArrayList<>()).add(cell.id());
        }
        List<Place> sites = topology.sites().stream().filter(site -> !Double.isNaN(site.latitude()))
                .map(site -> new Place(site.id(), site.name(), site.latitude(), site.longitude())).toList();
        return new Situation(cells, neighbours, sectors, sites, candidates, accessPoints, limits);
    }

    private Collection<CellState> states() {
        CellColumns columns = topology.cells();
        String[] sectorOf = new String[columns.size()];
        for (PhysicalSector sector : topology.sectors()) {
            sector.cells().forEach(cell -> sectorOf[cell] = sector.id());
        }
        List<CellState> states = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            String id = columns.id(i);
            Optional<CellLoad> load = Optional.ofNullable(loads.get(id));
            Demand demand = load.map(known -> demand(id, known)).orElse(Demand.NONE);
            double capacity = load.map(known -> known.capacity(limits)).orElse(Double.NaN);
            String sector = sectorOf[i];
            states.add(new CellState(id, columns.name(i), columns.site(i), sector == null ? id : sector, columns.technology(i),
                    columns.scenario(i), columns.latitude(i), columns.longitude(i), columns.azimuth(i), columns.range(i),
                    columns.bandwidth(i), load, demand, Optional.empty(), 1, capacity, 0, columns.band(i)));
        }
        return withCapacities(states);
    }

    private Demand demand(String cell, CellLoad load) {
        double factor = growth.getOrDefault(cell, Double.NaN);
        Demand demand = Demand.of(load, limits, factor);
        return demand.cutOff() > 0 ? demand : Demand.ofPeak(load, limits, factor);
    }

    /** Cells that carry too little to show their capacity are taken for the median of their technology. */
    private List<CellState> withCapacities(List<CellState> states) {
        Map<Object, double[]> known = new HashMap<>();
        for (CellState each : states) {
            known.computeIfAbsent(each.technology(), technology -> states.stream().filter(cell -> cell.technology().equals(technology))
                    .mapToDouble(CellState::capacity).filter(value -> value > 0).sorted().toArray());
        }
        return states.stream().map(cell -> {
            double[] peers = known.getOrDefault(cell.technology(), new double[0]);
            double capacity = cell.capacity() > 0 ? cell.capacity() : peers.length == 0 ? 0 : peers[peers.length / 2];
            return cell.with(cell.demand(), capacity, spare(cell, capacity));
        }).toList();
    }

    /** Nothing is handed to a cell that is not measured, lacks throughput or is over its limit on single days. */
    private double spare(CellState cell, double capacity) {
        if (cell.load().isEmpty() || cell.needy() || cell.load().get().days() < limits.leastDays()) {
            return 0;
        }
        double volume = cell.load().get().volume();
        return Double.isNaN(volume) ? 0 : Math.max(0, capacity - volume * Math.max(1, growth.getOrDefault(cell.id(), 1.0)));
    }

    /** Median of numbers, NaN of none. */
    static double median(double[] values) {
        double[] sorted = Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }
}
