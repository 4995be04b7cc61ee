package org.towercrier.exchange.internal.pm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.towercrier.exchange.ImportContext;
import org.towercrier.exchange.MeasurementSink;
import org.towercrier.exchange.internal.Texts;

/** What is known at a place in the file: element, period, measurement types, and the values of the object being read. */
final class PmXmlInfo {

    /** No {@code p}, or one that is no number. */
    static final int NO_POSITION = 0;

    private static final int MAX_POSITION = 1_000_000;
    private static final int UNKNOWN = -1;
    private static final long MICROS = 1_000_000L;
    private static final int CANCEL_EVERY = 1024;

    private final ImportContext context;
    private final MeasurementSink sink;
    private final PmValue value = new PmValue();

    private String sender = "";
    private String element = "";
    private Optional<Long> fileBegin = Optional.empty();

    private Optional<String> duration = Optional.empty();
    private Optional<String> endTime = Optional.empty();
    private boolean periodResolved;
    private String periodProblem = "";
    private long start;
    private int seconds;

    /** Measurement handle by position, from 1. */
    private int[] byPosition = new int[64];
    /** Value stamp by position, to see a position twice in one object. */
    private int[] seen = new int[64];
    private int positions;
    private boolean listed;

    private String object = "";
    private long line;
    private boolean suspect;
    private int stamp;
    private int count;
    private int[] handles = new int[64];
    private double[] numbers = new double[64];
    private String[] texts = new String[64];
    private Optional<String> problem = Optional.empty();

    PmXmlInfo(ImportContext context) {
        this.context = context;
        this.sink = context.measurements();
    }

    void sender(String name) {
        sender = name;
    }

    void fileBegin(String time) {
        fileBegin = time(time);
    }

    /** The managed element that follows; the file's sender stands in for one without a name. */
    void element(Optional<String> localDn) {
        element = localDn.filter(name -> !name.isEmpty()).orElse(sender);
    }

    void begin() {
        duration = Optional.empty();
        endTime = Optional.empty();
        periodResolved = false;
        Arrays.fill(byPosition, UNKNOWN);
        positions = 0;
        listed = false;
    }

    void period(Optional<String> length, Optional<String> end) {
        duration = length;
        endTime = end;
        periodResolved = false;
    }

    /** Names separated by blanks, positions by their order. */
    void types(char[] chars, int length) {
        List<String> names = words(chars, length);
        if (!names.isEmpty()) {
            listed = true;
            for (int i = 0; i < names.size(); i++) {
                place(i + 1, sink.measurement(names.get(i)));
            }
        }
    }

    void type(Optional<String> position, String name, long atLine) {
        int place = position.map(PmXmlInfo::position).orElse(NO_POSITION);
        if (place == NO_POSITION) {
            context.quarantine(atLine, "measType", name, Texts.text("Pm_TypePosition"));
        } else if (name.isEmpty()) {
            context.quarantine(atLine, "measType", "", Texts.text("Pm_TypeName", Integer.toString(place)));
        } else if (place < byPosition.length && byPosition[place] != UNKNOWN) {
            context.quarantine(atLine, "measType", name, Texts.text("Pm_TypeTwice", Integer.toString(place)));
        } else {
            place(place, sink.measurement(name));
        }
    }

    private void place(int position, int handle) {
        if (position >= byPosition.length) {
            int before = byPosition.length;
            byPosition = Arrays.copyOf(byPosition, Math.max(position + 1, before * 2));
            seen = Arrays.copyOf(seen, byPosition.length);
            Arrays.fill(byPosition, before, byPosition.length, UNKNOWN);
        }
        byPosition[position] = handle;
        positions = Math.max(positions, position);
    }

