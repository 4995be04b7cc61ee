package org.towercrier.ui.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.towercrier.ui.chart.ChartModel.Kind;
import org.towercrier.ui.chart.ChartModel.Series;
import org.towercrier.ui.chart.ChartModel.Threshold;

class ChartModelTest {

    private static List<List<Integer>> runs(Series series, double widestGap) {
        return series.runs(widestGap).stream().map(run -> List.of(run[0], run[1])).toList();
    }

    @Test
    void missingValuesAndLongPausesPartALine() {
        Series series = Series.of(Kind.LINE, "load", new double[]{ 0, 900, 1800, 2700, 7200, 8100 },
                new double[]{ 1, Double.NaN, 3, 4, 5, 6 }, 0);
        assertEquals(List.of(List.of(0, 0), List.of(2, 3), List.of(4, 5)), runs(series, 1800));
        assertEquals(List.of(List.of(0, 0), List.of(2, 5)), runs(series, Double.POSITIVE_INFINITY));
    }

    @Test
    void aSeriesOfNothingHasNoRuns() {
        assertEquals(List.of(), runs(Series.of(Kind.LINE, "load", new double[]{ 1 }, new double[]{ Double.NaN }, 0), 9));
    }

    @Test
    void theAxisHoldsValuesAndThresholdsAndZero() {
        ChartModel model = ChartModel.overTime("t", "load", "%", 900,
                Series.of(Kind.LINE, "load", new double[]{ 5, 6 }, new double[]{ 20, 40 }, 0))
                .with(new Threshold(70, "70 %", Optional.empty()));
        assertArrayEquals(new double[]{ 5, 6 }, model.xRange());
        assertEquals(0, model.yRange()[0]);
        assertTrue(model.yRange()[1] > 70);
        assertArrayEquals(new double[]{ 0, 100 }, model.between(0, 100).yRange());
    }

    @Test
    void samplesNeedAPlaceEach() {
        assertThrows(IllegalArgumentException.class,
                () -> Series.of(Kind.LINE, "load", new double[2], new double[3], 0));
    }

    @Test
    void marksOfTimeStandAtFullHoursOfTheOperatorsZone() {
        double midnight = Instant.parse("2026-11-19T16:00:00Z").getEpochSecond();
        List<TimeTicks.Tick> ticks = TimeTicks.between(midnight - 7200, midnight + 7200, ZoneId.of("Asia/Shanghai"), 5);
        assertEquals(List.of("22:00", "23:00", "2026-11-20", "01:00", "02:00"),
                ticks.stream().map(TimeTicks.Tick::label).toList());
        assertTrue(ticks.get(2).day());
    }

    @Test
    void manyDaysAreMarkedByTheDay() {
        double from = Instant.parse("2026-11-01T00:00:00Z").getEpochSecond();
        List<TimeTicks.Tick> ticks = TimeTicks.between(from, from + 28 * 86_400.0, ZoneId.of("Asia/Shanghai"), 8);
        assertEquals(List.of("2026-11-02", "11-09", "11-16", "11-23"), ticks.stream().map(TimeTicks.Tick::label).toList());
    }

    @Test
    void theDayTheClocksChangeKeepsItsMarks() {
        double from = Instant.parse("2026-03-28T23:00:00Z").getEpochSecond();
        List<TimeTicks.Tick> ticks = TimeTicks.between(from, from + 23 * 3600.0, ZoneId.of("Europe/Berlin"), 4);
        assertEquals(List.of("2026-03-29", "06:00", "12:00", "18:00", "03-30"),
                ticks.stream().map(TimeTicks.Tick::label).toList());
    }
}
