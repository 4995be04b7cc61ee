package org.towercrier.exchange.tabular.internal.value;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Finds the pattern of the times in a column from the values themselves. */
public final class TimePatterns {

    private static final List<String> DATES = List.of("d/M/uuuu", "M/d/uuuu", "uuuu/M/d", "d-M-uuuu", "M-d-uuuu", "d.M.uuuu", "uuuu.M.d",
            "uuuuMMdd", "d-MMM-uuuu",
            "d MMM uuuu", "d-MMM-uu", "d/MMM/uuuu", "MMM d uuuu", "MMM d, uuuu", "d/M/uu", "M/d/uu", "d.M.uu", "uuuu年M月d日");
    private static final List<String> TIMES = List.of("H:mm", "H:mm:ss", "H:mm:ss.SSS", "H:mm:ss.SSSSSS", "h:mm a", "h:mm:ss a", "HHmm",
            "HHmmss", "H", "H时", "H.mm",
            "H'h'", "H'h'mm");

    /** What the values allow. */
    public sealed interface Finding {
        /** Exactly one way to read them. */
        record Found(String pattern) implements Finding {
        }

        /** Two ways with different results: day and month cannot be told apart. */
        record Ambiguous(String one, String other) implements Finding {
        }

        /** No known way. @param value the first value that is to blame */
        record None(String value) implements Finding {
        }
    }

    private TimePatterns() {
    }

    /**
     * Finds the pattern that reads (nearly) all values.
     *
     * @param values distinct texts, the more the better; a few that fit nothing are allowed, they are quarantined later
     * @param now times far after it are implausible
     */
    public static Finding find(Collection<String> values, Instant now) {
        if (values.isEmpty()) {
            return new Finding.None("");
        }
        Optional<String> number = epoch(values, now);
        if (number.isPresent()) {
            return new Finding.Found(number.get());
        }
        if (share(TimeText.ISO, values) > 0.5) {
            return new Finding.Found(TimeText.ISO);
        }
        List<String> best = new ArrayList<>();
        double most = 0.5;
        for (String pattern : candidates()) {
            double share = share(pattern, values);
            if (share > most + 1e-9) {
                best.clear();
                most = share;
            }
            if (share >= most - 1e-9 && share > 0.5) {
                best.add(pattern);
            }
        }
        if (best.isEmpty()) {
            return new Finding.None(values.iterator().next());
        }
        return clash(best, values).map(other -> (Finding) new Finding.Ambiguous(best.get(0), other)).orElse(new Finding.Found(best.get(0)));
    }

    private static List<String> candidates() {
        List<String> all = new ArrayList<>();
        for (String date : DATES) {
            for (String time : TIMES) {
                all.add(date + " " + time);
            }
            all.add(date + "'T'H:mm:ss");
        }
        all.addAll(List.of("uuuuMMddHHmm", "uuuuMMddHHmmss", "uuuuMMddHH", "uuuuMMdd'T'HHmmss"));
        all.addAll(DATES);
        all.addAll(TIMES);
        return all;
    }

    private static double share(String pattern, Collection<String> values) {
        TimeText text = new TimeText(List.of(pattern));
        int good = 0;
        int seen = 0;
        for (String value : values) {
            seen++;
            if (text.read(value).isPresent()) {
                good++;
            } else if (seen >= 8 && good == 0) {
                return 0;
            }
        }
        return good / (double) values.size();
    }

    /** Another pattern that reads as many values but some of them differently. */
    private static Optional<String> clash(List<String> best, Collection<String> values) {
        TimeText first = new TimeText(List.of(best.get(0)));
        for (String other : best.subList(1, best.size())) {
            TimeText second = new TimeText(List.of(other));
            for (String value : values) {
                Optional<TimeText.Reading> one = first.read(value);
                if (one.isPresent() && !one.equals(second.read(value))) {
                    return Optional.of(other);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> epoch(Collection<String> values, Instant now) {
        int seconds = 0;
        int millis = 0;
        long latest = now.getEpochSecond() + 366L * 86_400;
        for (String value : values) {
            double number = Numbers.parse(value, NumberStyle.POINT);
            if (number > 600_000_000L && number <= latest) {
                seconds++;
            } else if (number > 600_000_000_000L && number <= latest * 1000.0) {
                millis++;
            }
        }
        if (seconds > values.size() * 0.5) {
            return Optional.of(TimeText.EPOCH);
        }
        return millis > values.size() * 0.5 ? Optional.of(TimeText.EPOCH_MILLIS) : Optional.empty();
    }
}
