package org.towercrier.capacity.internal.kpi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.towercrier.capacity.internal.series.SeriesBuilder.MONDAY;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.towercrier.capacity.BusyHours;
import org.towercrier.capacity.KpiException;
import org.towercrier.capacity.Kpis;
import org.towercrier.capacity.Kpis.Grouping;
import org.towercrier.capacity.Kpis.Point;
import org.towercrier.capacity.Kpis.Step;
import org.towercrier.capacity.internal.detect.StoredSamples;
import org.towercrier.capacity.internal.series.CellSeries;
import org.towercrier.capacity.internal.series.SeriesBuilder;
import org.towercrier.fixture.TemporaryStore;
import org.towercrier.fixture.TestStores;
import org.towercrier.model.alarm.BusyHourMethod;
import org.towercrier.model.measurement.KpiDefinition;
import org.towercrier.model.measurement.MeasurementFactory;
import org.towercrier.model.measurement.MeasurementPackage;
import org.towercrier.model.network.NetworkPackage;
import org.towercrier.store.Cancellation;

/** KPIs over what is stored. */
class KpiServiceTest {

    private TemporaryStore temporary;
    private Kpis kpis;

    @BeforeEach
    void open() throws Exception {
        temporary = TestStores.temporary(MeasurementPackage.eINSTANCE, NetworkPackage.eINSTANCE);
        kpis = new KpiService(temporary.store());
    }

    @AfterEach
    void close() throws Exception {
        temporary.close();
    }

    private List<Point> points(String kpi, Step step, Grouping grouping, String... cells) throws Exception {
        return kpis.evaluate(
                new Kpis.Request(kpi, List.of(cells), Optional.empty(), Optional.empty(), step, grouping, ZoneOffset.UTC, 100_000),
                Cancellation.none()).points();
    }

    private static double only(List<Point> points) {
        assertEquals(1, points.size());
        return points.getFirst().value().orElseThrow();
    }

    @Test
    void ratiosAreSumsOverSumsAndNotMeansOfRatios() throws Exception {
        new StoredSamples().object(1, "a", null)
                .sample(1, MONDAY, 900, false, Map.of("RRC.ConnEstabAtt", 1000.0, "RRC.ConnEstabSucc", 900.0, "S1SIG.ConnEstabAtt", 900.0,
                        "S1SIG.ConnEstabSucc", 890.0, "ERAB.EstabInitAttNbr", 800.0, "ERAB.EstabInitSuccNbr", 790.0))
                .sample(1, MONDAY.plusSeconds(900), 900, false,
                        Map.of("RRC.ConnEstabAtt", 10.0, "RRC.ConnEstabSucc", 1.0, "S1SIG.ConnEstabAtt",
                                5.0, "S1SIG.ConnEstabSucc", 5.0, "ERAB.EstabInitAttNbr", 4.0, "ERAB.EstabInitSuccNbr", 4.0))
                .sample(1, MONDAY.plusSeconds(1800), 900, true, Map.of("RRC.ConnEstabAtt", 1000.0, "RRC.ConnEstabSucc", 0.0))
                .store(temporary.store(), 1);

        assertEquals(100 * 901.0 / 1010, only(points("rrc-setup-success", Step.HOUR, Grouping.CELL)), 1e-9);
        assertEquals(100 * (901.0 / 1010) * (895.0 / 905) * (794.0 / 804), only(points("accessibility", Step.HOUR, Grouping.CELL)), 1e-9);
    }

    @Test
    void whatIsMissingOrDividedByZeroIsAbsent() throws Exception {
        new StoredSamples().object(1, "a", null)
                .sample(1, MONDAY, 900, false, Map.of("RRC.ConnEstabAtt", 0.0, "RRC.ConnEstabSucc", 0.0)).store(temporary.store(), 1);

        assertEquals(Optional.empty(), points("rrc-setup-success", Step.HOUR, Grouping.CELL).getFirst().value());
        assertEquals(Optional.empty(), points("accessibility", Step.HOUR, Grouping.CELL).getFirst().value());
        assertEquals(List.of(), points("rrc-setup-success", Step.HOUR, Grouping.CELL, "elsewhere"));
    }

