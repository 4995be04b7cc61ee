package org.towercrier.capacity.alarm;

import static org.towercrier.capacity.alarm.AlarmState.ACTIVE_ACKNOWLEDGED;
import static org.towercrier.capacity.alarm.AlarmState.ACTIVE_UNACKNOWLEDGED;
import static org.towercrier.capacity.alarm.AlarmState.CLEARED_UNACKNOWLEDGED;
import static org.towercrier.capacity.alarm.AlarmState.GONE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The states of an alarm and what leads from one to another, as data: {@link AlarmLifeCycle} obeys it and the window draws it.
 * An alarm is in one of four states (up or cleared, acknowledged or not: 3GPP's list of active alarms without the last one) and
 * at the same time on the list or on the shelf.
 */
public final class AlarmStateMachine {

    /** Where a new alarm begins. */
    public static final AlarmState START = ACTIVE_UNACKNOWLEDGED;

    private static final List<Transition<AlarmState>> STATES = states();
    private static final List<Transition<ShelfState>> SHELF = List.of(
            new Transition<>(ShelfState.ON_THE_LIST, AlarmTrigger.SHELVE, ShelfState.SHELVED),
            new Transition<>(ShelfState.SHELVED, AlarmTrigger.SHELVE, ShelfState.SHELVED),
            new Transition<>(ShelfState.SHELVED, AlarmTrigger.UNSHELVE, ShelfState.ON_THE_LIST),
            new Transition<>(ShelfState.SHELVED, AlarmTrigger.EXPIRE, ShelfState.ON_THE_LIST));

    private AlarmStateMachine() {
    }

    private static List<Transition<AlarmState>> states() {
        List<Transition<AlarmState>> all = new ArrayList<>(List.of(
                new Transition<>(ACTIVE_UNACKNOWLEDGED, AlarmTrigger.ACKNOWLEDGE, ACTIVE_ACKNOWLEDGED),
                new Transition<>(ACTIVE_ACKNOWLEDGED, AlarmTrigger.UNACKNOWLEDGE, ACTIVE_UNACKNOWLEDGED),
                new Transition<>(ACTIVE_ACKNOWLEDGED, AlarmTrigger.WORSEN, ACTIVE_UNACKNOWLEDGED),
                new Transition<>(ACTIVE_UNACKNOWLEDGED, AlarmTrigger.CLEAR, CLEARED_UNACKNOWLEDGED),
                new Transition<>(ACTIVE_UNACKNOWLEDGED, AlarmTrigger.CLEAR_BY_HAND, CLEARED_UNACKNOWLEDGED),
                new Transition<>(CLEARED_UNACKNOWLEDGED, AlarmTrigger.RAISE, ACTIVE_UNACKNOWLEDGED),
                new Transition<>(CLEARED_UNACKNOWLEDGED, AlarmTrigger.ACKNOWLEDGE, GONE),
                new Transition<>(ACTIVE_ACKNOWLEDGED, AlarmTrigger.CLEAR, GONE),
                new Transition<>(ACTIVE_ACKNOWLEDGED, AlarmTrigger.CLEAR_BY_HAND, GONE)));
        for (AlarmState state : AlarmState.values()) {
            all.add(new Transition<>(state, AlarmTrigger.COMMENT, state));
            if (state.listed()) {
                all.add(new Transition<>(state, AlarmTrigger.ASSIGN, state));
                all.add(new Transition<>(state, AlarmTrigger.SHELVE, state));
            }
        }
        return List.copyOf(all);
    }

    /** The arrows between the four states; loops are what leaves the state as it is. */
    public static List<Transition<AlarmState>> transitions() {
        return STATES;
    }

    /** The arrows between list and shelf. */
    public static List<Transition<ShelfState>> shelf() {
        return SHELF;
    }

    /** Where a trigger leads from a state; empty where it does not apply. Taking from the shelf applies wherever something is on it. */
    public static Optional<AlarmState> next(AlarmState from, AlarmTrigger trigger) {
        return STATES.stream().filter(arrow -> arrow.from() == from && arrow.trigger() == trigger).map(Transition::to).findFirst();
    }

    /** Where a trigger leads from list or shelf; empty where it does not apply. */
    public static Optional<ShelfState> next(ShelfState from, AlarmTrigger trigger) {
        return SHELF.stream().filter(arrow -> arrow.from() == from && arrow.trigger() == trigger).map(Transition::to).findFirst();
    }
}
