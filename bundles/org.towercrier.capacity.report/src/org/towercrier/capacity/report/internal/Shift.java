package org.towercrier.capacity.report.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.towercrier.capacity.alarm.Activation;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.alarm.Severities;
import org.towercrier.model.alarm.AlarmKind;

/**
 * What happened to the alarms in a stretch of time: {@code (since, until]}.
 *
 * @param alarms all alarms there are
 * @param since  its begin
 * @param until  its end
 */
record Shift(List<Alarm> alarms, Instant since, Instant until) {

    /** Length of a shift that nobody has named. */
    static final Duration USUAL = Duration.ofDays(1);

    private static final Comparator<Alarm> WORST_THEN_LATEST = Comparator.comparing(Alarm::severity, Severities.WORST_FIRST)
            .thenComparing(Alarm::raised, Comparator.reverseOrder()).thenComparing(Alarm::id);

    /** One rise of an alarm within the time. */
    record Rise(Alarm alarm, Activation stretch) {
    }

    boolean within(Instant time) {
        return time.isAfter(since) && !time.isAfter(until);
    }

    /** Every time an alarm came up, in the order of time. */
    List<Rise> rises() {
        List<Rise> rises = new ArrayList<>();
        for (Alarm alarm : alarms) {
            alarm.activations().stream().filter(stretch -> within(stretch.raised()))
                    .forEach(stretch -> rises.add(new Rise(alarm, stretch)));
        }
        rises.sort(Comparator.comparing((Rise rise) -> rise.stretch().raised()).thenComparing(rise -> rise.alarm().id()));
        return rises;
    }

    /** Alarms that came up at least once, worst first. */
    List<Alarm> raised() {
        return alarms.stream().filter(alarm -> alarm.activations().stream().anyMatch(stretch -> within(stretch.raised())))
                .sorted(Comparator.comparing(Alarm::highestSeverity, Severities.WORST_FIRST)
                        .thenComparing(Alarm::raised, Comparator.reverseOrder()).thenComparing(Alarm::id))
                .toList();
    }

    /** When an alarm went in this time, by itself or by hand; the last time when it went more than once. */
    Optional<Instant> went(Alarm alarm) {
        Optional<Instant> last = alarm.cleared().filter(this::within);
        return last.isPresent() ? last
                : alarm.activations().stream().flatMap(stretch -> stretch.cleared().stream()).filter(this::within).reduce((a, b) -> b);
    }

    /** Alarms that went and are not up again, latest first. */
    List<Alarm> cleared() {
        return alarms.stream().filter(alarm -> alarm.cleared().filter(this::within).isPresent())
                .sorted(Comparator.comparing((Alarm alarm) -> alarm.cleared().orElse(until)).reversed().thenComparing(Alarm::id)).toList();
    }

    /** Alarms that are up, worst first. */
    List<Alarm> up() {
        return alarms.stream().filter(alarm -> alarm.cleared().isEmpty()).sorted(WORST_THEN_LATEST).toList();
    }

    /** Forecasts that stand. */
    List<Alarm> forecasts() {
        return up().stream().filter(alarm -> alarm.kind() == AlarmKind.EXHAUSTION_FORECAST).toList();
    }

    /** How often an alarm came up in this time. */
    long rises(Alarm alarm) {
        return alarm.activations().stream().filter(stretch -> within(stretch.raised())).count();
    }

    /** Alarms that came back at least once, those first that came up most often in this time. */
    List<Alarm> flapping() {
        return alarms.stream().filter(alarm -> alarm.flapCount() > 0 && (rises(alarm) > 0 || went(alarm).isPresent()))
                .sorted(Comparator.comparingLong((Alarm alarm) -> rises(alarm)).reversed()
                        .thenComparing(Alarm::flapCount, Comparator.reverseOrder()).thenComparing(Alarm::id))
                .toList();
    }
}
