package org.towercrier.exchange.ui.internal.quarantine;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Counts the lines of a report by the kind of their reason. */
final class Reasons {

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\u201c[^\u201d]*\u201d|\u300c[^\u300d]*\u300d");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+(Z|[+-]\\d{2}:?\\d{2})?");
    /** Numbers that stand by themselves, not those in names. */
    private static final Pattern NUMBER = Pattern
            .compile("(?<![A-Za-z\\d_.-])[-+]?\\d+(?:[.,:]\\d+)*(?![A-Za-z\\d_]|-[A-Za-z\\d])");
    private static final String DOTS = "\u2026";

    private final Map<String, Tally> tallies = new HashMap<>();

    private static final class Tally {

        private final String example;
        private long count;

        Tally(String example) {
            this.example = example;
        }
    }

    /** A sentence with an ellipsis for each value in it: what is quoted, times and numbers. */
    static String kind(String reason) {
        String open = QUOTED.matcher(reason).replaceAll(DOTS);
        return NUMBER.matcher(TIME.matcher(open).replaceAll(DOTS)).replaceAll(DOTS);
    }

    /** Counts a line. @return the kind of its reason, the same object for the same kind */
    String add(String reason, Map<String, String> known) {
        String kind = known.computeIfAbsent(reason, Reasons::kind);
        tallies.computeIfAbsent(kind, key -> new Tally(reason)).count++;
        return kind;
    }

    /** The most frequent first. */
    List<ReasonCount> counts() {
        return tallies.entrySet().stream()
                .map(entry -> new ReasonCount(entry.getKey(), entry.getValue().example, entry.getValue().count))
                .sorted(Comparator.comparingLong(ReasonCount::count).reversed().thenComparing(ReasonCount::reason))
                .toList();
    }
}
