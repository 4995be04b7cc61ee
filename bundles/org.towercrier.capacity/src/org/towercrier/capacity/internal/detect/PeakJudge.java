package org.towercrier.capacity.internal.detect;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.towercrier.capacity.Evidence;
import org.towercrier.capacity.Evidence.Limit;
import org.towercrier.capacity.Evidence.Sentence;
import org.towercrier.capacity.Evidence.Verdict;
import org.towercrier.capacity.internal.kpi.Kpi;
import org.towercrier.capacity.internal.series.CellSeries;
import org.towercrier.capacity.internal.series.LocalClock;

/**
 * Intermittent peaks: load leaves the cell's own seasonal baseline and lasts longer than a delay, or does so again and again
 * within a window.
 *
 * <p>A sample is a peak's when its robust z score, (value − median) / max(1.4826 × MAD, smallest scale), reaches the limit and
 * its value the floor. The smallest scale is a hundredth of the floor: without it a cell whose load hardly ever changes would be in
 * alarm at any change.
 *
 * @param frame        what rules have in common; its figure is the KPI
 * @param kpi          what is watched
 * @param deviations   limit of the robust z score
 * @param floor        value below which a sample is never a peak's
 * @param delay        how long a peak must last, in seconds
 * @param repeat       how many peaks within the window will do as well
 * @param repeatWindow the window in seconds
 * @param baselineDays days of history in the baseline, up to the end of the period looked at
 */
