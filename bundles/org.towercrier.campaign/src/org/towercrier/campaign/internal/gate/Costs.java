package org.towercrier.campaign.internal.gate;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.towercrier.model.campaign.Campaign;
import org.towercrier.model.campaign.ChannelPlan;
import org.towercrier.model.campaign.Offer;
import org.towercrier.model.campaign.ValuePosition;

/** What a campaign costs and is worth, by its plan. */
public final class Costs {

    private Costs() {
    }

    /** Cost of one contact on a channel: that of the channel, else that of the value position, else nothing. */
    public static double ofContact(Campaign campaign, ChannelPlan plan) {
        return plan.getContactCost() != null ? plan.getContactCost() : position(campaign).map(ValuePosition::getContactCost).orElse(0.0);
    }

    /** Cost that does not depend on the number of contacts. */
    public static double fixed(Campaign campaign) {
        return position(campaign).map(ValuePosition::getFixedCost).orElse(0.0);
    }

    /** Margin of one response. */
    public static double margin(Campaign campaign) {
        return position(campaign).map(ValuePosition::getMargin).orElse(0.0);
    }

    private static Optional<ValuePosition> position(Campaign campaign) {
        return Optional.ofNullable(campaign.getValuePosition());
    }

    /** Offers for a segment, the best first. @param segment empty for none */
    public static List<Offer> offers(Campaign campaign, String segment) {
        return campaign.getOfferPlan() == null ? List.of()
                : campaign.getOfferPlan().getOffers().stream()
                        .filter(offer -> offer.getSegment() == null || offer.getSegment().isBlank() || offer.getSegment().equals(segment))
                        .sorted(Comparator.comparing((Offer offer) -> -expected(campaign, offer)).thenComparing(Offer::getId)).toList();
    }

    /** Expected value of contacting somebody with an offer: expected response × value of an order, or the margin where the offer has none. */
    public static double expected(Campaign campaign, Offer offer) {
        double response = offer.getExpectedResponse() == null ? 0 : offer.getExpectedResponse();
        return response * (offer.getValue() == null ? margin(campaign) : offer.getValue());
    }

    /** Expected value of a contact with the best offer that is for everyone, else with the best of all. */
    static double expectedValue(Campaign campaign) {
        List<Offer> general = offers(campaign, "");
        return general.isEmpty() && campaign.getOfferPlan() != null
                ? campaign.getOfferPlan().getOffers().stream().mapToDouble(offer -> expected(campaign, offer)).max().orElse(0)
                : general.stream().mapToDouble(offer -> expected(campaign, offer)).max().orElse(0);
    }
}
