package org.towercrier.capacity.ui.internal.filters;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.alarm.AlarmState;
import org.towercrier.capacity.alarm.HistoryEntry;
import org.towercrier.model.alarm.AlarmAction;

/** Which of the alarms nobody has done with yet the list shows. */
public enum AlarmScope {

    /** Those that are not put aside. */
    ON_THE_LIST,
    /** Those that are put aside for now. */
    SHELVED,
    /** Those that came back because their time on the shelf was over. */
    SHELF_EXPIRED,
    /** Those that went before anybody acknowledged them. */
    CLEARED_UNACKNOWLEDGED,
    /** All of them. */
    ALL;

    /** What is written into a history about the shelf. */
    public static final Set<AlarmAction> SHELF = Set.of(AlarmAction.SHELVED, AlarmAction.UNSHELVED, AlarmAction.SHELF_EXPIRED);

    /**
     * Whether the alarm is among them.
     *
     * @param now     the time at which it is asked
     * @param expired ids of the alarms that came back from the shelf by themselves, see {@link #expired}; only
     *                {@link #SHELF_EXPIRED} looks at it
     */
    public boolean accepts(Alarm alarm, Instant now, Set<String> expired) {
        return switch (this) {
            case ON_THE_LIST -> !alarm.shelvedAt(now);
            case SHELVED -> alarm.shelvedAt(now);
            case SHELF_EXPIRED -> !alarm.shelvedAt(now) && (alarm.shelving().isPresent() || expired.contains(alarm.id()));
            case CLEARED_UNACKNOWLEDGED -> alarm.state() == AlarmState.CLEARED_UNACKNOWLEDGED;
            case ALL -> true;
        };
    }

    /** The alarms with which nothing happened on the shelf after their time there was over; by their histories. */
    public static Set<String> expired(Map<String, List<HistoryEntry>> histories) {
        return histories.entrySet().stream().filter(each -> endedOnTime(each.getValue())).map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static boolean endedOnTime(List<HistoryEntry> history) {
        return history.reversed().stream().map(HistoryEntry::action).filter(SHELF::contains).findFirst()
                .filter(AlarmAction.SHELF_EXPIRED::equals).isPresent();
    }
}
