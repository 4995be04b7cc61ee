package org.towercrier.campaign.internal.gate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.towercrier.campaign.gate.Gate;
import org.towercrier.campaign.gate.GateCampaign;
import org.towercrier.campaign.gate.GateCandidates;
import org.towercrier.campaign.gate.GateDecisions;
import org.towercrier.campaign.gate.GateHistory;
import org.towercrier.campaign.gate.GatePeople;
import org.towercrier.campaign.gate.GateRules;
import org.towercrier.campaign.gate.RuleCheck;
import org.towercrier.model.campaign.ContactPolicy;
import org.towercrier.model.campaign.MessageClass;
import org.towercrier.model.customer.ContactChannel;
import org.towercrier.model.types.TimeWindow;

/**
 * Everything the gate needs to know at one moment.
 *
 * @param at in seconds since 1970-01-01T00:00:00Z
 * @param campaigns the one that is asked about is the first, its rivals follow
 * @param barredFor reasons of those who must not be contacted, by position
 * @param cells identities of the home cells, by position
 * @param profiles what tells the contact hours of customers apart, by the number in {@link GatePeople#profile()}
 */
public record GateSetting(ContactPolicy policy, long version, long at, GateRules rules, GatePeople people, GateHistory history,
        List<GateCampaign> campaigns, GateCandidates candidates, List<String> barredFor, List<String> cells,
        List<PolicyRules.Profile> profiles) {

    /** Decides. */
    public GateDecisions decide() {
        return Gate.decide(rules, people, history, campaigns, candidates, at);
    }

    List<RuleCheck> explain(GateDecisions decisions, int row) {
        return Gate.explain(rules, people, history, campaigns, candidates, at, decisions, row);
    }

    /** Identity of the customer of a row. */
    public String customer(int row) {
        return people.ids()[candidates.person()[row]];
    }

    /** May the customer of a row be contacted on a channel at a later moment, as far as hours go? @param window hours of the campaign on the channel */
    public boolean open(int row, ContactChannel channel, Optional<TimeWindow> window, Instant due) {
        PolicyRules.Profile profile = profiles.get(people.profile()[candidates.person()[row]]);
        return campaigns.get(candidates.campaign()[row]).messageClass() == MessageClass.SERVICE
                || new PolicyRules(policy).hours(profile, channel, window).closedBy(due).isEmpty();
    }
}
