package org.towercrier.capacity.internal.detect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.towercrier.capacity.Evidence;
import org.towercrier.capacity.Evidence.Limit;
import org.towercrier.capacity.Evidence.Sentence;
import org.towercrier.capacity.Evidence.Verdict;
import org.towercrier.capacity.internal.kpi.Kpi;
import org.towercrier.capacity.internal.series.CellSeries;
import org.towercrier.capacity.internal.series.LocalClock;

/**
 * A KPI beyond its threshold, e.g. accessibility or the drop rate. Samples with too few attempts say nothing: one failure in
 * three attempts is no trouble.
 *
 * @param frame           what rules have in common; its figure is the KPI
 * @param kpi             the KPI
 * @param limit           the threshold with its hysteresis
 * @param minimumAttempts the least number of attempts that is judged
 */
public record QualityJudge(RuleFrame frame, Kpi kpi, Limit limit, double minimumAttempts) implements Judge {

    @Override
    public Collection<Kpi> kpis() {
        return List.of(kpi);
    }

    @Override
    public long lookback() {
        return 0;
    }

    @Override
    public Outcome judge(CellSeries series, Surroundings surroundings) {
        double[] values = kpi.perSample(series);
        double[] attempts = kpi.attempts(series);
        LocalClock clock = surroundings.clock();
        EpisodeTracker tracker = new EpisodeTracker(frame);
        Verdict[] verdicts = new Verdict[values.length];
        boolean decided = false;
        int bad = 0;
        for (int i = 0; i < values.length; i++) {
            verdicts[i] = series.suspect(i) ? Verdict.UNKNOWN : verdict(values[i], attempts[i]);
            if (!frame.window().contains(clock, series.start(i))) {
                verdicts[i] = Verdict.UNKNOWN;
            }
            if (verdicts[i] == Verdict.UNKNOWN) {
                continue;
            }
            decided = true;
            bad = verdicts[i] == Verdict.BAD ? bad + 1 : 0;
            double figure = verdicts[i] == Verdict.GOOD ? Double.NaN : values[i];
            tracker.accept(new EpisodeTracker.Step(i, series.end(i), verdicts[i], figure, bad >= frame.triggerCount(), false));
        }
        List<Finding> findings = new ArrayList<>();
        for (EpisodeTracker.Span span : tracker.finish()) {
            findings.add(SampleReadings.finding(span, evidence(series, span, values, attempts[span.raisedBy()], verdicts)));
        }
        return new Outcome(List.copyOf(findings), decided);
    }

    private Verdict verdict(double value, double attempts) {
        // An absent number of attempts is less than any.
        return attempts >= minimumAttempts ? Limits.verdict(limit, value) : Verdict.UNKNOWN;
    }

    private Evidence evidence(CellSeries series, EpisodeTracker.Span span, double[] values, double attempts, Verdict[] verdicts) {
        int index = span.raisedBy();
        List<Sentence> sentences = new ArrayList<>();
        if (Double.isInfinite(attempts)) {
            sentences.add(Sentence.of("quality.sample", kpi.name(), values[index], kpi.unit(), limit.value(), limit.hysteresis()));
        } else {
            sentences.add(Sentence.of("quality.ratio", kpi.name(), values[index], kpi.unit(), attempts, minimumAttempts,
                    limit.value(), limit.hysteresis()));
        }
        sentences.add(Sentence.of(limit.upwards() ? "limit.up" : "limit.down", limit.high(), limit.low(), kpi.unit()));
        sentences.add(Sentence.of("rule.trigger", frame.triggerCount(), frame.clearCount()));
        return SampleReadings.evidence(frame, kpi, series, span, verdicts, List.of(limit),
                i -> SampleReadings.value(kpi.name(), values[i]), sentences);
    }
}
