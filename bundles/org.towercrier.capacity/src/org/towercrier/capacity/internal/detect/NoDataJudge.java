package org.towercrier.capacity.internal.detect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.towercrier.capacity.Evidence;
import org.towercrier.capacity.Evidence.Limit;
import org.towercrier.capacity.Evidence.Reading;
import org.towercrier.capacity.Evidence.Sentence;
import org.towercrier.capacity.Evidence.Verdict;
import org.towercrier.capacity.SeverityChange;
import org.towercrier.capacity.internal.kpi.Kpi;
import org.towercrier.capacity.internal.series.CellSeries;
import org.towercrier.capacity.internal.series.LocalClock;

/**
 * Silence: expected samples are missing in a row. They are expected from the object's first sample until the network's own latest
 * one, at the distance of the object's own period. A suspect sample is not silence, and does not end it.
 *
 * @param frame   what rules have in common; its figure is the number of missing periods
 * @param missing how many missing periods raise the alarm
 */
public record NoDataJudge(RuleFrame frame, int missing) implements Judge {

    private static final String FIGURE = "missing-periods";

    public NoDataJudge {
        if (missing < 1) {
            throw new IllegalArgumentException("One missing period at least");
        }
    }

    @Override
    public Collection<Kpi> kpis() {
        return List.of();
    }

    @Override
    public long lookback() {
        return 0;
    }

    @Override
    public Outcome judge(CellSeries series, Surroundings surroundings) {
        if (series.size() == 0) {
            return Outcome.UNDECIDED;
        }
        Watch watch = new Watch(series, surroundings);
        for (int i = 0; i < series.size(); i++) {
            if (i > 0) {
                watch.silence(series.end(i - 1), series.start(i));
            }
            if (!series.suspect(i)) {
                watch.heard(i);
            }
        }
        watch.silence(series.end(series.size() - 1), Math.min(surroundings.heard(), surroundings.end()));
        return new Outcome(watch.finish(), true);
    }

    /** Counts what is missing. */
    private final class Watch {

        private final CellSeries series;
        private final Surroundings surroundings;
        private final LocalClock clock;
        private final List<Finding> findings = new ArrayList<>();
        private final List<SeverityChange> severities = new ArrayList<>();
        private long since;
        private int count;
        private int longest;
        private int good;
        private long raised;

        Watch(CellSeries series, Surroundings surroundings) {
            this.series = series;
            this.surroundings = surroundings;
            this.clock = surroundings.clock();
        }

        /** Between these times there is no sample: as many periods are missing as fit in and are looked at. */
        void silence(long from, long until) {
            int period = series.period();
            for (long start = from; start + period <= until; start += period) {
                if (!frame().window().contains(clock, start)) {
                    continue;
                }
                if (count == 0) {
                    since = start;
                }
                count++;
                longest = Math.max(longest, count);
                good = 0;
                long end = start + period;
                if (severities.isEmpty() && count >= missing) {
                    raised = end;
                    change(end);
                } else if (!severities.isEmpty()
                        && RuleFrame.worse(frame().severityOf(count), severities.getLast().severity())) {
                    change(end);
                }
            }
        }

        private void change(long at) {
            severities.add(new SeverityChange(Instant.ofEpochSecond(at), frame().severityOf(count)));
        }

        void heard(int index) {
            if (!severities.isEmpty()) {
                good++;
                long end = series.end(index);
                if (good >= frame().clearCount() && end >= raised + frame().minimumDuration()) {
                    add(Optional.of(end));
                }
            }
            count = 0;
        }

        List<Finding> finish() {
            if (!severities.isEmpty()) {
                add(Optional.empty());
            }
            return List.copyOf(findings);
        }

        private void add(Optional<Long> cleared) {
            findings.add(new Finding(Instant.ofEpochSecond(raised), List.copyOf(severities), cleared.map(Instant::ofEpochSecond),
                    evidence()));
            severities.clear();
            longest = 0;
            good = 0;
        }

        private Evidence evidence() {
            long begin = raised - (long) missing * series.period();
            long firstMissing = Math.min(since, begin);
            Instant from = Instant.ofEpochSecond(firstMissing);
            long seconds = (long) longest * series.period();
            Reading gap = new Reading(from, seconds, Map.of(FIGURE, (double) longest), Verdict.BAD, Optional.empty());
            return new Evidence(frame().name(), FIGURE, "1", from, from.plusSeconds(seconds), Optional.empty(),
                    List.of(new Limit(FIGURE, "1", missing, 0, true)), List.of(gap),
                    List.of(Sentence.of("nodata.missing", longest, series.period(), from.toString(), missing),
                            Sentence.of("nodata.expected", Instant.ofEpochSecond(surroundings.heard()).toString())));
        }
    }
}
