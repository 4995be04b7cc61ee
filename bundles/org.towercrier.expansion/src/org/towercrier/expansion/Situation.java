package org.towercrier.expansion;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.towercrier.model.network.Technology;

/**
 * What kinds of action look at.
 *
 * @param cells        by id
 * @param neighbours   of each cell the share of its handovers that goes to each neighbour
 * @param sectors      ids of the cells of each physical sector
 * @param sites        existing sites
 * @param candidates   sites somebody listed as possible
 * @param accessPoints of the WLAN
 * @param limits       what counts as full
 */
public record Situation(Map<String, CellState> cells, Map<String, Map<String, Double>> neighbours, Map<String, List<String>> sectors,
        List<Place> sites, List<Place> candidates, List<Place> accessPoints, Limits limits) {

    private static final double EARTH = 6_371_000;

    /** Something at a place; degrees. */
    public record Place(String id, String name, double latitude, double longitude) {

        /** Metres to another place (equirectangular, good to 0.1 % below 50 km). */
        public double metresTo(double toLatitude, double toLongitude) {
            double x = Math.toRadians(toLongitude - longitude) * Math.cos(Math.toRadians((latitude + toLatitude) / 2));
            return EARTH * Math.hypot(x, Math.toRadians(toLatitude - latitude));
        }
    }

    public Situation {
        cells = Map.copyOf(cells);
        neighbours = Map.copyOf(neighbours);
        sectors = Map.copyOf(sectors);
        sites = List.copyOf(sites);
        candidates = List.copyOf(candidates);
        accessPoints = List.copyOf(accessPoints);
    }

    /** The cells with cut-off demand, by id. */
    public List<CellState> needy() {
        return cells.values().stream().filter(CellState::needy).sorted((one, other) -> one.id().compareTo(other.id())).toList();
    }

    /** Where the people of a cell are taken to be: half its range ahead (assumption); empty for a cell without a place. */
    public static Optional<Place> centre(CellState cell, double usualRange) {
        if (Double.isNaN(cell.latitude()) || Double.isNaN(cell.longitude())) {
            return Optional.empty();
        }
        double ahead = Double.isNaN(cell.azimuth()) ? 0 : (cell.range() > 0 ? cell.range() : usualRange) / 2;
        double bearing = Math.toRadians(ahead == 0 ? 0 : cell.azimuth());
        double latitude = cell.latitude() + Math.toDegrees(ahead * Math.cos(bearing) / EARTH);
        double longitude = cell.longitude()
                + Math.toDegrees(ahead * Math.sin(bearing) / (EARTH * Math.cos(Math.toRadians(cell.latitude()))));
        return Optional.of(new Place(cell.id(), cell.name(), latitude, longitude));
    }

    /**
     * What a usual cell carries at its limits.
     *
     * @param capacity   median in Mbit/s of the cells that show theirs by their load, 0 when none does
     * @param cells      how many they are
     * @param technology theirs, absent for cells of all technologies
     * @param bandwidth  theirs in MHz, NaN for cells of all bandwidths
     */
    public record Usual(double capacity, int cells, Optional<Technology> technology, double bandwidth) {
    }

    /**
     * What a usual cell of a technology and bandwidth carries; of the technology where no cell of the bandwidth shows its capacity, of all cells where
     * none of the technology does.
     *
     * @param technology absent when it is not known
     * @param bandwidth  MHz, NaN when it is not known
     */
    public Usual usual(Optional<Technology> technology, double bandwidth) {
        if (technology.isPresent()) {
            Usual same = usual(cell -> cell.technology().equals(technology) && cell.bandwidth() == bandwidth, technology, bandwidth);
            Usual alike = same.cells() > 0 ? same : usual(cell -> cell.technology().equals(technology), technology, Double.NaN);
            if (alike.cells() > 0) {
                return alike;
            }
        }
        return usual(cell -> true, Optional.empty(), Double.NaN);
    }

    private Usual usual(Predicate<CellState> counts, Optional<Technology> technology, double bandwidth) {
        double[] all = cells.values().stream().filter(this::showsCapacity).filter(counts).mapToDouble(CellState::capacity).sorted()
                .toArray();
        return new Usual(all.length == 0 ? 0 : all[all.length / 2], all.length, technology, bandwidth);
    }

    private boolean showsCapacity(CellState cell) {
        return cell.capacity() > 0 && cell.load().filter(load -> load.capacity(limits) > 0).isPresent();
    }
}
