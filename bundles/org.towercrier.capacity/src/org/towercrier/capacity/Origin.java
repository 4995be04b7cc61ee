package org.towercrier.capacity;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.towercrier.capacity.internal.evidence.EvidenceTexts;

/**
 * Where an effective value of a rule comes from.
 *
 * @param level      how specific the scope is
 * @param place      name of the place as the cell has it, e.g. {@code East}; empty for the rule set, a technology or a scenario
 * @param narrowedBy literals of the scenario and the technology that the scope asks for besides, if it does
 */
public record Origin(Level level, String place, List<String> narrowedBy) {

    /** How specific a scope is; a later one wins over an earlier one. */
    public enum Level {
        /** The rule as it is for the whole network. */
        RULE_SET,
        /** An override for the whole network that asks for a technology or a scenario. */
        NETWORK,
        /** An override for regions. */
        REGION,
        /** An override for sites. */
        SITE,
        /** An override for physical sectors. */
        SECTOR,
        /** An override for single cells. */
        CELL
    }

    /** The rule itself. */
    public static final Origin RULE_SET = new Origin(Level.RULE_SET, "", List.of());

    public Origin {
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(place, "place");
        narrowedBy = List.copyOf(narrowedBy);
    }

    /** Whether an override changed the value. */
    public boolean overridden() {
        return level != Level.RULE_SET;
    }

    /** The origin as people read it: {@code from: region East}. */
    public String text(Locale locale) {
        String what = EvidenceTexts.render(new Evidence.Sentence("origin." + level, List.of(place)), locale).strip();
        String narrowed = String.join(", ", narrowedBy);
        String whole = what.isEmpty() || narrowed.isEmpty() ? what + narrowed : what + ", " + narrowed;
        return EvidenceTexts.render(new Evidence.Sentence("origin.from", List.of(whole)), locale);
    }
}
