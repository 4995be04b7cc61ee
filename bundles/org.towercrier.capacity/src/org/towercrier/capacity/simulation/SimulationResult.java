package org.towercrier.capacity.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.towercrier.capacity.simulation.Difference.Change;

/**
 * What a simulation found.
 *
 * @param reference   what the reference would have raised
 * @param candidate   what the candidate would have raised
 * @param from        begin of the period
 * @param to          end of the period, exclusive
 * @param zone        whose days count
 * @param differences every group of alarms, also those that stay the same, ordered by object and time
 * @param cells       the cells with alarms, those with the most differences first
 * @param days        the time line, each day of the period
 * @param objects     number of measured objects looked at
 * @param rowsRead    number of samples looked at, 0 when there is none within the period
 * @param duration    how long it took
 */
public record SimulationResult(Replay reference, Replay candidate, Instant from, Instant to, ZoneId zone, List<Difference> differences,
        List<Cell> cells, List<Day> days, int objects, long rowsRead, Duration duration) {

    /**
     * A cell with alarms.
     *
     * @param cell      its identity
     * @param reference number of alarms of the reference
     * @param candidate number of alarms of the candidate
     * @param added     groups that only the candidate raises
     * @param gone      groups that only the reference raises
     * @param changed   groups that both raise, differently
     * @param same      groups that are the same
     */
    public record Cell(String cell, int reference, int candidate, int added, int gone, int changed, int same) {

        /** Whether anything differs. */
        public boolean differs() {
            return added + gone + changed > 0;
        }
    }

    /**
     * A day of the time line.
     *
     * @param day             the day
     * @param referenceRaised alarms that the reference raised on it
     * @param candidateRaised alarms that the candidate raised on it
     * @param referenceUp     alarms of the reference that were up on it at some time
     * @param candidateUp     alarms of the candidate that were up on it at some time
     * @param added           groups that begin on it and that only the candidate raises
     * @param gone            groups that begin on it and that only the reference raises
     * @param changed         groups that begin on it and that both raise, differently
     */
    public record Day(LocalDate day, int referenceRaised, int candidateRaised, int referenceUp, int candidateUp, int added, int gone,
            int changed) {
    }

    public SimulationResult {
        differences = List.copyOf(differences);
        cells = List.copyOf(cells);
        days = List.copyOf(days);
    }

    /** How many groups of alarms there are of each change. */
    public Map<Change, Integer> changes() {
        Map<Change, Integer> counts = new EnumMap<>(Change.class);
        for (Change change : Change.values()) {
            counts.put(change, 0);
        }
        differences.forEach(difference -> counts.merge(difference.change(), 1, Integer::sum));
        return counts;
    }
}
