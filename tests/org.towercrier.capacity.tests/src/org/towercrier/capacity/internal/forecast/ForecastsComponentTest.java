package org.towercrier.capacity.internal.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.towercrier.capacity.internal.series.SeriesBuilder.MONDAY;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.towercrier.capacity.forecast.Forecasts;
import org.towercrier.capacity.forecast.LoadForecast;
import org.towercrier.capacity.forecast.Standing;
import org.towercrier.capacity.internal.detect.StoredSamples;
import org.towercrier.capacity.internal.rules.RuleSetsComponent;
import org.towercrier.fixture.TemporaryStore;
import org.towercrier.fixture.TestStores;
import org.towercrier.model.measurement.MeasurementPackage;
import org.towercrier.model.network.NetworkPackage;
import org.towercrier.store.Cancellation;

@DisplayName("Forecasts of a small network")
class ForecastsComponentTest {

    private static final int DAYS = 42;

    private TemporaryStore temporary;

    @BeforeEach
    void open() throws Exception {
        temporary = TestStores.temporary(MeasurementPackage.eINSTANCE, NetworkPackage.eINSTANCE);
        network().store(temporary.store(), 1);
    }

    @AfterEach
    void close() throws Exception {
        temporary.close();
    }

    /** 1 and 2 grow in one sector, 3 is full, 4 is always the same, 5 is new, 6 has gaps, 7 reports connected users only. */
    private static StoredSamples network() {
        StoredSamples samples = new StoredSamples();
        Random random = new Random(4);
        for (int object = 1; object <= 7; object++) {
            samples.object(object, "object-" + object, "cell-" + object);
            samples.cell("cell-" + object, "LTE_FDD", "north", object <= 2 ? "site-1/1" : null);
            for (int day = object == 5 ? DAYS - 10 : 0; day < DAYS; day++) {
                if (object == 6 && day % 2 == 0) {
                    continue;
                }
                double noise = object == 4 ? 0 : 2 * random.nextDouble() - (day % 7 >= 5 ? 6 : 0);
                double peak = (object <= 2 ? 50 + 0.3 * day : object == 3 ? 85 : 60) + noise;
                for (int hour = 0; hour < 24; hour++) {
                    double load = hour == 20 ? peak : peak / 2;
                    samples.sample(object, MONDAY.plusSeconds((day * 24 + hour) * 3600L), 3600, false,
                            object == 7 ? Map.of("RRC.ConnMean", load) : Map.of("RRU.PrbTotDl", load, "DRB.PdcpSduVolumeDL", 80 * load));
                }
            }
        }
        return samples;
    }

    private List<LoadForecast> forecasts(Forecasts.Request request) throws Exception {
        RuleSetsComponent ruleSets = new RuleSetsComponent(temporary.store());
        return new ForecastsComponent(temporary.store(), ruleSets).forecasts(request, Cancellation.none());
    }

    @Test
    @DisplayName("Each cell and sector has a forecast or a reason why there is none, those that run out first at the top")
    void standings() throws Exception {
        List<LoadForecast> found = forecasts(Forecasts.Request.all(ZoneOffset.UTC));
        Map<String, Standing> standings = found.stream().collect(Collectors.toMap(each -> each.subject().object(), LoadForecast::standing));
        assertEquals(Map.of("object-1", Standing.CROSSES, "object-2", Standing.CROSSES, "site-1/1", Standing.CROSSES, "object-3",
                Standing.REACHED, "object-4", Standing.LOSES, "object-5", Standing.TOO_SHORT, "object-6", Standing.GAPS, "object-7",
                Standing.NOT_MEASURED), standings);
        assertEquals(Set.of("object-1", "object-2", "site-1/1"),
                found.subList(0, 3).stream().map(each -> each.subject().object()).collect(Collectors.toSet()));
        assertEquals("No forecast: 10 days with a busy hour are known, 21 are needed.", found.stream()
                .filter(each -> each.subject().object().equals("object-5")).findFirst().orElseThrow().sentences().getFirst()
                .text(Locale.ENGLISH));
        found.forEach(each -> assertEquals(each.standing().silent(), each.forecast().isEmpty(), each.subject().object()));
    }

    @Test
    @DisplayName("A cell is asked for with its sector; a planner sees the demand in a year")
    void demand() throws Exception {
        List<LoadForecast> found = forecasts(Forecasts.Request.all(ZoneOffset.UTC).of(List.of("cell-2")).ahead(366));
        assertEquals(Set.of("object-2", "site-1/1"), found.stream().map(each -> each.subject().object()).collect(Collectors.toSet()));
        LoadForecast sector = found.stream().filter(each -> each.subject().sector()).findFirst().orElseThrow();
        assertEquals(List.of("cell-1", "cell-2"), sector.subject().cells());
        LocalDate last = LocalDate.ofInstant(MONDAY, ZoneOffset.UTC).plusDays(DAYS - 1L);
        assertEquals(last, sector.lastDay());
        double inHalfAYear = sector.levelOn(last.plusDays(182)).orElseThrow();
        assertTrue(Math.abs(inHalfAYear - (50 + 0.3 * (DAYS + 181))) < 15, "in half a year " + inHalfAYear);
        assertTrue(sector.upperLevelOn(last.plusDays(182)).orElseThrow() > inHalfAYear);
        assertTrue(sector.levelOn(last.plusDays(366)).isPresent());
        assertTrue(sector.levelOn(last).isEmpty());
        assertTrue(sector.levelOn(last.plusDays(367)).isEmpty());
    }
}
