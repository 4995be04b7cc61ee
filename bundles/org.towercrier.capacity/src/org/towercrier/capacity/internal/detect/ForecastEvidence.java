package org.towercrier.capacity.internal.detect;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.towercrier.capacity.Evidence;
import org.towercrier.capacity.Evidence.Limit;
import org.towercrier.capacity.Evidence.Reading;
import org.towercrier.capacity.Evidence.Sentence;
import org.towercrier.capacity.Evidence.Verdict;
import org.towercrier.capacity.forecast.ForecastPicture;
import org.towercrier.capacity.forecast.LoadForecast.Subject;
import org.towercrier.capacity.internal.detect.ForecastJudge.Anchor;
import org.towercrier.capacity.internal.forecast.DailyLoads;
import org.towercrier.capacity.internal.forecast.ForecastSpec;
import org.towercrier.capacity.internal.forecast.ForecastTexts;
import org.towercrier.capacity.internal.forecast.Outlook;
import org.towercrier.statistics.forecast.Forecast;

/**
 * Why a forecast alarm is up: the busy hours of the last weeks, the days forecast with their interval, and the arithmetic of the latest
 * look ahead that saw the limit reached.
 */
final class ForecastEvidence {

    private static final int PAST = 8 * ForecastSpec.WEEK;
    private static final int MOST_AHEAD = 120;
    /** Days shown after the crossing. */
    private static final int BEYOND = 2 * ForecastSpec.WEEK;

    private final ForecastJudge judge;
    private final Subject subject;
    private final ZoneId zone;

    ForecastEvidence(ForecastJudge judge, Subject subject, ZoneId zone) {
        this.judge = judge;
        this.subject = subject;
        this.zone = zone;
    }

    Evidence of(EpisodeTracker.Span span, List<Anchor> anchors) {
        int last = span.clearedBy() < 0 ? anchors.size() - 1 : span.clearedBy();
        Anchor latest = anchors.get(span.raisedBy());
        for (int i = span.raisedBy(); i <= last; i++) {
            latest = anchors.get(i).crosses() ? anchors.get(i) : latest;
        }
        ForecastSpec spec = judge.spec();
        Outlook outlook = latest.outlook().orElseThrow();
        List<Reading> readings = readings(outlook);
        List<Sentence> sentences = new ArrayList<>(new ForecastTexts(spec, subject).sentences(outlook));
        if (latest.day() != anchors.get(span.raisedBy()).day()) {
            sentences.add(Sentence.of("forecast.first", Instant.ofEpochSecond(span.raised()).toString()));
        }
        Limit limit = new Limit(spec.kpi().name(), spec.kpi().unit(), spec.limit(), 0, true);
        return new Evidence(judge.frame().name(), spec.kpi().name(), spec.kpi().unit(), readings.getFirst().start(),
                readings.getLast().start().plusSeconds(readings.getLast().seconds()), Optional.empty(), List.of(limit), readings,
                sentences);
    }

    private List<Reading> readings(Outlook outlook) {
        DailyLoads loads = outlook.loads();
        List<Reading> readings = new ArrayList<>();
        double[] values = loads.values();
        for (int i = Math.max(0, values.length - PAST); i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                readings.add(reading(loads.firstDay() + i, Map.of(judge.spec().kpi().name(), values[i]),
                        values[i] >= judge.spec().limit() ? Verdict.BAD : Verdict.GOOD));
            }
        }
        Forecast forecast = outlook.forecast().orElseThrow();
        Forecast.Crossing crossing = forecast.crossing(judge.spec().limit());
        int end = crossing.latest().orElse(crossing.median().orElse(forecast.horizon())) + BEYOND;
        for (int step = 1; step <= Math.min(Math.min(end, MOST_AHEAD), forecast.horizon()); step++) {
            Map<String, Double> ahead = new LinkedHashMap<>();
            ahead.put(ForecastPicture.FORECAST, forecast.value(step));
            ahead.put(ForecastPicture.LOWER, forecast.lower(step));
            ahead.put(ForecastPicture.UPPER, forecast.upper(step));
            ahead.put(ForecastPicture.LEVEL, forecast.level(step));
            readings.add(reading(loads.lastDay() + step, ahead, Verdict.UNKNOWN));
        }
        return readings;
    }

    private Reading reading(int day, Map<String, Double> values, Verdict verdict) {
        Instant start = LocalDate.ofEpochDay(day).atStartOfDay(zone).toInstant();
        Instant end = LocalDate.ofEpochDay(day + 1L).atStartOfDay(zone).toInstant();
        return new Reading(start, end.getEpochSecond() - start.getEpochSecond(), values, verdict, Optional.empty());
    }
}
