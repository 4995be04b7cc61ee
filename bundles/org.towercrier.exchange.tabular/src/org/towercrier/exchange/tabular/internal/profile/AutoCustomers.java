package org.towercrier.exchange.tabular.internal.profile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.towercrier.exchange.profile.ImportProfile;
import org.towercrier.exchange.profile.ImportProfile.Column;
import org.towercrier.exchange.tabular.internal.map.MonthNames;
import org.towercrier.exchange.tabular.internal.table.Headers;
import org.towercrier.exchange.tabular.internal.value.Units;
import org.towercrier.model.MeasureAnnotations;
import org.towercrier.model.ModelPackages;
import org.towercrier.model.customer.CustomerPackage;

/** Makes a profile for a table about customers from the names of its columns, by a dictionary of the names that operators and surveys use in many languages. */
public final class AutoCustomers {

    private static final Pattern BRACKET = Pattern.compile("[\\(\\[（【]\\s*([^\\)\\]）】]+?)\\s*[\\)\\]）】]");
    private static final Pattern TAIL = Pattern.compile(
            "(?:[ _.-]|(?<=\\p{IsHan}))(gb|mb|kb|min|mins|minutes|days?|years?|months?|eur|usd|rmb|元|€|\\$|£)$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CURRENCY = Pattern.compile("eur|euro|euros|usd|rmb|cny|twd|nt|gbp|元|€|\\$|£|¥|zł|pln|chf",
            Pattern.CASE_INSENSITIVE);
    /** Attributes that tables of places, cells and persons of all kinds have too. */
    private static final Set<String> COMMON = Set.of("id", "name", "phone", "email", "address", "region", "language", "brand",
            "homeLatitude", "homeLongitude",
            "Subscription.product", "CorporateGroup.industry", "Terminal.model", "Terminal.maker", "MonthlyFacts.month", "joinDate",
            "leaveDate", "clientManager");
    private static final Set<String> RADIO = Set.of("cellidentity", "pci", "azimuth", "earfcn", "enodeb", "enodebid", "enb", "gnb", "tac",
            "lac", "bssid", "ssid",
            "eutrancell", "cellname", "mcc", "mnc");
    private static final List<String> LEFT = List.of("churned", "left", "lost", "cancelled", "canceled", "terminated", "exited",
            "attrited customer", "departed",
            "inactive", "résilié", "parti", "gekündigt", "abgewandert", "baja", "流失", "离网", "已离网", "退網", "解約");
    private static final List<String> STAYED = List.of("stayed", "active", "joined", "current", "retained", "existing customer", "stay",
            "actif", "resté", "aktiv",
            "geblieben", "activo", "在网", "正常", "未离网", "在網", "継続");
    private static final int ENOUGH_WITH_IDENTITY = 2;
    private static final int ENOUGH = 3;

    /** A name of the dictionary. @param rank its place, lower counts first */
    private record Entry(String attribute, double factor, int rank) {
    }

    /** What a column means. */
    private record Hit(String header, Entry entry, Column column) {
    }

    private final Map<String, Entry> dictionary;

    private AutoCustomers(Map<String, Entry> dictionary) {
        this.dictionary = dictionary;
    }

