package org.towercrier.capacity.ui.internal.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.towercrier.capacity.AlarmEpisode;
import org.towercrier.capacity.Evidence;
import org.towercrier.capacity.RuleLogStep;
import org.towercrier.capacity.RuleSets;
import org.towercrier.capacity.SeverityChange;
import org.towercrier.capacity.simulation.Difference;
import org.towercrier.capacity.simulation.Difference.Change;
import org.towercrier.capacity.simulation.Replay;
import org.towercrier.capacity.simulation.SimulationResult;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.model.alarm.AlarmFactory;
import org.towercrier.model.alarm.AlarmKind;
import org.towercrier.model.alarm.AlarmType;
import org.towercrier.model.alarm.PerceivedSeverity;
import org.towercrier.model.alarm.RuleAction;
import org.towercrier.ui.chart.ChartModel;
import org.towercrier.ui.figure.NumbersPane;
import org.towercrier.ui.kit.NumberFormats;
import org.towercrier.ui.theme.Severity;

/** What the simulator view shows of a result. */
class SimulationModelsTest {

    private static final Instant MONDAY = Instant.parse("2026-11-02T00:00:00Z");
    private static final Texts TEXTS = new Texts(Locale.ENGLISH);

    private static Instant hour(int number) {
        return MONDAY.plus(Duration.ofHours(number));
    }

    private static AlarmEpisode episode(String cell, int raised, int worse, Optional<Integer> cleared) {
        Evidence evidence = new Evidence("Silence", "missing-periods", "1", hour(raised - 1), hour(raised), Optional.empty(), List.of(),
                List.of(), List.of());
        return new AlarmEpisode("object-" + cell, cell, AlarmKind.NO_DATA, AlarmType.QUALITY_OF_SERVICE_ALARM, "lossOfSignal", "Silence",
                "ours", "no-data", hour(raised), List.of(new SeverityChange(hour(raised), PerceivedSeverity.MINOR),
                        new SeverityChange(hour(worse), PerceivedSeverity.MAJOR)),
                cleared.map(SimulationModelsTest::hour), evidence);
    }

    private static Replay replay(String name, List<AlarmEpisode> episodes, Optional<Duration> median) {
        return new Replay(name, "d", episodes, episodes.size(), 0, 1, 1, episodes.size() / 2.0, 0,
                new Replay.TimeToClear(1, median, median, median, List.of()), Map.of(), Map.of(), Map.of());
    }

    private static SimulationResult result() {
        AlarmEpisode before = episode("a", 5, 7, Optional.of(12));
        AlarmEpisode after = episode("a", 4, 7, Optional.empty());
        Difference changed = new Difference("a", "object-a", AlarmKind.NO_DATA, Change.CHANGED,
                Set.of(Difference.Aspect.RAISED, Difference.Aspect.CLEARED), List.of(before), List.of(after));
        List<SimulationResult.Day> days = List.of(new SimulationResult.Day(LocalDate.of(2026, 11, 2), 1, 1, 1, 1, 0, 0, 1),
                new SimulationResult.Day(LocalDate.of(2026, 11, 3), 0, 3, 0, 1, 0, 0, 0));
        return new SimulationResult(replay("theirs", List.of(before), Optional.of(Duration.ofMinutes(90))),
                replay("ours", List.of(after), Optional.empty()), MONDAY, hour(48), ZoneOffset.UTC, List.of(changed),
                List.of(new SimulationResult.Cell("a", 1, 1, 0, 0, 1, 0)), days, 1, 10, Duration.ZERO);
    }

    @Test
    void theLanesOfACellShowEachSeverityAndWhatIsStillUp() {
        List<SimulationModels.Lane> lanes = SimulationModels.lanes(result(), "a", TEXTS);
        assertEquals(List.of(false, true), lanes.stream().map(SimulationModels.Lane::candidate).toList());
        assertEquals(List.of(new SimulationModels.Stretch(hour(5), hour(7), false, Severity.MINOR),
                new SimulationModels.Stretch(hour(7), hour(12), false, Severity.MAJOR)), lanes.getFirst().stretches());
        assertEquals(new SimulationModels.Stretch(hour(7), hour(48), true, Severity.MAJOR), lanes.getLast().stretches().getLast());
        assertEquals(List.of(), SimulationModels.lanes(result(), "b", TEXTS));
    }

    @Test
    void theChartHasABarForEachDayAndSet() {
        ChartModel chart = SimulationModels.perDay(result(), TEXTS, name -> name.toUpperCase(Locale.ROOT));
        assertEquals(List.of("Active: THEIRS", "Candidate: OURS"), chart.series().stream().map(ChartModel.Series::name).toList());
        ChartModel.Series candidate = chart.series().getLast();
        assertEquals(4, candidate.x().length, "an empty day at either end");
        assertEquals(0, candidate.y()[0] + candidate.y()[3]);
        assertEquals(3, candidate.y()[2]);
        assertEquals(hour(36).getEpochSecond(), candidate.x()[2]);
    }

    @Test
    void figuresStandBesideThoseOfTheActiveRules() {
        List<NumbersPane.Number> figures = SimulationModels.figures(result(), TEXTS, NumberFormats.of(Locale.ENGLISH));
        NumbersPane.Number median = figures.stream().filter(each -> each.label().equals("Median time to clear")).findFirst()
                .orElseThrow();
        assertEquals(NumberFormats.ABSENT, median.value());
        assertTrue(median.note().startsWith("active: 1.5"), median.note());
        assertEquals("1", figures.getLast().value());
        assertEquals("the same: 0", figures.getLast().note());
    }

    @Test
    void aSetIsActivatedOnItsCondition() {
        RuleLogStep seen = new RuleLogStep("ours", "d", RuleAction.SIMULATED, MONDAY, "anna", Optional.empty(), Optional.empty(), "");
        assertEquals(RuleSetChoice.Condition.IN_FORCE, choice(true, false, Optional.empty()).condition());
        assertEquals(RuleSetChoice.Condition.UNSEEN, choice(true, true, Optional.empty()).condition());
        assertEquals(RuleSetChoice.Condition.SEEN, choice(true, true, Optional.of(seen)).condition());
        assertEquals(RuleSetChoice.Condition.UNSEEN, choice(false, false, Optional.empty()).condition());
    }

    private static RuleSetChoice choice(boolean active, boolean pending, Optional<RuleLogStep> seen) {
        return new RuleSetChoice(new RuleSets.Info("ours", "Ours", false, active, pending, 1), AlarmFactory.eINSTANCE.createRuleSet(),
                seen);
    }
}
