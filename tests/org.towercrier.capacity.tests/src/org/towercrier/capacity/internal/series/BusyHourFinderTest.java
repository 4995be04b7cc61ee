package org.towercrier.capacity.internal.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.towercrier.capacity.internal.series.SeriesBuilder.MONDAY;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.towercrier.capacity.TrafficBasis;
import org.towercrier.capacity.internal.series.BusyHourFinder.Window;
import org.towercrier.model.alarm.BusyHourMethod;

/** The busy hour: the sliding 60 minutes of greatest traffic of a cell's own day. */
class BusyHourFinderTest {

    private static final String VOLUME = "DRB.PdcpSduVolumeDL";
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static List<Window> find(CellSeries series, ZoneId zone, BusyHourMethod method) {
        LocalClock clock = new LocalClock(zone, MONDAY.minus(Duration.ofDays(400)), MONDAY.plus(Duration.ofDays(400)));
        return new BusyHourFinder(clock, method).find(series, Traffic.of(series).orElseThrow());
    }

    private static Instant at(int day, int hour, int minute) {
        return MONDAY.plus(Duration.ofDays(day)).plus(Duration.ofHours(hour)).plus(Duration.ofMinutes(minute));
    }

    @ParameterizedTest
    @ValueSource(ints = { 300, 900, 1800, 3600 })
    void itIsWhatAnExhaustiveSearchFinds(int period) {
        Random random = new Random(7);
        SeriesBuilder builder = SeriesBuilder.every(period).days(5, VOLUME, start -> random.nextInt(1000));
        builder.without(at(1, 3, 0), at(1, 9, 30)).suspect(at(2, 12, 0), at(2, 13, 0));
        CellSeries series = builder.build();

        List<Window> found = find(series, SHANGHAI, BusyHourMethod.SLIDING);

        assertEquals(exhaustive(series, SHANGHAI, period), found.stream().map(Window::start).toList());
    }

    /** Each day by itself, each window by itself, straight from the definition. */
    private static List<Long> exhaustive(CellSeries series, ZoneId zone, int period) {
        List<Long> starts = new ArrayList<>();
        LocalDate first = LocalDate.ofInstant(Instant.ofEpochSecond(series.start(0)), zone);
        for (LocalDate day = first; !day.isAfter(first.plusDays(7)); day = day.plusDays(1)) {
            long best = -1;
            double most = -1;
            long midnight = day.atStartOfDay(zone).toEpochSecond();
            for (long start = midnight; start + 3600 <= day.plusDays(1).atStartOfDay(zone).toEpochSecond(); start += period) {
                double sum = 0;
                int samples = 0;
                for (int i = 0; i < series.size(); i++) {
                    if (series.start(i) >= start && series.end(i) <= start + 3600 && !series.suspect(i)) {
                        sum += series.value(VOLUME, i);
                        samples++;
                    }
                }
                if (samples == 3600 / period && sum > most) {
                    most = sum;
                    best = start;
                }
            }
            if (best >= 0) {
                starts.add(best);
            }
        }
        return starts;
    }

    @Test
    void itSlidesAcrossClockHours() {
        CellSeries series = SeriesBuilder.every(900).days(1, VOLUME, start -> 1).at(at(0, 18, 30), VOLUME, 50).at(at(0, 18, 45), VOLUME, 60)
                .at(at(0, 19, 0), VOLUME, 70).at(at(0, 19, 15), VOLUME, 50).build();

        Window sliding = find(series, ZoneOffset.UTC, BusyHourMethod.SLIDING).getFirst();
        assertEquals(at(0, 18, 30).getEpochSecond(), sliding.start());
        assertEquals(230, sliding.traffic());

        Window clock = find(series, ZoneOffset.UTC, BusyHourMethod.CLOCK_HOUR).getFirst();
        assertEquals(at(0, 19, 0).getEpochSecond(), clock.start());
        assertEquals(122, clock.traffic());
    }

    @Test
    void aDayIsTheOperatorsDay() {
        CellSeries series = SeriesBuilder.every(3600).days(2, VOLUME, start -> 1).at(at(0, 16, 0), VOLUME, 9).at(at(0, 15, 0), VOLUME, 8)
                .build();

        assertEquals(List.of(at(0, 16, 0).getEpochSecond(), at(1, 0, 0).getEpochSecond()),
                find(series, ZoneOffset.UTC, BusyHourMethod.SLIDING).stream().map(Window::start).toList());
        assertEquals(List.of(at(0, 15, 0).getEpochSecond(), at(0, 16, 0).getEpochSecond(), at(1, 16, 0).getEpochSecond()),
                find(series, SHANGHAI, BusyHourMethod.SLIDING).stream().map(Window::start).toList(),
                "16:00 UTC is midnight in Shanghai, so Monday's peak belongs to Tuesday");
    }

    @Test
    void aWindowWithAGapDoesNotCount() {
        CellSeries series = SeriesBuilder.every(900).days(1, VOLUME, start -> 1).at(at(0, 12, 0), VOLUME, 100)
                .without(at(0, 12, 15), at(0, 12, 30)).without(at(0, 11, 45), at(0, 12, 0)).build();

        assertEquals(4, find(series, ZoneOffset.UTC, BusyHourMethod.SLIDING).getFirst().traffic(), "every window with the peak is cut");
    }

