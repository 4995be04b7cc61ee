package org.towercrier.exchange.tabular.internal.importer;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.towercrier.exchange.ImportContext;
import org.towercrier.exchange.ImportRefusedException;
import org.towercrier.exchange.ImportSource;
import org.towercrier.exchange.Importer;
import org.towercrier.exchange.ImporterInfo;
import org.towercrier.exchange.Probe;
import org.towercrier.exchange.Recognition;
import org.towercrier.exchange.TableImporter;
import org.towercrier.exchange.TablePreview;
import org.towercrier.exchange.profile.ImportProfile;
import org.towercrier.exchange.profile.ImportProfile.Column;
import org.towercrier.exchange.tabular.internal.Messages;
import org.towercrier.exchange.tabular.internal.map.TableImport;
import org.towercrier.exchange.tabular.internal.table.CsvDialect;
import org.towercrier.exchange.tabular.internal.table.CsvTable;
import org.towercrier.exchange.tabular.internal.table.Headers;
import org.towercrier.exchange.tabular.internal.table.Table;
import org.towercrier.exchange.tabular.internal.table.TableSource;

/**
 * Cell lists of OpenCelliD and the Mozilla (Ichnaea) export: with or without header, whole or in extracts with fewer or renamed columns. Positions are estimates
 * from many sightings.
 */
@Component(service = Importer.class)
public final class OpenCellIdImporter implements TableImporter {

    private static final List<String> OFFICIAL = List.of("radio", "mcc", "net", "area", "cell", "unit", "lon", "lat", "range", "samples",
            "changeable", "created",
            "updated", "averageSignal");
    private static final Pattern ROW = Pattern
            .compile(
                    "^\"?(GSM|UMTS|LTE|CDMA|NR|NBIOT|WCDMA)\"?[,;\t]\\d{1,3}[,;\t]\\d+[,;\t]\\d*[,;\t]\\d+[,;\t]-?\\d*[,;\t]-?[\\d.]+[,;\t]-?[\\d.]+[,;\t].*",
                    Pattern.DOTALL);
    /** What the columns are called in the wild, by attribute. */
    private static final Map<String, List<String>> NAMES = names();

    private final ImporterInfo info;

    @Activate
    public OpenCellIdImporter() {
        this.info = new ImporterInfo("opencellid", Messages.of("format.opencellid"), List.of("csv"),
                List.of("Cell", "Site", "BaseStation"));
    }

    private static Map<String, List<String>> names() {
        Map<String, List<String>> names = new LinkedHashMap<>();
        names.put("technology", List.of("radio", "act", "rat", "technology", "radiotype"));
        names.put("mcc", List.of("mcc"));
        names.put("mnc", List.of("net", "mnc", "network code", "mobilenetworkcode"));
        names.put("areaCode", List.of("area", "tac", "lac", "lac/tac", "tac/lac", "locationareacode"));
        names.put("cellIdentity", List.of("cell", "cid", "ci", "cellid", "cell id", "eci", "nci"));
        names.put("pci", List.of("unit", "psc", "pci", "psc/pci"));
        names.put("longitude", List.of("lon", "long", "lng", "longitude"));
        names.put("latitude", List.of("lat", "latitude"));
        names.put("range", List.of("range", "accuracy", "radius"));
        return names;
    }

    @Override
    public ImporterInfo info() {
        return info;
    }

    @Override
    public Recognition recognise(Probe probe) {
        Optional<String> text = probe.text();
        if (text.filter(content -> ROW.matcher(content.replace("\ufeff", "")).matches()).isPresent()) {
            return new Recognition(95, Messages.of("recognised.opencellid"));
        }
        return Heads.header(probe).filter(head -> head.format().equals("csv") && signed(head.columns()))
                .map(head -> new Recognition(92, Messages.of("recognised.opencellid"))).orElse(Recognition.NONE);
    }

    /** Global cell identity, position and one of the columns that only such estimates have. */
    private static boolean signed(List<String> header) {
        Set<String> attributes = columns(header).values().stream().map(Column::attribute).collect(Collectors.toSet());
        Set<String> keys = header.stream().map(Headers::key).collect(Collectors.toSet());
        boolean estimated = keys.stream().anyMatch(Set.of("averagesignal", "samples", "sam", "changeable", "range", "updated")::contains);
        return attributes.containsAll(Set.of("mcc", "mnc", "cellIdentity", "latitude", "longitude")) && estimated;
    }

    private static Map<String, Column> columns(List<String> header) {
        Map<String, Column> columns = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> entry : NAMES.entrySet()) {
            for (String name : entry.getValue()) {
                Optional<String> found = header.stream().filter(column -> Headers.key(column).equals(Headers.key(name))).findFirst();
                if (found.isPresent()) {
                    columns.put(found.get(), column(entry.getKey()));
                    break;
                }
            }
        }
        return columns;
    }

    /** 0 and -1 stand for an unknown code, an unknown area and an unknown range. */
    private static Column column(String attribute) {
        Map<String, String> unknown = switch (attribute) {
            case "pci" -> Map.of("-1", "", "0", "");
            case "areaCode", "range" -> Map.of("-1", "");
            default -> Map.of();
        };
        return new Column(attribute, "", 1, "", "", unknown);
    }

    @Override
    public void read(ImportSource source, ImportContext context) throws ImportRefusedException, IOException {
        Optional<ImportProfile> given = own(context.profile());
        TableSource table = table(source, given);
        List<String> header;
        try (Table opened = table.open()) {
            header = opened.header();
        }
        if (header.isEmpty()) {
            context.warn(Messages.of("table.no-rows"));
            return;
        }
        ImportProfile profile = given.orElseGet(() -> profile(header));
        if (profile.columns().isEmpty()) {
            throw new ImportRefusedException(Messages.of("map.unrecognised", String.join(", ", header)));
        }
        new TableImport(table, source.name(), profile, context, true).run();
    }

    @Override
    public Optional<TablePreview> preview(ImportSource source, Optional<ImportProfile> profile, int rows)
            throws ImportRefusedException, IOException {
        Optional<ImportProfile> given = own(profile);
        return Previews.of(table(source, given), rows,
                header -> given.or(() -> Optional.of(profile(header)).filter(found -> !found.columns().isEmpty())));
    }

    /** A profile that a user wrote; the shipped ones are for other tables. */
    private static Optional<ImportProfile> own(Optional<ImportProfile> profile) {
        return profile.filter(each -> each.recognise().isEmpty());
    }

    private static TableSource table(ImportSource source, Optional<ImportProfile> given) throws IOException, ImportRefusedException {
        CsvDialect dialect = CsvDialect.detect(source::open, given.map(each -> each.layout().encoding()).orElse(ImportProfile.AUTO),
                given.map(each -> each.layout().delimiter()).orElse(ImportProfile.AUTO));
        int row = given.map(each -> each.layout().header()).orElse(-1);
        return bytes -> CsvTable.open(source::open, dialect, row, bytes);
    }

    private static ImportProfile profile(List<String> header) {
        boolean unnamed = header.equals(Headers.numbers(header.size())) && header.size() >= 8;
        Map<String, Column> columns = new LinkedHashMap<>();
        if (unnamed) {
            columns(OFFICIAL).forEach((name, column) -> columns.put(String.valueOf(OFFICIAL.indexOf(name) + 1), column));
        } else {
            columns.putAll(columns(header));
        }
        return ImportProfile.of("opencellid", "Cell", "opencellid").withColumns(columns);
    }
}
