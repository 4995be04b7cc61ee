package org.towercrier.exchange.tabular.internal.profile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.emf.ecore.EClass;
import org.towercrier.exchange.profile.ImportProfile;
import org.towercrier.exchange.profile.ImportProfile.Column;
import org.towercrier.exchange.profile.ImportProfile.TimeColumns;
import org.towercrier.exchange.tabular.internal.table.Headers;
import org.towercrier.exchange.tabular.internal.value.Units;
import org.towercrier.model.MeasureAnnotations;
import org.towercrier.model.ModelPackages;
import org.towercrier.model.measurement.MeasurementPackage;

/**
 * Makes a profile for a table from the names of its columns alone: by a dictionary of the names that operators and surveys use, and by the names in the model. A
 * unit in brackets after a name counts. Where the names do not make a class complete, there is none: nothing is guessed.
 */
public final class AutoProfile {

    private static final Pattern BRACKET = Pattern.compile("[\\(\\[（【]\\s*([^\\)\\]）】]+?)\\s*[\\)\\]）】]");
    private static final Pattern TAIL = Pattern.compile(
            "(?:[ _.-]|(?<=\\p{IsHan}))(kbps|mbps|gbps|bps|mbit|kbit|gb|mb|kb|pct|percent|ratio|erl|erlang|ms|dbm|mhz|km|ft)$",
            Pattern.CASE_INSENSITIVE);
    /** What exports write where there is no value. */
    private static final List<String> BLANK = List.of("", "-", "--", "/", "NIL", "nil", "NULL", "null", "N/A", "n/a", "NA", "NaN", "nan",
            "None", "none", "#N/A");
    private static final String TIME = "time";
    private static final String DATE = "date";
    private static final String OBJECT = "object";
    private static final String CANDIDATES = "CandidateSite";
    private static final List<String> CANDIDATE = List.of("candidate", "候选", "候選");

    /** What a column means for a class; of several columns with one meaning the one with the lowest rank counts. */
    private record Hit(String header, String attribute, String unit, int rank) {
    }

    private final Map<String, Map<String, String>> dictionary;
    private final AutoCustomers customers;

    private AutoProfile(Map<String, Map<String, String>> dictionary, AutoCustomers customers) {
        this.dictionary = dictionary;
        this.customers = customers;
    }

