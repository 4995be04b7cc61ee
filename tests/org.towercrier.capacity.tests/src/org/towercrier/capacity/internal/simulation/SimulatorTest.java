package org.towercrier.capacity.internal.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.towercrier.capacity.internal.series.SeriesBuilder.MONDAY;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.towercrier.capacity.DetectionRequest;
import org.towercrier.capacity.DetectionResult;
import org.towercrier.capacity.RuleLogStep;
import org.towercrier.capacity.internal.alarm.AlarmServiceComponent;
import org.towercrier.capacity.internal.detect.DetectionServiceComponent;
import org.towercrier.capacity.internal.detect.StoredSamples;
import org.towercrier.capacity.internal.kpi.ShippedModels;
import org.towercrier.capacity.internal.rules.Overrides;
import org.towercrier.capacity.internal.rules.RuleSetsComponent;
import org.towercrier.capacity.alarm.AlarmFilter;
import org.towercrier.capacity.simulation.Difference.Aspect;
import org.towercrier.capacity.simulation.Difference.Change;
import org.towercrier.capacity.simulation.Replay;
import org.towercrier.capacity.simulation.SimulationRequest;
import org.towercrier.capacity.simulation.SimulationResult;
import org.towercrier.capacity.NotSimulatedException;
import org.towercrier.fixture.TemporaryStore;
import org.towercrier.fixture.TestStores;
import org.towercrier.model.alarm.AlarmPackage;
import org.towercrier.model.alarm.NoDataRule;
import org.towercrier.model.alarm.RuleAction;
import org.towercrier.model.alarm.RuleSet;
import org.towercrier.model.measurement.MeasurementPackage;
import org.towercrier.model.network.NetworkPackage;
import org.towercrier.store.CancelSwitch;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreCancelledException;

/** Replays of rules over what is stored. */
class SimulatorTest {

    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    private TemporaryStore temporary;
    private RuleSetsComponent sets;
    private SimulatorComponent simulator;

    @BeforeEach
    void open() throws Exception {
        temporary = TestStores.temporary(MeasurementPackage.eINSTANCE, NetworkPackage.eINSTANCE, AlarmPackage.eINSTANCE);
        sets = new RuleSetsComponent(temporary.store());
        simulator = new SimulatorComponent(temporary.store(), Clock.fixed(NOON, ZoneOffset.UTC));
    }

    @AfterEach
    void close() throws Exception {
        temporary.close();
    }

    /**
     * Hourly samples over four days with gaps: object 1 misses 5 hours on Monday and 5 on Tuesday, 12 hours apart; object 2 misses 9
     * hours on Tuesday; object 3 falls silent on Thursday at noon; object 4 misses 3 hours on Monday.
     */
    private void store() throws Exception {
        Map<Integer, List<int[]>> gaps = Map.of(1, List.of(new int[]{ 14, 19 }, new int[]{ 31, 36 }), 2, List.of(new int[]{ 30, 39 }), 3,
                List.of(new int[]{ 84, 96 }), 4, List.of(new int[]{ 6, 9 }), 5, List.of());
        StoredSamples samples = new StoredSamples();
        gaps.forEach((object, missing) -> {
            samples.object(object, "object-" + object, "cell-" + object).cell("cell-" + object, "LTE_TDD", object < 3 ? "East" : "West");
            for (int hour = 0; hour < 96; hour++) {
                int now = hour;
                if (missing.stream().noneMatch(gap -> now >= gap[0] && now < gap[1])) {
                    samples.sample(object, MONDAY.plus(Duration.ofHours(hour)), 3600, false, Map.of("RRU.PrbTotDl", 10.0));
                }
            }
        });
        samples.store(temporary.store(), 1);
    }

    private static RuleSet silence(int missing) {
        RuleSet set = ShippedModels.load("china-mobile-td-lte", RuleSet.class);
        set.getRules().removeIf(rule -> !(rule instanceof NoDataRule));
        ((NoDataRule) set.getRules().getFirst()).setMissingPeriods(missing);
        return set;
    }

