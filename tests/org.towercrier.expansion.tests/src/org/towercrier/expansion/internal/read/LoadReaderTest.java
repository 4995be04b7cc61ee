package org.towercrier.expansion.internal.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.towercrier.expansion.CellLoad;
import org.towercrier.expansion.Limits;
import org.towercrier.fixture.TemporaryStore;
import org.towercrier.fixture.TestStores;
import org.towercrier.model.measurement.MeasurementPackage;
import org.towercrier.store.StoreException;

@DisplayName("Load of the daily busy hours")
class LoadReaderTest {

    private static final double EXACT = 1e-9;
    private static final Instant NEWEST = Instant.parse("2026-11-01T20:45:00Z");

    private TemporaryStore store;

    @BeforeEach
    void open() throws StoreException, IOException {
        store = TestStores.temporary(MeasurementPackage.eINSTANCE);
    }

    @AfterEach
    void close() throws Exception {
        store.close();
    }

    /** Four quarters of an hour with these volumes in Mbit and uses in %. */
    private static void hour(DSLContext sql, String start, double[] volumes, double[] uses, boolean suspect) {
        for (int quarter = 0; quarter < volumes.length; quarter++) {
            sql.execute(
                    "insert into cell_measurement (object, start, period, suspect, \"pdcpVolumeDl\", \"prbUsageDl\", \"ueThroughputDl\", "
                            + "\"activeUeDl\", \"rrcConnMax\", \"cceUsage\") values (1, cast('" + start + "' as timestamp) + interval '"
                            + 15 * quarter + "' minute, 900, " + suspect + ", " + volumes[quarter] + ", " + uses[quarter] + ", 3000, 8, "
                            + (100 + quarter) + ", 40)");
        }
    }

    private Map<String, CellLoad> read(ZoneId zone) throws StoreException {
        return store.store().read(sql -> LoadReader.read(sql, NEWEST, zone, Limits.USUAL));
    }

    private void fill() throws StoreException {
        store.store().write(tx -> {
            DSLContext sql = tx.sql();
            sql.execute("insert into managed_object (id, name, cell) values (1, 'LDN', 'A')");
            // 1 November: 7,200 Mbit in an hour are 2 Mbit/s, use (60 + 70 + 80 + 90) / 4 = 75 %.
            hour(sql, "2026-11-01 10:00:00", new double[]{ 1000, 2000, 2000, 2200 }, new double[]{ 60, 70, 80, 90 }, false);
            // Less traffic on the same day, more use: not the busy hour.
            hour(sql, "2026-11-01 13:00:00", new double[]{ 900, 900, 900, 900 }, new double[]{ 99, 99, 99, 99 }, false);
            // The second of November in Shanghai: 10,800 Mbit are 3 Mbit/s, use 85 %.
            hour(sql, "2026-11-01 17:00:00", new double[]{ 2700, 2700, 2700, 2700 }, new double[]{ 85, 85, 85, 85 }, false);
            // Suspect samples, and three quarters only: neither is a covered hour.
            hour(sql, "2026-11-01 19:00:00", new double[]{ 9000, 9000, 9000, 9000 }, new double[]{ 99, 99, 99, 99 }, true);
            hour(sql, "2026-11-01 20:15:00", new double[]{ 9000, 9000, 9000 }, new double[]{ 99, 99, 99 }, false);
            return null;
        });
    }

    @Test
    @DisplayName("Each local day counts with its 60 minutes of greatest volume; uncovered hours and suspect samples do not")
    void busyHours() throws StoreException {
        fill();
        CellLoad load = read(ZoneId.of("Asia/Shanghai")).get("A");
        assertEquals(2, load.days());
        assertEquals(2, load.loadedDays());
        assertEquals((2.0 + 3.0) / 2, load.volume(), EXACT);
        assertEquals(3, load.peakVolume(), EXACT);
        assertEquals(80, load.use(), EXACT);
        assertEquals(85, load.peakUse(), EXACT);
        assertEquals(3000, load.throughput(), EXACT);
        assertEquals(8, load.users(), EXACT);
        assertEquals(103, load.connected(), EXACT);
        assertEquals(40, load.control(), EXACT);
    }

    @Test
    @DisplayName("The same samples are one day in UTC: the hour of 3 Mbit/s")
    void zones() throws StoreException {
        fill();
        CellLoad load = read(ZoneOffset.UTC).get("A");
        assertEquals(1, load.days());
        assertEquals(3, load.volume(), EXACT);
    }

    @Test
    @DisplayName("An empty store has no loads")
    void empty() throws StoreException {
        assertTrue(read(ZoneOffset.UTC).isEmpty());
        assertTrue(store.store().read(LoadReader::newest).isEmpty());
    }
}
