package org.towercrier.exchange.tabular.internal.importer;

import java.io.IOException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.towercrier.exchange.ImportContext;
import org.towercrier.exchange.ImportRefusedException;
import org.towercrier.exchange.ImportSource;
import org.towercrier.exchange.Importer;
import org.towercrier.exchange.ImporterInfo;
import org.towercrier.exchange.Probe;
import org.towercrier.exchange.Recognition;
import org.towercrier.exchange.profile.ImportProfile;
import org.towercrier.exchange.tabular.internal.Messages;
import org.towercrier.exchange.tabular.internal.map.Columns;
import org.towercrier.exchange.tabular.internal.map.Sightings;
import org.towercrier.exchange.tabular.internal.map.Sightings.Sighting;
import org.towercrier.exchange.tabular.internal.table.CsvDialect;
import org.towercrier.exchange.tabular.internal.table.CsvTable;
import org.towercrier.exchange.tabular.internal.table.Table;
import org.towercrier.exchange.tabular.internal.value.BadValueException;
import org.towercrier.exchange.tabular.internal.value.NumberStyle;
import org.towercrier.exchange.tabular.internal.value.Numbers;
import org.towercrier.exchange.tabular.internal.value.TimeText;

/**
 * Surveys of the WiGLE phone application: one row for each sighting of an access point or cell. A thing is stored once, at the place of its strongest sighting.
 */
@Component(service = Importer.class)
public final class WigleImporter implements Importer {

    private static final Pattern FIRST_LINE = Pattern.compile("(?s)^\ufeff?\\s*WigleWifi-.*");
    private static final Pattern CELL = Pattern.compile("(\\d{3})(\\d{2,3})_(\\d+)_(\\d+)");
    /** The first access point of any standard was sold in 1990 (WaveLAN); sightings before come from clocks that were never set. */
    private static final int EARLIEST_YEAR = 1990;

    private final ImporterInfo info;

    @Activate
    public WigleImporter() {
        this.info = new ImporterInfo("wigle", Messages.of("format.wigle"), List.of("csv"), List.of("AccessPoint", "Cell"));
    }

    @Override
    public ImporterInfo info() {
        return info;
    }

    @Override
    public Recognition recognise(Probe probe) {
        Optional<String> text = probe.text();
        boolean signed = text.filter(content -> FIRST_LINE.matcher(content).matches()).isPresent();
        boolean columns = text
                .filter(content -> content.replace("\ufeff", "").replace("\"", "").stripLeading().startsWith("MAC,SSID,AuthMode,FirstSeen"))
                .isPresent();
        return signed || columns ? new Recognition(96, Messages.of("recognised.wigle")) : Recognition.NONE;
    }

    @Override
    public void read(ImportSource source, ImportContext context) throws ImportRefusedException, IOException {
        CsvDialect dialect = CsvDialect.detect(source::open,
                context.profile().map(each -> each.layout().encoding()).orElse(ImportProfile.AUTO), ",");
        int header = headerRow(source);
        Sightings sightings = new Sightings(context);
        try (Table table = CsvTable.open(source::open, dialect, header, context::progress)) {
            if (table.header().isEmpty()) {
                context.warn(Messages.of("table.no-rows"));
                return;
            }
            Fields fields = new Fields(new Columns(table.header()));
            long rows = 0;
            while (table.next()) {
                if (++rows % 4096 == 0) {
                    context.checkCancelled();
                }
                row(table, fields, sightings, context);
            }
            if (rows == 0) {
                context.warn(Messages.of("table.no-rows"));
            }
        }
        sightings.write();
    }

    /** The first line tells the application's version; without it the header comes first. */
    private static int headerRow(ImportSource source) throws IOException {
        try (java.io.InputStream in = source.open()) {
            String start = new String(in.readNBytes(64), java.nio.charset.StandardCharsets.ISO_8859_1);
            return start.contains("WigleWifi-") ? 2 : 1;
        }
    }

    private static void row(Table table, Fields fields, Sightings sightings, ImportContext context) {
        if (table.width() != table.header().size()) {
            context.quarantine(table.line(), "", "", Messages.of("table.ragged", table.width(), table.header().size()));
            return;
        }
        try {
            sightings.add(sighting(table, fields, context));
        } catch (BadValueException bad) {
            context.quarantine(table.line(), bad.column(), bad.value(), bad.getMessage());
        }
    }

