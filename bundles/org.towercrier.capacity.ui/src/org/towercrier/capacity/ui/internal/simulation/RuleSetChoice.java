package org.towercrier.capacity.ui.internal.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.towercrier.capacity.RuleLogStep;
import org.towercrier.capacity.RuleSets;
import org.towercrier.model.alarm.RuleSet;
import org.towercrier.store.StoreException;

/**
 * A rule set that can be simulated and activated.
 *
 * @param info what is known of it
 * @param set  its saved state
 * @param seen who last saw in the simulator what this state does
 */
public record RuleSetChoice(RuleSets.Info info, RuleSet set, Optional<RuleLogStep> seen) {

    /** What stands in the way of its activation. */
    public enum Condition {
        /** Nothing: it has been seen. */
        SEEN,
        /** Nobody has seen what it does: that has to be skipped. */
        UNSEEN,
        /** It raises the alarms already. */
        IN_FORCE
    }

    /** What stands in the way. */
    public Condition condition() {
        if (info.active() && !info.pending()) {
            return Condition.IN_FORCE;
        }
        return seen.isPresent() ? Condition.SEEN : Condition.UNSEEN;
    }

    /** All of them, ordered by name. */
    public static List<RuleSetChoice> read(RuleSets sets) throws StoreException {
        List<RuleSetChoice> choices = new ArrayList<>();
        for (RuleSets.Info info : sets.list()) {
            Optional<RuleSet> set = sets.find(info.name());
            if (set.isPresent()) {
                choices.add(new RuleSetChoice(info, set.get(), sets.seen(set.get())));
            }
        }
        return choices;
    }
}