    /** Reads the dictionary. */
    static AutoCustomers load() {
        Map<String, Entry> dictionary = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(AutoCustomers.class.getResourceAsStream("/profiles/customer-names.txt"), StandardCharsets.UTF_8))) {
            int rank = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int colon = line.indexOf(':');
                if (colon > 0 && !line.startsWith("#")) {
                    String[] left = line.substring(0, colon).strip().split("\\*");
                    double factor = left.length > 1 ? Double.parseDouble(left[1]) : 1;
                    for (String name : line.substring(colon + 1).split(",")) {
                        dictionary.putIfAbsent(key(name), new Entry(left[0], factor, rank++));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new AutoCustomers(dictionary);
    }

    /** The name without case, punctuation, blanks and accents. */
    private static String key(String name) {
        return Normalizer.normalize(Headers.key(name), Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }

    /** The columns that tell of customers. */
    List<String> understood(List<String> header) {
        Map<String, MonthNames.Monthly> monthly = MonthNames.find(header);
        return header.stream().filter(name -> hit(name, monthly).isPresent()).toList();
    }

    /** A profile for a table with these columns; empty when they do not tell of customers. @param blank what stands for no value */
    Optional<ImportProfile> forHeader(List<String> header, String format, List<String> blank) {
        Map<String, MonthNames.Monthly> monthly = MonthNames.find(header);
        Map<String, Hit> best = new LinkedHashMap<>();
        for (String name : header) {
            hit(name, monthly).ifPresent(hit -> best.merge(hit.entry().attribute(), hit,
                    (one, other) -> other.entry().rank() < one.entry().rank() ? other : one));
        }
        long telling = best.keySet().stream().filter(attribute -> !COMMON.contains(attribute)).count();
        boolean identified = best.containsKey("id") || best.containsKey("phone");
        long radio = header.stream().map(Headers::key).filter(RADIO::contains).count();
        if (telling < (identified ? ENOUGH_WITH_IDENTITY : ENOUGH) || radio > 2 || !identified && !aboutPeople(best.keySet())) {
            return Optional.empty();
        }
        Map<String, Column> columns = new LinkedHashMap<>();
        best.values().forEach(hit -> columns.put(hit.header(), hit.column()));
        ImportProfile plain = ImportProfile.of("", CustomerPackage.Literals.CUSTOMER.getName(), format).withColumns(columns);
        return Optional.of(new ImportProfile("", "", plain.target(), format, plain.layout(), plain.time(), columns, plain.compose(),
                plain.constants(), blank,
                plain.ignore(), plain.fileName(), plain.recognise()));
    }

    /** Without an identity, something must show that the rows are people who buy a service. */
    private static boolean aboutPeople(Set<String> attributes) {
        return attributes.stream()
                .anyMatch(each -> each.equals("churned") || each.equals("tenure") || each.equals("age") || each.equals("gender")
                        || each.equals("occupation") || each.startsWith("Contract."));
    }

    private Optional<Hit> hit(String name, Map<String, MonthNames.Monthly> monthly) {
        MonthNames.Monthly series = monthly.get(name);
        if (series != null) {
            return entry(MonthNames.stem(series.pattern()))
                    .filter(entry -> entry.attribute().startsWith("MonthlyFacts.") && !entry.attribute().endsWith(".month"))
                    .map(entry -> new Hit(series.pattern(), entry, column(name, entry)));
        }
        return entry(name).map(entry -> new Hit(name, entry, column(name, entry)));
    }

    private Optional<Entry> entry(String name) {
        String bare = BRACKET.matcher(name).replaceAll(" ").strip();
        return Optional.ofNullable(dictionary.get(key(name))).or(() -> Optional.ofNullable(dictionary.get(key(bare))))
                .or(() -> Optional.ofNullable(dictionary.get(key(TAIL.matcher(bare).replaceAll("")))));
    }

    private static Column column(String name, Entry entry) {
        Optional<EStructuralFeature> feature = feature(entry.attribute());
        String unit = unit(name);
        String own = feature.flatMap(MeasureAnnotations::unit).orElse("");
        boolean converts = !unit.isEmpty() && !own.isEmpty() && !CURRENCY.matcher(unit).matches() && Units.known(unit)
                && Units.conversion(unit, own).isPresent();
        double factor = own.equals("mo") ? months(unit).orElse(entry.factor()) : entry.factor();
        Map<String, String> values = new LinkedHashMap<>();
        if (entry.attribute().equals("churned")) {
            LEFT.forEach(word -> values.put(word, "true"));
            STAYED.forEach(word -> values.put(word, "false"));
        }
        return new Column(entry.attribute(), converts ? unit : "", factor, "", "", values);
    }

    /** A length of time in brackets, as a part of a month. */
    private static OptionalDouble months(String unit) {
        return switch (unit.toLowerCase(java.util.Locale.ROOT)) {
            case "d", "day", "days", "tage", "jours", "dias", "días", "giorni", "天", "日" -> OptionalDouble.of(1 / 30.4375);
            case "a", "y", "yr", "year", "years", "jahre", "ans", "annees", "années", "años", "anni", "年" -> OptionalDouble.of(12);
            case "mo", "month", "months", "monate", "mois", "meses", "mesi", "月" -> OptionalDouble.of(1);
            default -> OptionalDouble.empty();
        };
    }

    private static String unit(String name) {
        Matcher bracket = BRACKET.matcher(name);
        if (bracket.find()) {
            return bracket.group(1).equalsIgnoreCase("KB") ? "kB" : bracket.group(1);
        }
        Matcher tail = TAIL.matcher(name.strip());
        return tail.find()
                ? tail.group(1).equalsIgnoreCase("KB") ? "kB" : tail.group(1).toUpperCase(java.util.Locale.ROOT).replace("MINUTES", "min")
                : "";
    }

    private static Optional<EStructuralFeature> feature(String attribute) {
        int dot = attribute.indexOf('.');
        EClass type = dot < 0 ? CustomerPackage.Literals.CUSTOMER : ModelPackages.byName(attribute.substring(0, dot)).orElseThrow();
        return Optional.ofNullable(type.getEStructuralFeature(attribute.substring(dot + 1)));
    }
}
