package org.towercrier.capacity.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.towercrier.capacity.SeverityChange;
import org.towercrier.model.alarm.AlarmKind;
import org.towercrier.model.alarm.AlarmType;
import org.towercrier.model.alarm.PerceivedSeverity;

/** Every state with every action: where it leads, or the sentence that refuses it. */
class AlarmStateMachineTest {

    private static final Instant RAISED = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant NOW = RAISED.plusSeconds(18_000);
    private static final Instant LATER = NOW.plusSeconds(3_600);

    private final AlarmLifeCycle lifeCycle = new AlarmLifeCycle(Clock.fixed(NOW, ZoneOffset.UTC));

    /** The whole table: state, on the shelf or not, action, next state or the reason why not. */
    @ParameterizedTest
    @CsvSource({
            "ACTIVE_UNACKNOWLEDGED, ON_THE_LIST, ACKNOWLEDGE,   ACTIVE_ACKNOWLEDGED,    ",
            "ACTIVE_UNACKNOWLEDGED, ON_THE_LIST, UNACKNOWLEDGE, ,                       NOT_ACKNOWLEDGED",
            "ACTIVE_UNACKNOWLEDGED, ON_THE_LIST, COMMENT,       ACTIVE_UNACKNOWLEDGED,  ",
            "ACTIVE_UNACKNOWLEDGED, ON_THE_LIST, ASSIGN,        ACTIVE_UNACKNOWLEDGED,  ",
            "ACTIVE_UNACKNOWLEDGED, ON_THE_LIST, SHELVE,        ACTIVE_UNACKNOWLEDGED,  ",
            "ACTIVE_UNACKNOWLEDGED, ON_THE_LIST, UNSHELVE,      ,                       NOT_SHELVED",
            "ACTIVE_UNACKNOWLEDGED, ON_THE_LIST, CLEAR_BY_HAND, CLEARED_UNACKNOWLEDGED, ",
            "ACTIVE_UNACKNOWLEDGED, SHELVED,     ACKNOWLEDGE,   ACTIVE_ACKNOWLEDGED,    ",
            "ACTIVE_UNACKNOWLEDGED, SHELVED,     UNACKNOWLEDGE, ,                       NOT_ACKNOWLEDGED",
            "ACTIVE_UNACKNOWLEDGED, SHELVED,     COMMENT,       ACTIVE_UNACKNOWLEDGED,  ",
            "ACTIVE_UNACKNOWLEDGED, SHELVED,     ASSIGN,        ACTIVE_UNACKNOWLEDGED,  ",
            "ACTIVE_UNACKNOWLEDGED, SHELVED,     SHELVE,        ACTIVE_UNACKNOWLEDGED,  ",
            "ACTIVE_UNACKNOWLEDGED, SHELVED,     UNSHELVE,      ACTIVE_UNACKNOWLEDGED,  ",
            "ACTIVE_UNACKNOWLEDGED, SHELVED,     CLEAR_BY_HAND, CLEARED_UNACKNOWLEDGED, ",
            "ACTIVE_ACKNOWLEDGED,   ON_THE_LIST, ACKNOWLEDGE,   ,                       ALREADY_ACKNOWLEDGED",
            "ACTIVE_ACKNOWLEDGED,   ON_THE_LIST, UNACKNOWLEDGE, ACTIVE_UNACKNOWLEDGED,  ",
            "ACTIVE_ACKNOWLEDGED,   ON_THE_LIST, COMMENT,       ACTIVE_ACKNOWLEDGED,    ",
            "ACTIVE_ACKNOWLEDGED,   ON_THE_LIST, ASSIGN,        ACTIVE_ACKNOWLEDGED,    ",
            "ACTIVE_ACKNOWLEDGED,   ON_THE_LIST, SHELVE,        ACTIVE_ACKNOWLEDGED,    ",
            "ACTIVE_ACKNOWLEDGED,   ON_THE_LIST, UNSHELVE,      ,                       NOT_SHELVED",
            "ACTIVE_ACKNOWLEDGED,   ON_THE_LIST, CLEAR_BY_HAND, GONE,                   ",
            "ACTIVE_ACKNOWLEDGED,   SHELVED,     ACKNOWLEDGE,   ,                       ALREADY_ACKNOWLEDGED",
            "ACTIVE_ACKNOWLEDGED,   SHELVED,     UNACKNOWLEDGE, ACTIVE_UNACKNOWLEDGED,  ",
            "ACTIVE_ACKNOWLEDGED,   SHELVED,     COMMENT,       ACTIVE_ACKNOWLEDGED,    ",
            "ACTIVE_ACKNOWLEDGED,   SHELVED,     ASSIGN,        ACTIVE_ACKNOWLEDGED,    ",
            "ACTIVE_ACKNOWLEDGED,   SHELVED,     SHELVE,        ACTIVE_ACKNOWLEDGED,    ",
            "ACTIVE_ACKNOWLEDGED,   SHELVED,     UNSHELVE,      ACTIVE_ACKNOWLEDGED,    ",
            "ACTIVE_ACKNOWLEDGED,   SHELVED,     CLEAR_BY_HAND, GONE,                   ",
            "CLEARED_UNACKNOWLEDGED, ON_THE_LIST, ACKNOWLEDGE,  GONE,                   ",
            "CLEARED_UNACKNOWLEDGED, ON_THE_LIST, UNACKNOWLEDGE, ,                      NOT_ACKNOWLEDGED",
            "CLEARED_UNACKNOWLEDGED, ON_THE_LIST, COMMENT,      CLEARED_UNACKNOWLEDGED, ",
            "CLEARED_UNACKNOWLEDGED, ON_THE_LIST, ASSIGN,       CLEARED_UNACKNOWLEDGED, ",
            "CLEARED_UNACKNOWLEDGED, ON_THE_LIST, SHELVE,       CLEARED_UNACKNOWLEDGED, ",
            "CLEARED_UNACKNOWLEDGED, ON_THE_LIST, UNSHELVE,     ,                       NOT_SHELVED",
            "CLEARED_UNACKNOWLEDGED, ON_THE_LIST, CLEAR_BY_HAND, ,                      ALREADY_CLEARED",
            "CLEARED_UNACKNOWLEDGED, SHELVED,     ACKNOWLEDGE,  GONE,                   ",
            "CLEARED_UNACKNOWLEDGED, SHELVED,     UNACKNOWLEDGE, ,                      NOT_ACKNOWLEDGED",
            "CLEARED_UNACKNOWLEDGED, SHELVED,     COMMENT,      CLEARED_UNACKNOWLEDGED, ",
            "CLEARED_UNACKNOWLEDGED, SHELVED,     ASSIGN,       CLEARED_UNACKNOWLEDGED, ",
            "CLEARED_UNACKNOWLEDGED, SHELVED,     SHELVE,       CLEARED_UNACKNOWLEDGED, ",
            "CLEARED_UNACKNOWLEDGED, SHELVED,     UNSHELVE,     CLEARED_UNACKNOWLEDGED, ",
            "CLEARED_UNACKNOWLEDGED, SHELVED,     CLEAR_BY_HAND, ,                      ALREADY_CLEARED",
            "GONE,                  ON_THE_LIST, ACKNOWLEDGE,   ,                       ALREADY_ACKNOWLEDGED",
            "GONE,                  ON_THE_LIST, UNACKNOWLEDGE, ,                       GONE",
            "GONE,                  ON_THE_LIST, COMMENT,       GONE,                   ",
            "GONE,                  ON_THE_LIST, ASSIGN,        ,                       GONE",
            "GONE,                  ON_THE_LIST, SHELVE,        ,                       GONE",
            "GONE,                  ON_THE_LIST, UNSHELVE,      ,                       NOT_SHELVED",
            "GONE,                  ON_THE_LIST, CLEAR_BY_HAND, ,                       ALREADY_CLEARED",
            "GONE,                  SHELVED,     ACKNOWLEDGE,   ,                       ALREADY_ACKNOWLEDGED",
            "GONE,                  SHELVED,     UNACKNOWLEDGE, ,                       GONE",
            "GONE,                  SHELVED,     COMMENT,       GONE,                   ",
            "GONE,                  SHELVED,     ASSIGN,        ,                       GONE",
            "GONE,                  SHELVED,     SHELVE,        ,                       GONE",
            "GONE,                  SHELVED,     UNSHELVE,      GONE,                   ",
            "GONE,                  SHELVED,     CLEAR_BY_HAND, ,                       ALREADY_CLEARED" })
    void eachStateWithEachAction(AlarmState state, ShelfState shelf, AlarmTrigger action, AlarmState next, Refusal.Reason reason) {
        Alarm alarm = alarm(state, shelf);
        OperatorStep step = step(action);
        if (reason == null) {
            Step taken = lifeCycle.take(alarm, "ann", step);
            Alarm after = taken.alarm().orElseThrow();
            assertEquals(next, after.state());
            assertEquals(AlarmStateMachine.next(shelf, action).orElse(shelf), after.shelf(NOW));
            assertEquals(1, taken.history().size(), "every step leaves one line");
            assertEquals("ann", taken.history().getFirst().user());
            assertEquals(NOW, taken.history().getFirst().time());
            assertTrue(lifeCycle.allowed(alarm).contains(action));
        } else {
            AlarmActionException refused = assertThrows(AlarmActionException.class, () -> lifeCycle.take(alarm, "ann", step));
            assertEquals(reason, refused.refusal().reason());
            assertTrue(refused.getMessage().contains(alarm.id()) && refused.getMessage().endsWith("."), refused.getMessage());
            assertFalse(lifeCycle.allowed(alarm).contains(action));
        }
    }

