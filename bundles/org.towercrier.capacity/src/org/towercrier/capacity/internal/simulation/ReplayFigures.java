package org.towercrier.capacity.internal.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.towercrier.capacity.AlarmEpisode;
import org.towercrier.capacity.DetectionResult;
import org.towercrier.capacity.SeverityChange;
import org.towercrier.capacity.alarm.AlarmIdentity;
import org.towercrier.capacity.simulation.Replay;
import org.towercrier.capacity.simulation.Replay.Bucket;
import org.towercrier.capacity.simulation.Replay.TimeToClear;
import org.towercrier.model.alarm.AlarmKind;
import org.towercrier.model.alarm.PerceivedSeverity;

/** Counts what a rule set would have raised within a period. */
final class ReplayFigures {

    private static final double SECONDS_OF_DAY = 86_400;
    private static final List<Duration> CLASSES = List.of(Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(4),
            Duration.ofHours(12), Duration.ofDays(1), Duration.ofDays(3), Duration.ofDays(7));

    private final Instant from;
    private final Instant to;
    private final Duration flapWindow;

    ReplayFigures(Instant from, Instant to, Duration flapWindow) {
        this.from = from;
        this.to = to;
        this.flapWindow = flapWindow;
    }

    Replay of(DetectionResult found, String digest) {
        List<AlarmEpisode> raised = found.episodes().stream().filter(episode -> !episode.raised().isBefore(from)).toList();
        Map<AlarmKind, Integer> byKind = new EnumMap<>(AlarmKind.class);
        Map<PerceivedSeverity, Integer> bySeverity = new EnumMap<>(PerceivedSeverity.class);
        Map<String, Integer> byRule = new TreeMap<>();
        for (AlarmEpisode episode : raised) {
            byKind.merge(episode.kind(), 1, Integer::sum);
            bySeverity.merge(worst(episode), 1, Integer::sum);
            byRule.merge(episode.rule(), 1, Integer::sum);
        }
        int open = (int) found.episodes().stream().filter(episode -> episode.cleared().isEmpty()).count();
        int cells = (int) found.episodes().stream().map(AlarmEpisode::cell).distinct().count();
        double days = Duration.between(from, to).toSeconds() / SECONDS_OF_DAY;
        return new Replay(found.ruleSet(), digest, found.episodes(), raised.size(), found.episodes().size() - raised.size(), open, cells,
                days > 0 ? raised.size() / days : 0, flaps(found.episodes()), timeToClear(raised), byKind, bySeverity, byRule);
    }

    /** The greatest severity of an episode; X.733 orders them from CRITICAL on. */
    private static PerceivedSeverity worst(AlarmEpisode episode) {
        return episode.severities().stream().map(SeverityChange::severity).min(Comparator.comparingInt(PerceivedSeverity::getValue))
                .orElseThrow();
    }

    private int flaps(List<AlarmEpisode> episodes) {
        Map<AlarmIdentity, Instant> clearedLast = new HashMap<>();
        int flaps = 0;
        for (AlarmEpisode episode : episodes.stream().sorted(Comparator.comparing(AlarmEpisode::raised)).toList()) {
            AlarmIdentity identity = identity(episode);
            Instant last = clearedLast.get(identity);
            if (last != null && !episode.raised().isBefore(from) && !episode.raised().isAfter(last.plus(flapWindow))) {
                flaps++;
            }
            episode.cleared().ifPresent(cleared -> clearedLast.put(identity, cleared));
        }
        return flaps;
    }

    static AlarmIdentity identity(AlarmEpisode episode) {
        return new AlarmIdentity(episode.objectInstance(), episode.alarmType(), episode.probableCause(), episode.specificProblem());
    }

    private static TimeToClear timeToClear(List<AlarmEpisode> raised) {
        List<Duration> durations = raised.stream().flatMap(episode -> episode.cleared().map(end -> Duration.between(episode.raised(), end))
                .stream()).sorted().toList();
        List<Bucket> distribution = new ArrayList<>();
        int counted = 0;
        for (Duration each : CLASSES) {
            int upTo = (int) durations.stream().filter(duration -> duration.compareTo(each) <= 0).count();
            distribution.add(new Bucket(Optional.of(each), upTo - counted));
            counted = upTo;
        }
        distribution.add(new Bucket(Optional.empty(), durations.size() - counted));
        Optional<Duration> longest = durations.isEmpty() ? Optional.empty() : Optional.of(durations.getLast());
        return new TimeToClear(durations.size(), median(durations), ninetieth(durations), longest, distribution);
    }

    /** The middle one, or the mean of the two in the middle. */
    private static Optional<Duration> median(List<Duration> sorted) {
        if (sorted.isEmpty()) {
            return Optional.empty();
        }
        int middle = sorted.size() / 2;
        return Optional.of(sorted.size() % 2 == 1 ? sorted.get(middle) : sorted.get(middle - 1).plus(sorted.get(middle)).dividedBy(2));
    }

    /** The least one that at least nine in ten do not exceed. */
    private static Optional<Duration> ninetieth(List<Duration> sorted) {
        return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get((9 * sorted.size() + 9) / 10 - 1));
    }
}
