package org.towercrier.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.towercrier.model.campaign.GateOutcome;
import org.towercrier.model.campaign.GateRule;
import org.towercrier.model.customer.ContactChannel;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;

/**
 * The gate that every contact goes through: asked before launch, at launch, at the moment of sending, at the counter, and again later for any date. It reads what was known
 * at the moment and decides by {@link org.towercrier.campaign.gate.Gate}; nothing is written.
 */
public interface ContactGate {

    /** Decides about all candidates of a question. */
    Report decide(Question question, Cancellation cancel) throws CampaignException, StoreException;

    /** What every rule says about one customer. @throws CampaignException when the customer is no candidate of the campaign */
    Explanation explain(Question question, String customer, Cancellation cancel) throws CampaignException, StoreException;

    /**
     * A question.
     *
     * @param campaign whose audience is meant; that of a campaign that was not launched is evaluated now
     * @param at the moment
     * @param policy name of a policy that is not in force, to try it; empty for the one in force
     * @param asThen take the policy that was in force at the moment, and not the present one
     * @param among only these customers; none for all. Their rivals for caps and channels are left out, too
     * @param channels only these channels; none for those of the campaign
     */
    record Question(String campaign, Instant at, Optional<String> policy, boolean asThen, List<String> among,
            List<ContactChannel> channels) {

        public Question {
            among = List.copyOf(among);
            channels = List.copyOf(channels);
        }

        /** The whole audience on all channels by the policy in force. */
        public static Question of(String campaign, Instant at) {
            return new Question(campaign, at, Optional.empty(), false, List.of(), List.of());
        }
    }

    /**
     * What the gate said.
     *
     * @param policy name of the policy
     * @param policyVersion version of its document, 0 for the product's own
     * @param candidates members that were asked about
     * @param byRule how many each rule stopped or delayed
     * @param byChannel how many pass on each channel
     * @param rivals campaigns that competed for the same customers
     * @param decisions in the order of the identities; made one by one when asked for, so that millions cost nothing
     */
    record Report(String campaign, Instant at, String policy, long policyVersion, long candidates, long passed, long delayed, long stopped,
            Map<GateRule, Long> byRule, Map<ContactChannel, Long> byChannel, List<String> rivals, List<Decision> decisions) {
    }

    /**
     * A decision about one customer.
     *
     * @param channel of the contact, or the one it was stopped on
     * @param rule that decided; {@code NONE} when passed
     * @param reason with the figures
     * @param until first moment at which it may be otherwise, where that is known
     * @param winner campaign that the customer went to
     * @param value expected value of the contact
     * @param rank place among those that pass, from 0
     */
    record Decision(String campaign, String customer, Optional<ContactChannel> channel, GateOutcome outcome, GateRule rule, Reason reason,
            Optional<Instant> until, Optional<String> winner, double value, Optional<Integer> rank) {
    }

    /** Everything about one decision. @param rules in the order in which they are asked */
    record Explanation(Decision decision, String policy, long policyVersion, List<RuleVerdict> rules) {
    }

    /** One rule about one customer. */
    record RuleVerdict(GateRule rule, Optional<ContactChannel> channel, GateOutcome outcome, Reason reason, Optional<Double> figure,
            Optional<Double> limit, Optional<Instant> until) {
    }
}
