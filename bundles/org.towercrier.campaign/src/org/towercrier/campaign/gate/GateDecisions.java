package org.towercrier.campaign.gate;

import java.util.EnumMap;
import java.util.Map;

import org.towercrier.model.campaign.GateOutcome;
import org.towercrier.model.campaign.GateRule;

/**
 * What the gate said, row by row of the candidates.
 *
 * @param outcome by {@link GateOutcome#getValue()}
 * @param rule that decided, by {@link GateRule#getValue()}; {@code NONE} when passed
 * @param channel the contact goes through, or on which it was stopped; {@link GatePeople#NONE} when no channel mattered
 * @param figure of the rule: contacts counted, seconds since the last contact, position of the winning candidate, what is left
 * @param limit that the figure was held against: most contacts, least seconds, what the winner is worth, capacity
 * @param until first moment at which it may be asked again, in seconds since 1970-01-01T00:00:00Z; {@link #UNKNOWN} when it is not known
 * @param detail position of the cap that decided
 * @param rank position among those that passed, from 0 for the first to be contacted; {@link GatePeople#NONE} for the others
 */
public record GateDecisions(byte[] outcome, byte[] rule, byte[] channel, double[] figure, double[] limit, long[] until, short[] detail,
        int[] rank) {

    /** Not known. */
    public static final long UNKNOWN = Long.MAX_VALUE;

    /** Outcome of a row. */
    public GateOutcome outcomeOf(int row) {
        return GateOutcome.get(outcome[row]);
    }

    /** Deciding rule of a row. */
    public GateRule ruleOf(int row) {
        return GateRule.get(rule[row]);
    }

    /** How many rows have an outcome. */
    public long count(GateOutcome wanted) {
        long count = 0;
        for (byte each : outcome) {
            count += each == wanted.getValue() ? 1 : 0;
        }
        return count;
    }

    /** How many rows each rule stopped or delayed. */
    public Map<GateRule, Long> byRule() {
        long[] counts = new long[GateRule.VALUES.size()];
        for (byte each : rule) {
            counts[each]++;
        }
        Map<GateRule, Long> found = new EnumMap<>(GateRule.class);
        for (GateRule each : GateRule.VALUES) {
            if (each != GateRule.NONE && counts[each.getValue()] > 0) {
                found.put(each, counts[each.getValue()]);
            }
        }
        return found;
    }
}