    @Test
    void theTableIsWhole() {
        long handmade = Stream.of(AlarmTrigger.values()).filter(AlarmTrigger::byHand).count();
        assertEquals(56, handmade * AlarmState.values().length * ShelfState.values().length, "one row each in the table above");
    }

    @ParameterizedTest
    @EnumSource(value = AlarmTrigger.class, names = { "RAISE", "CLEAR", "WORSEN", "EXPIRE" })
    void whatTheMeasurementsAndTheClockDoIsNotForPeople(AlarmTrigger trigger) {
        for (AlarmState state : AlarmState.values()) {
            assertEquals(Refusal.Reason.NOT_BY_HAND,
                    lifeCycle.refusal(alarm(state, ShelfState.SHELVED), trigger).orElseThrow().reason());
        }
    }

    @Test
    void everyStateIsReachedFromTheStart() {
        Set<AlarmState> reached = EnumSet.of(AlarmStateMachine.START);
        for (int i = 0; i < AlarmState.values().length; i++) {
            AlarmStateMachine.transitions().stream().filter(arrow -> reached.contains(arrow.from())).map(Transition::to).toList()
                    .forEach(reached::add);
        }
        assertEquals(EnumSet.allOf(AlarmState.class), reached);
        assertTrue(AlarmStateMachine.transitions().stream().filter(arrow -> arrow.from() == AlarmState.GONE)
                .allMatch(Transition::isLoop), "nothing leads out of what is gone");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void refusalsAreSentencesInEveryLanguage(Locale locale, Refusal.Reason reason) {
        String text = Refusal.about("0123456789abcdef", reason, "ann", NOW).text(locale);
        assertFalse(text.contains("{") || text.contains("null"), text);
        assertEquals(locale.equals(Locale.ENGLISH),
                text.equals(Refusal.about("0123456789abcdef", reason, "ann", NOW).text(Locale.ENGLISH)));
    }

    static Stream<Arguments> languages() {
        return Stream.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE, Locale.TRADITIONAL_CHINESE)
                .flatMap(locale -> Stream.of(Refusal.Reason.values()).map(reason -> Arguments.of(locale, reason)));
    }

