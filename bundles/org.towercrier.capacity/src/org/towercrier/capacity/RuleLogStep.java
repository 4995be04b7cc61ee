package org.towercrier.capacity;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import org.towercrier.model.alarm.RuleAction;

/**
 * A step in the life of a rule set. Steps are only ever appended.
 *
 * @param ruleSet name of the rule set
 * @param digest  digest of its content at that time
 * @param action  what was done
 * @param time    when
 * @param user    who did it
 * @param from    begin of the period replayed, absent when none was
 * @param to      end of the period replayed
 * @param text    details
 */
public record RuleLogStep(String ruleSet, String digest, RuleAction action, Instant time, String user, Optional<Instant> from,
        Optional<Instant> to, String text) {

    public RuleLogStep {
        Objects.requireNonNull(ruleSet, "ruleSet");
        Objects.requireNonNull(digest, "digest");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(text, "text");
    }
}
