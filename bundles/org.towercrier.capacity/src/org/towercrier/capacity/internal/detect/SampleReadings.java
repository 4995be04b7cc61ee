package org.towercrier.capacity.internal.detect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

import org.towercrier.capacity.Evidence;
import org.towercrier.capacity.Evidence.Limit;
import org.towercrier.capacity.Evidence.Reading;
import org.towercrier.capacity.Evidence.Sentence;
import org.towercrier.capacity.Evidence.Verdict;
import org.towercrier.capacity.internal.kpi.Kpi;
import org.towercrier.capacity.internal.series.CellSeries;

/** Evidence of rules that judge single samples. */
final class SampleReadings {

    /** How many samples evidence shows. */
    private static final int MOST = 48;
    /** How many samples before the one that raised are shown. */
    private static final int BEFORE = 16;

    private SampleReadings() {
    }

    static Finding finding(EpisodeTracker.Span span, Evidence evidence) {
        Optional<Instant> cleared = span.cleared().isPresent() ? Optional.of(Instant.ofEpochSecond(span.cleared().getAsLong()))
                : Optional.empty();
        return new Finding(Instant.ofEpochSecond(span.raised()), span.severities(), cleared, evidence);
    }

    static Evidence evidence(RuleFrame frame, Kpi kpi, CellSeries series, EpisodeTracker.Span span, Verdict[] verdicts,
            List<Limit> limits, IntFunction<Map<String, Double>> values, List<Sentence> sentences) {
        int begin = Math.max(0, span.raisedBy() - BEFORE);
        int last = span.clearedBy() < 0 ? series.size() - 1 : span.clearedBy();
        int end = Math.min(last + 1, begin + MOST);
        List<Reading> readings = new ArrayList<>();
        for (int i = begin; i < end; i++) {
            readings.add(new Reading(Instant.ofEpochSecond(series.start(i)), series.period(), values.apply(i), verdicts[i],
                    series.suspect(i) ? Optional.of(Sentence.of("sample.suspect")) : Optional.empty()));
        }
        return new Evidence(frame.name(), kpi.name(), kpi.unit(), Instant.ofEpochSecond(series.start(begin)),
                Instant.ofEpochSecond(series.end(end - 1)), Optional.empty(), limits, readings, sentences);
    }

    static Map<String, Double> value(String name, double value) {
        return Double.isNaN(value) ? Map.of() : Map.of(name, value);
    }
}