    private SimulationResult simulate(RuleSet reference, RuleSet candidate) throws Exception {
        return simulator.simulate(SimulationRequest.of(candidate, ZoneOffset.UTC, "anna").against(reference), Cancellation.none());
    }

    private static List<String> changes(SimulationResult result) {
        return result.differences().stream().map(each -> each.cell() + " " + each.change() + " " + each.aspects()).toList();
    }

    @Test
    void theSameRulesMakeNoDifference() throws Exception {
        store();
        SimulationResult result = simulate(silence(4), silence(4));
        assertEquals(Map.of(Change.NEW, 0, Change.GONE, 0, Change.CHANGED, 0, Change.SAME, 4), result.changes());
        assertEquals(result.reference().digest(), result.candidate().digest());
        assertEquals(result.reference().episodes(), result.candidate().episodes());
    }

    @Test
    void newGoneAndChangedAreToldApart() throws Exception {
        store();
        SimulationResult stricter = simulate(silence(4), silence(3));
        assertEquals(List.of("cell-1 CHANGED [RAISED]", "cell-1 CHANGED [RAISED]", "cell-2 CHANGED [RAISED]", "cell-3 CHANGED [RAISED]",
                "cell-4 NEW []"), changes(stricter));
        SimulationResult laxer = simulate(silence(4), silence(6));
        assertEquals(List.of("cell-1 GONE []", "cell-1 GONE []", "cell-2 CHANGED [RAISED]", "cell-3 CHANGED [RAISED]"), changes(laxer));
        SimulationResult.Cell first = laxer.cells().getFirst();
        assertEquals("cell-1 2 0 0 2 0 0", first.cell() + " " + first.reference() + " " + first.candidate() + " " + first.added() + " "
                + first.gone() + " " + first.changed() + " " + first.same());
        assertTrue(first.differs());
    }

    @Test
    void anotherRuleForTheSameTroubleIsAChangeOfTheProblem() throws Exception {
        store();
        RuleSet renamed = silence(4);
        renamed.getRules().getFirst().setName("Cell is silent");
        SimulationResult result = simulate(silence(4), renamed);
        assertEquals(4, result.changes().get(Change.CHANGED));
        assertTrue(result.differences().stream().allMatch(each -> each.aspects().equals(Set.of(Aspect.PROBLEM))));
    }

    @Test
    void alarmsFlapsAndTimesToClearAreCounted() throws Exception {
        store();
        Replay replay = simulate(silence(4), silence(4)).candidate();
        assertEquals(4, replay.raised());
        assertEquals(1.0, replay.perDay());
        assertEquals(1, replay.open(), "object 3 is still silent");
        assertEquals(3, replay.cells());
        assertEquals(1, replay.flaps(), "object 1 comes back within a day");
        // Raised after 4 missing hours, cleared at the end of the first sample that came: 5 hours missing are 2 hours up, 9 are 6.
        assertEquals(3, replay.timeToClear().count());
        assertEquals(Optional.of(Duration.ofHours(2)), replay.timeToClear().median());
        assertEquals(Optional.of(Duration.ofHours(6)), replay.timeToClear().longest());
        assertEquals(3, replay.timeToClear().distribution().stream().mapToInt(Replay.Bucket::count).sum());
        assertEquals(2, replay.timeToClear().distribution().get(2).count(), "two between one and four hours");
    }

    @Test
    void theTimeLineHasEveryDay() throws Exception {
        store();
        SimulationResult result = simulate(silence(4), silence(6));
        assertEquals(4, result.days().size());
        assertEquals(List.of(1, 2, 0, 1), result.days().stream().map(SimulationResult.Day::referenceRaised).toList());
        assertEquals(List.of(0, 1, 0, 1), result.days().stream().map(SimulationResult.Day::candidateRaised).toList());
        assertEquals(List.of(1, 1, 0, 0), result.days().stream().map(SimulationResult.Day::gone).toList());
        assertEquals(List.of(0, 1, 0, 1), result.days().stream().map(SimulationResult.Day::changed).toList());
    }

