package org.towercrier.capacity.ui.internal.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.towercrier.capacity.AlarmEpisode;
import org.towercrier.capacity.SeverityChange;
import org.towercrier.capacity.simulation.Difference.Change;
import org.towercrier.capacity.simulation.Replay;
import org.towercrier.capacity.simulation.SimulationResult;
import org.towercrier.capacity.simulation.SimulationResult.Cell;
import org.towercrier.capacity.simulation.SimulationResult.Day;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.ui.chart.ChartModel;
import org.towercrier.ui.figure.NumbersPane.Number;
import org.towercrier.ui.kit.NumberFormats;
import org.towercrier.ui.table.TableColumn;
import org.towercrier.ui.theme.Severity;

/** What the simulator view shows of a result, without a widget. */
final class SimulationModels {

    /**
     * The stretches of one alarm of a cell for one of the rule sets.
     *
     * @param label     the alarm
     * @param candidate whether they are the candidate's, otherwise the reference's
     * @param stretches in order of time
     */
    record Lane(String label, boolean candidate, List<Stretch> stretches) {
    }

    /** A stretch of one severity. */
    record Stretch(Instant from, Instant to, boolean open, Severity severity) {
    }

    private SimulationModels() {
    }

    static List<Number> figures(SimulationResult result, Texts texts, NumberFormats numbers) {
        Replay before = result.reference();
        Replay after = result.candidate();
        Map<Change, Integer> changes = result.changes();
        return List.of(figure("Raised", before, after, texts, replay -> numbers.integer(replay.raised())),
                figure("PerDay", before, after, texts, replay -> numbers.decimal(replay.perDay(), 1)),
                figure("Flaps", before, after, texts, replay -> numbers.integer(replay.flaps())),
                figure("Median", before, after, texts,
                        replay -> replay.timeToClear().median().map(time -> hours(time, numbers)).orElse(NumberFormats.ABSENT)),
                figure("Open", before, after, texts, replay -> numbers.integer(replay.open())),
                figure("Cells", before, after, texts, replay -> numbers.integer(replay.cells())),
                new Number(texts.get("Simulator_New"), numbers.integer(changes.get(Change.NEW)), ""),
                new Number(texts.get("Simulator_Gone"), numbers.integer(changes.get(Change.GONE)), ""),
                new Number(texts.get("Simulator_Changed"), numbers.integer(changes.get(Change.CHANGED)),
                        texts.get("Simulator_SameBeside", changes.get(Change.SAME))));
    }

    private static Number figure(String key, Replay before, Replay after, Texts texts, Function<Replay, String> value) {
        return new Number(texts.get("Simulator_" + key), value.apply(after), texts.get("Simulator_Beside", value.apply(before)));
    }

    private static String hours(Duration time, NumberFormats numbers) {
        return numbers.measure(time.toSeconds() / 3600.0, 1, "h");
    }

    /** Alarms raised each day, of both. */
    static ChartModel perDay(SimulationResult result, Texts texts, Function<String, String> labels) {
        List<Day> days = result.days();
        // In the middle of the day, and with an empty day at either end: a bar stands for all of its day.
        double[] x = new double[days.size() + 2];
        double[] before = new double[x.length];
        double[] after = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            boolean inside = i > 0 && i <= days.size();
            LocalDate day = days.isEmpty() ? LocalDate.EPOCH.plusDays(i) : days.getFirst().day().plusDays(i - 1L);
            x[i] = day.atTime(LocalTime.NOON).atZone(result.zone()).toEpochSecond();
            before[i] = inside ? days.get(i - 1).referenceRaised() : 0;
            after[i] = inside ? days.get(i - 1).candidateRaised() : 0;
        }
        double widestGap = Duration.ofHours(26).toSeconds();
        return ChartModel.overTime(texts.get("Simulator_Chart"), texts.get("Simulator_Raised"), "", widestGap,
                ChartModel.Series.of(ChartModel.Kind.BARS, texts.get("Simulator_Reference", labels.apply(result.reference().ruleSet())), x,
                        before, 0),
                ChartModel.Series.of(ChartModel.Kind.BARS, texts.get("Simulator_Candidate", labels.apply(result.candidate().ruleSet())), x,
                        after, 1));
    }

    /** The columns of the table of cells. */
    static List<TableColumn<Cell>> columns(Texts texts, Function<String, String> names) {
        return List.of(TableColumn.<Cell>text("cell", texts.get("Column_Cell"), cell -> names.apply(cell.cell())).wide(190),
                TableColumn.<Cell>integer("reference", texts.get("Simulator_Active"), "", Cell::reference).wide(80),
                TableColumn.<Cell>integer("candidate", texts.get("Simulator_CandidateShort"), "", Cell::candidate).wide(90),
                TableColumn.<Cell>integer("new", texts.get("Simulator_New"), "", Cell::added).wide(70),
                TableColumn.<Cell>integer("gone", texts.get("Simulator_Gone"), "", Cell::gone).wide(70),
                TableColumn.<Cell>integer("changed", texts.get("Simulator_Changed"), "", Cell::changed).wide(90),
                TableColumn.<Cell>integer("same", texts.get("Simulator_Same"), "", Cell::same).wide(80),
                TableColumn.<Cell>text("id", texts.get("Column_Id"), Cell::cell).hidden());
    }

    /** The stretches of a cell's alarms, each alarm of the reference above that of the candidate. */
    static List<Lane> lanes(SimulationResult result, String cell, Texts texts) {
        Map<String, List<List<AlarmEpisode>>> byName = new LinkedHashMap<>();
        result.differences().stream().filter(each -> each.cell().equals(cell)).forEach(each -> {
            each.reference().forEach(episode -> episodes(byName, episode).get(0).add(episode));
            each.candidate().forEach(episode -> episodes(byName, episode).get(1).add(episode));
        });
        List<Lane> lanes = new ArrayList<>();
        byName.forEach((name, both) -> {
            lanes.add(new Lane(name, false, stretches(both.get(0), result)));
            lanes.add(new Lane(name, true, stretches(both.get(1), result)));
        });
        return lanes;
    }

    private static List<List<AlarmEpisode>> episodes(Map<String, List<List<AlarmEpisode>>> byName, AlarmEpisode episode) {
        return byName.computeIfAbsent(episode.specificProblem(), key -> List.of(new ArrayList<>(), new ArrayList<>()));
    }

    private static List<Stretch> stretches(List<AlarmEpisode> episodes, SimulationResult result) {
        List<Stretch> stretches = new ArrayList<>();
        for (AlarmEpisode episode : episodes) {
            List<SeverityChange> changes = episode.severities();
            Instant end = episode.cleared().orElse(result.to());
            for (int i = 0; i < changes.size(); i++) {
                boolean last = i == changes.size() - 1;
                Instant until = last ? end : changes.get(i + 1).at();
                Optional<Severity> severity = Severity.named(changes.get(i).severity().getLiteral());
                stretches.add(new Stretch(changes.get(i).at(), until, last && episode.cleared().isEmpty(),
                        severity.orElse(Severity.INDETERMINATE)));
            }
        }
        stretches.sort(Comparator.comparing(Stretch::from));
        return stretches;
    }
}
