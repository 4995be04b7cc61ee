package org.towercrier.capacity.internal.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.towercrier.capacity.AlarmEpisode;
import org.towercrier.capacity.DetectionResult;
import org.towercrier.capacity.Evidence;
import org.towercrier.capacity.SeverityChange;
import org.towercrier.model.alarm.AlarmKind;
import org.towercrier.model.alarm.AlarmType;
import org.towercrier.model.alarm.PerceivedSeverity;

/** Results of detections over the whole of time, for a rule of the rule set "set". */
public final class Detections {

    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant TO = FROM.plus(Duration.ofDays(365));

    /** What was found for a cell. */
    public record Found(String cell, List<SeverityChange> severities, Optional<Instant> cleared) {
    }

    private Detections() {
    }

    public static Found up(String cell, Instant raised) {
        return new Found(cell, List.of(new SeverityChange(raised, PerceivedSeverity.MAJOR)), Optional.empty());
    }

    public static Found over(String cell, Instant raised, Instant cleared) {
        return new Found(cell, List.of(new SeverityChange(raised, PerceivedSeverity.MAJOR)), Optional.of(cleared));
    }

    public static Found changing(String cell, Instant raised, PerceivedSeverity first, PerceivedSeverity then) {
        return new Found(cell, List.of(new SeverityChange(raised, first), new SeverityChange(raised.plusSeconds(900), then)),
                Optional.empty());
    }

    public static DetectionResult of(String rule, Found... found) {
        return of(rule, List.of(found));
    }

    public static DetectionResult of(String rule, List<Found> found) {
        return new DetectionResult("set", Set.of(rule), FROM, TO, found.stream().map(each -> episode(rule, each)).toList(), found.size(),
                found.size(), Duration.ZERO, Map.of());
    }

    private static AlarmEpisode episode(String rule, Found found) {
        Instant raised = found.severities().getFirst().at();
        Evidence evidence = new Evidence(rule, "", "", FROM, TO, Optional.empty(), List.of(), List.of(), List.of());
        return new AlarmEpisode(found.cell(), found.cell(), AlarmKind.DENSE_LOAD, AlarmType.QUALITY_OF_SERVICE_ALARM,
                "thresholdCrossed", rule, "set", rule, raised, found.severities(), found.cleared(), evidence);
    }
}