    @Test
    void aSimulationFindsWhatDetectionFinds() throws Exception {
        store();
        RuleSet candidate = silence(3);
        Overrides.in(candidate).region("East").of("no-data", "missingPeriods", "6");
        SimulationResult simulated = simulate(silence(4), candidate);
        DetectionResult detected = new DetectionServiceComponent(temporary.store()).detect(DetectionRequest.of(candidate),
                Cancellation.none());
        assertEquals(detected.episodes(), simulated.candidate().episodes());
        assertEquals(Set.of("cell-2", "cell-3", "cell-4"), Set.copyOf(detected.episodes().stream().map(each -> each.cell()).toList()));
    }

    @Test
    void theAlarmsStayAsTheyAre() throws Exception {
        store();
        AlarmServiceComponent alarms = new AlarmServiceComponent(temporary.store());
        alarms.reconcile(new DetectionServiceComponent(temporary.store()).detect(DetectionRequest.of(silence(4)), Cancellation.none()));
        var before = alarms.list(AlarmFilter.ACTIVE);
        simulate(silence(4), silence(2));
        assertEquals(before, alarms.list(AlarmFilter.ACTIVE));
        assertEquals(4, before.size() + 1, "two stretches of one cell are one alarm");
    }

    @Test
    void whatHasBeenSeenCanBeActivatedUntilItIsChanged() throws Exception {
        store();
        RuleSet edited = silence(6);
        sets.save(edited, 0);
        assertThrows(NotSimulatedException.class, () -> sets.activate(edited.getName(), "bert", false));
        simulator.simulate(SimulationRequest.of(edited, ZoneOffset.UTC, "anna"), Cancellation.none());
        RuleLogStep seen = sets.seen(edited).orElseThrow();
        assertEquals("anna " + NOON, seen.user() + " " + seen.time());
        assertEquals(MONDAY, seen.from().orElseThrow());

        sets.activate(edited.getName(), "bert", false);
        assertEquals(List.of(RuleAction.ACTIVATED, RuleAction.SIMULATED), sets.log().stream().map(RuleLogStep::action).toList());
        ((NoDataRule) edited.getRules().getFirst()).setMissingPeriods(7);
        sets.save(edited, 1);
        assertThrows(NotSimulatedException.class, () -> sets.activate(edited.getName(), "bert", false));
    }

    @Test
    void withoutAnySampleNothingHasBeenSeen() throws Exception {
        SimulationResult result = simulate(silence(4), silence(6));
        assertEquals(0, result.rowsRead());
        assertEquals(List.of(), result.days());
        assertEquals(List.of(), sets.log());
        assertTrue(sets.seen(silence(6)).isEmpty());
    }

    @Test
    void inAPeriodWithoutSamplesNothingHasBeenSeenEither() throws Exception {
        store();
        Instant after = MONDAY.plus(Duration.ofDays(5));
        SimulationResult result = simulator.simulate(SimulationRequest.of(silence(6), ZoneOffset.UTC, "anna").between(Optional.of(after),
                Optional.of(after.plus(Duration.ofDays(1)))), Cancellation.none());
        assertEquals(0, result.rowsRead(), "the samples of the days before do not count");
        assertTrue(sets.seen(silence(6)).isEmpty());
    }

    @Test
    void aCancelledSimulationHasNotBeenSeen() throws Exception {
        store();
        CancelSwitch cancel = new CancelSwitch();
        cancel.cancel();
        assertThrows(StoreCancelledException.class,
                () -> simulator.simulate(SimulationRequest.of(silence(6), ZoneOffset.UTC, "anna"), cancel));
        assertEquals(List.of(), sets.log());
    }
}