    /** Reads the dictionary. */
    public static AutoProfile load() {
        Map<String, Map<String, String>> dictionary = new LinkedHashMap<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(AutoProfile.class.getResourceAsStream("/profiles/names.txt"), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int colon = line.indexOf(':');
                if (colon > 0 && !line.startsWith("#")) {
                    String[] path = line.substring(0, colon).strip().split("/");
                    for (String name : line.substring(colon + 1).split(",")) {
                        dictionary.computeIfAbsent(path[0], key -> new LinkedHashMap<>()).putIfAbsent(Headers.key(name), path[1]);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new AutoProfile(dictionary, AutoCustomers.load());
    }

    /** Whether a profile leaves it to the names of the columns what they are. */
    public static boolean leavesColumns(ImportProfile profile) {
        return profile.columns().isEmpty() && profile.compose().isEmpty();
    }

    /** Such a profile with the columns that mean something for its class; empty when none does. */
    public Optional<ImportProfile> completed(ImportProfile profile, List<String> header) {
        Map<String, Column> columns = new LinkedHashMap<>();
        ModelPackages.byName(profile.target())
                .ifPresent(type -> hits(profile.target(), header).forEach(hit -> columns.put(hit.header(), column(hit, type))));
        return columns.isEmpty() ? Optional.empty() : Optional.of(profile.withColumns(columns));
    }

    private static boolean speaksOfCandidates(String column) {
        String key = Headers.key(column);
        return CANDIDATE.stream().anyMatch(key::contains);
    }

    private static boolean placed(ImportProfile profile) {
        Set<String> has = profile.columns().values().stream().map(Column::attribute).collect(java.util.stream.Collectors.toSet());
        return has.contains("latitude") && has.contains("longitude");
    }

    /** A profile for a table with these columns; empty when they do not make a class of the model. */
    public Optional<ImportProfile> forHeader(List<String> header, String format) {
        Optional<ImportProfile> people = customers.forHeader(header, format, BLANK);
        if (people.isPresent()) {
            return people;
        }
        List<Hit> measurements = hits("CellMeasurement", header);
        Set<String> has = attributes(measurements);
        boolean timed = has.contains(TIME) || has.contains(DATE);
        if (timed && has.contains(OBJECT) && measurements.size() > (has.contains(TIME) && has.contains(DATE) ? 3 : 2)) {
            return Optional.of(measured(measurements, format));
        }
        if (header.stream().anyMatch(AutoProfile::speaksOfCandidates)) {
            Optional<ImportProfile> candidates = completed(empty(CANDIDATES, format), header).filter(AutoProfile::placed);
            if (candidates.isPresent()) {
                return candidates;
            }
        }
        List<Hit> cells = hits("Cell", header);
        Set<String> cell = attributes(cells);
        boolean placed = cell.contains("latitude") && cell.contains("longitude");
        if ((cell.contains("cellIdentity") || cell.contains("localCellId") || cell.contains("id") && radio(cell))
                && (placed || cell.size() > 3)) {
            return Optional.of(of("Cell", cells, format));
        }
        List<Hit> points = hits("AccessPoint", header);
        Set<String> point = attributes(points);
        boolean pointPlaced = point.contains("latitude") && point.contains("longitude");
        if (point.contains("bssid") || point.contains("ssid") && pointPlaced) {
            return Optional.of(of("AccessPoint", points, format));
        }
        List<Hit> sites = hits("Site", header);
        Set<String> site = attributes(sites);
        if (site.contains("latitude") && site.contains("longitude") && (site.contains("id") || site.contains("name"))) {
            return Optional.of(of("Site", sites, format));
        }
        if (header.size() == 2 && site.contains("latitude") && site.contains("longitude")) {
            return Optional.of(positions(sites, format));
        }
        return byModelNames(header, format);
    }

    /**
     * What would be understood of a table that no profile could be made for.
     *
     * @param target class of the model
     * @param columns the ones that mean something for it
     */
    public record Near(String target, List<String> columns) {

        public Near {
            columns = List.copyOf(columns);
        }
    }

    /** The class for which most of the columns mean something; empty when none does. */
    public Optional<Near> nearest(List<String> header) {
        List<Near> all = new ArrayList<>(List.of(new Near("Customer", customers.understood(header))));
        dictionary.keySet().forEach(target -> all.add(new Near(target, hits(target, header).stream().map(Hit::header).toList())));
        return all.stream().filter(near -> !near.columns().isEmpty())
                .reduce((one, other) -> other.columns().size() > one.columns().size() ? other : one);
    }

    /** Bare positions are where somebody wants service; a row has nothing but its place in the file to tell it from others. */
    private static ImportProfile positions(List<Hit> hits, String format) {
        ImportProfile plain = of("DemandPoint", hits, format);
        return new ImportProfile(plain.name(), plain.label(), plain.target(), plain.format(), plain.layout(), plain.time(), plain.columns(),
                Map.of("id", "{@file}#{@line}"), plain.constants(), plain.blank(), plain.ignore(), plain.fileName(), plain.recognise());
    }

    private static boolean radio(Set<String> attributes) {
        return attributes.contains("pci") || attributes.contains("channelNumber") || attributes.contains("azimuth")
                || attributes.contains("areaCode")
                || attributes.contains("technology");
    }

    private static Set<String> attributes(List<Hit> hits) {
        return hits.stream().map(Hit::attribute).collect(java.util.stream.Collectors.toSet());
    }

    /** The columns that mean something for a class; of several with one meaning the one whose name the dictionary gives first. */
    private List<Hit> hits(String target, List<String> header) {
        Map<String, String> names = dictionary.getOrDefault(target, Map.of());
        List<String> order = List.copyOf(names.keySet());
        Map<String, Hit> best = new LinkedHashMap<>();
        for (String column : header) {
            String unit = unit(column);
            String bare = BRACKET.matcher(column).replaceAll(" ").strip();
            List<String> spellings = new ArrayList<>(List.of(Headers.key(column), Headers.key(bare)));
            if (!unit.isEmpty()) {
                spellings.add(Headers.key(TAIL.matcher(bare).replaceAll("")));
            }
            Optional<String> known = spellings.stream().filter(names::containsKey).findFirst();
            Optional<String> attribute = known.map(names::get)
                    .or(() -> target.equals("CellMeasurement") ? canonical(bare) : Optional.empty());
            if (attribute.isPresent()) {
                Hit hit = new Hit(column, attribute.get(), unit, known.map(order::indexOf).orElse(-1));
                best.merge(attribute.get(), hit, (one, other) -> other.rank() < one.rank() ? other : one);
            }
        }
        return List.copyOf(best.values());
    }

    /** A column that carries the 3GPP name itself. */
    private static Optional<String> canonical(String name) {
        return MeasureAnnotations.byMeasurementName(MeasurementPackage.Literals.CELL_MEASUREMENT).keySet().stream()
                .filter(each -> each.equalsIgnoreCase(name) || Headers.key(each).equals(Headers.key(name))).findFirst();
    }

    private static String unit(String column) {
        Matcher bracket = BRACKET.matcher(column);
        while (bracket.find()) {
            if (Units.known(bracket.group(1)) && !Units.resourceBlocks(bracket.group(1))) {
                return bracket.group(1);
            }
        }
        Matcher tail = TAIL.matcher(column.strip());
        if (tail.find()) {
            String unit = tail.group(1).toLowerCase(Locale.ROOT);
            return switch (unit) {
                case "gb", "mb", "kb" -> unit.toUpperCase(Locale.ROOT).replace("KB", "kB");
                default -> unit;
            };
        }
        return column.strip().endsWith("%") ? "%" : "";
    }

    private static ImportProfile measured(List<Hit> hits, String format) {
        List<String> time = new ArrayList<>();
        hits.stream().filter(hit -> hit.attribute().equals(DATE)).forEach(hit -> time.add(hit.header()));
        hits.stream().filter(hit -> hit.attribute().equals(TIME)).forEach(hit -> time.add(hit.header()));
        Map<String, Column> columns = new LinkedHashMap<>();
        for (Hit hit : hits) {
            if (!hit.attribute().equals(TIME) && !hit.attribute().equals(DATE)) {
                columns.put(hit.header(), column(hit, MeasurementPackage.Literals.CELL_MEASUREMENT));
            }
        }
        return empty("CellMeasurement", format).withColumns(columns).withTime(TimeColumns.of(time));
    }

    private static ImportProfile of(String target, List<Hit> hits, String format) {
        Map<String, Column> columns = new LinkedHashMap<>();
        EClass type = ModelPackages.byName(target).orElseThrow();
        hits.forEach(hit -> columns.put(hit.header(), column(hit, type)));
        return empty(target, format).withColumns(columns);
    }

    private static ImportProfile empty(String target, String format) {
        ImportProfile plain = ImportProfile.of("", target, format);
        return new ImportProfile(plain.name(), plain.label(), plain.target(), plain.format(), plain.layout(), plain.time(), plain.columns(),
                plain.compose(),
                plain.constants(), BLANK, plain.ignore(), plain.fileName(), plain.recognise());
    }

    /** The unit counts where it can become the attribute's own; what stands in brackets is not always a unit. */
    private static Column column(Hit hit, EClass type) {
        Optional<String> own = Optional.ofNullable(MeasureAnnotations.byMeasurementName(type).get(hit.attribute()))
                .flatMap(MeasureAnnotations::unit)
                .or(() -> Optional.ofNullable(type.getEStructuralFeature(hit.attribute())).flatMap(MeasureAnnotations::unit));
        boolean converts = own.isPresent() && Units.conversion(hit.unit(), own.get()).isPresent();
        return new Column(hit.attribute(), converts ? hit.unit() : "");
    }

    /** A table whose columns are called as the features of a class: its key and two more at least, and most of the columns. */
    private static Optional<ImportProfile> byModelNames(List<String> header, String format) {
        Optional<ImportProfile> best = Optional.empty();
        int most = 2;
        for (EClass type : ModelPackages.stored()) {
            Map<String, Column> columns = new LinkedHashMap<>();
            for (String name : header) {
                type.getEAllStructuralFeatures().stream()
                        .filter(feature -> !feature.isMany() && Headers.key(feature.getName()).equals(Headers.key(name))).findFirst()
                        .ifPresent(feature -> columns.put(name, new Column(feature.getName())));
            }
            boolean keyed = org.towercrier.model.StoreAnnotations.key(type).stream()
                    .allMatch(key -> columns.values().stream().anyMatch(column -> column.attribute().equals(key.getName())));
            if (keyed && columns.size() > most && columns.size() * 2 > header.size()) {
                most = columns.size();
                best = Optional.of(empty(type.getName(), format).withColumns(columns));
            }
        }
        return best;
    }
}
