package org.towercrier.capacity.ui.internal.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.ui.internal.Snapshots;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.capacity.ui.internal.data.NetworkSnapshot;
import org.towercrier.model.alarm.PerceivedSeverity;

class NewAlarmsTest {

    private final NewAlarms fresh = new NewAlarms();

    @Test
    void whatIsThereWhenAWorkspaceIsOpenedIsNotNew() {
        assertEquals(List.of(), next(new Snapshots().alarm("a", PerceivedSeverity.CRITICAL)));
        fresh.next(NetworkSnapshot.EMPTY, Snapshots.LATEST);
        assertEquals(List.of(), next(new Snapshots().alarm("b", PerceivedSeverity.CRITICAL)));
    }

    @Test
    void criticalAndMajorAlarmsThatComeUpAreNewOnce() {
        next(new Snapshots());
        Snapshots later = new Snapshots().alarm("a", PerceivedSeverity.CRITICAL).alarm("b", PerceivedSeverity.MAJOR)
                .alarm("c", PerceivedSeverity.MINOR);
        assertEquals(List.of("a", "b"), next(later));
        assertEquals(List.of(), next(later));
    }

    @Test
    void anAlarmThatGetsWorseIsNewAgainAndOneThatGetsBetterIsNot() {
        next(new Snapshots().alarm("a", PerceivedSeverity.MINOR));
        assertEquals(List.of("a"), next(new Snapshots().alarm("a", PerceivedSeverity.CRITICAL)));
        assertEquals(List.of(), next(new Snapshots().alarm("a", PerceivedSeverity.MAJOR)));
    }

    @Test
    void anAlarmThatComesBackIsNewAgain() {
        next(new Snapshots().alarm("a", PerceivedSeverity.MAJOR));
        assertEquals(List.of(), next(new Snapshots().alarm("a", PerceivedSeverity.MAJOR, Optional.of(Snapshots.LATEST))));
        assertEquals(List.of("a"), next(new Snapshots().alarm("a", PerceivedSeverity.MAJOR)));
    }

    @Test
    void noticesAreOffUntilSwitchedOn() {
        Map<String, String> kept = new HashMap<>();
        assertFalse(NoticeSettings.SOUND.isOn(kept));
        assertFalse(NoticeSettings.NOTICE.isOn(kept));
        NoticeSettings.NOTICE.set(kept, true);
        assertFalse(NoticeSettings.SOUND.isOn(kept));
        assertTrue(NoticeSettings.NOTICE.isOn(kept));
    }

    @Test
    void aNoticeNamesAFewAlarmsAndCountsTheRest() {
        Snapshots many = new Snapshots().cell("0", "S1", "North");
        for (int i = 0; i < 6; i++) {
            many.alarm(Integer.toString(i), PerceivedSeverity.MAJOR);
        }
        NetworkSnapshot snapshot = many.build();
        List<String> lines = NoticeAddon.lines(snapshot.alarms(), snapshot.cellsById(), new Texts(Locale.ENGLISH)).lines().toList();
        assertEquals(5, lines.size());
        assertTrue(lines.getFirst().contains("Cell 0"), lines.getFirst());
        assertEquals("and 2 more", lines.getLast());
    }

    private List<String> next(Snapshots snapshot) {
        return fresh.next(snapshot.build(), Snapshots.LATEST).stream().map(Alarm::cell).toList();
    }
}
