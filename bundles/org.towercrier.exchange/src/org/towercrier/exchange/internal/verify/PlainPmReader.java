package org.towercrier.exchange.internal.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads files of 3GPP TS 32.435 and TS 28.532 as a tree with the platform's own parser, straight from the specification. It shares no code
 * with the importer on purpose: it is what the importer is compared with.
 */
final class PlainPmReader {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern ABSENT = Pattern.compile("(?i)|nil|null|nan|n/a|#n/a");
    private static final Pattern ZONED = Pattern.compile(".*(Z|[+-]\\d\\d:\\d\\d)");

    private final PmReading reading = new PmReading();

    private PlainPmReader() {
    }

    static PmReading read(Path file) throws IOException {
        PlainPmReader reader = new PlainPmReader();
        XmlElement root = root(file);
        for (XmlElement data : root.all("measData")) {
            String element = data.all("managedElement").getFirst().attribute("localDn");
            data.all("measInfo").forEach(info -> reader.info(info, element));
        }
        return reader.reading;
    }

    private static XmlElement root(Path file) throws IOException {
        // The platform's own parser; the importer uses another one.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            try {
                reader.nextTag();
                return XmlElement.read(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException broken) {
            throw new IOException(file + ": " + broken.getMessage(), broken);
        }
    }

    private void info(XmlElement info, String element) {
        XmlElement period = info.all("granPeriod").getFirst();
        Duration duration = Duration.parse(period.attribute("duration"));
        long start = ChronoUnit.MICROS.between(Instant.EPOCH, time(period.attribute("endTime")).minus(duration));
        int seconds = Math.toIntExact(duration.toSeconds());
        Map<String, String> types = new HashMap<>();
        info.all("measType").forEach(type -> types.put(type.attribute("p"), type.text()));
        List<String> listed = info.all("measTypes").isEmpty() ? List.of() : words(info.all("measTypes").getFirst());
        for (XmlElement object : info.all("measValue")) {
            String ldn = object.attribute("measObjLdn");
            String name = ldn.startsWith("ManagedElement=") ? ldn : ldn.isEmpty() ? element : element + "," + ldn;
            object.all("r").forEach(result -> put(name, types.get(result.attribute("p")), start, seconds, result.text()));
            for (XmlElement results : object.all("measResults")) {
                List<String> values = words(results);
                for (int i = 0; i < values.size(); i++) {
                    put(name, listed.get(i), start, seconds, values.get(i));
                }
            }
        }
    }

    private static Instant time(String text) {
        return ZONED.matcher(text).matches() ? OffsetDateTime.parse(text).toInstant() : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }

    private void put(String object, String measurement, long start, int seconds, String value) {
        if (measurement == null || ABSENT.matcher(value).matches()) {
            return;
        }
        if (NUMBER.matcher(value).matches()) {
            reading.number(object, measurement, start, seconds, Double.parseDouble(value));
        } else {
            reading.text(object, measurement, start, seconds, value);
        }
    }

    private static List<String> words(XmlElement element) {
        return List.of(element.text().split("\\s+"));
    }
}
