package org.towercrier.capacity.internal.command;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.eclipse.emf.common.util.Enumerator;
import org.towercrier.capacity.AlarmEpisode;
import org.towercrier.capacity.simulation.Difference;
import org.towercrier.capacity.simulation.Difference.Change;
import org.towercrier.capacity.simulation.Replay;
import org.towercrier.capacity.simulation.SimulationResult;

/** A simulation as the JSON that scripts read; times in ISO 8601, durations in seconds. */
final class SimulationDocument {

    private SimulationDocument() {
    }

    static Map<String, Object> of(SimulationResult result) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("from", result.from());
        json.put("to", result.to());
        json.put("rowsRead", result.rowsRead());
        json.put("objects", result.objects());
        json.put("duration", result.duration().toNanos() / 1e9);
        json.put("active", replay(result.reference()));
        json.put("candidate", replay(result.candidate()));
        Map<String, Object> counts = new LinkedHashMap<>();
        result.changes().forEach((change, count) -> counts.put(name(change), count));
        json.put("changes", counts);
        json.put("cells", result.cells().stream().filter(SimulationResult.Cell::differs).map(SimulationDocument::cell).toList());
        json.put("days", result.days().stream().map(SimulationDocument::day).toList());
        json.put("differences", result.differences().stream().filter(each -> each.change() != Change.SAME)
                .map(SimulationDocument::difference).toList());
        return json;
    }

    private static String name(Enum<?> literal) {
        return literal.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> replay(Replay replay) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("ruleSet", replay.ruleSet());
        json.put("digest", replay.digest());
        json.put("raised", replay.raised());
        json.put("raisedBefore", replay.before());
        json.put("open", replay.open());
        json.put("cells", replay.cells());
        json.put("perDay", replay.perDay());
        json.put("flaps", replay.flaps());
        Replay.TimeToClear times = replay.timeToClear();
        Map<String, Object> clear = new LinkedHashMap<>();
        clear.put("count", times.count());
        clear.put("median", seconds(times.median()));
        clear.put("p90", seconds(times.ninetieth()));
        clear.put("longest", seconds(times.longest()));
        clear.put("distribution", times.distribution().stream().map(bucket -> {
            Map<String, Object> each = new LinkedHashMap<>();
            each.put("atMost", seconds(bucket.atMost()));
            each.put("count", bucket.count());
            return each;
        }).toList());
        json.put("timeToClear", clear);
        json.put("byKind", literals(replay.byKind()));
        json.put("bySeverity", literals(replay.bySeverity()));
        json.put("byRule", new TreeMap<>(replay.byRule()));
        return json;
    }

    private static Map<String, Integer> literals(Map<? extends Enumerator, Integer> counts) {
        Map<String, Integer> named = new TreeMap<>();
        counts.forEach((literal, count) -> named.put(literal.getLiteral(), count));
        return named;
    }

    private static Optional<Long> seconds(Optional<Duration> duration) {
        return duration.map(Duration::toSeconds);
    }

    private static Map<String, Object> cell(SimulationResult.Cell cell) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("cell", cell.cell());
        json.put("active", cell.reference());
        json.put("candidate", cell.candidate());
        json.put("new", cell.added());
        json.put("gone", cell.gone());
        json.put("changed", cell.changed());
        json.put("same", cell.same());
        return json;
    }

    private static Map<String, Object> day(SimulationResult.Day day) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("day", day.day().toString());
        json.put("activeRaised", day.referenceRaised());
        json.put("candidateRaised", day.candidateRaised());
        json.put("activeUp", day.referenceUp());
        json.put("candidateUp", day.candidateUp());
        json.put("new", day.added());
        json.put("gone", day.gone());
        json.put("changed", day.changed());
        return json;
    }

    private static Map<String, Object> difference(Difference difference) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("cell", difference.cell());
        json.put("object", difference.object());
        json.put("kind", difference.kind().getLiteral());
        json.put("change", name(difference.change()));
        json.put("aspects", difference.aspects().stream().map(SimulationDocument::name).sorted().toList());
        json.put("active", episodes(difference.reference()));
        json.put("candidate", episodes(difference.candidate()));
        return json;
    }

    private static List<Map<String, Object>> episodes(List<AlarmEpisode> episodes) {
        return episodes.stream().map(episode -> {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("rule", episode.rule());
            json.put("specificProblem", episode.specificProblem());
            json.put("raised", episode.raised());
            json.put("cleared", episode.cleared());
            json.put("severities", episode.severities().stream()
                    .map(change -> Map.of("at", change.at().toString(), "severity", change.severity().getLiteral())).toList());
            return json;
        }).toList();
    }
}
