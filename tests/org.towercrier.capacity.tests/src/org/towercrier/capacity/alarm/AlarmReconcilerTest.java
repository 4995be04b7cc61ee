package org.towercrier.capacity.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.towercrier.capacity.AlarmEpisode;
import org.towercrier.capacity.Evidence;
import org.towercrier.capacity.SeverityChange;
import org.towercrier.capacity.internal.alarm.AlarmReconciler;
import org.towercrier.model.alarm.AlarmAction;
import org.towercrier.model.alarm.AlarmKind;
import org.towercrier.model.alarm.AlarmType;
import org.towercrier.model.alarm.PerceivedSeverity;

/** The alarm list follows detection and keeps what people did. */
class AlarmReconcilerTest {

    private static final Instant MONDAY = Instant.parse("2026-01-05T00:00:00Z");
    private static final Instant END = MONDAY.plus(Duration.ofDays(30));

    private final Map<String, Alarm> list = new TreeMap<>();
    private final List<HistoryEntry> history = new ArrayList<>();
    private final AlarmLifeCycle people = new AlarmLifeCycle(Clock.fixed(END.plusSeconds(3600), ZoneOffset.UTC));

    @Test
    void anEpisodeThatLastsBecomesAnActiveAlarm() {
        detect(episode("cell-1", 1, 0, PerceivedSeverity.MAJOR));

        Alarm alarm = only();
        assertEquals(AlarmState.ACTIVE_UNACKNOWLEDGED, alarm.state());
        assertEquals(PerceivedSeverity.MAJOR, alarm.severity());
        assertEquals(day(1), alarm.raised());
        assertEquals(List.of(AlarmAction.RAISED), actions());
    }

    @Test
    void detectingTwiceChangesNothing() {
        detect(episode("cell-1", 1, 2, PerceivedSeverity.MAJOR), episode("cell-1", 4, 0, PerceivedSeverity.MINOR));
        Map<String, Alarm> before = new TreeMap<>(list);
        int lines = history.size();

        detect(episode("cell-1", 1, 2, PerceivedSeverity.MAJOR), episode("cell-1", 4, 0, PerceivedSeverity.MINOR));

        assertEquals(before, list);
        assertEquals(lines, history.size());
    }

    @Test
    void aClearedAlarmStaysInTheListUntilSomebodyHasSeenIt() {
        detect(episode("cell-1", 1, 2, PerceivedSeverity.MAJOR));

        assertEquals(AlarmState.CLEARED_UNACKNOWLEDGED, only().state());
        assertEquals(PerceivedSeverity.CLEARED, only().severity());
        assertEquals(PerceivedSeverity.MAJOR, only().highestSeverity(), "latched until acknowledged");

        apply(people.acknowledge(only(), "ann", ""));
        assertEquals(AlarmState.GONE, only().state());
    }

    @Test
    void anAlarmThatComesBackBeforeAnyoneAcknowledgedItCountsAFlap() {
        detect(episode("cell-1", 1, 2, PerceivedSeverity.MAJOR));
        detect(episode("cell-1", 1, 2, PerceivedSeverity.MAJOR), episode("cell-1", 5, 0, PerceivedSeverity.MINOR));

        assertEquals(1, only().flapCount());
        assertEquals(day(5), only().raised());
        assertEquals(PerceivedSeverity.MINOR, only().severity());
        assertEquals(PerceivedSeverity.MAJOR, only().highestSeverity());
    }

    @Test
    void whatComesUpAfterAnAlarmIsGoneIsANewAlarm() {
        detect(episode("cell-1", 1, 2, PerceivedSeverity.MAJOR));
        apply(people.acknowledge(only(), "ann", "seen"));

        detect(episode("cell-1", 1, 2, PerceivedSeverity.MAJOR), episode("cell-1", 5, 0, PerceivedSeverity.MINOR));

        assertEquals(2, list.size());
        assertEquals(List.of(AlarmState.GONE, AlarmState.ACTIVE_UNACKNOWLEDGED), states());
    }

    @Test
    void anAcknowledgedAlarmThatClearsAndComesBackLeavesOneGoneAndOneNew() {
        detect(episode("cell-1", 1, 0, PerceivedSeverity.MAJOR));
        apply(people.acknowledge(only(), "ann", ""));

        detect(episode("cell-1", 1, 3, PerceivedSeverity.MAJOR), episode("cell-1", 8, 0, PerceivedSeverity.MAJOR));

        assertEquals(List.of(AlarmState.GONE, AlarmState.ACTIVE_UNACKNOWLEDGED), states());
    }