    @Test
    void theShelfExpiresAtItsTimeAndNotBefore() {
        Alarm shelved = alarm(AlarmState.ACTIVE_UNACKNOWLEDGED, ShelfState.SHELVED);
        assertTrue(lifeCycle.expire(shelved).isEmpty());
        Step expired = new AlarmLifeCycle(Clock.fixed(LATER, ZoneOffset.UTC)).expire(shelved).orElseThrow();
        assertTrue(expired.alarm().orElseThrow().shelving().isEmpty());
        assertEquals(LATER, expired.history().getFirst().time());
        assertEquals(HistoryEntry.TIMER, expired.history().getFirst().user());
    }

    private static OperatorStep step(AlarmTrigger trigger) {
        return switch (trigger) {
            case ACKNOWLEDGE -> new OperatorStep.Acknowledge("");
            case UNACKNOWLEDGE -> new OperatorStep.Unacknowledge("");
            case COMMENT -> new OperatorStep.Comment("see ticket");
            case ASSIGN -> new OperatorStep.Assign("bob");
            case SHELVE -> new OperatorStep.Shelve(LATER, "");
            case UNSHELVE -> new OperatorStep.Unshelve("");
            case CLEAR_BY_HAND -> new OperatorStep.Clear("");
            default -> throw new IllegalArgumentException(trigger.name());
        };
    }

    private static Alarm alarm(AlarmState state, ShelfState shelf) {
        boolean cleared = state == AlarmState.CLEARED_UNACKNOWLEDGED || state == AlarmState.GONE;
        boolean acknowledged = state == AlarmState.ACTIVE_ACKNOWLEDGED || state == AlarmState.GONE;
        AlarmIdentity identity = new AlarmIdentity("cell-1", AlarmType.QUALITY_OF_SERVICE_ALARM, "thresholdCrossed", "x");
        Activation activation = new Activation(RAISED, List.of(new SeverityChange(RAISED, PerceivedSeverity.MAJOR)),
                cleared ? Optional.of(RAISED.plusSeconds(60)) : Optional.empty());
        Optional<Acknowledgement> acknowledgement = acknowledged
                ? Optional.of(new Acknowledgement("zoe", RAISED.plusSeconds(90), PerceivedSeverity.MAJOR)) : Optional.empty();
        Optional<Shelving> shelving = shelf == ShelfState.SHELVED ? Optional.of(new Shelving("zoe", LATER)) : Optional.empty();
        Alarm alarm = new Alarm(identity.recordId(0), 0, identity, "cell-1", AlarmKind.DENSE_LOAD, "set", "rule", List.of(activation),
                acknowledgement, shelving, Optional.empty(), Optional.empty(), false, Alarm.NO_EVIDENCE);
        assertEquals(state, alarm.state());
        return alarm;
    }
}
