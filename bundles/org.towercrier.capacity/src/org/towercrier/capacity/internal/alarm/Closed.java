package org.towercrier.capacity.internal.alarm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.towercrier.capacity.AlarmEpisode;
import org.towercrier.capacity.SeverityChange;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.alarm.AlarmState;

/**
 * What the records of one identity that are gone account for: up to their end nothing comes up anew.
 *
 * @param until  end of the last record that is gone, empty when none is
 * @param byHand when the stretch began that a person cleared by hand as the last thing: it stays away as a whole
 */
record Closed(Optional<Instant> until, Optional<Instant> byHand) {

    static Closed of(List<Alarm> records) {
        Optional<Alarm> last = records.stream().filter(alarm -> alarm.state() == AlarmState.GONE)
                .max(Comparator.comparing(Alarm::raised).thenComparingInt(Alarm::ordinal));
        Optional<Instant> hand = last.filter(alarm -> !alarm.cleared().equals(alarm.latest().cleared())).map(Alarm::raised);
        return new Closed(hand.or(() -> last.flatMap(Alarm::cleared)), hand);
    }

    /** What of an episode is beyond: all of it, the part after the end, or nothing. */
    Optional<AlarmEpisode> rest(AlarmEpisode episode) {
        if (until.isEmpty() || episode.raised().isAfter(until.get())) {
            return Optional.of(episode);
        }
        Instant end = until.get();
        boolean over = episode.cleared().map(cleared -> !cleared.isAfter(end)).orElse(false);
        return over || byHand.isPresent() ? Optional.empty() : Optional.of(after(episode, end));
    }

    private static AlarmEpisode after(AlarmEpisode episode, Instant end) {
        List<SeverityChange> changes = new ArrayList<>(episode.severities());
        while (changes.size() > 1 && !changes.get(1).at().isAfter(end)) {
            changes.removeFirst();
        }
        changes.set(0, new SeverityChange(end, changes.getFirst().severity()));
        return new AlarmEpisode(episode.objectInstance(), episode.cell(), episode.kind(), episode.alarmType(), episode.probableCause(),
                episode.specificProblem(), episode.ruleSet(), episode.rule(), end, changes, episode.cleared(), episode.evidence());
    }
}