    @Test
    void aDayWithoutAWholeHourHasNone() {
        CellSeries series = SeriesBuilder.every(900).days(2, VOLUME, start -> 1).without(at(0, 0, 45), at(1, 0, 0)).build();

        List<Window> found = find(series, ZoneOffset.UTC, BusyHourMethod.SLIDING);
        assertEquals(List.of(at(1, 0, 0).getEpochSecond()), found.stream().map(Window::start).toList());
    }

    @Test
    void ofEqualHoursTheEarliestCounts() {
        CellSeries series = SeriesBuilder.every(900).days(1, VOLUME, start -> 0.1).at(at(0, 8, 0), VOLUME, 0.3)
                .at(at(0, 20, 0), VOLUME, 0.30000000000000004).build();

        assertEquals(at(0, 7, 15).getEpochSecond(), find(series, ZoneOffset.UTC, BusyHourMethod.SLIDING).getFirst().start());
    }

    @Test
    void theTimeConsistentHourIsTheSameOnAllDays() {
        CellSeries series = SeriesBuilder.every(3600).days(3, VOLUME, start -> 1).at(at(0, 20, 0), VOLUME, 10).at(at(1, 20, 0), VOLUME, 10)
                .at(at(2, 20, 0), VOLUME, 4).at(at(2, 9, 0), VOLUME, 20).build();

        assertEquals(List.of(20L, 20L, 20L), find(series, ZoneOffset.UTC, BusyHourMethod.TIME_CONSISTENT).stream()
                .map(window -> Duration.between(MONDAY, Instant.ofEpochSecond(window.start())).toHours() % 24).toList());
        assertEquals(List.of(10.0, 10.0, 20.0), find(series, ZoneOffset.UTC, BusyHourMethod.AVERAGE_DAILY_PEAK).stream()
                .map(Window::traffic).toList());
    }

    @Test
    void withoutVolumeTheNextBestFigureIsTaken() {
        SeriesBuilder builder = SeriesBuilder.every(3600).days(1, "RRC.ConnMean", start -> 5);
        assertEquals(TrafficBasis.CONNECTED_USERS, Traffic.of(builder.build()).orElseThrow().basis().orElseThrow());
        builder.days(1, "RRU.PrbTotUl", start -> 5);
        assertEquals(TrafficBasis.PRB_USAGE, Traffic.of(builder.build()).orElseThrow().basis().orElseThrow());
        builder.days(1, "DRB.UEThpDl", start -> 5).days(1, "DRB.MeanActiveUeDl", start -> 2);
        Traffic traffic = Traffic.of(builder.build()).orElseThrow();
        assertEquals(TrafficBasis.THROUGHPUT_BY_USERS, traffic.basis().orElseThrow());
        assertEquals(10, traffic.values()[3]);
        builder.at(MONDAY, VOLUME, 3);
        assertEquals(TrafficBasis.THROUGHPUT_BY_USERS, Traffic.of(builder.build()).orElseThrow().basis().orElseThrow(),
                "one sample with volume is no basis");
        builder.days(1, VOLUME, start -> 3);
        assertEquals(TrafficBasis.VOLUME, Traffic.of(builder.build()).orElseThrow().basis().orElseThrow());
        assertTrue(Traffic.of(SeriesBuilder.every(900).days(1, "RRC.ConnEstabAtt", start -> 1).build()).isEmpty());
    }

    @Test
    void theWeekLeavesItsExtremesOut() {
        WeeklyMean<Double> week = WeeklyMean.of(List.of(5.0, 9.0, 1.0, 6.0, 7.0, 9.0, 6.0), value -> value);

        assertEquals(List.of(9.0, 1.0), week.excluded());
        assertEquals((5.0 + 6 + 7 + 9 + 6) / 5, week.mean().orElseThrow(), 1e-12);
        assertEquals(1.5, WeeklyMean.of(List.of(1.0, 2.0), value -> value).mean().orElseThrow());
        assertEquals(List.of(4.0), WeeklyMean.of(List.of(4.0, 4.0, 4.0), value -> value).counted());
        assertTrue(WeeklyMean.of(List.<Double>of(), value -> value).mean().isEmpty());
    }

    @Test
    void theClockKnowsSummerTime() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Instant change = Instant.parse("2026-03-29T01:00:00Z");
        LocalClock clock = new LocalClock(berlin, change.minus(Duration.ofDays(30)), change.plus(Duration.ofDays(300)));
        for (Instant instant : List.of(change.minusSeconds(1), change, change.plus(Duration.ofDays(100)), change.minusSeconds(7200),
                Instant.parse("2026-10-25T00:59:59Z"), Instant.parse("2026-10-25T01:00:00Z"))) {
            var local = instant.atZone(berlin);
            assertEquals(local.toLocalDate().toEpochDay(), clock.day(instant.getEpochSecond()));
            assertEquals(local.toLocalTime().toSecondOfDay(), clock.secondOfDay(instant.getEpochSecond()));
            assertEquals((local.getDayOfWeek().getValue() - 1) * 24 + local.getHour(), clock.hourOfWeek(instant.getEpochSecond()));
        }
    }
}
