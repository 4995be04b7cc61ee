package org.towercrier.expansion;

import java.util.Optional;

import org.towercrier.model.network.CoverageScenario;
import org.towercrier.model.network.Technology;

/**
 * A cell with all that is known about it; numbers are NaN when absent.
 *
 * @param sector   its physical sector, its own id when it has none
 * @param range    metres
 * @param load     of its busy hours, absent when nothing was measured
 * @param demand   that is cut off
 * @param cause    why, absent when nothing is cut off and there is enough data
 * @param weight   worth of one Mbit/s relieved here
 * @param capacity Mbit/s at the limits, from its own load or that of the median cell of its technology
 * @param spare    Mbit/s that it could take over at the horizon
 * @param band     frequency band as the inventory calls it
 */
public record CellState(String id, String name, Optional<String> site, String sector, Optional<Technology> technology,
        Optional<CoverageScenario> scenario, double latitude, double longitude, double azimuth, double range, double bandwidth,
        Optional<CellLoad> load, Demand demand, Optional<Cause> cause, double weight, double capacity, double spare,
        Optional<String> band) {

    /** The same without a known band. */
    public CellState(String id, String name, Optional<String> site, String sector, Optional<Technology> technology,
            Optional<CoverageScenario> scenario, double latitude, double longitude, double azimuth, double range, double bandwidth,
            Optional<CellLoad> load, Demand demand, Optional<Cause> cause, double weight, double capacity, double spare) {
        this(id, name, site, sector, technology, scenario, latitude, longitude, azimuth, range, bandwidth, load, demand, cause, weight,
                capacity, spare, Optional.empty());
    }

    /** Whether a plan may do something for it. */
    public boolean needy() {
        return demand.cutOff() > 0;
    }

    /** The same with a cause and a weight. */
    public CellState judged(Optional<Cause> why, double worth) {
        return new CellState(id, name, site, sector, technology, scenario, latitude, longitude, azimuth, range, bandwidth, load, demand,
                why, worth, capacity, spare, band);
    }

    /** The same with another demand, capacity and spare. */
    public CellState with(Demand cut, double carries, double room) {
        return new CellState(id, name, site, sector, technology, scenario, latitude, longitude, azimuth, range, bandwidth, load, cut,
                cause, weight, carries, room, band);
    }
}