public record PeakJudge(RuleFrame frame, Kpi kpi, double deviations, double floor, long delay, int repeat, long repeatWindow,
        int baselineDays) implements Judge {

    private static final double SMALLEST_SCALE = 0.01;
    private static final long DAY = 86_400;
    private static final String MEDIAN = "median";
    private static final String MAD = "mad";
    private static final String LIMIT = "limit";

    @Override
    public Collection<Kpi> kpis() {
        return List.of(kpi);
    }

    @Override
    public long lookback() {
        return Math.max(baselineDays * DAY, repeatWindow);
    }

    @Override
    public Outcome judge(CellSeries series, Surroundings surroundings) {
        double[] values = kpi.perSample(series);
        if (below(values)) {
            return outcomeBelow(values);
        }
        LocalClock clock = surroundings.clock();
        Baseline baseline = new Baseline(series, values, surroundings.end() - baselineDays * DAY, clock);
        Walk walk = new Walk(series, values, baseline, clock);
        return walk.outcome();
    }

    /** Most cells never reach the floor: their baseline need not be known. */
    private boolean below(double[] values) {
        for (double value : values) {
            if (value >= floor) {
                return false;
            }
        }
        return true;
    }

    private static Outcome outcomeBelow(double[] values) {
        for (double value : values) {
            if (!Double.isNaN(value)) {
                return new Outcome(List.of(), true);
            }
        }
        return Outcome.UNDECIDED;
    }

    private double scale(double mad) {
        return Math.max(Baseline.NORMAL * mad, SMALLEST_SCALE * Math.abs(floor));
    }

    /** One pass over the samples. */
    private final class Walk {

        private final CellSeries series;
        private final double[] values;
        private final Baseline baseline;
        private final LocalClock clock;
        private final EpisodeTracker tracker = new EpisodeTracker(frame());
        private final Verdict[] verdicts;
        private final Map<Integer, Sentence> reasons = new LinkedHashMap<>();
        /** Begins of the peaks within the window. */
        private final Deque<Long> peaks = new ArrayDeque<>();
        private int samplesOfPeak;
        private long secondsOfPeak;
        private long beginOfPeak;
        private boolean decided;

        Walk(CellSeries series, double[] values, Baseline baseline, LocalClock clock) {
            this.series = series;
            this.values = values;
            this.baseline = baseline;
            this.clock = clock;
            this.verdicts = new Verdict[values.length];
        }

        Outcome outcome() {
            for (int i = 0; i < values.length; i++) {
                verdicts[i] = verdict(i);
                if (verdicts[i] != Verdict.UNKNOWN) {
                    decided = true;
                    step(i);
                }
            }
            List<Finding> findings = new ArrayList<>();
            for (EpisodeTracker.Span span : tracker.finish()) {
                findings.add(SampleReadings.finding(span, evidence(span)));
            }
            return new Outcome(List.copyOf(findings), decided);
        }

        private Verdict verdict(int index) {
            double value = values[index];
            if (Double.isNaN(value) || series.suspect(index) || !frame().window().contains(clock, series.start(index))) {
                return Verdict.UNKNOWN;
            }
            if (value < floor) {
                return Verdict.GOOD;
            }
            int hour = clock.hourOfWeek(series.start(index));
            if (Double.isNaN(baseline.median(hour))) {
                return Verdict.UNKNOWN;
            }
            return score(index, hour) >= deviations ? Verdict.BAD : Verdict.GOOD;
        }

        private double score(int index, int hour) {
            double distance = values[index] - baseline.median(hour);
            double scale = scale(baseline.deviation(hour));
            // Without a floor and without any deviation every distance is infinitely far, and none is no distance.
            return scale == 0 ? Math.signum(distance) * Double.MAX_VALUE : distance / scale;
        }

        private void step(int index) {
            long end = series.end(index);
            boolean raises = false;
            if (verdicts[index] == Verdict.BAD) {
                if (samplesOfPeak == 0) {
                    beginOfPeak = series.start(index);
                    secondsOfPeak = 0;
                }
                samplesOfPeak++;
                secondsOfPeak += series.period();
                if (samplesOfPeak == frame().triggerCount()) {
                    peaks.addLast(beginOfPeak);
                }
                raises = raises(index, end);
            } else {
                samplesOfPeak = 0;
            }
            forget(end);
            double figure = verdicts[index] == Verdict.BAD ? values[index] : Double.NaN;
            tracker.accept(new EpisodeTracker.Step(index, end, verdicts[index], figure, raises, peaks.size() >= repeat()));
        }

        private boolean raises(int index, long end) {
            forget(end);
            if (samplesOfPeak < frame().triggerCount()) {
                return false;
            }
            boolean lasts = secondsOfPeak >= delay();
            boolean repeats = peaks.size() >= repeat();
            if ((lasts || repeats) && !tracker.up()) {
                reasons.put(index, lasts ? Sentence.of("peak.lasts", secondsOfPeak / 60.0, delay() / 60.0)
                        : Sentence.of("peak.repeats", peaks.size(), repeatWindow() / 3600.0, repeat()));
            }
            return lasts || repeats;
        }

        private void forget(long now) {
            while (!peaks.isEmpty() && peaks.getFirst() <= now - repeatWindow()) {
                peaks.removeFirst();
            }
        }

        private Evidence evidence(EpisodeTracker.Span span) {
            int index = span.raisedBy();
            int hour = clock.hourOfWeek(series.start(index));
            double median = baseline.median(hour);
            double mad = baseline.deviation(hour);
            List<Sentence> sentences = List.of(
                    Sentence.of("peak.score", kpi().name(), values[index], kpi().unit(), median, mad, scale(mad), score(index, hour),
                            deviations()),
                    Sentence.of("peak.floor", floor(), kpi().unit()), reasons.get(index),
                    Sentence.of("peak.baseline", baselineDays(), Instant.ofEpochSecond(series.start(index)).toString()));
            List<Limit> limits = List
                    .of(new Limit(kpi().name(), kpi().unit(), Math.max(floor(), median + deviations() * scale(mad)), 0, true));
            return SampleReadings.evidence(frame(), kpi(), series, span, verdicts, limits, this::reading, sentences);
        }

        /** The value with what it is compared with. */
        private Map<String, Double> reading(int index) {
            Map<String, Double> reading = new LinkedHashMap<>(SampleReadings.value(kpi().name(), values[index]));
            int hour = clock.hourOfWeek(series.start(index));
            double median = baseline.median(hour);
            if (!Double.isNaN(median)) {
                double mad = baseline.deviation(hour);
                reading.put(MEDIAN, median);
                reading.put(MAD, mad);
                reading.put(LIMIT, Math.max(floor(), median + deviations() * scale(mad)));
            }
            return reading;
        }
    }
}
