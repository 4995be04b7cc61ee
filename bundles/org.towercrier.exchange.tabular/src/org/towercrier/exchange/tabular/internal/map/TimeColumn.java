package org.towercrier.exchange.tabular.internal.map;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

import org.towercrier.exchange.ImportContext;
import org.towercrier.exchange.ImportRefusedException;
import org.towercrier.exchange.profile.ImportProfile.TimeColumns;
import org.towercrier.exchange.tabular.internal.Messages;
import org.towercrier.exchange.tabular.internal.table.Table;
import org.towercrier.exchange.tabular.internal.table.TableSource;
import org.towercrier.exchange.tabular.internal.value.BadValueException;
import org.towercrier.exchange.tabular.internal.value.TimePatterns;
import org.towercrier.exchange.tabular.internal.value.TimePatterns.Finding;
import org.towercrier.exchange.tabular.internal.value.TimeResolver;
import org.towercrier.exchange.tabular.internal.value.TimeText;
import org.towercrier.exchange.tabular.internal.value.TimeText.Reading;

/** Time of the rows of one file. */
final class TimeColumn {

    /** Granularity of rows with a single time of which nobody says how long they last: the quarter hour of 3GPP TS 32.401. */
    private static final int USUAL_PERIOD = 900;
    private static final int DAY = 86_400;
    private static final int HOUR = 3600;

    private final int[] columns;
    private final String name;
    private final TimeText text;
    private final TimeResolver resolver;
    private final int period;
    private final boolean periodFound;
    private String lastText = "";
    private long lastMicros;
    private boolean lastReusable;

    private TimeColumn(int[] columns, String name, TimeText text, TimeResolver resolver, int period, boolean periodFound) {
        this.columns = columns;
        this.name = name;
        this.text = text;
        this.resolver = resolver;
        this.period = period;
        this.periodFound = periodFound;
    }

    /**
     * Prepares the reading of times.
     *
     * @throws ImportRefusedException when a column is missing, or the writing of the times cannot be found out
     */
    static TimeColumn of(TimeColumns time, Columns header, TableSource source, Sample sample, ImportContext context)
            throws IOException, ImportRefusedException {
        int[] columns = new int[time.columns().size()];
        for (int i = 0; i < columns.length; i++) {
            String name = time.columns().get(i);
            OptionalInt at = header.find(name);
            if (at.isEmpty()) {
                throw new ImportRefusedException(Messages.of("map.no-column", name, String.join(", ", header.header())));
            }
            columns[i] = at.getAsInt();
        }
        Set<String> values = new LinkedHashSet<>();
        try (Table table = source.open()) {
            for (int i = 0; i < 5000 && table.next(); i++) {
                values.add(joined(table, columns));
            }
        }
        values.remove("");
        List<String> patterns = time.patterns().isEmpty() ? List.of(pattern(values, columns, source, sample, context))
                : new ArrayList<>(time.patterns());
        List<String> all = new ArrayList<>(patterns);
        if (!all.contains(TimeText.ISO)) {
            all.add(TimeText.ISO);
        }
        if (patterns.stream().noneMatch(pattern -> pattern.matches(".*[yud].*"))) {
            all.add("H:mm[:ss[.SSS]]");
        }
        TimeText text = new TimeText(all);
        ZoneId zone = time.zone().isEmpty() ? context.zone() : ZoneId.of(time.zone());
        int period = time.period() > 0 ? time.period() : period(values, text, columns, source, sample);
        return new TimeColumn(columns, String.join(" ", time.columns()), text,
                new TimeResolver(zone, time.date(), time.repeats(), time.overlap()), period,
                time.period() == 0);
    }

    private static String pattern(Set<String> values, int[] columns, TableSource source, Sample sample, ImportContext context)
            throws IOException, ImportRefusedException {
        Finding finding = TimePatterns.find(values, context.now());
        if (finding instanceof Finding.Ambiguous && !sample.complete()) {
            finding = TimePatterns.find(Sample.distinct(source, columns), context.now());
        }
        return switch (finding) {
            case Finding.Found found -> found.pattern();
            case Finding.Ambiguous two -> throw new ImportRefusedException(Messages.of("time.ambiguous", two.one(), two.other()));
            case Finding.None none when values.isEmpty() -> TimeText.ISO;
            case Finding.None none -> throw new ImportRefusedException(Messages.of("time.unknown", none.value()));
        };
    }