    static int position(String text) {
        int place = 0;
        String trimmed = text.strip();
        for (int i = 0; i < trimmed.length(); i++) {
            int digit = trimmed.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return NO_POSITION;
            }
            place = place * 10 + digit;
            if (place > MAX_POSITION) {
                return NO_POSITION;
            }
        }
        return place;
    }

    void beginValue(Optional<String> ldn, long atLine) {
        line = atLine;
        suspect = false;
        count = 0;
        problem = Optional.empty();
        if (++stamp % CANCEL_EVERY == 0) {
            context.checkCancelled();
        }
        object = PmNames.object(element, ldn.orElse(""));
        if (ldn.isEmpty()) {
            problem = Optional.of(Texts.text("Pm_NoObjectAttribute"));
        } else if (object.isEmpty()) {
            problem = Optional.of(Texts.text("Pm_NoObject"));
        }
    }

    void suspect(String text) {
        suspect = text.equalsIgnoreCase("true") || text.equals("1");
    }

    /** @return false when the position is unknown or was there already */
    boolean result(int position, char[] chars, int length) {
        if (position == NO_POSITION || position >= byPosition.length || byPosition[position] == UNKNOWN || seen[position] == stamp) {
            return false;
        }
        seen[position] = stamp;
        add(byPosition[position], chars, 0, length);
        return true;
    }

    void unplaced(int position, String found, long atLine) {
        String reason;
        if (position == NO_POSITION) {
            reason = Texts.text("Pm_ResultPosition");
        } else if (position < byPosition.length && byPosition[position] != UNKNOWN) {
            reason = Texts.text("Pm_ResultTwice", Integer.toString(position));
        } else {
            reason = Texts.text("Pm_ResultUnknown", Integer.toString(position));
        }
        context.quarantine(atLine, position == NO_POSITION ? "r" : "r p=" + position, found, reason);
    }

    /** Values separated by blanks, in the order of the types. */
    void results(char[] chars, int length, long atLine) {
        int words = count(chars, length);
        if (!listed && words == 0) {
            return;
        }
        if (words != positions) {
            problem = problem.or(() -> Optional.of(Texts.text("Pm_ResultCount", words, positions)));
            return;
        }
        int at = 0;
        for (int position = 1; position <= words; position++) {
            while (chars[at] <= ' ') {
                at++;
            }
            int from = at;
            while (at < length && chars[at] > ' ') {
                at++;
            }
            if (byPosition[position] == UNKNOWN || seen[position] == stamp) {
                unplaced(position, new String(chars, from, at - from), atLine);
            } else {
                seen[position] = stamp;
                add(byPosition[position], chars, from, at - from);
            }
        }
    }

    private void add(int handle, char[] chars, int from, int length) {
        PmValue.Kind kind = value.parse(chars, from, length);
        if (kind == PmValue.Kind.ABSENT) {
            return;
        }
        if (count == handles.length) {
            handles = Arrays.copyOf(handles, count * 2);
            numbers = Arrays.copyOf(numbers, count * 2);
            texts = Arrays.copyOf(texts, count * 2);
        }
        handles[count] = handle;
        numbers[count] = kind == PmValue.Kind.NUMBER ? value.number() : Double.NaN;
        texts[count++] = kind == PmValue.Kind.NUMBER ? null : value.text();
    }

    void endValue() {
        resolvePeriod();
        if (problem.isEmpty() && !periodProblem.isEmpty()) {
            problem = Optional.of(periodProblem);
        }
        if (problem.isPresent()) {
            context.quarantine(line, "measValue", object, problem.get());
            return;
        }
        sink.begin(object, start, seconds, suspect, line);
        for (int i = 0; i < count; i++) {
            String text = texts[i];
            if (text == null) {
                sink.value(handles[i], numbers[i]);
            } else {
                sink.text(handles[i], text);
            }
        }
        sink.end();
    }

    /** The period ends at the end time and is as long as the duration; where one is missing the begin of the file takes its place. */
    private void resolvePeriod() {
        if (periodResolved) {
            return;
        }
        periodResolved = true;
        periodProblem = "";
        OptionalInt length = duration.map(PmDuration::seconds).orElse(OptionalInt.empty());
        if (duration.isPresent() && length.isEmpty()) {
            periodProblem = Texts.text("Pm_Duration", Texts.shorten(duration.get()));
            return;
        }
        Optional<Long> end = endTime.flatMap(this::time);
        if (endTime.isPresent() && end.isEmpty()) {
            periodProblem = Texts.text("Pm_EndTime", Texts.shorten(endTime.get()));
        } else if (length.isPresent() && end.isPresent()) {
            seconds = length.getAsInt();
            start = end.get() - seconds * MICROS;
        } else if (length.isPresent() && fileBegin.isPresent()) {
            context.warn(Texts.text("Pm_EndFromHeader"));
            seconds = length.getAsInt();
            start = fileBegin.get();
        } else if (end.isPresent() && fileBegin.isPresent() && end.get() > fileBegin.get()) {
            context.warn(Texts.text("Pm_DurationFromHeader"));
            start = fileBegin.get();
            seconds = (int) Math.min(Integer.MAX_VALUE, (end.get() - start) / MICROS);
        } else {
            periodProblem = Texts.text("Pm_NoPeriod");
        }
    }

    private Optional<Long> time(String text) {
        Optional<PmTime.Parsed> parsed = PmTime.parse(text, context.zone());
        if (parsed.isPresent() && !parsed.get().zoned()) {
            context.warn(Texts.text("Pm_NoZone", context.zone().getId()));
        }
        return parsed.map(PmTime.Parsed::micros);
    }

    private static int count(char[] chars, int length) {
        int words = 0;
        boolean inside = false;
        for (int i = 0; i < length; i++) {
            boolean blank = chars[i] <= ' ';
            words += !blank && !inside ? 1 : 0;
            inside = !blank;
        }
        return words;
    }

    private static List<String> words(char[] chars, int length) {
        String all = new String(chars, 0, length).strip();
        return all.isEmpty() ? List.of() : new ArrayList<>(List.of(all.split("\\s+")));
    }
}
