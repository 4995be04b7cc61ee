package org.towercrier.capacity.internal.handover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.eclipse.emf.ecore.EPackage;
import org.junit.jupiter.api.Test;
import org.towercrier.capacity.alarm.AlarmFilter;
import org.towercrier.capacity.handover.HandOver;
import org.towercrier.capacity.internal.alarm.AlarmServiceComponent;
import org.towercrier.capacity.internal.alarm.Detections;
import org.towercrier.fixture.TemporaryStore;
import org.towercrier.fixture.TestStores;
import org.towercrier.model.ModelPackages;
import org.towercrier.store.DocumentConflictException;

class HandOverTest {

    private static final Instant NOW = Instant.parse("2026-02-01T06:00:00Z");

    @Test
    void aNoteKeepsTheAlarmsThatWereOpenAndCanBeAmended() throws Exception {
        try (TemporaryStore store = TestStores.temporary(ModelPackages.all().toArray(EPackage[]::new))) {
            AlarmServiceComponent alarms = new AlarmServiceComponent(store.store());
            HandOver handOver = new HandOverComponent(store.store(), alarms, Clock.fixed(NOW, ZoneOffset.UTC));
            alarms.reconcile(Detections.of("load", Detections.up("cell-1", NOW.minusSeconds(60))));

            HandOver.Note first = handOver.write("kim", "early", "Watch cell 1. ");
            alarms.reconcile(Detections.of("load", Detections.over("cell-1", NOW.minusSeconds(60), NOW.minusSeconds(30))));
            alarms.acknowledge(List.of(alarms.list(AlarmFilter.ALL).getFirst().id()), "lee", "");
            HandOver.Note second = handOver.write("lee", "", "All quiet.");

            assertEquals("Watch cell 1.", first.text());
            assertEquals(List.of("cell-1"), first.alarms().stream().map(HandOver.OpenAlarm::cell).toList());
            assertEquals(List.of(), second.alarms());
            assertEquals(2, handOver.notes().size());

            HandOver.Note amended = handOver.amend(first, "Watch cells 1 and 2.");
            assertEquals(Optional.of(amended), handOver.find(first.name()));
            assertEquals(first.alarms(), amended.alarms());
            assertEquals(2, amended.version());
            List<HandOver.Version> versions = handOver.versions(first.name());
            assertEquals(List.of("Watch cells 1 and 2.", "Watch cell 1."), versions.stream().map(HandOver.Version::text).toList());
            assertEquals(List.of(2L, 1L), versions.stream().map(HandOver.Version::number).toList());
            assertThrows(DocumentConflictException.class, () -> handOver.amend(first, "from an old window"));
            assertThrows(IllegalArgumentException.class, () -> handOver.write("kim", "", " "));
        }
    }
}
