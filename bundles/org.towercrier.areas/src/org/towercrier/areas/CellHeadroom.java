package org.towercrier.areas;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** How much more a cell can carry in its busy hour. */
public interface CellHeadroom {

    /**
     * The headroom of several cells, asked with one set of statements whatever their number.
     *
     * @param cells ids of cells; none asks for all of them
     * @return one entry for each cell asked for that has measurements or alarms
     * @throws AreaException when the store cannot be read
     */
    Map<String, Headroom> of(Collection<String> cells) throws AreaException;

    /**
     * Headroom of one cell.
     *
     * @param cell          id of the cell
     * @param busyHourLoad  mean use of the downlink resource blocks in the busy hours of the last seven measured days, in
     *                      percent; absent when it was not measured
     * @param limit         use up to which a cell is planned, in percent
     * @param lastDay       the newest measured day
     * @param activeAlarms  alarms that are up now
     * @param worstSeverity literal of the model's {@code PerceivedSeverity}, absent when no alarm is up
     */
    record Headroom(String cell, Optional<Double> busyHourLoad, double limit, Optional<LocalDate> lastDay, int activeAlarms,
            Optional<String> worstSeverity) {

        public Headroom {
            Objects.requireNonNull(cell, "cell");
            Objects.requireNonNull(busyHourLoad, "busyHourLoad");
            Objects.requireNonNull(lastDay, "lastDay");
            Objects.requireNonNull(worstSeverity, "worstSeverity");
        }

        /** What is left up to the limit, in points of percent; never below 0, absent when the load is not known. */
        public Optional<Double> headroom() {
            return busyHourLoad.map(load -> Math.max(0, limit - load));
        }
    }
}