    /** The longest step that all times of day share, an hour at most; a whole day when all are midnight. */
    private static int period(Set<String> sampled, TimeText text, int[] columns, TableSource source, Sample sample)
            throws IOException, ImportRefusedException {
        Collection<String> values = sampled.size() < 3 && !sample.complete() ? Sample.distinct(source, columns) : sampled;
        Set<LocalDateTime> times = new TreeSet<>();
        for (String value : values) {
            text.read(value).map(TimeColumn::local).ifPresent(times::add);
        }
        boolean midnight = times.stream().allMatch(time -> time.toLocalTime().toSecondOfDay() == 0 && time.getNano() == 0);
        if (times.size() < 2) {
            return midnight && times.size() == 1 && sample.rows().size() > 1 ? DAY : USUAL_PERIOD;
        }
        if (midnight) {
            return DAY;
        }
        int step = HOUR;
        for (LocalDateTime time : times) {
            if (time.getNano() != 0) {
                return 1;
            }
            step = gcd(step, time.toLocalTime().toSecondOfDay());
        }
        return step;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    private static LocalDateTime local(Reading reading) {
        return switch (reading) {
            case Reading.Moment moment -> LocalDateTime.ofInstant(moment.instant(), ZoneOffset.UTC);
            case Reading.Local local -> local.time();
            case Reading.Day day -> day.date().atStartOfDay();
            case Reading.OfDay ofDay -> LocalDate.EPOCH.atTime(ofDay.time());
        };
    }

    static String joined(Table row, int[] columns) {
        if (columns.length == 1) {
            return row.text(columns[0]).strip();
        }
        StringBuilder out = new StringBuilder();
        for (int column : columns) {
            String part = row.text(column).strip();
            if (part.isEmpty()) {
                return "";
            }
            if (!out.isEmpty()) {
                out.append(' ');
            }
            out.append(part);
        }
        return out.toString();
    }

    void columnsInto(Set<Integer> used) {
        for (int column : columns) {
            used.add(column);
        }
    }

    /** Begin of the row's period, microseconds since 1970 in UTC. @throws BadValueException when it has no readable time */
    long micros(Table row, String object) throws BadValueException {
        String joined = joined(row, columns);
        if (lastReusable && joined.equals(lastText)) {
            return lastMicros;
        }
        if (joined.isEmpty()) {
            throw new BadValueException(name, "", Messages.of("time.blank"));
        }
        Optional<Reading> reading = text.read(joined);
        if (reading.isEmpty()) {
            throw new BadValueException(name, joined, Messages.of("time.unreadable", joined, String.join(" | ", text.patterns())));
        }
        long overlapping = resolver.overlapping();
        lastMicros = resolver.micros(reading.get(), object, name, joined);
        lastText = joined;
        lastReusable = !(reading.get() instanceof Reading.OfDay) && overlapping == resolver.overlapping();
        return lastMicros;
    }

    /** Length of the rows' period in seconds. */
    int period() {
        return period;
    }

    /** Is the day of the rows nobody's statement but assumed? Known from the first row on. */
    boolean dateAssumed() {
        return resolver.dateAssumed();
    }

    /** What the user has to know about the times of the file. */
    void warnings(ImportContext context) {
        if (periodFound) {
            context.warn(Messages.of("time.period", period));
        }
        if (resolver.dateAssumed()) {
            context.warn(Messages.of("time.assumed", resolver.dateless(), resolver.daysLaidOut(), TimeResolver.ASSUMED_DAY));
        } else if (resolver.dateless() > 0) {
            context.warn(Messages.of("time.laid-out", resolver.dateless(), resolver.daysLaidOut()));
        }
        if (resolver.overlapping() > 0) {
            context.warn(Messages.of("time.overlapping", resolver.overlapping()));
        }
    }
}
