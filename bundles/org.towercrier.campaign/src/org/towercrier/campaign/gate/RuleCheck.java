package org.towercrier.campaign.gate;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.towercrier.model.campaign.GateOutcome;
import org.towercrier.model.campaign.GateRule;

/**
 * One rule about one candidate.
 *
 * @param channel position of the channel it was asked for, {@link GatePeople#NONE} for all
 * @param outcome what it says by itself
 * @param figure that it looked at; NaN for none
 * @param limit that it holds the figure against; NaN for none
 * @param until first moment at which it may say otherwise, in seconds since 1970-01-01T00:00:00Z; {@link GateDecisions#UNKNOWN} when not known
 * @param detail position of the cap; {@link GatePeople#NONE} for other rules
 */
public record RuleCheck(GateRule rule, int channel, GateOutcome outcome, double figure, double limit, long until, int detail) {

    /** The rules that stop a customer whatever the channel, in their order. */
    static final List<GateRule> OF_THE_PERSON = List.of(GateRule.LEFT, GateRule.CONTROL_GROUP, GateRule.ALREADY_CONTACTED,
            GateRule.DO_NOT_CONTACT, GateRule.CELL_CAPACITY);
    private static final Set<GateRule> OF_ALL = Set.of(GateRule.ARBITRATION, GateRule.CHANNEL_CAPACITY, GateRule.BUDGET);

    static RuleCheck of(GateRule rule, int channel, GateOutcome outcome) {
        return new RuleCheck(rule, channel, outcome, Double.NaN, Double.NaN, GateDecisions.UNKNOWN, GatePeople.NONE);
    }

    RuleCheck with(double newFigure, double newLimit) {
        return new RuleCheck(rule, channel, outcome, newFigure, newLimit, until, detail);
    }

    RuleCheck until(long moment) {
        return new RuleCheck(rule, channel, outcome, figure, limit, moment, detail);
    }

    RuleCheck of(int cap) {
        return new RuleCheck(rule, channel, outcome, figure, limit, until, cap);
    }

    /** Does it say the same of the same channel? */
    boolean saysAs(RuleCheck other) {
        return rule == other.rule && channel == other.channel && outcome == other.outcome;
    }

    /** What was decided together with the other candidates; empty when it did not come to that, or a rule about the candidate alone decided. */
    static Optional<RuleCheck> decided(GateDecisions decisions, int row) {
        GateRule rule = decisions.ruleOf(row);
        boolean late = rule == GateRule.FREQUENCY_CAP && decisions.figure()[row] >= decisions.limit()[row];
        return OF_ALL.contains(rule) || late
                ? Optional.of(new RuleCheck(rule, decisions.channel()[row], decisions.outcomeOf(row), decisions.figure()[row],
                        decisions.limit()[row], decisions.until()[row], decisions.detail()[row]))
                : Optional.empty();
    }
}
