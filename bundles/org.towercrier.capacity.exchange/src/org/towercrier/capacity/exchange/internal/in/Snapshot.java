package org.towercrier.capacity.exchange.internal.in;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

import org.towercrier.model.alarm.AlarmAction;
import org.towercrier.model.alarm.PerceivedSeverity;

/**
 * An alarm as it is at a moment, told as the events that must have led there. How severe it was when it was raised is not
 * said once it has changed or cleared.
 *
 * @param raised   when it was raised
 * @param changed  when it last changed
 * @param cleared  when it was cleared
 * @param severity its severity now
 */
record Snapshot(Instant raised, Optional<Instant> changed, Optional<Instant> cleared, PerceivedSeverity severity) {

    /** Takes an event. */
    @FunctionalInterface
    interface Teller {
        void event(AlarmAction action, Optional<PerceivedSeverity> severity, Instant time);
    }

    /** What is said about times and severity must go together. */
    void check(Fields fields, String raisedName, String clearedName) throws BadEvent {
        if (cleared.isPresent() && cleared.get().isBefore(raised)) {
            throw fields.bad(clearedName, "Field_Before", raisedName);
        }
        if (severity == PerceivedSeverity.CLEARED && cleared.isEmpty() && changed.isEmpty()) {
            throw fields.bad(clearedName, "Field_ClearedWhen");
        }
    }

    boolean over() {
        return cleared.isPresent() || severity == PerceivedSeverity.CLEARED;
    }

    Instant latest() {
        return Stream.of(Optional.of(raised), changed, cleared).flatMap(Optional::stream).max(Comparator.naturalOrder()).orElse(raised);
    }

    void tell(Teller teller) {
        boolean moved = changed.filter(time -> time.isAfter(raised)).isPresent();
        Optional<PerceivedSeverity> up = AlarmWords.up(severity);
        teller.event(AlarmAction.RAISED, over() || moved ? Optional.empty() : up, raised);
        if (over()) {
            teller.event(AlarmAction.CLEARED, Optional.empty(), cleared.or(() -> changed).orElse(raised));
        } else if (moved) {
            teller.event(AlarmAction.SEVERITY_CHANGED, up, changed.orElse(raised));
        }
    }
}
