package org.towercrier.campaign.internal.steps;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jooq.DSLContext;
import org.towercrier.campaign.Reason;
import org.towercrier.campaign.internal.gate.Costs;
import org.towercrier.campaign.internal.policy.PolicyProblems;
import org.towercrier.campaign.internal.steps.StepChecks.Findings;
import org.towercrier.model.campaign.Campaign;
import org.towercrier.model.campaign.CampaignPackage.Literals;
import org.towercrier.model.campaign.ChannelPlan;
import org.towercrier.model.campaign.Offer;
import org.towercrier.model.campaign.ValuePosition;
import org.towercrier.model.campaign.Wording;
import org.towercrier.model.campaign.MessageClass;
import org.towercrier.model.customer.CustomerPackage;
import org.towercrier.store.TableSchema;

/** Tests of what was planned, without looking at customers. */
final class PlanChecks {

    private static final int MOST_OFFERS = 3;
    private static final TableSchema PRODUCTS = TableSchema.of(CustomerPackage.Literals.PRODUCT);

    private PlanChecks() {
    }

    private static boolean marketing(Campaign campaign) {
        return !campaign.eIsSet(Literals.CAMPAIGN__MESSAGE_CLASS) || campaign.getMessageClass() == MessageClass.MARKETING;
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    /** Step 2: a benefit, a cost, a margin and the response at which both are equal. */
    static void value(Campaign campaign, long members, Findings findings) {
        ValuePosition position = campaign.getValuePosition();
        findings.missing(position == null || blank(position.getPromise()), "Value_Promise");
        if (position == null || !marketing(campaign)) {
            return;
        }
        boolean benefit = position.getItems().stream().anyMatch(item -> item.getAmount() != null && item.getAmount() > 0);
        boolean cost = position.getItems().stream().anyMatch(item -> item.getAmount() != null && item.getAmount() < 0)
                || position.getContactCost() != null || position.getFixedCost() != null;
        findings.missing(!benefit, "Value_Benefit");
        findings.missing(!cost, "Value_Cost");
        findings.missing(position.getMargin() == null, "Value_Margin");
        Optional<Double> breakEven = breakEven(campaign, members);
        breakEven.ifPresent(rate -> {
            findings.note("Value_BreakEven", rate);
            findings.wrong(rate > 1, "Value_NeverEven", rate);
            double best = campaign.getOfferPlan() == null ? 0
                    : campaign.getOfferPlan().getOffers().stream().map(Offer::getExpectedResponse).filter(java.util.Objects::nonNull)
                            .mapToDouble(Double::doubleValue).max().orElse(0);
            if (best > 0 && best < rate) {
                findings.note("Value_BelowEven", best, rate);
            }
        });
    }

    /** Response rate at which cost and margin are equal: (cost of a contact + fixed cost / members) / margin; the stated one where there is one. */
    static Optional<Double> breakEven(Campaign campaign, long members) {
        ValuePosition position = campaign.getValuePosition();
        if (position == null) {
            return Optional.empty();
        }
        if (position.getBreakEvenResponse() != null) {
            return Optional.of(position.getBreakEvenResponse());
        }
        if (position.getMargin() == null || !(position.getMargin() > 0)) {
            return Optional.empty();
        }
        double contact = position.getContactCost() == null ? 0 : position.getContactCost();
        double fixed = Costs.fixed(campaign);
        return fixed > 0 && members == 0 ? Optional.empty()
                : Optional.of((contact + (members == 0 ? 0 : fixed / members)) / position.getMargin());
    }

    /** Step 3: every offer is on sale for the whole time; two for a customer, three at most. */
    static void offers(DSLContext sql, Campaign campaign, Findings findings) {
        List<Offer> offers = campaign.getOfferPlan() == null ? List.of() : campaign.getOfferPlan().getOffers();
        findings.missing(offers.isEmpty() && marketing(campaign), "Offer_None");
        Integer each = campaign.getOfferPlan() == null ? null : campaign.getOfferPlan().getPerCustomer();
        findings.wrong(each != null && (each < 1 || each > MOST_OFFERS), "Offer_TooMany", each == null ? 0 : each);
        List<String> seen = new ArrayList<>();
        for (Offer offer : offers) {
            String name = Optional.ofNullable(offer.getName()).or(() -> Optional.ofNullable(offer.getId())).orElse("?");
            findings.missing(blank(offer.getId()), "Offer_Id", name);
            findings.wrong(offer.getId() != null && seen.contains(offer.getId()), "Offer_Twice", name);
            seen.add(String.valueOf(offer.getId()));
            findings.missing(offer.getPrice() == null, "Offer_Price", name);
            findings.missing(offer.getTerm() == null, "Offer_Term", name);
            findings.missing(blank(offer.getCancellation()), "Offer_Cancellation", name);
            findings.wrong(offer.getPrice() != null && offer.getPrice() < 0, "Offer_Price", name);
            Double response = offer.getExpectedResponse();
            findings.wrong(response != null && !(response >= 0 && response <= 1), "Offer_Response", name, response == null ? 0 : response);
            product(sql, campaign, offer, name, findings);
        }
    }

    private static void product(DSLContext sql, Campaign campaign, Offer offer, String name, Findings findings) {
        if (blank(offer.getProduct())) {
            findings.missing(true, "Offer_Product", name);
            return;
        }
        var product = sql.select(PRODUCTS.field("from", LocalDate.class), PRODUCTS.field("until", LocalDate.class)).from(PRODUCTS.table())
                .where(PRODUCTS.field("id", String.class).eq(offer.getProduct())).fetchOne();
        if (product == null) {
            findings.wrong(true, "Offer_UnknownProduct", name, offer.getProduct());
            return;
        }
        sale(campaign, name, offer.getProduct(), product.value1(), product.value2(), findings);
        sale(campaign, name, name, offer.getFrom(), offer.getUntil(), findings);
    }

    private static void sale(Campaign campaign, String offer, String what, LocalDate from, LocalDate until, Findings findings) {
        boolean late = from != null && campaign.getStart() != null && from.isAfter(campaign.getStart());
        boolean early = until != null && (campaign.getEnd() == null ? campaign.getOccasion() != null : until.isBefore(campaign.getEnd()));
        findings.wrong(late || early, "Offer_NotOnSale", offer, what, from == null ? "–" : from.toString(),
                until == null ? "–" : until.toString());
    }

    /** Step 4, the part that is planned: channels, and words with price, term and how to cancel. */
    static void communication(Campaign campaign, Findings findings) {
        List<ChannelPlan> channels = campaign.getCommunication() == null ? List.of() : campaign.getCommunication().getChannels();
        List<Wording> wordings = campaign.getCommunication() == null ? List.of() : campaign.getCommunication().getWordings();
        findings.missing(channels.isEmpty(), "Communication_NoChannel");
        findings.missing(wordings.isEmpty(), "Communication_NoWording");
        for (ChannelPlan plan : channels) {
            List<Reason> problems = new ArrayList<>();
            PolicyProblems.window(plan.getWindow(), problems);
            problems.forEach(problem -> findings.add(false, problem));
            List<Offer> offers = campaign.getOfferPlan() == null ? List.of() : campaign.getOfferPlan().getOffers();
            for (Offer offer : offers) {
                Optional<Wording> wording = Wordings.find(campaign, plan.getChannel(), Optional.ofNullable(offer.getSegment()),
                        Optional.of(offer), Optional.empty());
                String channel = org.towercrier.campaign.internal.CampaignMessages.text("Channel_" + plan.getChannel().getLiteral());
                String name = Optional.ofNullable(offer.getName()).orElse(offer.getId());
                findings.missing(wording.isEmpty() && !wordings.isEmpty(), "Wording_Missing", String.valueOf(name), channel);
                wording.ifPresent(found -> Wordings.missing(found, offer)
                        .forEach(part -> findings.wrong(true, "Wording_" + part, String.valueOf(found.getId()), String.valueOf(name))));
            }
        }
        for (Wording wording : wordings) {
            findings.missing(blank(wording.getText()), "Wording_Text", String.valueOf(wording.getId()));
        }
    }
}
