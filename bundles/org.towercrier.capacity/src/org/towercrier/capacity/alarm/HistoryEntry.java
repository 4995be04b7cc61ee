package org.towercrier.capacity.alarm;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.emf.common.util.Enumerator;
import org.towercrier.capacity.Evidence.Sentence;
import org.towercrier.model.alarm.AlarmAction;
import org.towercrier.model.alarm.PerceivedSeverity;
import org.towercrier.model.edit.Labels;

/**
 * One line of an alarm's history. The history is only ever added to.
 *
 * @param alarm   id of the alarm
 * @param time    when it happened: the time of the sample for what detection found, of the click for what a person did
 * @param user    who; {@link #DETECTION} for the rules
 * @param action  what
 * @param text    what a person wrote, the literal of a severity or of the action that was undone; may be empty
 * @param message what the product itself says about it: times as ISO 8601 among its arguments
 */
public record HistoryEntry(String alarm, Instant time, String user, AlarmAction action, String text, Optional<Sentence> message) {

    /** The user name under which detection writes. */
    public static final String DETECTION = "detection";

    /** The user name under which the end of a time on the shelf is noted. */
    public static final String TIMER = "timer";

    private static final String BETWEEN = ": ";

    public HistoryEntry {
        Objects.requireNonNull(alarm, "alarm");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(message, "message");
    }

    /** A line with nothing but what a person wrote, or a severity. */
    public HistoryEntry(String alarm, Instant time, String user, AlarmAction action, String text) {
        this(alarm, time, user, action, text, Optional.empty());
    }

    /** A line with a sentence of the product. */
    public static HistoryEntry of(String alarm, Instant time, String user, AlarmAction action, Sentence message) {
        return new HistoryEntry(alarm, time, user, action, "", Optional.of(message));
    }

    /** The person who did it; empty for what the measurements and the clock do. */
    public Optional<String> person() {
        return Optional.of(user).filter(name -> !name.equals(DETECTION) && !name.equals(TIMER));
    }

    /**
     * What there is to say beside the action, in the reader's language.
     *
     * @param locale the language
     * @param times  writes a time for the reader
     * @return empty when the action says it all
     */
    public String said(Locale locale, Function<Instant, String> times) {
        Optional<String> sentence = message.map(each -> new Sentence(each.key(),
                each.arguments().stream().map(argument -> readable(argument, times)).toList()).text(locale));
        return Stream.of(sentence.orElse(""), written(locale)).filter(part -> !part.isEmpty()).collect(Collectors.joining(BETWEEN));
    }

    private static Object readable(Object argument, Function<Instant, String> times) {
        try {
            return argument instanceof String word ? times.apply(Instant.parse(word)) : argument;
        } catch (DateTimeException noTime) {
            return argument;
        }
    }

    /** Literals of the model are called as everywhere; what people wrote stays as it is. */
    private String written(Locale locale) {
        Optional<Enumerator> literal = switch (action) {
            case RAISED, SEVERITY_CHANGED -> Optional.ofNullable(PerceivedSeverity.get(text));
            case UNDONE -> Optional.ofNullable(AlarmAction.get(text));
            default -> Optional.empty();
        };
        return literal.map(value -> new Labels(locale).of(value)).orElse(text);
    }
}