    @Test
    void theStatementSaysTheSameAsTheDefinitionInMemory() throws Exception {
        Random random = new Random(1);
        StoredSamples samples = new StoredSamples().object(1, "a", null);
        SeriesBuilder builder = SeriesBuilder.every(900);
        List<String> names = new Measurements().naturals().keySet().stream().sorted().toList();
        for (int i = 0; i < 96; i++) {
            Map<String, Double> values = new HashMap<>();
            Instant start = MONDAY.plusSeconds(900L * i);
            for (String name : names) {
                if (random.nextInt(4) > 0) {
                    values.put(name, (double) random.nextInt(50));
                    builder.at(start, name, values.get(name));
                }
            }
            samples.sample(1, start, 900, false, values);
        }
        samples.store(temporary.store(), 1);
        CellSeries series = builder.build();
        KpiBook book = new KpiBook(KpiDocuments.shipped(), new Measurements());

        for (String name : book.definitions().keySet()) {
            Kpi kpi = book.find(name).orElseThrow();
            List<Point> hours = points(name, Step.HOUR, Grouping.CELL);
            assertEquals(24, hours.size(), name);
            for (int hour = 0; hour < 24; hour++) {
                double expected = kpi.over(series, 4 * hour, 4 * hour + 4);
                double tolerance = Double.isNaN(expected) ? 0 : Math.abs(expected) * 1e-12;
                assertEquals(expected, hours.get(hour).value().orElse(Double.NaN), tolerance, name + " in hour " + hour);
            }
        }
    }

    @Test
    void daysAndWeeksAreThoseOfTheZone() throws Exception {
        StoredSamples samples = new StoredSamples().object(1, "a", null);
        for (int hour = 0; hour < 24 * 9; hour++) {
            samples.sample(1, MONDAY.plus(Duration.ofHours(hour)), 3600, false, Map.of("DRB.PdcpSduVolumeDL", 8000.0));
        }
        samples.store(temporary.store(), 1);
        ZoneId shanghai = ZoneId.of("Asia/Shanghai");

        List<Point> days = kpis.evaluate(new Kpis.Request("traffic-volume-dl", List.of(), Optional.empty(), Optional.empty(), Step.DAY,
                Grouping.NETWORK, shanghai, 100), Cancellation.none()).points();
        assertEquals(16.0, days.getFirst().value().orElseThrow(), 1e-9, "from 08:00 to midnight");
        assertEquals(LocalDate.of(2026, 1, 5).atStartOfDay(shanghai).toInstant(), days.getFirst().start());
        assertEquals(24.0, days.get(1).value().orElseThrow(), 1e-9);
        List<Point> weeks = kpis.evaluate(new Kpis.Request("traffic-volume-dl", List.of(), Optional.empty(), Optional.empty(), Step.WEEK,
                Grouping.NETWORK, shanghai, 100), Cancellation.none()).points();
        assertEquals(List.of(160.0, 56.0), weeks.stream().map(point -> point.value().orElseThrow()).toList());
        assertEquals(LocalDate.of(2026, 1, 12).atStartOfDay(shanghai).toInstant(), weeks.get(1).start());
    }

    @Test
    void countersWithoutAColumnOfTheirOwnCanBeUsed() throws Exception {
        new StoredSamples().object(1, "a", null)
                .sample(1, MONDAY, 900, false, Map.of("pmCellDowntimeAuto", 30.0, "RRC.ConnEstabAtt", 10.0))
                .sample(1, MONDAY.plusSeconds(900), 900, false, Map.of("pmCellDowntimeAuto", 60.0))
                .sample(1, MONDAY.plusSeconds(1800), 900, false, Map.of("RRC.ConnEstabAtt", 5.0))
                .sample(1, MONDAY.plusSeconds(2700), 900, true, Map.of("pmCellDowntimeAuto", 900.0)).store(temporary.store(), 1);

        assertEquals(90, only(points("[pmCellDowntimeAuto]", Step.ALL, Grouping.NETWORK)), 1e-9);
        assertEquals(6, only(points("sum([pmCellDowntimeAuto]) / sum([RRC.ConnEstabAtt])", Step.ALL, Grouping.NETWORK)), 1e-9);
        assertEquals(100 * 90.0 / 2700, only(points("100 * sum([pmCellDowntimeAuto]) / sum(period)", Step.ALL, Grouping.NETWORK)), 1e-9);
    }

    @Test
    void theDataShareOfTechnologiesAddsUpToAll() throws Exception {
        StoredSamples samples = new StoredSamples().object(1, "a", "c1").object(2, "b", "c2").object(3, "c", "c3");
        samples.cell("c1", "LTE_TDD", "x").cell("c2", "GSM", "x").cell("c3", "LTE_TDD", "x");
        for (int object = 1; object <= 3; object++) {
            samples.sample(object, MONDAY, 3600, false, Map.of("DRB.PdcpSduVolumeDL", 100.0 * object, "DRB.PdcpSduVolumeUL", 0.0));
        }
        samples.store(temporary.store(), 1);

        Map<String, Double> share = new HashMap<>();
        points("data-share", Step.DAY, Grouping.TECHNOLOGY).forEach(point -> share.put(point.group(), point.value().orElseThrow()));
        assertEquals(100 * 400.0 / 600, share.get("LTE_TDD"), 1e-9);
        assertEquals(100 * 200.0 / 600, share.get("GSM"), 1e-9);
    }

