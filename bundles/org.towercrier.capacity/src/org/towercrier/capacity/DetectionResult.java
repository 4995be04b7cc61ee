package org.towercrier.capacity;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.towercrier.model.alarm.AlarmKind;
import org.towercrier.model.alarm.PerceivedSeverity;

/**
 * What a detection found.
 *
 * @param ruleSet   name of the rule set
 * @param rules     ids of the rules that were evaluated
 * @param from      begin of the samples looked at
 * @param to        end of the samples looked at, exclusive
 * @param episodes  the findings, ordered by object, rule and time
 * @param objects   number of measured objects looked at
 * @param rowsRead  number of samples looked at
 * @param duration  how long it took
 * @param undecided for each rule id, how many objects have not enough data to be judged at all
 */
public record DetectionResult(String ruleSet, Set<String> rules, Instant from, Instant to, List<AlarmEpisode> episodes,
        int objects, long rowsRead, Duration duration, Map<String, Integer> undecided) {

    public DetectionResult {
        rules = Set.copyOf(rules);
        episodes = List.copyOf(episodes);
        undecided = Map.copyOf(undecided);
    }

    /** How many episodes there are of each kind; kinds without any are left out. */
    public Map<AlarmKind, Integer> byKind() {
        Map<AlarmKind, Integer> counts = new EnumMap<>(AlarmKind.class);
        episodes.forEach(episode -> counts.merge(episode.kind(), 1, Integer::sum));
        return counts;
    }

    /** How many episodes there are of each severity, by the last severity of each. */
    public Map<PerceivedSeverity, Integer> bySeverity() {
        Map<PerceivedSeverity, Integer> counts = new EnumMap<>(PerceivedSeverity.class);
        episodes.forEach(episode -> counts.merge(episode.severities().getLast().severity(), 1, Integer::sum));
        return counts;
    }
}
