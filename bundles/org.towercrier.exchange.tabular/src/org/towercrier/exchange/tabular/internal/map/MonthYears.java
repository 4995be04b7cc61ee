package org.towercrier.exchange.tabular.internal.map;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.towercrier.exchange.ImportContext;
import org.towercrier.exchange.ImportRefusedException;
import org.towercrier.exchange.profile.ImportProfile;
import org.towercrier.exchange.tabular.internal.Messages;

/**
 * Finds the years of months that column names give without one: a profile says it, or dates in columns of the same month show it, or the latest year is assumed in which
 * no month lies in the future.
 */
final class MonthYears {

    private static final Pattern DATE = Pattern
            .compile("(?:(?:\\d{1,2}[-/.]){2}((?:19|20)\\d\\d)|((?:19|20)\\d\\d)[-/.]\\d{1,2}[-/.]\\d{1,2}).*");
    private static final String TOKEN = "MonthlyFacts.month:";

    private final Map<String, LocalDate> named = new HashMap<>();
    private final Map<Integer, Integer> years = new HashMap<>();

    MonthYears(ImportProfile profile, Map<String, MonthNames.Monthly> monthly, Cells cells, ImportContext context)
            throws ImportRefusedException {
        for (Map.Entry<String, String> constant : profile.constants().entrySet()) {
            if (constant.getKey().startsWith(TOKEN)) {
                named.put(constant.getKey().substring(TOKEN.length()).strip(), MonthToken.of(constant.getValue()).filter(MonthToken::dated)
                        .orElseThrow(() -> new ImportRefusedException(Messages.of("month.unreadable", constant.getValue()))).day());
            }
        }
        List<MonthToken> bare = monthly.values().stream().map(MonthNames.Monthly::month).filter(month -> !month.dated()).distinct()
                .toList();
        if (bare.isEmpty()) {
            return;
        }
        String year = profile.constants().getOrDefault("MonthlyFacts." + Target.YEAR, "");
        int base;
        if (year.matches("(19|20)\\d\\d")) {
            base = Integer.parseInt(year);
        } else {
            base = evidence(monthly, cells, bare.get(0)).orElseGet(() -> assumed(bare, context));
        }
        int last = 0;
        for (MonthToken month : bare) {
            base += month.month() < last && last - month.month() > 5 ? 1 : 0;
            last = month.month();
            years.put(month.month(), base);
        }
    }

    /** The year that most dates under columns of a month carry. */
    private static Optional<Integer> evidence(Map<String, MonthNames.Monthly> monthly, Cells cells, MonthToken month) {
        Map<Integer, Integer> votes = new LinkedHashMap<>();
        monthly.forEach((name, one) -> {
            if (one.month().equals(month)) {
                cells.columns().find(name).ifPresent(column -> cells.texts(column).forEach(text -> {
                    Matcher date = DATE.matcher(text.strip());
                    if (date.matches()) {
                        votes.merge(Integer.parseInt(date.group(1) == null ? date.group(2) : date.group(1)), 1, Integer::sum);
                    }
                }));
            }
        });
        return votes.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    private static int assumed(List<MonthToken> months, ImportContext context) {
        YearMonth now = YearMonth.from(context.now().atZone(ZoneOffset.UTC));
        MonthToken last = months.get(months.size() - 1);
        int year = YearMonth.of(now.getYear(), last.month()).isAfter(now) ? now.getYear() - 1 : now.getYear();
        year -= last.month() < months.get(0).month() ? 1 : 0;
        context.warn(Messages.of("month.year", String.valueOf(year)));
        return year;
    }

    /** The first day of the month that a text in the name of a column means. */
    Optional<LocalDate> day(String token) {
        if (named.containsKey(token)) {
            return Optional.of(named.get(token));
        }
        Optional<MonthToken> month = MonthToken.of(token);
        return month.filter(MonthToken::dated).map(MonthToken::day)
                .or(() -> month.filter(each -> years.containsKey(each.month())).map(each -> each.in(years.get(each.month())).day()));
    }
}
