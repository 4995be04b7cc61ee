package org.towercrier.exchange.tabular.internal.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.towercrier.exchange.profile.ImportProfile;
import org.towercrier.exchange.profile.ImportProfile.Column;
import org.towercrier.exchange.profile.ImportProfile.Layout;
import org.towercrier.exchange.profile.ImportProfile.Overlap;
import org.towercrier.exchange.profile.ImportProfile.Repeats;
import org.towercrier.exchange.profile.ImportProfile.TimeColumns;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Writes import profiles as {@link ProfileReader} reads them; what has its usual value is left out. */
public final class ProfileWriter {

    private ProfileWriter() {
    }

    public static String write(ImportProfile profile) {
        Map<String, Object> map = new LinkedHashMap<>();
        put(map, "name", profile.name());
        put(map, "label", profile.label());
        map.put("target", profile.target());
        map.put("format", profile.format());
        layout(profile.layout(), map);
        profile.time().ifPresent(time -> map.put("time", time(time)));
        Map<String, Object> columns = new LinkedHashMap<>();
        profile.columns().forEach((name, column) -> columns.put(name, column.plain() ? column.attribute() : column(column)));
        if (!columns.isEmpty()) {
            map.put("columns", columns);
        }
        put(map, "compose", profile.compose());
        put(map, "constants", profile.constants());
        if (!profile.blank().equals(List.of(""))) {
            map.put("blank", profile.blank());
        }
        if (!profile.ignore().isEmpty()) {
            map.put("ignore", profile.ignore());
        }
        profile.fileName().ifPresent(regex -> map.put("fileName", regex));
        profile.recognise().ifPresent(signature -> {
            Map<String, Object> recognise = new LinkedHashMap<>();
            recognise.put("headers", signature.headers());
            put(recognise, "fileName", signature.fileName());
            map.put("recognise", recognise);
        });
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setAllowUnicode(true);
        options.setWidth(160);
        return new Yaml(options).dump(map);
    }

    private static void layout(Layout layout, Map<String, Object> map) {
        map.put("encoding", layout.encoding());
        map.put("delimiter", layout.delimiter());
        if (!layout.decimal().equals(ImportProfile.AUTO)) {
            map.put("decimal", layout.decimal());
        }
        map.put("header", layout.header());
        put(map, "sheet", layout.sheet());
    }

    private static Map<String, Object> time(TimeColumns time) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("columns", new ArrayList<>(time.columns()));
        if (!time.patterns().isEmpty()) {
            map.put("pattern", time.patterns().size() == 1 ? time.patterns().get(0) : new ArrayList<>(time.patterns()));
        }
        put(map, "zone", time.zone());
        if (time.period() > 0) {
            map.put("period", java.time.Duration.ofSeconds(time.period()).toString());
        }
        time.date().ifPresent(date -> map.put("date", date.toString()));
        if (time.repeats() != Repeats.NEXT_DAY) {
            map.put("repeats", ProfileReader.spelled(time.repeats()));
        }
        if (time.overlap() != Overlap.IN_TURN) {
            map.put("overlap", ProfileReader.spelled(time.overlap()));
        }
        return map;
    }

    private static Map<String, Object> column(Column column) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("attribute", column.attribute());
        put(map, "unit", column.unit());
        if (column.scale() != 1) {
            map.put("scale", column.scale());
        }
        put(map, "total", column.total());
        put(map, "pattern", column.pattern());
        put(map, "values", column.values());
        return map;
    }

    private static void put(Map<String, Object> map, String key, String value) {
        if (!value.isEmpty()) {
            map.put(key, value);
        }
    }

    private static void put(Map<String, Object> map, String key, Map<String, String> values) {
        if (!values.isEmpty()) {
            map.put(key, new LinkedHashMap<>(values));
        }
    }
}
