package org.towercrier.capacity.situation;

import java.util.Objects;

/**
 * How a person wants a decision to be kept.
 *
 * @param user   who
 * @param always whether it holds for later alarms of the same objects and problems as well, instead of these records only
 * @param text   why; may be empty
 */
public record Choice(String user, boolean always, String text) {
    public Choice {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(text, "text");
    }

    /** For these records only, without a reason. */
    public static Choice by(String user) {
        return new Choice(user, false, "");
    }
}