    @Test
    void anAcknowledgedAlarmThatBecomesWorseAsksForANewAcknowledgement() {
        detect(episode("cell-1", 1, 0, PerceivedSeverity.MINOR));
        apply(people.acknowledge(only(), "ann", ""));

        detect(rising("cell-1", 1, 6, PerceivedSeverity.MINOR, PerceivedSeverity.CRITICAL));

        assertEquals(AlarmState.ACTIVE_UNACKNOWLEDGED, only().state());
        assertEquals(PerceivedSeverity.CRITICAL, only().severity());
        assertTrue(actions().contains(AlarmAction.UNACKNOWLEDGED));
    }

    @Test
    void anAcknowledgedAlarmThatStaysTheSameStaysAcknowledged() {
        detect(episode("cell-1", 1, 0, PerceivedSeverity.MINOR));
        apply(people.acknowledge(only(), "ann", ""));

        detect(episode("cell-1", 1, 0, PerceivedSeverity.MINOR));

        assertEquals(AlarmState.ACTIVE_ACKNOWLEDGED, only().state());
    }

    @Test
    void lateSamplesThatTakeTheGroundAwayWithdrawAnUntouchedAlarm() {
        detect(episode("cell-1", 1, 0, PerceivedSeverity.MINOR));
        detect();

        assertTrue(list.isEmpty());
        assertEquals(List.of(AlarmAction.RAISED, AlarmAction.CLEARED), actions(), "the history keeps what was shown");
    }

    @Test
    void lateSamplesNeverRemoveAnAlarmSomebodyWorksOn() {
        detect(episode("cell-1", 1, 0, PerceivedSeverity.MINOR));
        apply(people.assign(only(), "ann", "bob"));
        detect();

        assertEquals(AlarmState.CLEARED_UNACKNOWLEDGED, only().state());
        assertEquals(Optional.of("bob"), only().assignedTo());
    }

    @Test
    void anAlarmClearedByHandComesBackOnlyWithNewTrouble() {
        detect(episode("cell-1", 1, 0, PerceivedSeverity.MAJOR));
        apply(people.clear(only(), "ann", "works as planned"));
        detect(episode("cell-1", 1, 0, PerceivedSeverity.MAJOR));
        assertEquals(AlarmState.CLEARED_UNACKNOWLEDGED, only().state(), "the same trouble does not raise it again");

        Instant later = END.plus(Duration.ofDays(2));
        detectUntil(END.plus(Duration.ofDays(10)), episode("cell-1", 1, 29, PerceivedSeverity.MAJOR),
                new AlarmEpisode("cell-1", "cell-1", AlarmKind.DENSE_LOAD, AlarmType.QUALITY_OF_SERVICE_ALARM,
                        "thresholdCrossed", "dense load", "set", "rule", later,
                        List.of(new SeverityChange(later, PerceivedSeverity.MAJOR)), Optional.empty(), evidence()));
        assertEquals(AlarmState.ACTIVE_UNACKNOWLEDGED, only().state());
    }

    @Test
    void whatIsGoneAfterAClearByHandStaysAwayUntilTheTroubleStartsAgain() {
        detect(episode("cell-1", 1, 0, PerceivedSeverity.MAJOR));
        apply(people.acknowledge(only(), "ann", ""));
        apply(people.clear(only(), "ann", ""));
        detect(episode("cell-1", 1, 0, PerceivedSeverity.MAJOR));
        assertEquals(AlarmState.GONE, only().state());

        detect(episode("cell-1", 1, 9, PerceivedSeverity.MAJOR), episode("cell-1", 12, 0, PerceivedSeverity.MAJOR));
        assertEquals(List.of(AlarmState.GONE, AlarmState.ACTIVE_UNACKNOWLEDGED), list.values().stream()
                .sorted(Comparator.comparingInt(Alarm::ordinal)).map(Alarm::state).toList());
    }

    @Test
    void whatLaterSamplesShowToBeStillUpAfterItsRecordIsGoneIsRaisedAnew() {
        detect(episode("cell-1", 1, 3, PerceivedSeverity.MAJOR));
        apply(people.acknowledge(only(), "ann", ""));
        assertEquals(AlarmState.GONE, only().state());
        Alarm gone = only();

        detect(episode("cell-1", 1, 0, PerceivedSeverity.MAJOR));
        assertEquals(2, list.size());
        assertEquals(gone, list.get(gone.id()), "history never changes");
        Alarm anew = list.values().stream().filter(alarm -> alarm.ordinal() == 1).findFirst().orElseThrow();
        assertEquals(day(3), anew.raised());
        assertEquals(AlarmState.ACTIVE_UNACKNOWLEDGED, anew.state());
        assertEquals(Map.of(gone.id(), gone, anew.id(), anew), again(episode("cell-1", 1, 0, PerceivedSeverity.MAJOR)), "twice is once");
        assertEquals(Optional.of(day(6)), again(episode("cell-1", 1, 6, PerceivedSeverity.MAJOR)).get(anew.id()).cleared());
    }