    private static Sighting sighting(Table table, Fields fields, ImportContext context) throws BadValueException {
        String mac = fields.text(table, fields.mac);
        String type = fields.text(table, fields.type).toUpperCase(Locale.ROOT);
        if (mac.isEmpty()) {
            throw new BadValueException("MAC", "", Messages.of("map.no-identity", "AccessPoint"));
        }
        double latitude = fields.number(table, fields.latitude, "CurrentLatitude");
        double longitude = fields.number(table, fields.longitude, "CurrentLongitude");
        String seen = fields.text(table, fields.seen);
        fields.checkTime(seen, context);
        Map<String, String> extra = new LinkedHashMap<>();
        put(extra, "AuthMode", fields.text(table, fields.authentication));
        put(extra, "FirstSeen", seen);
        put(extra, "RSSI", fields.text(table, fields.strength));
        put(extra, "AltitudeMeters", fields.text(table, fields.altitude));
        put(extra, "AccuracyMeters", fields.text(table, fields.accuracy));
        double strength = fields.optional(table, fields.strength);
        Sighting.Kind kind = switch (type) {
            case "WIFI", "" -> new Sighting.AccessPoint(fields.text(table, fields.ssid), (long) fields.optional(table, fields.channel));
            case "GSM", "LTE", "WCDMA", "UMTS", "CDMA", "NR", "5G" ->
                cell(mac, type, fields.text(table, fields.authentication), fields.text(table, fields.ssid));
            case "BT", "BLE" -> new Sighting.Other(type);
            default -> throw new BadValueException("Type", type, Messages.of("wigle.type", type));
        };
        return new Sighting(table.line(), mac, kind, latitude, longitude, strength, extra);
    }

    /** {@code 42502_22811_5363147}: country and network code, area, cell. What radio it is the capabilities column says when it says more than GSM. */
    private static Sighting.Kind cell(String mac, String type, String capabilities, String operator) throws BadValueException {
        Matcher parts = CELL.matcher(mac);
        if (!parts.matches()) {
            throw new BadValueException("MAC", mac, Messages.of("wigle.cell", mac));
        }
        String radio = capabilities.replaceAll(";.*", "").toUpperCase(Locale.ROOT);
        String technology = switch (type.equals("GSM") && !radio.isEmpty() ? radio : type) {
            case "LTE" -> "LTE_FDD";
            case "NR", "5G" -> "NR";
            case "WCDMA", "UMTS", "HSDPA", "HSUPA", "HSPA", "HSPA+", "HSPAP" -> "WCDMA";
            case "GSM", "GPRS", "EDGE" -> "GSM";
            default -> "";
        };
        return new Sighting.Cell(technology, Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)), Long.parseLong(parts.group(3)),
                Long.parseLong(parts.group(4)), operator);
    }

    private static void put(Map<String, String> map, String key, String value) {
        if (!value.isEmpty()) {
            map.put(key, value);
        }
    }

    /** Columns of a survey; versions of the application add some and reorder them. */
    private static final class Fields {

        private final int mac;
        private final int ssid;
        private final int authentication;
        private final int seen;
        private final int channel;
        private final int strength;
        private final int latitude;
        private final int longitude;
        private final int altitude;
        private final int accuracy;
        private final int type;
        private final TimeText times = new TimeText(List.of("y-M-d H:mm:ss", TimeText.ISO));

        Fields(Columns columns) throws ImportRefusedException {
            mac = required(columns, "MAC", "netid", "BSSID");
            latitude = required(columns, "CurrentLatitude", "trilat", "latitude", "lat");
            longitude = required(columns, "CurrentLongitude", "trilong", "longitude", "lon");
            ssid = find(columns, "SSID");
            authentication = find(columns, "AuthMode", "Capabilities", "encryption");
            seen = find(columns, "FirstSeen", "firsttime", "First seen");
            channel = find(columns, "Channel");
            strength = find(columns, "RSSI", "level", "signal");
            altitude = find(columns, "AltitudeMeters");
            accuracy = find(columns, "AccuracyMeters");
            type = find(columns, "Type");
        }

        private static int required(Columns columns, String... names) throws ImportRefusedException {
            int at = find(columns, names);
            if (at < 0) {
                throw new ImportRefusedException(Messages.of("map.no-column", names[0], String.join(", ", columns.header())));
            }
            return at;
        }

        private static int find(Columns columns, String... names) {
            for (String name : names) {
                OptionalInt at = columns.find(name);
                if (at.isPresent()) {
                    return at.getAsInt();
                }
            }
            return -1;
        }

        String text(Table row, int column) {
            return column < 0 ? "" : row.text(column).strip();
        }

        double number(Table row, int column, String name) throws BadValueException {
            String text = text(row, column);
            double value = Numbers.parse(text, NumberStyle.POINT);
            if (Double.isNaN(value)) {
                throw new BadValueException(name, text, Messages.of("number.none", text));
            }
            return value;
        }

        double optional(Table row, int column) {
            double value = Numbers.parse(text(row, column), NumberStyle.POINT);
            return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
        }

        void checkTime(String seen, ImportContext context) throws BadValueException {
            if (seen.isEmpty()) {
                return;
            }
            int year = times.read(seen).filter(TimeText.Reading.Local.class::isInstance).map(TimeText.Reading.Local.class::cast)
                    .map(local -> local.time().getYear())
                    .orElseThrow(() -> new BadValueException("FirstSeen", seen, Messages.of("time.unreadable", seen, "y-M-d H:mm:ss")));
            if (year < EARLIEST_YEAR || year > context.now().atZone(ZoneId.of("UTC")).getYear() + 1) {
                throw new BadValueException("FirstSeen", seen, Messages.of("wigle.time", seen));
            }
        }
    }
}
