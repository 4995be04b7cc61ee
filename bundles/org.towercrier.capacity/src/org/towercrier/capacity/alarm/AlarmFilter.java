package org.towercrier.capacity.alarm;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.towercrier.model.alarm.AlarmKind;
import org.towercrier.model.alarm.PerceivedSeverity;

/**
 * Which alarms are asked for.
 *
 * @param all        also those that are cleared and acknowledged
 * @param kinds      only these kinds; empty for every kind
 * @param severities only these severities now; empty for every severity
 * @param cell       only those of this cell
 */
public record AlarmFilter(boolean all, Set<AlarmKind> kinds, Set<PerceivedSeverity> severities, Optional<String> cell) {

    /** The active alarms: not cleared, or cleared and not acknowledged. */
    public static final AlarmFilter ACTIVE = new AlarmFilter(false, Set.of(), Set.of(), Optional.empty());

    /** Every alarm there is. */
    public static final AlarmFilter ALL = new AlarmFilter(true, Set.of(), Set.of(), Optional.empty());

    public AlarmFilter {
        kinds = Set.copyOf(kinds);
        severities = Set.copyOf(severities);
        Objects.requireNonNull(cell, "cell");
    }

    /** The same, for one cell only. */
    public AlarmFilter ofCell(String id) {
        return new AlarmFilter(all, kinds, severities, Optional.of(id));
    }

    /** Whether the alarm is asked for. */
    public boolean accepts(Alarm alarm) {
        return (all || alarm.state().listed()) && (kinds.isEmpty() || kinds.contains(alarm.kind()))
                && (severities.isEmpty() || severities.contains(alarm.severity()))
                && cell.map(alarm.cell()::equals).orElse(true);
    }
}
