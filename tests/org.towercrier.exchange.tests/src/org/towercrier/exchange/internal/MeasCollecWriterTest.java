package org.towercrier.exchange.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.towercrier.exchange.MeasCollecWriter;
import org.towercrier.exchange.MeasCollecWriter.Dialect;
import org.towercrier.exchange.MeasCollecWriter.Layout;

/** What is written is what is read again. */
class MeasCollecWriterTest {

    @ParameterizedTest
    @CsvSource({ "MEAS_COLLEC,PER_RESULT", "MEAS_COLLEC,COMPACT", "MEAS_DATA,PER_RESULT", "MEAS_DATA,COMPACT" })
    void bothDialectsAndLayoutsComeBack(Dialect dialect, Layout layout, @TempDir Path folder) throws Exception {
        Instant begin = Instant.parse("2026-05-04T10:00:00Z");
        try (Workspace workspace = new Workspace(folder)) {
            Path file = folder.resolve("in/a.xml");
            try (MeasCollecWriter writer = new MeasCollecWriter(Files.newOutputStream(file), dialect, "Müller & \"Söhne\"", "SubNetwork=1",
                    "ManagedElement=小", begin)) {
                writer.element("ManagedElement=小");
                writer.info("x", begin.plusSeconds(900), Duration.ofMinutes(15), List.of("RRC.ConnMean", "RRC.ConnMax", "RRC.ConnEstabAtt"),
                        layout);
                writer.value("EUtranCellTDD=<1>", new double[]{ 0.1, Double.NaN, 123456789012L }, true);
                writer.value("EUtranCellTDD=2", new double[]{ -0.0, 1e-9, 999_999_999_999_999_999L }, false);
                assertThrows(IllegalArgumentException.class, () -> writer.value("EUtranCellTDD=3", new double[2], false));
            }
            assertEquals(2, workspace.one(file).stored());
            List<Map<String, Object>> rows = workspace
                    .rows("select o.name as name, cast(m.start as varchar) as start, m.suspect as suspect, m.\"rrcConnMean\" as mean, "
                            + "m.\"rrcConnMax\" as most, m.\"rrcConnEstabAtt\" as tried from cell_measurement m join managed_object o on o.id = m.object order by o.name desc");
            assertEquals("ManagedElement=小,EUtranCellTDD=<1>", rows.get(0).get("name"));
            assertEquals("2026-05-04 10:00:00", rows.get(0).get("start"));
            assertEquals(true, rows.get(0).get("suspect"));
            assertEquals(0.1, rows.get(0).get("mean"));
            assertEquals(null, rows.get(0).get("most"));
            assertEquals(123456789012.0, rows.get(0).get("tried"));
            assertEquals(1e-9, rows.get(1).get("most"));
            assertEquals(999_999_999_999_999_999.0, rows.get(1).get("tried"));
        }
    }
}
