package org.towercrier.exchange.tabular.internal.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.towercrier.exchange.tabular.internal.table.Headers;

/** Finds columns that hold one thing month by month side by side: {@code arpu_6, arpu_7}, {@code 202401流量, 202402流量}, {@code aug_minutes, sep_minutes}. */
public final class MonthNames {

    /** Stands for the month in the name of a column of a profile. */
    public static final String PLACE = "{month}";

    private static final String WORD = "\\p{L}{3,9}\\.?";
    private static final String DATED = "(?:19|20)\\d\\d[-_/. 年]?(?:0[1-9]|1[0-2]|[1-9](?!\\d))月?|(?:0?[1-9]|1[0-2])[-_/. ](?:19|20)\\d\\d|"
            + WORD
            + "[-_/. ']?(?:19|20)?\\d\\d|(?:19|20)\\d\\d[-_/. ]?" + WORD;
    private static final String BARE = "(?:0?[1-9]|1[0-2])月?|" + WORD;
    private static final Pattern TAIL = Pattern.compile("(.*?[^\\d])(" + DATED + "|" + BARE + ")", Pattern.CASE_INSENSITIVE);
    private static final Pattern HEAD = Pattern.compile("(" + DATED + "|" + BARE + ")([^\\d].*)", Pattern.CASE_INSENSITIVE);

    /**
     * A column for one month.
     *
     * @param pattern the name with {@value #PLACE} in place of the month
     * @param token the month as written
     * @param month what it means
     */
    public record Monthly(String pattern, String token, MonthToken month) {
    }

    private MonthNames() {
    }

    /** Columns by name, those that come in series of two months or more. */
    public static Map<String, Monthly> find(List<String> header) {
        Map<String, List<Monthly>> readings = new LinkedHashMap<>();
        Map<String, Set<MonthToken>> series = new HashMap<>();
        for (String name : header) {
            List<Monthly> possible = readings(name);
            readings.put(name, possible);
            possible.forEach(one -> series.computeIfAbsent(one.pattern(), key -> new HashSet<>()).add(one.month()));
        }
        Set<MonthToken> months = new HashSet<>();
        series.values().stream().filter(each -> each.size() > 1).forEach(months::addAll);
        Map<String, Monthly> found = new LinkedHashMap<>();
        readings.forEach((name, possible) -> possible.stream()
                .filter(one -> series.getOrDefault(one.pattern(), Set.of()).size() > 1 && trusted(one, series)).findFirst()
                .ifPresent(one -> found.put(name, one)));
        return found;
    }

    /** Bare numbers at the end of names count other things too: only a run of neighbouring months in several series, or a run of three, is believed. */
    private static boolean trusted(Monthly one, Map<String, Set<MonthToken>> series) {
        if (one.month().dated() || !one.token().chars().allMatch(Character::isDigit)) {
            return true;
        }
        Set<MonthToken> own = series.getOrDefault(one.pattern(), Set.of());
        long alike = series.values().stream().filter(own::equals).count();
        return alike >= 2 && run(own) || own.size() >= 3 && run(own) && alike >= 1 && !own.contains(new MonthToken(0, 1));
    }

    private static boolean run(Set<MonthToken> months) {
        List<Integer> numbers = new ArrayList<>(months.stream().map(MonthToken::month).sorted().toList());
        for (int i = 1; i < numbers.size(); i++) {
            int step = numbers.get(i) - numbers.get(i - 1);
            if (step != 1 && !(numbers.contains(1) && numbers.contains(12))) {
                return false;
            }
        }
        return true;
    }

    private static List<Monthly> readings(String name) {
        List<Monthly> possible = new ArrayList<>();
        Matcher tail = TAIL.matcher(name.strip());
        if (tail.matches()) {
            add(possible, tail.group(1) + PLACE, tail.group(2), tail.group(1));
        }
        Matcher head = HEAD.matcher(name.strip());
        if (head.matches()) {
            add(possible, PLACE + head.group(2), head.group(1), head.group(2));
        }
        return possible;
    }

    private static void add(List<Monthly> possible, String pattern, String token, String rest) {
        boolean glued = token.chars().allMatch(Character::isLetter) && !rest.isEmpty()
                && Character.isLetter(pattern.startsWith(PLACE) ? rest.charAt(0) : rest.charAt(rest.length() - 1));
        if (!glued && !Headers.key(rest).isEmpty()) {
            MonthToken.of(token).ifPresent(month -> possible.add(new Monthly(pattern, token, month)));
        }
    }

    /** The name of a series without its month, for what is kept under it. */
    public static String stem(String pattern) {
        return pattern.replace(PLACE, " ").strip().replaceAll("^[-_./ ]+|[-_./ ]+$", "");
    }

    /** The text that stands in place of the month when a name fits a pattern. */
    static Optional<String> token(String pattern, String name) {
        int at = pattern.indexOf(PLACE);
        String before = pattern.substring(0, at);
        String after = pattern.substring(at + PLACE.length());
        String text = name.strip();
        boolean fits = text.length() > before.length() + after.length() && text.regionMatches(true, 0, before, 0, before.length())
                && text.regionMatches(true, text.length() - after.length(), after, 0, after.length());
        return fits ? Optional.of(text.substring(before.length(), text.length() - after.length())) : Optional.empty();
    }
}
