package org.towercrier.capacity.ui.internal.filters;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.alarm.HistoryEntry;
import org.towercrier.capacity.alarm.Shelving;
import org.towercrier.capacity.ui.internal.Snapshots;
import org.towercrier.model.alarm.AlarmAction;
import org.towercrier.model.alarm.PerceivedSeverity;

class AlarmScopeTest {

    private static final Instant NOW = Snapshots.LATEST;

    private final Alarm up = new Snapshots().alarm("a", PerceivedSeverity.MAJOR).build().alarms().getFirst();
    private final Alarm gone = new Snapshots().alarm("a", PerceivedSeverity.MAJOR, Optional.of(NOW.minusSeconds(60))).build().alarms()
            .getFirst();

    @Test
    void anAlarmThatIsPutAsideIsOnTheShelfUntilItsTimeIsOver() {
        Alarm aside = up.withShelving(Optional.of(new Shelving("ada", NOW.plusSeconds(60))));
        assertEquals(EnumSet.of(AlarmScope.SHELVED, AlarmScope.ALL), scopes(aside, NOW, Set.of()));
        assertEquals(EnumSet.of(AlarmScope.ON_THE_LIST, AlarmScope.SHELF_EXPIRED, AlarmScope.ALL),
                scopes(aside, NOW.plusSeconds(60), Set.of()));
    }

    @Test
    void anAlarmThatTheTimerTookBackIsKnownByItsHistory() {
        assertEquals(EnumSet.of(AlarmScope.ON_THE_LIST, AlarmScope.ALL), scopes(up, NOW, Set.of()));
        assertEquals(EnumSet.of(AlarmScope.ON_THE_LIST, AlarmScope.SHELF_EXPIRED, AlarmScope.ALL), scopes(up, NOW, Set.of(up.id())));
    }

    @Test
    void anAlarmThatWentUnseenIsAmongThoseToBeAcknowledged() {
        assertEquals(EnumSet.of(AlarmScope.ON_THE_LIST, AlarmScope.CLEARED_UNACKNOWLEDGED, AlarmScope.ALL), scopes(gone, NOW, Set.of()));
    }

    @Test
    void onlyTheLastThingThatHappenedOnTheShelfCounts() {
        assertEquals(Set.of("expired"), AlarmScope.expired(Map.of(
                "expired", history(AlarmAction.SHELVED, AlarmAction.SHELF_EXPIRED, AlarmAction.COMMENTED),
                "again", history(AlarmAction.SHELVED, AlarmAction.SHELF_EXPIRED, AlarmAction.SHELVED, AlarmAction.UNSHELVED),
                "never", history(AlarmAction.RAISED))));
    }

    private static List<HistoryEntry> history(AlarmAction... actions) {
        return Stream.of(actions).map(action -> new HistoryEntry("alarm", NOW, "ada", action, "")).toList();
    }

    private static EnumSet<AlarmScope> scopes(Alarm alarm, Instant now, Set<String> expired) {
        EnumSet<AlarmScope> found = EnumSet.noneOf(AlarmScope.class);
        Arrays.stream(AlarmScope.values()).filter(scope -> scope.accepts(alarm, now, expired)).forEach(found::add);
        return found;
    }
}
