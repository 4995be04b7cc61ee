package org.towercrier.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.towercrier.customer.CustomerPages;
import org.towercrier.model.campaign.ResponseKind;
import org.towercrier.model.customer.ContactChannel;
import org.towercrier.store.StoreException;

/** The counter, the hotline and the client manager: what to say to the customer who is there, and what came of it, in one step. */
public interface FrontLine {

    /**
     * What to say.
     *
     * @param reason why personal data are to be shown; empty for masked
     */
    Prompt prompt(String customer, ContactChannel channel, Instant at, Optional<String> reason) throws CampaignException, StoreException;

    /**
     * Records the contact, the outcome and the reason in one step. Who orders is asked for a second confirmation: it counts as an order only with that.
     *
     * @throws CampaignException when the gate does not let a contact through now, or the order cannot be placed; nothing is recorded then
     */
    Recorded record(Outcome outcome, Instant at) throws CampaignException, StoreException;

    /** What to say. @param page everything about the customer @param suggestions that the gate lets through, two and three at most @param held what it does not, with the reason */
    record Prompt(CustomerPages.Page page, List<Suggestion> suggestions, List<Held> held) {
    }

    /** Something to offer. @param wording to say, rendered */
    record Suggestion(String campaign, String name, Optional<String> offer, String wording, double expectedValue) {
    }

    /** Something not to offer now. */
    record Held(String campaign, String name, ContactGate.Decision decision) {
    }

    /** What came of a contact. @param outcome empty while it is not known @param user who talked */
    record Outcome(String customer, String campaign, ContactChannel channel, Optional<String> offer, Optional<ResponseKind> outcome,
            String reason,
            String user) {
    }

    /** What was written. @param response absent while nothing is known or an order waits to be confirmed @param order that was placed */
    record Recorded(String contact, Optional<String> response, Optional<Orders.Requested> order) {
    }
}
