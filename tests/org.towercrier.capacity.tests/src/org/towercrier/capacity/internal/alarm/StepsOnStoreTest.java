package org.towercrier.capacity.internal.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.alarm.AlarmActionException;
import org.towercrier.capacity.alarm.AlarmFilter;
import org.towercrier.capacity.alarm.AlarmState;
import org.towercrier.capacity.alarm.BulkStep;
import org.towercrier.capacity.alarm.HistoryEntry;
import org.towercrier.capacity.alarm.OperatorStep;
import org.towercrier.capacity.alarm.Refusal.Reason;
import org.towercrier.capacity.alarm.StepRecord;
import org.towercrier.fixture.TemporaryStore;
import org.towercrier.fixture.TestStores;
import org.towercrier.model.alarm.AlarmAction;
import org.towercrier.model.alarm.AlarmPackage;
import org.towercrier.model.alarm.PerceivedSeverity;
import org.towercrier.model.network.NetworkPackage;
import org.towercrier.store.StoreException;

/** Steps of people with stored alarms, and their undo. */
class StepsOnStoreTest {

    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final String ANN = "ann";

    private final MovableClock clock = new MovableClock(START.plus(Duration.ofDays(1)));
    private TemporaryStore temporary;
    private AlarmServiceComponent alarms;
    private List<String> ids;

    @BeforeEach
    void open() throws Exception {
        temporary = TestStores.temporary(AlarmPackage.eINSTANCE, NetworkPackage.eINSTANCE);
        alarms = new AlarmServiceComponent(temporary.store(), clock);
        alarms.reconcile(Detections.of("rule", Detections.up("cell-1", START), Detections.up("cell-2", START.plusSeconds(60)),
                Detections.up("cell-3", START.plusSeconds(120))));
        ids = alarms.list(AlarmFilter.ACTIVE).stream().map(Alarm::id).toList();
        assertEquals(3, ids.size());
    }

    @AfterEach
    void close() throws Exception {
        temporary.close();
    }

    @Test
    void aBulkStepIsTakenBackAsAWholeAndTheHistoryOnlyGrows() throws Exception {
        BulkStep taken = alarms.perform(ids, ANN, new OperatorStep.Acknowledge("on it"));
        List<HistoryEntry> before = alarms.history(ids.getFirst());
        BulkStep undone = alarms.undo(taken.step().orElseThrow(), "bob");
        assertTrue(undone.alarms().stream().allMatch(alarm -> alarm.state() == AlarmState.ACTIVE_UNACKNOWLEDGED));
        List<HistoryEntry> after = alarms.history(ids.getFirst());
        assertEquals(before, after.subList(0, before.size()));
        assertEquals(AlarmAction.UNDONE, after.getLast().action());
        assertEquals("bob", after.getLast().user());
        assertEquals("ACKNOWLEDGED", after.getLast().text());
    }

    @Test
    void anUndoIsUndoneLikeAnyStep() throws Exception {
        BulkStep taken = alarms.perform(ids, ANN, new OperatorStep.Assign("bob"));
        BulkStep undone = alarms.undo(taken.step().orElseThrow(), ANN);
        assertTrue(undone.alarms().getFirst().assignedTo().isEmpty());
        BulkStep again = alarms.undo(undone.step().orElseThrow(), ANN);
        assertEquals(Optional.of("bob"), again.alarms().getFirst().assignedTo());
    }

    @Test
    void undoBringsTheEarlierHandlingBackNotNothing() throws Exception {
        alarms.perform(ids, ANN, new OperatorStep.Assign("bob"));
        BulkStep taken = alarms.perform(ids, ANN, new OperatorStep.Assign("carl"));
        assertEquals(Optional.of("bob"), alarms.undo(taken.step().orElseThrow(), ANN).alarms().getFirst().assignedTo());
    }

    @Test
    void aClearByHandIsTakenBackEvenWhenTheAlarmWasGone() throws Exception {
        alarms.perform(ids, ANN, new OperatorStep.Acknowledge(""));
        BulkStep cleared = alarms.perform(ids, ANN, new OperatorStep.Clear("restarted"));
        assertTrue(alarms.list(AlarmFilter.ACTIVE).isEmpty());
        alarms.undo(cleared.step().orElseThrow(), ANN);
        assertEquals(3, alarms.list(AlarmFilter.ACTIVE).size());
        assertEquals(AlarmState.ACTIVE_ACKNOWLEDGED, alarms.find(ids.getFirst()).orElseThrow().state());
    }

    @Test
    void whatHasChangedSinceStaysAndIsNamed() throws Exception {
        BulkStep taken = alarms.perform(ids, ANN, new OperatorStep.Acknowledge(""));
        alarms.perform(List.of(ids.get(1)), "bob", new OperatorStep.Unacknowledge("not ours"));
        AlarmActionException refused = assertThrows(AlarmActionException.class,
                () -> alarms.undo(taken.step().orElseThrow(), ANN));
        assertEquals(Reason.CHANGED_SINCE, refused.refusal().reason());
        assertEquals(ids.get(1), refused.alarm());
        assertEquals(AlarmState.ACTIVE_ACKNOWLEDGED, alarms.find(ids.getFirst()).orElseThrow().state(), "all or nothing");
    }

