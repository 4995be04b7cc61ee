package org.towercrier.capacity.ui.internal.notice;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.alarm.Severities;
import org.towercrier.capacity.ui.internal.data.NetworkSnapshot;
import org.towercrier.model.alarm.PerceivedSeverity;

/** Tells which alarms are worth a notice: what has become critical or major since one last looked. */
final class NewAlarms {

    private static final Set<PerceivedSeverity> LOUD = Set.of(PerceivedSeverity.CRITICAL, PerceivedSeverity.MAJOR);

    private Optional<Map<String, PerceivedSeverity>> known = Optional.empty();

    /**
     * The alarms that have come up, or become more severe, since the last call and are not put aside; worst first. What is
     * there when a workspace is opened is not new.
     */
    List<Alarm> next(NetworkSnapshot snapshot, Instant now) {
        if (snapshot == NetworkSnapshot.EMPTY) {
            known = Optional.empty();
            return List.of();
        }
        Optional<Map<String, PerceivedSeverity>> before = known;
        Map<String, PerceivedSeverity> up = new HashMap<>();
        snapshot.alarms().stream().filter(alarm -> alarm.cleared().isEmpty()).forEach(alarm -> up.put(alarm.id(), alarm.severity()));
        known = Optional.of(up);
        return before.map(old -> snapshot.alarms().stream().filter(alarm -> isNew(alarm, old) && !alarm.shelvedAt(now)).toList())
                .orElse(List.of());
    }

    private static boolean isNew(Alarm alarm, Map<String, PerceivedSeverity> before) {
        PerceivedSeverity old = before.get(alarm.id());
        return LOUD.contains(alarm.severity()) && (old == null || Severities.worse(alarm.severity(), old));
    }
}
