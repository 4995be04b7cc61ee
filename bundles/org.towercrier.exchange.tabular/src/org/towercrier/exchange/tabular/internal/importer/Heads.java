package org.towercrier.exchange.tabular.internal.importer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.towercrier.exchange.ImportRefusedException;
import org.towercrier.exchange.Probe;
import org.towercrier.exchange.tabular.internal.table.CsvDialect;
import org.towercrier.exchange.tabular.internal.table.CsvTable;
import org.towercrier.exchange.tabular.internal.table.JsonTable;

/** Columns of a file as far as its beginning shows them. */
final class Heads {

    private static final Pattern MEMBER = Pattern.compile("\"((?:[^\"\\\\]|\\\\.){1,80})\"\\s*:");

    /**
     * What the beginning shows.
     *
     * @param format id of the importer
     * @param columns names of the columns
     * @param width values of a usual row
     */
    record Head(String format, List<String> columns, int width) {
    }

    private Heads() {
    }

    static Optional<Head> header(Probe probe) {
        Optional<String> text = probe.text();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String start = text.get().replace("\ufeff", "").stripLeading();
        if (start.startsWith("{") || start.startsWith("[")) {
            return json(start);
        }
        return start.startsWith("<") ? Optional.empty() : csv(text.get().replace("\ufeff", ""));
    }

    private static Optional<Head> csv(String text) {
        String whole = text.length() >= Probe.LENGTH / 4 && text.lastIndexOf('\n') > 0 ? text.substring(0, text.lastIndexOf('\n') + 1)
                : text;
        CsvDialect dialect = CsvDialect.ofText(whole);
        if (dialect.width() < 2) {
            return Optional.empty();
        }
        byte[] bytes = whole.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        try (CsvTable table = CsvTable.open(() -> new java.io.ByteArrayInputStream(bytes), dialect, -1, n -> {})) {
            return Optional.of(new Head("csv", table.header(), dialect.width()));
        } catch (IOException | ImportRefusedException e) {
            return Optional.empty();
        }
    }

    /** Member names are enough to recognise a document by; the beginning of one cannot be parsed to its end. */
    private static Optional<Head> json(String text) {
        Set<String> names = new LinkedHashSet<>();
        Matcher member = MEMBER.matcher(text);
        while (member.find() && names.size() < 200) {
            names.add(member.group(1));
        }
        boolean features = text.contains("\"FeatureCollection\"") || text.contains("\"Feature\"");
        if (features) {
            names.addAll(List.of(JsonTable.LATITUDE, JsonTable.LONGITUDE, JsonTable.GEOMETRY, JsonTable.TYPE));
            if (names.contains("id")) {
                names.add(JsonTable.ID);
            }
        }
        return names.isEmpty() ? Optional.empty()
                : Optional.of(new Head(features ? "geojson" : "json", new ArrayList<>(names), names.size()));
    }
}