    @Test
    void theSameTimeAtTwoLengthsOfSamplesIsCountedOnce() throws Exception {
        StoredSamples samples = new StoredSamples().object(1, "a", null);
        for (int quarter = 0; quarter < 8; quarter++) {
            samples.sample(1, MONDAY.plusSeconds(900L * quarter), 900, false, Map.of("RRC.ConnEstabAtt", 1.0));
        }
        samples.sample(1, MONDAY, 3600, false, Map.of("RRC.ConnEstabAtt", 4.0)).store(temporary.store(), 1);
        assertEquals(8, only(points("RRC.ConnEstabAtt", Step.ALL, Grouping.CELL)), 1e-9);
    }

    @Test
    void busyHoursAreThoseOfEachCell() throws Exception {
        StoredSamples samples = new StoredSamples().object(1, "a", "c1").object(2, "b", "c2");
        for (int object = 1; object <= 2; object++) {
            for (int quarter = 0; quarter < 96 * 8; quarter++) {
                boolean busy = quarter % 96 / 4 == 8 * object;
                samples.sample(object, MONDAY.plusSeconds(900L * quarter), 900, false,
                        Map.of("DRB.PdcpSduVolumeDL", busy ? 10.0 + quarter / 96 : 1.0, "RRC.ConnMean", busy ? 7.0 : 2.0));
            }
        }
        samples.store(temporary.store(), 1);

        List<Point> points = points("connected-users", Step.BUSY_HOUR, Grouping.CELL, "c2");
        assertEquals(8, points.size());
        assertTrue(points.stream().allMatch(point -> point.value().orElseThrow() == 7 && point.group().equals("c2")));
        assertEquals(MONDAY.plus(Duration.ofHours(16)), points.getFirst().start());

        BusyHours.Request request = new BusyHours.Request(List.of("a"), Optional.empty(), Optional.empty(), ZoneOffset.UTC,
                BusyHourMethod.SLIDING);
        List<BusyHours.WeeklyBusyHour> weeks = new BusyHourService(temporary.store()).weekly(request, Cancellation.none());
        assertEquals(2, weeks.size());
        assertEquals(4 * (11 + 12 + 13 + 14 + 15) / 5.0, weeks.getFirst().traffic().orElseThrow(), 1e-9);
        assertEquals(List.of(40.0, 64.0), weeks.getFirst().excluded().stream().map(BusyHours.BusyHour::traffic).toList());
        assertEquals(68, weeks.getLast().traffic().orElseThrow(), 1e-9);
    }

    @Test
    void usersAddAndEditKpis() throws Exception {
        new StoredSamples().object(1, "a", null).sample(1, MONDAY, 900, false, Map.of("RRC.ConnMean", 30.0, "RRC.ConnMax", 60.0))
                .store(temporary.store(), 1);
        Kpis.OwnCatalogue own = kpis.own();
        KpiDefinition mine = MeasurementFactory.eINSTANCE.createKpiDefinition();
        mine.setName("peakiness");
        mine.setNumerator("max([RRC.ConnMax]) / mean([RRC.ConnMean])");
        own.catalogue().getDefinitions().add(mine);
        kpis.save(own);

        assertEquals(2, only(points("peakiness", Step.HOUR, Grouping.CELL)), 1e-9);
        assertTrue(kpis.list().stream().anyMatch(each -> each.getName().equals("peakiness")));
        assertEquals("接入成功率", kpis.label(kpis.find("accessibility").orElseThrow(), Locale.SIMPLIFIED_CHINESE));

        Kpis.OwnCatalogue again = kpis.own();
        again.catalogue().getDefinitions().getFirst().setNumerator("max([RRC.ConnMax]) / men([RRC.ConnMean])");
        KpiException refused = assertThrows(KpiException.class, () -> kpis.save(again));
        assertEquals(21, refused.position().orElseThrow());
        assertThrows(KpiException.class, () -> points("no-such-kpi", Step.HOUR, Grouping.CELL));
    }

    @Test
    void moreThanTheLimitIsCutAndSaid() throws Exception {
        StoredSamples samples = new StoredSamples().object(1, "a", null);
        for (int hour = 0; hour < 10; hour++) {
            samples.sample(1, MONDAY.plus(Duration.ofHours(hour)), 3600, false, Map.of("RRC.ConnMean", 1.0));
        }
        samples.store(temporary.store(), 1);
        Kpis.Series series = kpis.evaluate(new Kpis.Request("connected-users", List.of(), Optional.empty(), Optional.empty(), Step.PERIOD,
                Grouping.CELL, ZoneOffset.UTC, 4), Cancellation.none());
        assertEquals(4, series.points().size());
        assertTrue(series.truncated());
    }
}