    @Test
    void aCommentStaysAndDoesNotStandInTheWayOfAnUndo() throws Exception {
        BulkStep shelved = alarms.perform(ids, ANN, new OperatorStep.Shelve(clock.instant().plusSeconds(3_600), ""));
        BulkStep comment = alarms.perform(ids, ANN, new OperatorStep.Comment("match tonight"));
        assertEquals(Reason.NOT_UNDOABLE, reason(comment.step().orElseThrow()));
        assertTrue(alarms.undo(shelved.step().orElseThrow(), ANN).alarms().getFirst().shelving().isEmpty());
        assertEquals(Reason.UNKNOWN_STEP, reason(4_711));
    }

    private Reason reason(long step) {
        return assertThrows(AlarmActionException.class, () -> alarms.undo(step, ANN)).refusal().reason();
    }

    @Test
    void aGoneAlarmThatWasFollowedStaysGone() throws Exception {
        alarms.reconcile(Detections.of("rule", Detections.over("cell-1", START, START.plusSeconds(900)),
                Detections.up("cell-2", START.plusSeconds(60)), Detections.up("cell-3", START.plusSeconds(120))));
        String first = alarms.list(AlarmFilter.ACTIVE.ofCell("cell-1")).getFirst().id();
        BulkStep gone = alarms.perform(List.of(first), ANN, new OperatorStep.Acknowledge(""));
        alarms.reconcile(Detections.of("rule", Detections.over("cell-1", START, START.plusSeconds(900)),
                Detections.up("cell-1", START.plusSeconds(9_000)), Detections.up("cell-2", START.plusSeconds(60)),
                Detections.up("cell-3", START.plusSeconds(120))));
        assertEquals(2, alarms.list(AlarmFilter.ALL.ofCell("cell-1")).size());
        assertEquals(Reason.FOLLOWED, reason(gone.step().orElseThrow()));
    }

    @Test
    void inBulkTheAlarmsThatDoNotAllowAStepAreLeftOutAndNamed() throws Exception {
        alarms.perform(List.of(ids.getFirst()), "bob", new OperatorStep.Acknowledge(""));
        assertThrows(AlarmActionException.class, () -> alarms.perform(ids, ANN, new OperatorStep.Acknowledge("")));
        BulkStep taken = alarms.performWhereAllowed(ids, ANN, new OperatorStep.Acknowledge(""));
        assertEquals(2, taken.alarms().size());
        assertEquals(List.of(ids.getFirst()), taken.refused().stream().map(refusal -> refusal.alarm()).toList());
        assertEquals("bob", alarms.find(ids.getFirst()).orElseThrow().acknowledgement().orElseThrow().user());
    }

    @Test
    void aShelfExpiresByItselfWithALineOfTheTimer() throws Exception {
        Instant until = clock.instant().plusSeconds(600);
        alarms.perform(ids, ANN, new OperatorStep.Shelve(until, ""));
        assertEquals(Optional.of(until), alarms.nextExpiry());
        assertTrue(alarms.expireShelves().isEmpty());
        clock.pass(Duration.ofSeconds(600));
        assertEquals(3, alarms.expireShelves().size());
        assertEquals(Optional.empty(), alarms.nextExpiry());
        HistoryEntry line = alarms.history(ids.getFirst()).getLast();
        assertEquals(AlarmAction.SHELF_EXPIRED, line.action());
        assertEquals(until, line.time());
        assertEquals("it was shelved by ann", line.said(Locale.ENGLISH, Instant::toString));
        HistoryEntry shelved = alarms.history(ids.getFirst()).stream().filter(each -> each.action() == AlarmAction.SHELVED).findFirst()
                .orElseThrow();
        assertEquals("\u81F3 HERE: works", withText(shelved, "works").said(Locale.SIMPLIFIED_CHINESE, when -> "HERE"));
        assertTrue(alarms.expireShelves().isEmpty(), "once");
    }

    private static HistoryEntry withText(HistoryEntry line, String text) {
        return new HistoryEntry(line.alarm(), line.time(), line.user(), line.action(), text, line.message());
    }

    @Test
    void rowsOfAnEarlierBuildAreStillRead() throws Exception {
        HistoryEntry old = new HistoryEntry(ids.getFirst(), START, "detection", AlarmAction.CLEARED, "withdrawn: no longer supported");
        temporary.store().write(tx -> {
            new HistoryTable().note(tx, old);
            return 0;
        });
        HistoryEntry read = alarms.history(ids.getFirst()).stream().filter(line -> line.action() == AlarmAction.CLEARED).findFirst()
                .orElseThrow();
        assertEquals(old, read);
        assertEquals("withdrawn: no longer supported", read.said(Locale.TRADITIONAL_CHINESE, Instant::toString));
        HistoryEntry raised = alarms.history(ids.getFirst()).stream().filter(line -> line.action() == AlarmAction.RAISED).findFirst()
                .orElseThrow();
        assertEquals("Major", raised.said(Locale.ENGLISH, Instant::toString));
    }

