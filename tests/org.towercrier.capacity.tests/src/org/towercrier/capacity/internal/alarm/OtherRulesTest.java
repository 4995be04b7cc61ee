package org.towercrier.capacity.internal.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.towercrier.capacity.AlarmEpisode;
import org.towercrier.capacity.DetectionResult;
import org.towercrier.capacity.Evidence.Sentence;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.alarm.AlarmFilter;
import org.towercrier.capacity.alarm.AlarmState;
import org.towercrier.capacity.alarm.HistoryEntry;
import org.towercrier.capacity.alarm.OperatorStep;
import org.towercrier.capacity.alarm.OtherRules;
import org.towercrier.fixture.TemporaryStore;
import org.towercrier.fixture.TestStores;
import org.towercrier.model.alarm.AlarmAction;
import org.towercrier.model.alarm.AlarmPackage;
import org.towercrier.model.network.NetworkPackage;
import org.towercrier.store.StoreException;

/** Alarms of rules that are switched off, taken out, or of a set that is no longer in force. */
class OtherRulesTest {

    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    private TemporaryStore temporary;
    private AlarmServiceComponent alarms;

    @BeforeEach
    void open() throws Exception {
        temporary = TestStores.temporary(AlarmPackage.eINSTANCE, NetworkPackage.eINSTANCE);
        alarms = new AlarmServiceComponent(temporary.store(), new MovableClock(START.plus(Duration.ofDays(1))));
        alarms.reconcile(Detections.of("load", Detections.up("cell-1", START)));
        alarms.reconcile(Detections.of("drop", Detections.up("cell-2", START)));
    }

    @AfterEach
    void close() throws Exception {
        temporary.close();
    }

    private List<String> up() throws StoreException {
        return alarms.list(AlarmFilter.ALL).stream().filter(alarm -> alarm.cleared().isEmpty()).map(Alarm::cell).sorted().toList();
    }

    private Alarm of(String cell) throws StoreException {
        return alarms.list(AlarmFilter.ALL).stream().filter(alarm -> alarm.cell().equals(cell)).findFirst().orElseThrow();
    }

    /** The same findings by a rule set of another name. */
    private static DetectionResult by(String set, DetectionResult result) {
        List<AlarmEpisode> episodes = result.episodes().stream()
                .map(each -> new AlarmEpisode(each.objectInstance(), each.cell(), each.kind(),
                        each.alarmType(), each.probableCause(), each.specificProblem(), set, each.rule(), each.raised(), each.severities(),
                        each.cleared(), each.evidence()))
                .toList();
        return new DetectionResult(set, result.rules(), result.from(), result.to(), episodes, result.objects(), result.rowsRead(),
                result.duration(), result.undecided());
    }

    @Test
    void aRuleThatIsNoLongerInItsSetHasItsAlarmsClearedAndTheHistorySaysWhy() throws Exception {
        DetectionResult withoutDrop = Detections.of("load", Detections.up("cell-1", START));
        assertEquals(1, alarms.reconcile(withoutDrop, OtherRules.CLEAR_OF_THE_SET).cleared());
        assertEquals(List.of("cell-1"), up());
        HistoryEntry last = alarms.history(of("cell-2").id()).getLast();
        assertEquals(AlarmAction.CLEARED, last.action());
        assertEquals(withoutDrop.to(), last.time());
        assertEquals(Optional.of(Sentence.of("history.retired", "set", "drop")), last.message());
        assertTrue(last.said(Locale.ENGLISH, Instant::toString).contains("drop"), "in English");
        assertTrue(last.said(Locale.TRADITIONAL_CHINESE, Instant::toString).contains("規則集"), "in the reader's language");
        assertEquals(AlarmState.CLEARED_UNACKNOWLEDGED, of("cell-2").state());
    }

    @Test
    void whatIsEvaluatedBesideTheRulesInForceLeavesTheirAlarms() throws Exception {
        alarms.reconcile(by("other", Detections.of("peak", Detections.up("cell-3", START))), OtherRules.CLEAR_OF_THE_SET);
        assertEquals(List.of("cell-1", "cell-2", "cell-3"), up());
    }

    @Test
    void anotherSetInForceClearsTheAlarmsOfTheFormerOne() throws Exception {
        alarms.reconcile(by("other", Detections.of("peak", Detections.up("cell-3", START))), OtherRules.CLEAR);
        assertEquals(List.of("cell-3"), up());
    }

    @Test
    void anAlarmThatARuleOfAnotherSetFindsTooIsTheSameAndKeepsWhatPeopleDid() throws Exception {
        String id = of("cell-1").id();
        alarms.acknowledge(List.of(id), "ann", "on it");
        alarms.reconcile(by("other", Detections.of("load", Detections.up("cell-1", START))), OtherRules.CLEAR);
        Alarm taken = of("cell-1");
        assertEquals(id, taken.id());
        assertEquals("other", taken.ruleSet());
        assertEquals(Optional.of("ann"), taken.acknowledgement().map(step -> step.user()));
        assertEquals(List.of("cell-1"), up());
    }

    @Test
    void aRuleThatIsSwitchedOnAgainHasItsAlarmUpAgainAndTheHistorySaysSo() throws Exception {
        alarms.reconcile(Detections.of("load", Detections.up("cell-1", START)), OtherRules.CLEAR);
        DetectionResult both = Detections.of("drop", Detections.up("cell-2", START));
        alarms.reconcile(both);
        assertEquals(List.of("cell-1", "cell-2"), up());
        List<AlarmAction> actions = alarms.history(of("cell-2").id()).stream().map(HistoryEntry::action).toList();
        assertEquals(List.of(AlarmAction.RAISED, AlarmAction.CLEARED, AlarmAction.RAISED), actions);
        assertEquals(Set.of("drop"), both.rules());
    }

    @Test
    void anAcknowledgedAlarmWhoseRuleWasOffForAWhileIsAnnouncedAnew() throws Exception {
        alarms.acknowledge(List.of(of("cell-2").id()), "ann", "");
        DetectionResult without = Detections.of("load", Detections.up("cell-1", START));
        alarms.reconcile(without, OtherRules.CLEAR);
        String gone = of("cell-2").id();
        assertEquals(AlarmState.GONE, of("cell-2").state());

        DetectionResult back = Detections.of("drop", Detections.up("cell-2", START));
        assertEquals(1, alarms.reconcile(back).raised());
        assertEquals(List.of("cell-1", "cell-2"), up());
        Alarm anew = alarms.list(AlarmFilter.ACTIVE).stream().filter(alarm -> alarm.cell().equals("cell-2")).findFirst().orElseThrow();
        assertNotEquals(gone, anew.id());
        assertEquals(AlarmState.ACTIVE_UNACKNOWLEDGED, anew.state());
        assertEquals(without.to(), anew.raised(), "where the record before ends");
        assertEquals(Optional.of("history.stillUp"),
                alarms.history(anew.id()).getFirst().message().map(Sentence::key));
        assertEquals(0, alarms.reconcile(back).raised(), "once");
    }

    @Test
    void nobodyClearsWhatWasNotLookedAt() throws Exception {
        alarms.perform(List.of(of("cell-1").id()), "ann", new OperatorStep.Assign("bob"));
        alarms.reconcile(Detections.of("peak"), OtherRules.KEEP);
        assertEquals(List.of("cell-1", "cell-2"), up());
    }
}
