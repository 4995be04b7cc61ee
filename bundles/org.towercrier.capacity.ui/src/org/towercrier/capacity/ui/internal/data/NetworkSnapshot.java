package org.towercrier.capacity.ui.internal.data;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.alarm.AlarmState;
import org.towercrier.capacity.alarm.Severities;
import org.towercrier.model.alarm.PerceivedSeverity;

/**
 * The network and its alarms at one moment, as all views of this area show them. Immutable.
 *
 * @param cells        all cells, ordered by id
 * @param alarms       the alarms in the list, worst first
 * @param accessPoints the access points that have a place
 * @param boundaries   administrative boundaries
 * @param latestSample end of the latest measured period, absent without measurements
 * @param samples      number of stored cell measurements
 * @param unknown      number of measured objects that no cell has adopted
 */
public record NetworkSnapshot(List<CellInfo> cells, List<Alarm> alarms, List<Place> accessPoints, List<Boundary> boundaries,
        Optional<Instant> latestSample, long samples, long unknown) {

    /** Nothing: no workspace is open, or nothing is imported yet. */
    public static final NetworkSnapshot EMPTY = new NetworkSnapshot(List.of(), List.of(), List.of(), List.of(),
            Optional.empty(), 0, 0);

    /**
     * Something with a place and a name.
     *
     * @param id        its id
     * @param name      its name
     * @param longitude degrees
     * @param latitude  degrees
     */
    public record Place(String id, String name, double longitude, double latitude) {
    }

    /**
     * A boundary.
     *
     * @param name  name of what it encloses
     * @param rings longitude, latitude pairs of each ring, degrees
     */
    public record Boundary(String name, List<double[]> rings) {
    }

    public NetworkSnapshot {
        cells = List.copyOf(cells);
        alarms = List.copyOf(alarms);
        accessPoints = List.copyOf(accessPoints);
        boundaries = List.copyOf(boundaries);
    }

    /** The cells by their ids. */
    public Map<String, CellInfo> cellsById() {
        Map<String, CellInfo> byId = HashMap.newHashMap(cells.size());
        cells.forEach(cell -> byId.put(cell.id(), cell));
        return byId;
    }

    /** The worst severity that is up in each cell; cells without an active alarm are left out. */
    public Map<String, PerceivedSeverity> worstByCell() {
        Map<String, PerceivedSeverity> worst = new HashMap<>();
        for (Alarm alarm : alarms) {
            if (alarm.cleared().isEmpty()) {
                worst.merge(alarm.cell(), alarm.severity(), (a, b) -> Severities.worse(a, b) ? a : b);
            }
        }
        return worst;
    }

    /** Number of alarms that are up, by severity. */
    public Map<PerceivedSeverity, Integer> active() {
        Map<PerceivedSeverity, Integer> counts = new HashMap<>();
        alarms.stream().filter(alarm -> alarm.cleared().isEmpty())
                .forEach(alarm -> counts.merge(alarm.severity(), 1, Integer::sum));
        return counts;
    }

    /** Number of alarms nobody has acknowledged. */
    public long unacknowledged() {
        return alarms.stream().filter(alarm -> alarm.state() == AlarmState.ACTIVE_UNACKNOWLEDGED
                || alarm.state() == AlarmState.CLEARED_UNACKNOWLEDGED).count();
    }

    /** Whether anything in it is synthetic. */
    public boolean synthetic() {
        return cells.stream().anyMatch(CellInfo::synthetic);
    }
}
