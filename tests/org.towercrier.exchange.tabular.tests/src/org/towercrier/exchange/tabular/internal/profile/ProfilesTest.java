package org.towercrier.exchange.tabular.internal.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.towercrier.exchange.ImportRefusedException;
import org.towercrier.exchange.profile.ImportProfile;
import org.towercrier.exchange.profile.ImportProfile.Column;
import org.towercrier.exchange.tabular.internal.Messages;
import org.towercrier.exchange.tabular.internal.map.Target;

class ProfilesTest {

    private static final String DOCUMENTED = """
      target: Cell                # class of the model
      format: csv                 # csv | xlsx | json | geojson
      encoding: auto              # or a charset name
      delimiter: auto
      header: 1                   # row number, 0 = none (then columns are numbers from 1)
      time: {columns: [Date, Time], pattern: "dd/MM/yyyy HH:mm", zone: Asia/Shanghai}
      columns:
        PRBUsageDL: {attribute: RRU.PrbTotDl, unit: percent}
        "LOCAL NAME": name
      constants: {technology: LTE_FDD}
      blank: ["", "#N/A"]         # read as missing
      """;

    private static ImportProfile read(String yaml) throws ImportRefusedException {
        return ProfileReader.read("test.yaml", new StringReader(yaml));
    }

    @Test
    void theDocumentedProfileIsRead() throws ImportRefusedException {
        ImportProfile profile = read(DOCUMENTED);
        assertEquals("Cell", profile.target());
        assertEquals(List.of("Date", "Time"), profile.time().orElseThrow().columns());
        assertEquals("Asia/Shanghai", profile.time().orElseThrow().zone());
        assertEquals(new Column("RRU.PrbTotDl", "percent"), profile.columns().get("PRBUsageDL"));
        assertEquals(new Column("name"), profile.columns().get("LOCAL NAME"));
        assertEquals(Map.of("technology", "LTE_FDD"), profile.constants());
        assertEquals(List.of("", "#N/A"), profile.blank());
    }

