package org.towercrier.capacity.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.towercrier.capacity.SeverityChange;
import org.towercrier.model.alarm.AlarmKind;
import org.towercrier.model.alarm.AlarmType;
import org.towercrier.model.alarm.PerceivedSeverity;
import org.towercrier.model.alarm.TrendIndication;

/** Every state and every step: what is allowed, where it leads. */
class AlarmLifeCycleTest {

    private static final Instant RAISED = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant NOW = RAISED.plus(Duration.ofHours(5));

    private final AlarmLifeCycle steps = new AlarmLifeCycle(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void acknowledgeLeadsFromActiveToAcknowledgedAndBack() {
        Alarm acknowledged = next(steps.acknowledge(active(), "ann", ""));
        assertEquals(AlarmState.ACTIVE_ACKNOWLEDGED, acknowledged.state());
        assertEquals(AlarmState.ACTIVE_UNACKNOWLEDGED, next(steps.unacknowledge(acknowledged, "ann", "")).state());
    }

    @Test
    void aClearedAlarmIsGoneOnceAcknowledged() {
        Alarm gone = next(steps.acknowledge(cleared(), "ann", ""));
        assertEquals(AlarmState.GONE, gone.state());
        assertFalse(gone.state().listed());
    }

    @Test
    void anAcknowledgedAlarmIsGoneOnceClearedByHand() {
        Alarm acknowledged = next(steps.acknowledge(active(), "ann", ""));
        assertEquals(AlarmState.GONE, next(steps.clear(acknowledged, "ann", "")).state());
    }

    @Test
    void nothingTakesAGoneAlarmBack() {
        Alarm gone = next(steps.acknowledge(cleared(), "ann", ""));
        refused(gone, alarm -> next(steps.unacknowledge(alarm, "ann", "")));
        refused(gone, alarm -> next(steps.acknowledge(alarm, "ann", "")));
        refused(gone, alarm -> next(steps.shelve(alarm, "ann", NOW.plusSeconds(60), "")));
        refused(gone, alarm -> next(steps.assign(alarm, "ann", "bob")));
        refused(gone, alarm -> next(steps.clear(alarm, "ann", "")));
    }

    @Test
    void twoPeopleCannotAcknowledgeTheSameAlarm() {
        Alarm acknowledged = next(steps.acknowledge(active(), "ann", ""));
        AlarmActionException refusal = assertThrows(AlarmActionException.class,
                () -> steps.acknowledge(acknowledged, "bob", ""));
        assertTrue(refusal.getMessage().contains("ann"), refusal.getMessage());
    }

    @Test
    void whatIsNotAcknowledgedCannotBeUnacknowledged() {
        refused(active(), alarm -> next(steps.unacknowledge(alarm, "ann", "")));
    }

    @Test
    void aShelvedAlarmComesBackByItself() {
        Alarm shelved = next(steps.shelve(active(), "ann", NOW.plusSeconds(600), "tonight's match"));
        assertTrue(shelved.shelvedAt(NOW));
        assertFalse(shelved.shelvedAt(NOW.plusSeconds(600)));
        assertEquals(AlarmState.ACTIVE_UNACKNOWLEDGED, shelved.state(), "shelving is no acknowledgement");
    }

    @Test
    void anAlarmCannotBeShelvedIntoThePast() {
        refused(active(), alarm -> next(steps.shelve(alarm, "ann", NOW, "")));
    }

    @Test
    void onlyAShelvedAlarmIsTakenFromTheShelf() {
        refused(active(), alarm -> next(steps.unshelve(alarm, "ann", "")));
        Alarm shelved = next(steps.shelve(active(), "ann", NOW.plusSeconds(600), ""));
        assertFalse(next(steps.unshelve(shelved, "ann", "")).shelvedAt(NOW));
    }

    @Test
    void anEmptyCommentIsRefused() {
        refused(active(), alarm -> next(steps.comment(alarm, "ann", "  ")));
        assertEquals(active(), next(steps.comment(active(), "ann", "see ticket")));
    }

    @Test
    void anAlarmIsClearedByHandNow() {
        Alarm cleared = next(steps.clear(active(), "ann", ""));
        assertEquals(Optional.of(NOW), cleared.cleared());
        assertEquals(PerceivedSeverity.CLEARED, cleared.severity());
        refused(cleared, alarm -> next(steps.clear(alarm, "ann", "")));
    }

    @Test
    void theTrendComparesWithTheSeverityBefore() {
        assertEquals(TrendIndication.NO_CHANGE, active().trend());
        assertEquals(TrendIndication.MORE_SEVERE, changing(PerceivedSeverity.MINOR, PerceivedSeverity.CRITICAL).trend());
        assertEquals(TrendIndication.LESS_SEVERE, changing(PerceivedSeverity.CRITICAL, PerceivedSeverity.MINOR).trend());
    }

    private static void refused(Alarm alarm, UnaryOperator<Alarm> step) {
        assertThrows(AlarmActionException.class, () -> step.apply(alarm));
    }

    private static Alarm next(Step step) {
        return step.alarm().orElseThrow();
    }

    private static Alarm active() {
        return alarm(List.of(new SeverityChange(RAISED, PerceivedSeverity.MAJOR)), Optional.empty());
    }

    private static Alarm cleared() {
        return alarm(List.of(new SeverityChange(RAISED, PerceivedSeverity.MAJOR)), Optional.of(RAISED.plusSeconds(3600)));
    }

    private static Alarm changing(PerceivedSeverity first, PerceivedSeverity second) {
        return alarm(List.of(new SeverityChange(RAISED, first), new SeverityChange(RAISED.plusSeconds(900), second)),
                Optional.empty());
    }

    private static Alarm alarm(List<SeverityChange> severities, Optional<Instant> cleared) {
        AlarmIdentity identity = new AlarmIdentity("cell-1", AlarmType.QUALITY_OF_SERVICE_ALARM, "thresholdCrossed", "x");
        return new Alarm(identity.recordId(0), 0, identity, "cell-1", AlarmKind.DENSE_LOAD, "set", "rule",
                List.of(new Activation(RAISED, severities, cleared)), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), false, Alarm.NO_EVIDENCE);
    }
}
