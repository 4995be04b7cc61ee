package org.towercrier.exchange.tabular.internal.profile;

import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import org.towercrier.exchange.ImportRefusedException;
import org.towercrier.exchange.profile.ImportProfile;
import org.towercrier.exchange.profile.ImportProfile.Column;
import org.towercrier.exchange.profile.ImportProfile.Layout;
import org.towercrier.exchange.profile.ImportProfile.Overlap;
import org.towercrier.exchange.profile.ImportProfile.Repeats;
import org.towercrier.exchange.profile.ImportProfile.Signature;
import org.towercrier.exchange.profile.ImportProfile.TimeColumns;
import org.towercrier.exchange.tabular.internal.Messages;
import org.towercrier.exchange.tabular.internal.value.TimeText;
import org.towercrier.exchange.tabular.internal.value.Units;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads import profiles and says what is wrong in them with file, line and reason. */
public final class ProfileReader {

    private static final Set<String> KEYS = Set.of("name", "label", "target", "format", "encoding", "delimiter", "decimal", "header",
            "sheet", "time", "columns",
            "compose", "object", "constants", "blank", "ignore", "fileName", "recognise", "period");
    private static final Set<String> TIME_KEYS = Set.of("columns", "column", "pattern", "zone", "period", "date", "repeats", "overlap");
    private static final Set<String> COLUMN_KEYS = Set.of("attribute", "unit", "scale", "total", "pattern", "values");
    private static final Set<String> FORMATS = Set.of("csv", "xlsx", "json", "geojson", "opencellid", "wigle");
    private static final Set<String> DECIMALS = Set.of(ImportProfile.AUTO, ".", ",");

    private ProfileReader() {
    }

    /**
     * Reads a profile.
     *
     * @param file name for messages and for profiles that have no name of their own
     * @throws ImportRefusedException with file, line and reason when it is not a profile
     */
    public static ImportProfile read(String file, Reader text) throws ImportRefusedException {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(10);
        options.setAllowDuplicateKeys(true);
        Node root;
        try {
            root = new Yaml(new SafeConstructor(options)).compose(text);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            throw new ImportRefusedException(Messages.of("profile.at", file, line, e.getProblem()), line, 0);
        } catch (YAMLException e) {
            throw new ImportRefusedException(Messages.of("profile.at", file, 0, e.getMessage()));
        }
        if (root == null) {
            throw new ImportRefusedException(Messages.of("profile.at", file, 1, Messages.of("profile.empty")), 1, 0);
        }
        return profile(file, YamlMap.of(file, root));
    }

    private static ImportProfile profile(String file, YamlMap map) throws ImportRefusedException {
        map.allow(KEYS);
        String target = map.text("target").orElseThrow(() -> map.problem("target", Messages.of("profile.no-target")));
        String format = map.text("format", "csv").toLowerCase(Locale.ROOT);
        if (!FORMATS.contains(format)) {
            throw map.problem("format", Messages.of("profile.format", format, String.join(", ", FORMATS.stream().sorted().toList())));
        }
        Map<String, String> compose = new LinkedHashMap<>(map.pairs("compose"));
        Optional<String> object = map.text("object");
        object.ifPresent(template -> compose.put("object", template.indexOf('{') < 0 ? "{" + template + "}" : template));
        List<String> blank = map.has("blank") ? map.texts("blank") : List.of("");
        return new ImportProfile(map.text("name", file.replaceAll("\\.ya?ml$", "")), map.text("label", ""), target, format, layout(map),
                time(map), columns(map), compose,
                map.pairs("constants"), blank, map.texts("ignore"), regex(map, "fileName"), signature(map));
    }

    private static Layout layout(YamlMap map) throws ImportRefusedException {
        String encoding = map.text("encoding", ImportProfile.AUTO);
        if (!encoding.equalsIgnoreCase(ImportProfile.AUTO) && !supported(encoding)) {
            throw map.problem("encoding", Messages.of("csv.charset", encoding));
        }
        String delimiter = map.text("delimiter", ImportProfile.AUTO);
        if (!delimiter.equalsIgnoreCase(ImportProfile.AUTO) && !delimiter.equalsIgnoreCase("tab") && !delimiter.equals("\\t")
                && delimiter.length() != 1) {
            throw map.problem("delimiter", Messages.of("csv.delimiter", delimiter));
        }
        String decimal = map.text("decimal", ImportProfile.AUTO);
        if (!DECIMALS.contains(decimal)) {
            throw map.problem("decimal", Messages.of("profile.decimal", decimal));
        }
        int header = map.number("header", 1);
        if (header < 0) {
            throw map.problem("header", Messages.of("profile.header", header));
        }
        return new Layout(encoding, delimiter, header, decimal, map.text("sheet", ""));
    }

