package org.towercrier.capacity.ui.internal.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.towercrier.capacity.Evidence;
import org.towercrier.capacity.Evidence.Limit;
import org.towercrier.capacity.Evidence.Reading;
import org.towercrier.capacity.Evidence.Sentence;
import org.towercrier.capacity.Evidence.Verdict;
import org.towercrier.capacity.forecast.ForecastPicture;
import org.towercrier.capacity.forecast.LoadForecast.Crossing;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.ui.chart.ChartModel;

@DisplayName("Chart of a forecast")
class ForecastChartTest {

    private static final String KPI = "prb-utilisation-dl";

    private static Reading past(int day, double value) {
        return new Reading(Instant.parse("2026-03-0" + day + "T00:00:00Z"), 86_400, Map.of(KPI, value), Verdict.GOOD, Optional.empty());
    }

    private static Reading ahead(int day, double value) {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put(ForecastPicture.FORECAST, value);
        values.put(ForecastPicture.LOWER, value - 5);
        values.put(ForecastPicture.UPPER, value + 5);
        values.put(ForecastPicture.LEVEL, value - 1);
        return new Reading(Instant.parse("2026-03-0" + day + "T00:00:00Z"), 86_400, values, Verdict.UNKNOWN, Optional.empty());
    }

    private static Evidence evidence(Sentence sentence) {
        return new Evidence("Capacity runs out", KPI, "%", Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-03-06T00:00:00Z"),
                Optional.empty(), List.of(new Limit(KPI, "%", 70, 0, true)),
                List.of(past(1, 60), past(2, 62), ahead(3, 66), ahead(4, 69), ahead(5, 72)), List.of(sentence));
    }

    @Test
    @DisplayName("History, forecast, interval, limit and the day of the crossing, read back from the evidence of an alarm")
    void everything() {
        Evidence stored = Evidence.parse(evidence(
                Sentence.of("forecast.crosses", KPI, 70.0, "%", "2026-03-05", 80.0, "2026-03-04", "2026-04-01")).toJson()).orElseThrow();
        ForecastPicture picture = ForecastPicture.of(stored).orElseThrow();
        assertEquals(Optional.of(new Crossing(Optional.of(LocalDate.parse("2026-03-04")), Optional.of(LocalDate.parse("2026-03-05")),
                Optional.of(LocalDate.parse("2026-04-01")))), picture.crossing());
        ChartModel chart = ForecastChart.of(picture, "Cell 1", "PRB", new Texts(Locale.ENGLISH), ZoneOffset.UTC);
        assertArrayEquals(new double[]{ 60, 62 }, chart.series().get(0).y());
        assertArrayEquals(new double[]{ 66, 69, 72 }, chart.series().get(1).y());
        assertArrayEquals(new double[]{ 65, 68, 71 }, chart.series().get(2).y());
        assertArrayEquals(new double[]{ 61, 64, 67 }, chart.band().orElseThrow().low());
        assertEquals(70, chart.thresholds().getFirst().value());
        assertEquals("limit reached 2026-03-05", chart.spans().getFirst().label());
        assertEquals(Instant.parse("2026-03-05T00:00:00Z").getEpochSecond(), chart.spans().getFirst().from());
    }

    @Test
    @DisplayName("A crossing whose latest day is open, and evidence that is about something else")
    void openAndOther() {
        Evidence open = evidence(Sentence.of("forecast.crosses.open", KPI, 70.0, "%", "2026-05-05", 80.0, "2026-03-04", 90));
        Crossing crossing = ForecastPicture.of(open).orElseThrow().crossing().orElseThrow();
        assertEquals(Optional.empty(), crossing.latest());
        assertTrue(ForecastChart.of(ForecastPicture.of(open).orElseThrow(), "Cell 1", "PRB", new Texts(Locale.ENGLISH), ZoneOffset.UTC)
                .spans().isEmpty(), "the day lies beyond what is drawn");
        Evidence other = new Evidence("Dense load", KPI, "%", open.from(), open.to(), Optional.empty(), open.limits(),
                List.of(past(1, 60)), List.of());
        assertEquals(Optional.empty(), ForecastPicture.of(other));
    }
}
