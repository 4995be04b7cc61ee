package org.towercrier.exchange.tabular.internal.map;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A month in the name of a column or in a value: {@code 2024-06}, {@code 202406}, {@code Jun 2024}, {@code 6月}, or a bare month {@code 6} whose year is found elsewhere.
 *
 * @param year year, 0 when the text does not say
 * @param month 1 to 12
 */
public record MonthToken(int year, int month) {

    private static final List<List<String>> NAMES = List.of(
            List.of("jan", "january", "janvier", "janv", "enero", "ene", "januar", "gennaio", "janeiro"),
            List.of("feb", "february", "février", "fevrier", "févr", "fev", "febrero", "februar", "febbraio", "fevereiro"),
            List.of("mar", "march", "mars", "marzo", "märz", "maerz", "março"),
            List.of("apr", "april", "avril", "avr", "abril", "abr", "aprile"),
            List.of("may", "mai", "mayo", "maggio", "maio"), List.of("jun", "june", "juin", "junio", "juni", "giugno", "junho"),
            List.of("jul", "july", "juillet", "juil", "julio", "juli", "luglio", "julho"),
            List.of("aug", "august", "août", "aout", "agosto", "ago"),
            List.of("sep", "sept", "september", "septembre", "septiembre", "settembre", "setembro"),
            List.of("oct", "october", "octobre", "octubre", "oktober", "okt", "ottobre", "outubro", "out"),
            List.of("nov", "november", "novembre", "noviembre", "novembro"),
            List.of("dec", "december", "décembre", "decembre", "déc", "diciembre", "dic", "dezember", "dez", "dicembre", "dezembro"));
    private static final Pattern YEAR_FIRST = Pattern
            .compile("((?:19|20)\\d\\d)[-_/. 年]?(0?[1-9]|1[0-2])月?(?:[-_/. ]?01日?(?:[ T]00:00(?::00(?:\\.0+)?)?Z?)?)?");
    private static final Pattern YEAR_LAST = Pattern.compile("(0?[1-9]|1[0-2])[-_/. ]((?:19|20)\\d\\d)");
    private static final Pattern NAMED = Pattern.compile("(\\p{L}+)\\.?[-_/. ']*((?:19|20)?\\d\\d)?");
    private static final Pattern NAMED_YEAR_FIRST = Pattern.compile("((?:19|20)\\d\\d)[-_/. ]?(\\p{L}+)");
    private static final Pattern BARE = Pattern.compile("(0?[1-9]|1[0-2])月?份?");

    /** Reads a text that is a month and nothing else. */
    public static Optional<MonthToken> of(String text) {
        String s = text.strip().toLowerCase(Locale.ROOT);
        Matcher first = YEAR_FIRST.matcher(s);
        if (first.matches()) {
            return Optional.of(new MonthToken(Integer.parseInt(first.group(1)), Integer.parseInt(first.group(2))));
        }
        Matcher last = YEAR_LAST.matcher(s);
        if (last.matches()) {
            return Optional.of(new MonthToken(Integer.parseInt(last.group(2)), Integer.parseInt(last.group(1))));
        }
        Matcher bare = BARE.matcher(s);
        if (bare.matches()) {
            return Optional.of(new MonthToken(0, Integer.parseInt(bare.group(1))));
        }
        Matcher before = NAMED_YEAR_FIRST.matcher(s);
        if (before.matches() && named(before.group(2)) > 0) {
            return Optional.of(new MonthToken(Integer.parseInt(before.group(1)), named(before.group(2))));
        }
        Matcher name = NAMED.matcher(s);
        if (name.matches() && named(name.group(1)) > 0) {
            int year = name.group(2) == null ? 0 : Integer.parseInt(name.group(2));
            return Optional.of(new MonthToken(year > 0 && year < 100 ? 2000 + year : year, named(name.group(1))));
        }
        return Optional.empty();
    }

    private static int named(String word) {
        for (int i = 0; i < NAMES.size(); i++) {
            if (NAMES.get(i).contains(word)) {
                return i + 1;
            }
        }
        return 0;
    }

    /** Does the text itself say the year? */
    public boolean dated() {
        return year > 0;
    }

    /** The first day of the month. @throws IllegalStateException without a year */
    public LocalDate day() {
        if (!dated()) {
            throw new IllegalStateException("the year of month " + month + " is not known");
        }
        return LocalDate.of(year, month, 1);
    }

    /** The same month of a year. */
    public MonthToken in(int someYear) {
        return new MonthToken(someYear, month);
    }
}
