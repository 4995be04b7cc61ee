package org.towercrier.capacity.alarm;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;

/**
 * Why a step cannot be taken.
 *
 * @param reason    what stands against it
 * @param alarm     id of the alarm, empty when it is about no alarm in particular
 * @param arguments names and times in the sentence
 */
public record Refusal(Reason reason, String alarm, List<Object> arguments) {

    private static final String BUNDLE = "org.towercrier.capacity.alarm.refusals";
    private static final ResourceBundle.Control ENGLISH_LAST = ResourceBundle.Control
            .getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    /** What can stand against a step. */
    public enum Reason {
        /** There is no such alarm. */
        UNKNOWN_ALARM,
        /** Somebody was quicker: who and when. */
        ALREADY_ACKNOWLEDGED,
        /** Nothing to take back. */
        NOT_ACKNOWLEDGED,
        /** Cleared and acknowledged. */
        GONE,
        /** A comment says something. */
        EMPTY_COMMENT,
        /** Shelved until a moment that is past. */
        PAST,
        /** Nothing to take from the shelf. */
        NOT_SHELVED,
        /** Cleared, since when. */
        ALREADY_CLEARED,
        /** Only the measurements do that. */
        NOT_BY_HAND,
        /** There is no step of that number. */
        UNKNOWN_STEP,
        /** A comment, for example, stays. */
        NOT_UNDOABLE,
        /** Something happened to the alarm after the step. */
        CHANGED_SINCE,
        /** A new record of the same trouble has followed. */
        FOLLOWED,
        /** None of a person's steps is left. */
        NOTHING_TO_UNDO
    }

    public Refusal {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(alarm, "alarm");
        arguments = List.copyOf(arguments);
    }

    /** About no alarm in particular. */
    public static Refusal of(Reason reason, Object... arguments) {
        return new Refusal(reason, "", List.of(arguments));
    }

    /** About an alarm. */
    public static Refusal about(String alarm, Reason reason, Object... arguments) {
        return new Refusal(reason, alarm, List.of(arguments));
    }

    /** The sentence for the person who asked, in a language, English where there is none; times are those of this machine's zone. */
    public String text(Locale locale) {
        ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, locale, Refusal.class.getClassLoader(), ENGLISH_LAST);
        List<Object> values = new ArrayList<>();
        values.add(alarm);
        arguments.forEach(argument -> values.add(argument instanceof Instant time ? TIME.format(time.atZone(ZoneId.systemDefault()))
                : argument.toString()));
        return new MessageFormat(bundle.getString(reason.name()), locale).format(values.toArray());
    }
}