    private Map<String, Alarm> again(AlarmEpisode episode) {
        detect(episode);
        return Map.copyOf(list);
    }

    @Test
    void aPartialPeriodLeavesWhatLiesOutsideItAlone() {
        detect(episode("cell-1", 1, 2, PerceivedSeverity.MAJOR), episode("cell-1", 10, 11, PerceivedSeverity.MAJOR));

        reconcile(day(5), day(20), List.of(episode("cell-1", 12, 0, PerceivedSeverity.MINOR)));

        assertEquals(List.of(day(1), day(12)), only().activations().stream().map(Activation::raised).toList());
    }

    @Test
    void anAlarmThatWasUpWhenThePeriodBeginsKeepsItsBegin() {
        detect(episode("cell-1", 1, 0, PerceivedSeverity.MAJOR));

        reconcile(day(5), day(20), List.of(episode("cell-1", 6, 9, PerceivedSeverity.MAJOR)));

        assertEquals(1, only().activations().size());
        assertEquals(day(1), only().raised());
        assertEquals(Optional.of(day(9)), only().cleared());
    }

    @Test
    void theListIsTheSameInWhateverOrderTheSamplesArrived() {
        Random random = new Random(7);
        List<AlarmEpisode> whole = new ArrayList<>();
        for (int cell = 0; cell < 20; cell++) {
            for (int day = 1; day < 27; day += 2 + random.nextInt(5)) {
                whole.add(episode("cell-" + cell, day, day + 1, PerceivedSeverity.MAJOR));
            }
        }
        detect(whole.toArray(AlarmEpisode[]::new));
        Map<String, Alarm> expected = new TreeMap<>(list);
        for (int run = 0; run < 10; run++) {
            list.clear();
            List<AlarmEpisode> arriving = new ArrayList<>(whole);
            Collections.shuffle(arriving, random);
            for (int seen = 1; seen <= arriving.size(); seen += 1 + random.nextInt(30)) {
                detect(arriving.subList(0, seen).toArray(AlarmEpisode[]::new));
            }
            detect(arriving.toArray(AlarmEpisode[]::new));
            assertEquals(expected, list);
        }
    }

    private void detect(AlarmEpisode... episodes) {
        reconcile(MONDAY, END, List.of(episodes));
    }

    private void detectUntil(Instant end, AlarmEpisode... episodes) {
        reconcile(MONDAY, end, List.of(episodes));
    }

    private void reconcile(Instant from, Instant to, List<AlarmEpisode> episodes) {
        new AlarmReconciler(from, to, episode -> true).reconcile(List.copyOf(list.values()), episodes).forEach(this::apply);
    }

    private void apply(Step step) {
        step.alarm().ifPresentOrElse(alarm -> list.put(step.id(), alarm), () -> list.remove(step.id()));
        history.addAll(step.history());
    }

    private Alarm only() {
        assertEquals(1, list.size());
        return list.values().iterator().next();
    }

    private List<AlarmState> states() {
        return list.values().stream().sorted(Comparator.comparingInt(Alarm::ordinal)).map(Alarm::state).toList();
    }

    private List<AlarmAction> actions() {
        return history.stream().map(HistoryEntry::action).toList();
    }

    private static Instant day(int day) {
        return MONDAY.plus(Duration.ofDays(day));
    }

    private static AlarmEpisode rising(String cell, int from, int change, PerceivedSeverity first, PerceivedSeverity second) {
        return episode(cell, from, 0, List.of(new SeverityChange(day(from), first), new SeverityChange(day(change), second)));
    }

    /** An episode from one day to another, 0 for one that lasts. */
    private static AlarmEpisode episode(String cell, int from, int to, PerceivedSeverity severity) {
        return episode(cell, from, to, List.of(new SeverityChange(day(from), severity)));
    }

    private static AlarmEpisode episode(String cell, int from, int to, List<SeverityChange> severities) {
        return new AlarmEpisode(cell, cell, AlarmKind.DENSE_LOAD, AlarmType.QUALITY_OF_SERVICE_ALARM, "thresholdCrossed",
                "dense load", "set", "rule", day(from), severities, to == 0 ? Optional.empty() : Optional.of(day(to)),
                evidence());
    }

    private static Evidence evidence() {
        return new Evidence("dense load", "PRB", "%", MONDAY, END, Optional.empty(), List.of(), List.of(), List.of());
    }
}