    @Test
    void whatIsWrittenIsReadBackTheSame() throws ImportRefusedException {
        String everything = """
        name: mine
        label: "Ärger: yes"
        target: CellMeasurement
        format: xlsx
        encoding: GB18030
        delimiter: tab
        decimal: ","
        header: 3
        sheet: "Tabelle 1"
        time: {columns: [T], pattern: ["H:mm", "H.mm"], zone: Europe/Berlin, period: PT30M, date: 2024-01-31, repeats: same, overlap: reject}
        columns:
          A: {attribute: RRU.PrbTotDl, unit: prb, total: "100", scale: 2.5}
          "No": {attribute: suspect, values: {bad: "true"}}
          B: {attribute: onAirDate, pattern: d.M.yyyy}
        object: "{S}-{C}"
        constants: {technology: NR}
        blank: ["", "-"]
        ignore: [X, Y]
        fileName: "(?<day>\\\\d+)"
        recognise: {headers: [T, A], fileName: kpi}
        """;
        ImportProfile profile = read(everything);
        assertEquals(LocalDate.of(2024, 1, 31), profile.time().orElseThrow().date().orElseThrow());
        assertTrue(profile.columns().containsKey("No"));
        assertEquals(profile, read(ProfileWriter.write(profile)));
        assertEquals(read(DOCUMENTED), read(ProfileWriter.write(read(DOCUMENTED))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "target: Cell;headr: 2|2|headr", "format: csv|1|target", "target: Cell;format: pdf|2|pdf",
            "target: Cell;header: one|2|one",
            "target: Cell;encoding: klingon|2|klingon", "target: Cell;time: {columns: [T], zone: Mars/Base}|2|Mars/Base",
            "target: Cell;time: {columns: [T], pattern: 'qqqqqq bb'}|2|qqqqqq",
            "target: Cell;columns:;  A: {attribute: x, unit: furlong}|3|furlong",
            "target: Cell;columns:;  A: {attribute: x, unit: prb}|3|prb", "target: Cell;columns:;  A:|3|A",
            "target: Cell;columns: [a, b]|2|", "target: [Cell]|1|",
            "target: Cell;time: {columns: [T], period: soon}|2|soon", "target: Cell;time: {columns: [T], overlap: maybe}|2|maybe",
            "target: Cell;fileName: '('|2|", "target: Cell;target: Site|2|target", "target: Cell;delimiter: abc|2|abc",
            "target: Cell;decimal: ':'|2|:",
            "target: Cell;columns: {a: b|2|" })
    void whatIsWrongIsSaidWithItsLine(String yaml, int line, String part) {
        ImportRefusedException refused = assertThrows(ImportRefusedException.class, () -> read(yaml.replace(";", "\n")));
        assertTrue(refused.getMessage().startsWith("test.yaml"), refused.getMessage());
        assertTrue(Math.abs(refused.line() - line) <= 1, refused.line() + ": " + refused.getMessage());
        assertTrue(part == null || refused.getMessage().contains(part), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "   ", "- a\n- b", "just text", "a: &x [*x]",
            "target: Cell\ncolumns: {a: !!java.net.URL [\"http://example.org\"]}" })
    void whatIsNoProfileIsRefused(String yaml) {
        assertThrows(ImportRefusedException.class, () -> read(yaml));
    }

    @Test
    void everyShippedProfileNamesWhatTheModelHas() throws ImportRefusedException {
        List<ImportProfile> profiles = ShippedProfiles.load().all();
        assertFalse(profiles.isEmpty());
        for (ImportProfile profile : profiles) {
            Target target = Target.of(profile.target());
            for (Column column : profile.columns().values()) {
                assertTrue(target.meaning(column.attribute()).isPresent(), profile.name() + ": " + column.attribute());
            }
            for (String constant : profile.constants().keySet()) {
                assertTrue(target.meaning(constant).isPresent(), profile.name() + ": " + constant);
            }
            assertFalse(profile.label().isEmpty(), profile.name());
            assertTrue(profile.recognise().isPresent() || AutoProfile.leavesColumns(profile), profile.name());
            assertEquals(profile, read(ProfileWriter.write(profile)), profile.name());
        }
    }

    @Test
    void everySentenceExistsInThreeLanguages() throws Exception {
        Properties english = properties("messages.properties");
        for (String other : List.of("messages_zh_CN.properties", "messages_zh_TW.properties")) {
            Properties translated = properties(other);
            assertEquals(english.stringPropertyNames(), translated.stringPropertyNames(), other);
            for (String key : english.stringPropertyNames()) {
                assertEquals(arguments(english.getProperty(key)), arguments(translated.getProperty(key)), other + " " + key);
            }
        }
        assertTrue(Messages.of("map.object").contains("{SITE}-{CELL}"));
    }

    private static java.util.Set<String> arguments(String text) {
        java.util.Set<String> found = new java.util.TreeSet<>();
        java.util.regex.Matcher matcher = java.util.regex.Pattern.compile("\\{\\d\\}").matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    private static Properties properties(String name) throws java.io.IOException {
        Properties properties = new Properties();
        try (java.io.Reader reader = new java.io.InputStreamReader(Messages.class.getResourceAsStream(name),
                java.nio.charset.StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "Start Time;eNodeB;Cell Name;DL PRB Utilization (%);UL PRB Utilization (%)|CellMeasurement",
            "开始时间;小区名称;下行PRB利用率(%);上行PRB利用率(%);RRC平均连接用户数|CellMeasurement", "Date;Hour;Cell|", "eci;mcc;mnc;lat;lng|Cell",
            "CGI;Azimuth;PCI;Latitude;Longitude|Cell",
            "AP Name;BSSID;Channel;Clients|AccessPoint", "Site ID;Site Name;Lat;Long|Site", "Latitude;Longitude|DemandPoint",
            "alpha;beta;gamma|",
            "source;target;handoverAttempts|NeighbourRelation", "timestamp;cell;RRU.PrbTotDl;RRC.ConnMean|CellMeasurement" })
    void tablesAreKnownByTheNamesOfTheirColumns(String header, String target) {
        assertEquals(target == null ? "" : target,
                AutoProfile.load().forHeader(List.of(header.split(";")), "csv").map(ImportProfile::target).orElse(""));
    }

    @Test
    void unitsInHeadersCount() {
        ImportProfile profile = AutoProfile.load()
                .forHeader(List.of("Time", "Cell", "DL Volume (GB)", "DL User Throughput [Mbps]", "UL Volume_MB"), "csv").orElseThrow();
        assertEquals("GB", profile.columns().get("DL Volume (GB)").unit());
        assertEquals("Mbps", profile.columns().get("DL User Throughput [Mbps]").unit());
        assertEquals("MB", profile.columns().get("UL Volume_MB").unit());
    }
}
