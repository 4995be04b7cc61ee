package org.towercrier.exchange.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.towercrier.exchange.FileReport;
import org.towercrier.exchange.ImportReport;
import org.towercrier.exchange.ImportRequest;
import org.towercrier.fixture.SharedData;

/** Files of several makers: all are imported, and what is stored is what another reader finds in them. */
class PmRealFilesTest {

    private static final String DATA = "measurements/3gpp-pm-xml";

    @Test
    void everyFileIsImportedOrRefusedWithAReason(@TempDir Path folder) throws Exception {
        Path data = SharedData.path(DATA);
        try (Workspace workspace = new Workspace(folder)) {
            ImportReport report = workspace.run(ImportRequest.of(data));
            for (FileReport file : report.files()) {
                boolean measurements = (file.file().endsWith(".xml") || file.file().endsWith(".gz") || file.file().contains("pm_report"))
                        && !file.file().contains("metadata");
                if (measurements) {
                    assertTrue(file.refused().isEmpty(), file.toString());
                    assertTrue(file.rows() > 0 || file.file().contains("no_measdata"), file.toString());
                    assertEquals(file.rows(), file.stored() + file.unchanged() + file.conflicts() + file.quarantined(), file.toString());
                }
            }
            assertFalse(report.anyRefused(), report.toString());
        }
    }

    @Test
    void whatIsStoredIsWhatAnotherReaderFinds(@TempDir Path folder) throws Exception {
        Path data = SharedData.path(DATA);
        List<Path> files;
        try (Stream<Path> walk = Files.walk(data)) {
            files = walk.filter(file -> file.toString().endsWith(".xml") || file.toString().endsWith(".xml.gz")).sorted().toList();
        }
        assertFalse(files.isEmpty());
        for (int i = 0; i < files.size(); i++) {
            Map<String, String> expected = independently(files.get(i));
            try (Workspace workspace = new Workspace(folder.resolve(Integer.toString(i)))) {
                workspace.one(files.get(i));
                assertEquals(expected, stored(workspace), files.get(i).toString());
            }
        }
    }

    @Test
    void aSecondImportOfAllChangesNothing(@TempDir Path folder) throws Exception {
        Path data = SharedData.path(DATA);
        try (Workspace workspace = new Workspace(folder)) {
            workspace.run(ImportRequest.of(data));
            long before = workspace.count("counter_value");
            ImportReport again = workspace.run(ImportRequest.of(data));
            assertEquals(0, again.stored());
            assertEquals(before, workspace.count("counter_value"));
        }
    }

    private static Map<String, String> stored(Workspace workspace) throws Exception {
        Map<String, String> found = new TreeMap<>();
        for (Map<String, Object> row : workspace
                .rows("select o.name as name, v.measurement as measurement, cast(v.start as varchar) as start, v.period as period, "
                        + "v.suspect as suspect, v.value as value, v.text as text from counter_value v join managed_object o on o.id = v.object")) {
            Object value = row.get("value") == null ? row.get("text") : row.get("value");
            found.put(row.get("name") + "|" + row.get("measurement") + "|" + row.get("start") + "|" + row.get("period"),
                    value + "|" + row.get("suspect"));
        }
        return found;
    }

    /** Reads with the platform's own parser and none of the importer's code. */
    private static Map<String, String> independently(Path file) throws Exception {
        Map<String, String> found = new TreeMap<>();
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            XMLStreamReader reader = XMLInputFactory.newDefaultFactory().createXMLStreamReader(in);
            reader.nextTag();
            Element root = Element.read(reader);
            for (Element data : children(root, "measData")) {
                String element = children(data, "managedElement").getFirst().getAttribute("localDn");
                for (Element info : children(data, "measInfo")) {
                    info(info, element, found);
                }
            }
        }
        return found;
    }

    private static void info(Element info, String element, Map<String, String> found) {
        Element period = children(info, "granPeriod").getFirst();
        Duration duration = Duration.parse(period.getAttribute("duration"));
        String end = period.getAttribute("endTime");
        boolean zoned = end.endsWith("Z") || end.matches(".*[+-]\\d\\d:\\d\\d");
        LocalDateTime utc = zoned ? OffsetDateTime.parse(end).withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()
                : LocalDateTime.parse(end);
        String start = utc.minus(duration).toString().replace('T', ' ');
        String stamp = (start.length() == 16 ? start + ":00" : start) + "|" + duration.toSeconds();
        Map<String, String> types = new HashMap<>();
        for (Element type : children(info, "measType")) {
            types.put(type.getAttribute("p"), type.getTextContent().trim());
        }
        List<String> list = children(info, "measTypes").isEmpty() ? List.of()
                : List.of(children(info, "measTypes").getFirst().getTextContent().trim().split("\\s+"));
        for (Element object : children(info, "measValue")) {
            String ldn = object.getAttribute("measObjLdn");
            String name = ldn.startsWith("ManagedElement=") ? ldn : ldn.isEmpty() ? element : element + "," + ldn;
            boolean suspect = !children(object, "suspect").isEmpty()
                    && children(object, "suspect").getFirst().getTextContent().trim().equals("true");
            for (Element result : children(object, "r")) {
                put(found, name, types.get(result.getAttribute("p")), stamp, result.getTextContent().trim(), suspect);
            }
            for (Element results : children(object, "measResults")) {
                String[] values = results.getTextContent().trim().split("\\s+");
                for (int i = 0; i < values.length; i++) {
                    put(found, name, list.get(i), stamp, values[i], suspect);
                }
            }
        }
    }

    private static void put(Map<String, String> found, String name, String measurement, String stamp, String value, boolean suspect) {
        if (measurement != null && !value.isEmpty()) {
            boolean number = value.matches("-?\\d+(\\.\\d+)?");
            found.putIfAbsent(name + "|" + measurement + "|" + stamp,
                    (number ? Double.toString(Double.parseDouble(value)) : value) + "|" + suspect);
        }
    }

    private static List<Element> children(Element parent, String name) {
        return parent.children().stream().filter(child -> child.name().equals(name)).toList();
    }

    /** An element with all below it. */
    private record Element(String name, Map<String, String> attributes, List<Element> children, StringBuilder text) {

        /** From the start of an element to its end. */
        static Element read(XMLStreamReader reader) throws XMLStreamException {
            Element element = new Element(reader.getLocalName(), new HashMap<>(), new ArrayList<>(), new StringBuilder());
            for (int i = 0; i < reader.getAttributeCount(); i++) {
                element.attributes().put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
            }
            for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
                if (event == XMLStreamConstants.START_ELEMENT) {
                    element.children().add(read(reader));
                } else if (event == XMLStreamConstants.CHARACTERS) {
                    element.text().append(reader.getText());
                }
            }
            return element;
        }

        String getAttribute(String attribute) {
            return attributes.getOrDefault(attribute, "");
        }

        String getTextContent() {
            return text.toString();
        }
    }
}