    private static boolean supported(String encoding) {
        try {
            return Charset.isSupported(encoding.strip());
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }

    private static Optional<TimeColumns> time(YamlMap map) throws ImportRefusedException {
        if (!map.has("time")) {
            return Optional.empty();
        }
        if (!map.isMap("time")) {
            return Optional.of(withPeriod(TimeColumns.of(map.texts("time")), period(map)));
        }
        YamlMap time = map.map("time");
        time.allow(TIME_KEYS);
        List<String> columns = time.has("columns") ? time.texts("columns") : time.texts("column");
        if (columns.isEmpty()) {
            throw map.problem("time", Messages.of("profile.time-columns"));
        }
        List<String> patterns = time.texts("pattern");
        checkPatterns(time, "pattern", patterns);
        String zone = time.text("zone", "");
        try {
            if (!zone.isEmpty()) {
                ZoneId.of(zone);
            }
        } catch (DateTimeException e) {
            throw time.problem("zone", Messages.of("profile.zone", zone));
        }
        int period = Math.max(period(time), period(map));
        return Optional.of(
                new TimeColumns(columns, patterns, zone, period, date(time), choice(time, "repeats", Repeats.NEXT_DAY, Repeats.values()),
                        choice(time, "overlap", Overlap.IN_TURN, Overlap.values())));
    }

    private static TimeColumns withPeriod(TimeColumns time, int period) {
        return new TimeColumns(time.columns(), time.patterns(), time.zone(), period, time.date(), time.repeats(), time.overlap());
    }

    private static void checkPatterns(YamlMap map, String key, List<String> patterns) throws ImportRefusedException {
        for (String pattern : patterns) {
            try {
                new TimeText(List.of(pattern));
            } catch (IllegalArgumentException e) {
                throw map.problem(key, Messages.of("profile.pattern", pattern, e.getMessage()));
            }
        }
    }

    private static int period(YamlMap map) throws ImportRefusedException {
        Optional<String> text = map.text("period");
        if (text.isEmpty()) {
            return 0;
        }
        try {
            String s = text.get().strip();
            long seconds = s.matches("\\d+") ? Long.parseLong(s) : Duration.parse(s).toSeconds();
            if (seconds > 0 && seconds <= Integer.MAX_VALUE) {
                return (int) seconds;
            }
        } catch (DateTimeException | NumberFormatException e) {
            // said below, like a period that is not positive
        }
        throw map.problem("period", Messages.of("profile.period", text.get()));
    }

    private static Optional<LocalDate> date(YamlMap time) throws ImportRefusedException {
        Optional<String> text = time.text("date");
        try {
            return text.map(LocalDate::parse);
        } catch (DateTimeException e) {
            throw time.problem("date", Messages.of("profile.date", text.orElse("")));
        }
    }

    private static <E extends Enum<E>> E choice(YamlMap map, String key, E otherwise, E[] all) throws ImportRefusedException {
        Optional<String> text = map.text(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        for (E one : all) {
            if (spelled(one).equals(text.get())) {
                return one;
            }
        }
        throw map.problem(key, Messages.of("profile.choice", text.get(),
                String.join(", ", java.util.Arrays.stream(all).map(ProfileReader::spelled).toList())));
    }

    /** How an enumeration value is written in YAML. */
    static String spelled(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Map<String, Column> columns(YamlMap map) throws ImportRefusedException {
        Map<String, Column> columns = new LinkedHashMap<>();
        if (!map.has("columns")) {
            return columns;
        }
        YamlMap entries = map.map("columns");
        for (String name : entries.keys()) {
            columns.put(name, entries.isMap(name) ? column(entries.map(name)) : new Column(entries.text(name).orElse("")));
            if (columns.get(name).attribute().isBlank()) {
                throw entries.problem(name, Messages.of("profile.no-attribute", name));
            }
        }
        return columns;
    }

    private static Column column(YamlMap map) throws ImportRefusedException {
        map.allow(COLUMN_KEYS);
        String unit = map.text("unit", "");
        if (!unit.isEmpty() && !Units.known(unit)) {
            throw map.problem("unit", Messages.of("profile.unit", unit));
        }
        String total = map.text("total", "");
        if (total.isEmpty() && Units.resourceBlocks(unit)) {
            throw map.problem("unit", Messages.of("profile.total", unit));
        }
        String pattern = map.text("pattern", "");
        if (!pattern.isEmpty()) {
            checkPatterns(map, "pattern", List.of(pattern));
        }
        return new Column(map.text("attribute", ""), unit, map.decimal("scale", 1), total, pattern, map.pairs("values"));
    }

    private static Optional<String> regex(YamlMap map, String key) throws ImportRefusedException {
        Optional<String> text = map.text(key);
        try {
            text.ifPresent(Pattern::compile);
        } catch (PatternSyntaxException e) {
            throw map.problem(key, Messages.of("profile.regex", e.getDescription()));
        }
        return text;
    }

    private static Optional<Signature> signature(YamlMap map) throws ImportRefusedException {
        if (!map.has("recognise")) {
            return Optional.empty();
        }
        YamlMap recognise = map.map("recognise");
        recognise.allow(Set.of("headers", "fileName"));
        return Optional.of(new Signature(recognise.texts("headers"), regex(recognise, "fileName").orElse("")));
    }
}
