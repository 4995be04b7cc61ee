package org.towercrier.capacity.alarm;

import java.util.Objects;

/**
 * An arrow of a state machine.
 *
 * @param <S>     the states
 * @param from    where it begins
 * @param trigger what moves the alarm along it
 * @param to      where it ends; the same state when the trigger leaves a line in the history only
 */
public record Transition<S>(S from, AlarmTrigger trigger, S to) {
    public Transition {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(trigger, "trigger");
        Objects.requireNonNull(to, "to");
    }

    /** Whether it stays where it is. */
    public boolean isLoop() {
        return from.equals(to);
    }
}
