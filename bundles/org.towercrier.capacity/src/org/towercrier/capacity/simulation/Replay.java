package org.towercrier.capacity.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.towercrier.capacity.AlarmEpisode;
import org.towercrier.model.alarm.AlarmKind;
import org.towercrier.model.alarm.PerceivedSeverity;

/**
 * What one rule set would have raised.
 *
 * @param ruleSet     its name
 * @param digest      digest of its content
 * @param episodes    what was found, ordered by object, rule and time; also what was raised before the period and lasted into it
 * @param raised      number of alarms raised within the period
 * @param before      number of alarms that were raised before the period and lasted into it
 * @param open        number of alarms that were up at the end of the period
 * @param cells       number of cells with an alarm
 * @param perDay      alarms raised a day, the mean over the length of the period
 * @param flaps       how many of the alarms raised came back within the flap window after the same alarm had been cleared
 * @param timeToClear how long those raised and cleared within the period were up
 * @param byKind      number of alarms raised of each kind; kinds without any are left out
 * @param bySeverity  number of alarms raised by their greatest severity
 * @param byRule      number of alarms raised by each rule
 */
public record Replay(String ruleSet, String digest, List<AlarmEpisode> episodes, int raised, int before, int open, int cells,
        double perDay, int flaps, TimeToClear timeToClear, Map<AlarmKind, Integer> byKind, Map<PerceivedSeverity, Integer> bySeverity,
        Map<String, Integer> byRule) {

    /**
     * How long alarms were up. Those that are still up are not among them: {@link Replay#open()} says how many there are.
     *
     * @param count        number of alarms
     * @param median       half of them were up no longer; absent when there are none
     * @param ninetieth    nine in ten were up no longer
     * @param longest      the longest
     * @param distribution how many were up how long, from short to long
     */
    public record TimeToClear(int count, Optional<Duration> median, Optional<Duration> ninetieth, Optional<Duration> longest,
            List<Bucket> distribution) {

        public TimeToClear {
            distribution = List.copyOf(distribution);
        }
    }

    /**
     * A class of durations.
     *
     * @param atMost the longest duration in it, absent for the last class
     * @param count  number of alarms
     */
    public record Bucket(Optional<Duration> atMost, int count) {
    }

    public Replay {
        episodes = List.copyOf(episodes);
        byKind = Map.copyOf(byKind);
        bySeverity = Map.copyOf(bySeverity);
        byRule = Map.copyOf(byRule);
    }
}
