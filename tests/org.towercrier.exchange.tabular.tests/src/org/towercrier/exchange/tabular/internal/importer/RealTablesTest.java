package org.towercrier.exchange.tabular.internal.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.towercrier.exchange.FileReport;
import org.towercrier.exchange.tabular.internal.TestWorkspace;
import org.towercrier.fixture.SharedData;

/** Files as their makers left them import without any profile being named, and what is stored agrees with another reading of them. */
class RealTablesTest {

    @AutoClose
    private final TestWorkspace workspace = TestWorkspace.open();

    /** Rows of a file without its header by the plainest of means: none of these files has line breaks within quotes. */
    private static List<String[]> plain(Path file, Charset charset) throws IOException {
        List<String[]> rows = new ArrayList<>();
        try (Stream<String> lines = Files.lines(file, charset)) {
            lines.skip(1).filter(line -> !line.isBlank()).forEach(line -> rows.add(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)));
        }
        return rows;
    }

    private static Path only(String folder, String glob) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(SharedData.path(folder), glob)) {
            return files.iterator().next();
        }
    }

    private static void whole(FileReport report, long rows) {
        assertEquals(rows, report.rows(), report.toString());
        assertEquals(rows, report.stored(), report.toString());
        assertEquals(0, report.quarantined() + report.conflicts(), report.toString());
    }

    @ParameterizedTest
    @CsvSource({ "23410_merged_cells_eutra.csv,884,10", "23415_merged_cells_eutra.csv,632,15" })
    void britishLteCells(String name, int cells, int network) throws Exception {
        Path file = SharedData.path("topology/uk-lte-cells").resolve(name);
        whole(workspace.one(file), cells);
        List<String[]> rows = plain(file, StandardCharsets.UTF_8);
        assertEquals(rows.size(), workspace.count("Cell"));
        for (String[] row : rows.subList(0, 20)) {
            long eci = Long.parseLong(row[0]);
            Map<String, Object> cell = workspace.rows("select * from cell where \"cellIdentity\" = " + eci).get(0);
            assertEquals(eci / 256, ((Number) cell.get("nodeId")).longValue());
            assertEquals(eci % 256, ((Number) cell.get("localCellId")).longValue());
            assertEquals(network, ((Number) cell.get("mnc")).intValue());
            assertEquals(Double.parseDouble(row[2]), ((Number) cell.get("longitude")).doubleValue());
            assertEquals(Double.parseDouble(row[6]) % 360, ((Number) cell.get("azimuth")).doubleValue());
        }
        Set<String> places = new HashSet<>();
        rows.forEach(row -> places
                .add(String.format(java.util.Locale.ROOT, "%.5f/%.5f", Double.parseDouble(row[2]), Double.parseDouble(row[3]))));
        assertEquals(places.size(), workspace.count("Site"));
        Set<Long> nodes = new HashSet<>();
        rows.forEach(row -> nodes.add(Long.parseLong(row[0]) / 256));
        assertEquals(nodes.size(), workspace.count("BaseStation"));
        assertEquals(0L,
                workspace.value("select count(*) from cell where site is null or \"baseStation\" is null or \"physicalSector\" is null"));
        assertEquals(0L, workspace.value(
                "select count(*) from (select \"physicalSector\", max(azimuth) - min(azimuth) as w from cell group by 1) where w > 15 and w < 345"));
    }

    @Test
    void bothBritishNetworksTogetherAndAgain() throws Exception {
        Path folder = SharedData.path("topology/uk-lte-cells");
        workspace.run(folder.resolve("23410_merged_cells_eutra.csv"), folder.resolve("23415_merged_cells_eutra.csv"));
        assertEquals(884 + 632, workspace.count("Cell"));
        FileReport again = workspace.one(folder.resolve("23410_merged_cells_eutra.csv"));
        assertEquals(884, again.unchanged(), again.toString());
        assertEquals(0, again.stored());
    }

    @Test
    void australianSitesAndUsers() throws Exception {
        Path folder = SharedData.path("topology/melbourne-optus");
        whole(workspace.one(folder.resolve("edge-servers__site-optus-melbCBD.csv")), 125);
        whole(workspace.one(folder.resolve("users__users-melbcbd-generated.csv")), 816);
        assertEquals(125, workspace.count("Site"));
        assertEquals(816, workspace.count("DemandPoint"));
        assertTrue(String.valueOf(workspace.value("select extra from site limit 1")).contains("LICENSING_AREA_ID"));
    }

    @Test
    void cellsOfLesotho() throws Exception {
        Path file = SharedData.path("topology/opencellid/opencellid_mcc651_lesotho.csv");
        FileReport report = workspace.one(file);
        whole(report, 1936);
        assertEquals("opencellid", report.format());
        assertEquals(1050L, workspace.value("select count(*) from cell where technology = 'WCDMA'"));
        assertEquals(754L, workspace.value("select count(*) from cell where technology = 'GSM'"));
        assertEquals(132L, workspace.value("select count(*) from cell where technology = 'LTE_FDD'"));
        double longitudes = plain(file, StandardCharsets.UTF_8).stream().mapToDouble(row -> Double.parseDouble(row[7])).sum();
        assertEquals(longitudes, ((Number) workspace.value("select sum(longitude) from cell")).doubleValue(), 1e-6);
        assertTrue(String.valueOf(workspace.value("select extra from cell limit 1")).contains("Continent"));
    }

    @Test
    void cellsOfMunichWithoutRadioAndArea() throws Exception {
        Path file = SharedData.path("topology/opencellid/opencellid_munich_mnc1_subset.csv");
        FileReport report = workspace.one(file);
        Set<String> identities = new HashSet<>();
        plain(file, StandardCharsets.UTF_8).forEach(row -> identities.add(row[6]));
        assertEquals(2231, report.rows());
        assertEquals(identities.size(), workspace.count("Cell"));
        assertEquals(2231 - identities.size(), report.conflicts());
    }

    @Test
    void squaresOfMilan() throws Exception {
        whole(workspace.one(SharedData.path("topology/milano-grid/milano-grid.geojson")), 10_000);
        Map<String, Object> first = workspace.rows("select * from region where id = 'milano-1'").get(0);
        assertEquals(9.01299, ((Number) first.get("longitude")).doubleValue(), 1e-4);
        assertEquals(45.35774, ((Number) first.get("latitude")).doubleValue(), 1e-4);
        assertTrue(String.valueOf(first.get("boundary")).startsWith("{\"type\":\"Polygon\""));
    }

    @Test
    void quarterHoursWithoutDates() throws Exception {
        Path file = only("measurements/lte-kpi-15min", "*.csv");
        FileReport report = workspace.one(file);
        whole(report, 36_904);
        assertTrue(report.warnings().stream().anyMatch(text -> text.contains("no date")), report.warnings().toString());
        List<String[]> rows = plain(file, StandardCharsets.ISO_8859_1);
        double load = rows.stream().mapToDouble(row -> Double.parseDouble(row[3])).sum();
        assertEquals(load, ((Number) workspace.value("select sum(\"prbUsageDl\") from cell_measurement")).doubleValue(), 1e-6);
        assertEquals(0L, workspace.value("select count(*) from cell_measurement where not suspect"));
        assertEquals(900, ((Number) workspace.value("select max(period) from cell_measurement")).intValue());
        long users = rows.stream().filter(row -> !row[10].isEmpty()).count();
        assertEquals(users, workspace.value("select count(*) from counter_value where measurement = 'maxUE_DL'"));
        long both = rows.stream().filter(row -> row[12].matches("\\d+")).count();
        assertEquals(both, workspace.value("select count(*) from counter_value where measurement = 'maxUE_UL+DL'"));
        assertEquals(36_904, workspace.one(file).unchanged());
    }

    @Test
    void hoursOfAYearAndTheirDays() throws Exception {
        Path file = SharedData.path("measurements/lte-traffic-hourly").resolve("Raw Data - MultiCellHourly.csv");
        whole(workspace.one(file), 43_674);
        BigDecimal sum = plain(file, StandardCharsets.UTF_8).stream().map(row -> new BigDecimal(row[5])).reduce(BigDecimal.ZERO,
                BigDecimal::add);
        assertEquals(sum.doubleValue(), ((Number) workspace.value("select sum(value) from counter_value")).doubleValue(), 1e-3);
        assertEquals("2017-10-23", String.valueOf(workspace.value("select min(start) from counter_value")).substring(0, 10));
        whole(workspace.one(SharedData.path("measurements/lte-traffic-hourly").resolve("Aggregated - DailyData.csv")), 365);
    }

    @Test
    void hoursOfAChineseCell() throws Exception {
        Path file = SharedData.path("measurements/mathorcup2020-cell-traffic/station_3.csv");
        FileReport report = workspace.one(file);
        assertEquals(1167, report.rows());
        assertEquals(1164, report.stored());
        assertEquals(3, report.conflicts());
        assertEquals(0.536776037 * 8000,
                ((Number) workspace.value("select \"pdcpVolumeDl\" from cell_measurement order by start limit 1")).doubleValue(), 1e-6);
        assertEquals("2018-02-28 16:00:00", String.valueOf(workspace.value("select min(start) from cell_measurement")).substring(0, 19));
        assertEquals(24L, workspace
                .value("select count(*) from cell_measurement where start >= '2018-03-31 16:00:00' and start < '2018-04-01 16:00:00'"));
    }

    @Test
    void aTableOfBlanksStoresNothingButSaysSo() throws Exception {
        FileReport report = workspace.one(only("measurements/mathorcup2020-cell-traffic", "*2*.csv"));
        assertEquals(40_347, report.rows());
        assertEquals(0, report.stored());
        assertTrue(report.warnings().stream().anyMatch(text -> text.contains("40347")), report.warnings().toString());
        assertEquals(251, workspace.count("ManagedObject"));
    }

    @ParameterizedTest
    @CsvSource({ "Lvl4_AllRRUOn,2327", "Lvl5_AllRRUOn,2031", "Lvl6_1RRUOn,2156", "Lvl6_AllRRUOn,2222" })
    void walkTests(String name, int samples) throws Exception {
        Path file = SharedData.path("measurements/sutd-radio-walk/sutd").resolve(name + "_Anomaly_label.csv");
        FileReport report = workspace.one(file);
        assertEquals(0, report.quarantined(), report.toString());
        assertEquals((long) samples, workspace.value("select count(*) from counter_value where measurement = 'RSRP'"));
        double throughput = plain(file, StandardCharsets.UTF_8).stream().mapToDouble(row -> Double.parseDouble(row[11])).sum();
        assertEquals(throughput,
                ((Number) workspace.value("select sum(value) from counter_value where measurement = 'throughput_DL'")).doubleValue(), 1);
    }

    @Test
    void hotspotsOfTaiwan() throws Exception {
        FileReport report = workspace.one(SharedData.path("wlan/hotspots/itaiwan_2017.csv"));
        assertEquals(8800, report.rows());
        assertEquals(8797, report.stored());
        assertEquals(2, report.unchanged());
        assertEquals(1, report.quarantined());
        assertEquals(1L, workspace.value("select count(*) from access_point where name = '立法院大門會客室' and operator = '立法院'"));
    }

    @Test
    void hotspotsOfNewYork() throws Exception {
        whole(workspace.one(SharedData.path("wlan/hotspots/nyc_wifi_hotspots_older.csv")), 2566);
        assertEquals(1134L, workspace.value("select count(*) from access_point where ssid = 'LinkNYC Free Wi-Fi'"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "WigleWifi_20171029182606.csv", "WigleWifi_20171030201415.csv", "WigleWifi_20171109030809.csv",
            "WigleWifi_20171109214108.csv",
            "WigleWifi_20171217214640.csv", "nunii_WigleWifi_20171101202350.csv", "nunii_WigleWifi_20171101202351.csv",
            "nunii_WigleWifi_20171105150053.csv" })
    void surveys(String name) throws Exception {
        Path file = SharedData.path("wlan/wigle-survey").resolve(name);
        FileReport report = workspace.one(file);
        assertEquals("wigle", report.format());
        Set<String> points = new HashSet<>();
        Set<String> cells = new HashSet<>();
        long unset = 0;
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            String[] row = line.split(",", -1);
            if (row.length == 11 && !row[0].equals("MAC")) {
                if (row[3].startsWith("1970")) {
                    unset++;
                } else if (row[10].equals("WIFI")) {
                    points.add(row[0].toLowerCase());
                } else if (!row[0].contains("2147483647")) {
                    cells.add(row[0]);
                }
            }
        }
        assertEquals(points.size(), workspace.count("AccessPoint"));
        assertEquals(cells.size(), workspace.count("Cell"));
        assertTrue(report.quarantined() >= unset, report.toString());
    }

    @Test
    void aSurveyWithoutSightingsIsAWarning() throws Exception {
        FileReport report = workspace.one(SharedData.path("wlan/wigle-survey/nunii_WigleWifi_20171101202352.csv"));
        assertEquals(0, report.rows());
        assertTrue(report.refused().isEmpty());
        assertTrue(!report.warnings().isEmpty());
    }
}
