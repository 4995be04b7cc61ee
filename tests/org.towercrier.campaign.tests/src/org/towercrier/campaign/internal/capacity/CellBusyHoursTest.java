package org.towercrier.campaign.internal.capacity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.emf.ecore.EPackage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.towercrier.fixture.TemporaryStore;
import org.towercrier.fixture.TestStores;
import org.towercrier.model.ModelPackages;

class CellBusyHoursTest {

    private static final int OBJECTS = 5;
    private static final int QUARTERS = 9 * 24 * 4;
    private static final Instant BEGIN = Instant.parse("2026-03-22T00:00:00Z");

    /** Percent; two objects share a cell, and every 13th sample has no value. */
    private static double use(int object, int quarter) {
        return 10 + (object * 31 + quarter * 7 + quarter / 96 * 11) % 83;
    }

    private static boolean absent(int object, int quarter) {
        return (object + quarter) % 13 == 0;
    }

    private static String cell(int object) {
        return object < 2 ? "shared" : "o" + object;
    }

    private static void fill(TemporaryStore store) throws Exception {
        store.store().write(tx -> {
            tx.sql().execute(
                    "insert into managed_object (id, name, cell) select cast(i as integer), 'o' || i, case when i < 2 then 'shared' end"
                            + " from range(" + OBJECTS + ") t(i)");
            tx.sql().execute(
                    "insert into cell_measurement (object, \"start\", period, \"prbUsageDl\", \"pdcpVolumeDl\") select cast(i as integer),"
                            + " timestamp '2026-03-22 00:00:00' + to_minutes(cast(15 * q as integer)), 900,"
                            + " case when (i + q) % 13 <> 0 then 10 + (i * 31 + q * 7 + q // 96 * 11) % 83 end, case when i <> 4 then 100 + (i * 17 + q) % 50 end"
                            + " from range(" + OBJECTS + ") t(i), range(" + QUARTERS + ") u(q)");
            tx.sql().execute("update cell_measurement set suspect = true where object = 3 and \"prbUsageDl\" > 90");
            tx.changed("cell_measurement");
            return null;
        });
    }

    /** Sums of an hour. */
    private static final class Hour {
        private double use;
        private double volume;
        private int samples;

        double mean() {
            return use / samples;
        }
    }

    private static Map<String, Map<Long, Hour>> hours() {
        Map<String, Map<Long, Hour>> hours = new HashMap<>();
        Instant after = BEGIN.plusSeconds(900L * (QUARTERS - 1)).minusSeconds(7 * 86_400);
        for (int object = 0; object < OBJECTS; object++) {
            for (int quarter = 0; quarter < QUARTERS; quarter++) {
                Instant start = BEGIN.plusSeconds(900L * quarter);
                boolean suspect = object == 3 && use(object, quarter) > 90;
                if (!absent(object, quarter) && !suspect && start.isAfter(after)) {
                    Hour hour = hours.computeIfAbsent(cell(object), none -> new TreeMap<>())
                            .computeIfAbsent(Math.floorDiv(start.getEpochSecond(), 3600L), none -> new Hour());
                    hour.use += use(object, quarter);
                    hour.volume += object == 4 ? 0 : 100 + (object * 17 + quarter) % 50;
                    hour.samples++;
                }
            }
        }
        return hours;
    }

    @ParameterizedTest
    @ValueSource(strings = { "UTC", "Europe/Berlin", "Asia/Kolkata", "America/New_York" })
    void what_the_engine_reduces_is_what_going_through_the_hours_finds(String zone) throws Exception {
        try (TemporaryStore store = TestStores.temporary(ModelPackages.all().toArray(EPackage[]::new))) {
            fill(store);
            Map<String, CellBusyHours.BusyHour> found = store.store().read(sql -> CellBusyHours.read(sql, ZoneId.of(zone)));
            Map<String, Map<Long, Hour>> hours = hours();
            assertEquals(hours.keySet(), found.keySet());
            hours.forEach((cell, each) -> check(cell, each, found.get(cell), ZoneId.of(zone)));
            assertTrue(Double.isNaN(found.get("o4").volume()));
        }
    }

    private static void check(String cell, Map<Long, Hour> hours, CellBusyHours.BusyHour found, ZoneId zone) {
        Map<LocalDate, Map.Entry<Integer, Hour>> days = new TreeMap<>();
        hours.forEach((bucket, hour) -> {
            ZonedDateTime local = Instant.ofEpochSecond(bucket * 3600).atZone(zone);
            days.merge(local.toLocalDate(), Map.entry(local.getHour(), hour),
                    (one, other) -> other.getValue().mean() > one.getValue().mean()
                            || other.getValue().mean() == one.getValue().mean() && other.getKey() < one.getKey() ? other : one);
        });
        int[] counts = new int[24];
        days.values().forEach(day -> counts[day.getKey()]++);
        int most = 0;
        for (int hour = 1; hour < 24; hour++) {
            most = counts[hour] > counts[most] ? hour : most;
        }
        assertEquals(most, found.hour(), cell);
        assertEquals(days.values().stream().mapToDouble(day -> day.getValue().mean()).average().orElseThrow(), found.use(), 1e-9, cell);
        if (!cell.equals("o4")) {
            assertEquals(days.values().stream().mapToDouble(day -> day.getValue().volume).average().orElseThrow(), found.volume(), 1e-9,
                    cell);
        }
    }

    @Test
    void without_measurements_nothing_is_known() throws Exception {
        try (TemporaryStore store = TestStores.temporary(ModelPackages.all().toArray(EPackage[]::new))) {
            assertEquals(Map.of(), store.store().read(sql -> CellBusyHours.read(sql, ZoneId.of("UTC"))));
        }
    }
}
