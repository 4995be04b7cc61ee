package org.towercrier.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.towercrier.model.campaign.OrderState;
import org.towercrier.model.campaign.TrialState;
import org.towercrier.model.customer.ContactChannel;
import org.towercrier.store.StoreException;

/**
 * Orders that the customer confirms a second time, and trials that never become a paid product without it. Each step leaves a link in a chain of hashes with the exact text
 * that was shown.
 */
public interface Orders {

    /**
     * Places an order. It waits for the customer's confirmation with the token, which is told here once and kept only as its digest. What the customer is shown and the
     * token are handed over to the first channel service that reaches the customer.
     *
     * @throws CampaignException when customer, campaign or offer do not exist, price, term or how to cancel are not known, or nothing could be handed over
     */
    Requested request(Request request, Instant at) throws CampaignException, StoreException;

    /** Confirms an order or the paid product after a trial. @throws CampaignException when the token is unknown, used or too old */
    Order confirm(String token, Instant at, ContactChannel channel) throws CampaignException, StoreException;

    /** Cancels an order or a trial. */
    Order cancel(String order, Instant at, ContactChannel channel, String reason) throws CampaignException, StoreException;

    /** Lets orders lapse that nobody confirmed in time, reminds of trials that end soon, and ends those whose time is over. Nothing becomes paid. */
    Upkeep upkeep(Instant at) throws StoreException;

    /** Orders of a campaign, of a customer, or all; newest first. */
    List<Order> list(Optional<String> campaign, Optional<String> customer, int most) throws StoreException;

    /** Trials, those that end first on top. */
    List<Trial> trials(Optional<TrialState> state, int most) throws StoreException;

    /** Recomputes the chain from its first link. */
    Verification verify() throws StoreException;

    /** The evidence about one customer, oldest first. @param reason why personal data are to be shown; empty for masked */
    List<Evidence> evidence(String customer, Optional<String> reason) throws CampaignException, StoreException;

    /** What is ordered. @param address number or address that the confirmation is asked from @param contact that led to it */
    record Request(String customer, String campaign, String offer, ContactChannel channel, Optional<String> address,
            Optional<String> contact) {
    }

    /** A placed order. @param token to be sent to the customer, told only here @param text that the customer is shown @param handedOver where both went */
    record Requested(Order order, String token, String text, Optional<String> handedOver) {
    }

    /** An order. @param term months that it binds */
    record Order(String id, String campaign, String customer, String product, String offer, OrderState state, Optional<Double> price,
            Optional<Integer> term, Optional<Instant> requested, Optional<Instant> confirmed, Optional<Instant> expires) {
    }

    /** A trial. */
    record Trial(String id, String order, String customer, String product, TrialState state, LocalDate start, LocalDate end,
            Optional<Instant> reminded, Optional<Instant> confirmed) {
    }

    /** What upkeep did. @param reminders trials that were reminded of, with the token for the paid product */
    record Upkeep(Instant at, long lapsed, long ended, List<Reminder> reminders) {
    }

    /** A reminder to send. @param token confirms the paid product; told only here @param handedOver where both went; empty when that failed or there is no address */
    record Reminder(String trial, String customer, LocalDate end, String token, String text, Optional<String> handedOver) {
    }

    /** A link of the chain. */
    record Evidence(long number, String order, String customer, String event, Instant time, Optional<ContactChannel> channel,
            String address,
            String text, String tokenDigest, String previousHash, String hash) {
    }

    /** Whether the chain is as it was written. @param broken first link that does not fit */
    record Verification(long links, boolean ok, Optional<Long> broken, String reason) {
    }
}