    @Test
    void aSummaryIsTheAlarmWithoutItsEvidence() throws Exception {
        clock.pass(Duration.ofNanos(123_456_000));
        alarms.acknowledge(ids.subList(0, 1), "\u9673 \u2019 \u001f", "");
        alarms.assign(ids.subList(0, 2), "bob", "li");
        alarms.shelve(ids.subList(1, 2), "bob", clock.instant().plusSeconds(600), "");
        alarms.clear(ids.subList(2, 3), ANN, "");
        List<Alarm> whole = alarms.list(AlarmFilter.ACTIVE).stream()
                .map(alarm -> alarm.withActivations(alarm.activations(), Alarm.NO_EVIDENCE)).toList();
        List<Alarm> summaries = alarms.summaries(AlarmFilter.ACTIVE);
        assertEquals(3, summaries.size());
        for (Alarm alarm : whole) {
            Alarm summary = summaries.stream().filter(each -> each.id().equals(alarm.id())).findFirst().orElseThrow();
            assertEquals(alarm.withAcknowledgement(Optional.empty()), summary.withAcknowledgement(Optional.empty()));
            assertEquals(alarm.acknowledgement().map(step -> step.time()), summary.acknowledgement().map(step -> step.time()));
        }
        assertEquals(Set.of("\u9673 \u2019 "),
                summaries.stream().flatMap(each -> each.acknowledgement().stream()).map(step -> step.user()).collect(Collectors.toSet()));
    }

    @Test
    void detectionLetsShelvesExpireToo() throws Exception {
        alarms.perform(ids, ANN, new OperatorStep.Shelve(clock.instant().plusSeconds(600), ""));
        clock.pass(Duration.ofHours(1));
        alarms.reconcile(Detections.of("rule", Detections.up("cell-1", START), Detections.up("cell-2", START.plusSeconds(60)),
                Detections.up("cell-3", START.plusSeconds(120))));
        assertTrue(alarms.list(AlarmFilter.ACTIVE).stream().allMatch(alarm -> alarm.shelving().isEmpty()));
    }

    @Test
    void theHighestSeverityStaysLatchedUntilItIsAcknowledged() throws Exception {
        alarms.reconcile(Detections.of("rule",
                Detections.changing("cell-1", START, PerceivedSeverity.CRITICAL, PerceivedSeverity.MINOR)));
        Alarm alarm = alarms.list(AlarmFilter.ACTIVE.ofCell("cell-1")).getFirst();
        assertEquals(PerceivedSeverity.MINOR, alarm.severity());
        assertEquals(PerceivedSeverity.CRITICAL, alarm.highestSeverity());
        BulkStep taken = alarms.perform(List.of(alarm.id()), ANN, new OperatorStep.Acknowledge(""));
        assertEquals(PerceivedSeverity.MINOR, taken.alarms().getFirst().highestSeverity());
        assertEquals(PerceivedSeverity.CRITICAL,
                alarms.undo(taken.step().orElseThrow(), ANN).alarms().getFirst().highestSeverity());
    }

    @Test
    void theLatestStepsTellWhichCanBeUndone() throws Exception {
        BulkStep assigned = alarms.perform(ids, ANN, new OperatorStep.Assign("bob"));
        alarms.perform(ids, ANN, new OperatorStep.Comment("x"));
        BulkStep acknowledged = alarms.perform(ids.subList(0, 2), ANN, new OperatorStep.Acknowledge(""));
        List<StepRecord> steps = alarms.steps(10);
        assertEquals(List.of(AlarmAction.ACKNOWLEDGED, AlarmAction.COMMENTED, AlarmAction.ASSIGNED),
                steps.stream().map(StepRecord::action).toList());
        assertEquals(List.of(true, false, false), steps.stream().map(StepRecord::undoable).toList());
        assertEquals(2, steps.getFirst().alarms());
        alarms.undo(acknowledged.step().orElseThrow(), ANN);
        assertFalse(alarms.steps(10).get(1).undoable(), "undone already");
        assertEquals(assigned.step().orElseThrow(), alarms.steps(10).getLast().step());
    }

    @Test
    void flapsAreCounted() throws StoreException {
        alarms.reconcile(Detections.of("rule", Detections.over("cell-1", START, START.plusSeconds(900)),
                Detections.over("cell-1", START.plusSeconds(1_800), START.plusSeconds(2_700)),
                Detections.up("cell-1", START.plusSeconds(3_600))));
        assertEquals(2, alarms.list(AlarmFilter.ACTIVE.ofCell("cell-1")).getFirst().flapCount());
    }
}
