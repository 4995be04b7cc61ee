package org.towercrier.capacity.exchange.internal.out;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.towercrier.capacity.SeverityChange;
import org.towercrier.capacity.alarm.Activation;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.model.alarm.AlarmAction;
import org.towercrier.model.alarm.PerceivedSeverity;

/**
 * One thing that happened to an alarm, for formats that tell events instead of states.
 *
 * @param action   raised, changed or cleared
 * @param time     when
 * @param begin    begin of the stretch it belongs to
 * @param severity severity after it; that before for the end
 */
record Happening(AlarmAction action, Instant time, Instant begin, PerceivedSeverity severity) {

    /** Everything that happened, in the order of time. */
    static List<Happening> of(Alarm alarm) {
        List<Happening> all = new ArrayList<>();
        for (Activation stretch : alarm.activations()) {
            AlarmAction action = AlarmAction.RAISED;
            for (SeverityChange change : stretch.changes()) {
                all.add(new Happening(action, change.at(), stretch.raised(), change.severity()));
                action = AlarmAction.SEVERITY_CHANGED;
            }
            Optional<Instant> end = stretch == alarm.latest() ? alarm.cleared() : stretch.cleared();
            end.ifPresent(when -> all.add(new Happening(AlarmAction.CLEARED, when, stretch.raised(), stretch.severity())));
        }
        return all;
    }
}
