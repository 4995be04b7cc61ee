package org.towercrier.capacity.ui.internal.parts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.towercrier.capacity.alarm.Acknowledgement;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.ui.internal.Snapshots;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.model.alarm.PerceivedSeverity;
import org.towercrier.ui.table.TableColumn;

class AlarmAgeTest {

    private final Alarm alarm = new Snapshots().alarm("a", PerceivedSeverity.MAJOR).build().alarms().getFirst();

    @Test
    void anAlarmWaitsUntilSomebodyAcknowledgesIt() {
        AlarmColumns.Row waiting = row(alarm);
        assertEquals(3.0, waiting.waitingFor());
        assertTrue(Double.isNaN(waiting.acknowledgedFor()));

        AlarmColumns.Row seen = row(alarm.withAcknowledgement(
                Optional.of(new Acknowledgement("ada", Snapshots.LATEST.plusSeconds(1_800), PerceivedSeverity.MAJOR))));
        assertEquals(0.5, seen.acknowledgedFor());
        assertTrue(Double.isNaN(seen.waitingFor()));
    }

    @Test
    void everyGroupOfTheMenuIsAColumn() {
        List<String> columns = AlarmColumns.of(new Texts(Locale.ENGLISH)).stream().map(TableColumn::id).toList();
        assertTrue(columns.containsAll(AlarmBar.GROUPS), columns.toString());
    }

    private static AlarmColumns.Row row(Alarm alarm) {
        return new AlarmColumns.Row(alarm, Optional.empty(), Snapshots.LATEST, "", 0, Snapshots.LATEST.plusSeconds(3_600));
    }
}
