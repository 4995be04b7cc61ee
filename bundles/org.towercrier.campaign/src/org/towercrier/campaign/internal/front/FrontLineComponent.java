package org.towercrier.campaign.internal.front;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.campaign.CampaignException;
import org.towercrier.campaign.Campaigns;
import org.towercrier.campaign.ContactGate;
import org.towercrier.campaign.ContactPolicies;
import org.towercrier.campaign.FrontLine;
import org.towercrier.campaign.Orders;
import org.towercrier.campaign.internal.ContactDay;
import org.towercrier.campaign.internal.gate.Costs;
import org.towercrier.campaign.internal.launch.ContactRows;
import org.towercrier.campaign.internal.steps.Wordings;
import org.towercrier.customer.CustomerPages;
import org.towercrier.model.campaign.Campaign;
import org.towercrier.model.campaign.CampaignPackage.Literals;
import org.towercrier.model.campaign.CampaignState;
import org.towercrier.model.campaign.ChannelPlan;
import org.towercrier.model.campaign.ContactState;
import org.towercrier.model.campaign.GateOutcome;
import org.towercrier.model.campaign.Offer;
import org.towercrier.model.campaign.ResponseKind;
import org.towercrier.model.customer.ContactChannel;
import org.towercrier.privacy.DisclosureRefusedException;
import org.towercrier.store.Cancellation;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;

/** The counter, the hotline and the client manager. */
@Component(service = FrontLine.class)
public final class FrontLineComponent implements FrontLine {

    private static final int MOST = 3;
    private static final TableSchema MEMBERS = TableSchema.of(Literals.AUDIENCE_MEMBER);
    private static final TableSchema CONTACTS = TableSchema.of(Literals.CONTACT);
    private static final TableSchema RESPONSES = TableSchema.of(Literals.RESPONSE);

    private final Store store;
    private final Campaigns campaigns;
    private final ContactGate gate;
    private final CustomerPages pages;
    private final Orders orders;
    private final ContactPolicies policies;

    @Activate
    public FrontLineComponent(@Reference Store store, @Reference Campaigns campaigns, @Reference ContactGate gate,
            @Reference CustomerPages pages, @Reference Orders orders, @Reference ContactPolicies policies) {
        this.store = store;
        this.campaigns = campaigns;
        this.gate = gate;
        this.pages = pages;
        this.orders = orders;
        this.policies = policies;
    }

    @Override
    public Prompt prompt(String customer, ContactChannel channel, Instant at, Optional<String> reason)
            throws CampaignException, StoreException {
        CustomerPages.Page page;
        try {
            page = pages.page(customer, reason).orElseThrow(() -> new CampaignException("Customer_Unknown", customer));
        } catch (DisclosureRefusedException refused) {
            throw new CampaignException("Send_Refused", refused.getMessage());
        }
        List<Suggestion> suggestions = new ArrayList<>();
        List<Held> held = new ArrayList<>();
        LocalDate day = at.atZone(ContactDay.zone(policies.inForce().policy())).toLocalDate();
        for (Membership membership : memberships(page.id())) {
            Optional<Campaign> campaign = campaigns.open(membership.campaign()).map(found -> found.root())
                    .filter(each -> each.getState() == CampaignState.LAUNCHED && serves(each, channel) && ContactDay.within(each, day));
            if (campaign.isPresent()) {
                ContactGate.Decision decision = decide(membership.campaign(), page.id(), channel, at);
                String name = Optional.ofNullable(campaign.get().getName()).orElse(membership.campaign());
                if (decision.outcome() == GateOutcome.PASSED) {
                    suggestions.add(suggestion(campaign.get(), name, membership, channel));
                } else {
                    held.add(new Held(membership.campaign(), name, decision));
                }
            }
        }
        suggestions.sort(Comparator.comparing((Suggestion each) -> -each.expectedValue()).thenComparing(Suggestion::campaign));
        return new Prompt(page, List.copyOf(suggestions.subList(0, Math.min(MOST, suggestions.size()))), held);
    }

    /** A place in a frozen audience. */
    private record Membership(String campaign, Optional<String> segment, Optional<String> offer) {
    }

    private List<Membership> memberships(String customer) throws StoreException {
        Field<String> campaign = MEMBERS.field("campaign", String.class);
        return store.read(sql -> sql.select(campaign, MEMBERS.field("segment", String.class), MEMBERS.field("offer", String.class))
                .from(MEMBERS.table()).where(MEMBERS.field("customer", String.class).eq(customer)).orderBy(campaign)
                .fetch(row -> new Membership(row.value1(), Optional.ofNullable(row.value2()), Optional.ofNullable(row.value3()))));
    }

    private static boolean serves(Campaign campaign, ContactChannel channel) {
        return campaign.getCommunication() != null
                && campaign.getCommunication().getChannels().stream().anyMatch(plan -> plan.getChannel() == channel);
    }

    private ContactGate.Decision decide(String campaign, String customer, ContactChannel channel, Instant at)
            throws CampaignException, StoreException {
        ContactGate.Question question = new ContactGate.Question(campaign, at, Optional.empty(), false, List.of(customer),
                List.of(channel));
        return gate.explain(question, customer, Cancellation.none()).decision();
    }

    private static Suggestion suggestion(Campaign campaign, String name, Membership membership, ContactChannel channel) {
        Optional<Offer> offer = membership.offer().flatMap(
                id -> campaign.getOfferPlan().getOffers().stream().filter(each -> id.equals(each.getId())).findFirst());
        String wording = Wordings.find(campaign, channel, membership.segment(), offer, Optional.empty())
                .map(found -> Wordings.render(campaign, found, offer)).orElse("");
        return new Suggestion(campaign.getId(), name, membership.offer(), wording,
                offer.map(each -> Costs.expected(campaign, each)).orElse(0.0));
    }

    @Override
    public Recorded record(Outcome outcome, Instant at) throws CampaignException, StoreException {
        Campaign campaign = campaigns.open(outcome.campaign()).map(found -> found.root())
                .orElseThrow(() -> new CampaignException("Campaign_Unknown", outcome.campaign()));
        ContactGate.Decision decision = decide(outcome.campaign(), outcome.customer(), outcome.channel(), at);
        if (decision.outcome() != GateOutcome.PASSED) {
            throw new CampaignException(List.of(decision.reason()));
        }
        double cost = campaign.getCommunication().getChannels().stream().filter(plan -> plan.getChannel() == outcome.channel()).findFirst()
                .map((ChannelPlan plan) -> Costs.ofContact(campaign, plan)).orElse(0.0);
        String id = outcome.campaign() + ":" + outcome.customer() + ":" + at.getEpochSecond() + ":" + UUID.randomUUID();
        ContactRows.Row contact = new ContactRows.Row(id, outcome.campaign(), outcome.customer(), outcome.channel(),
                campaign.getMessageClass(),
                outcome.offer(), Optional.empty(), ContactState.COMPLETED, "", at, Optional.of(at), outcome.user(), cost);
        Optional<Orders.Requested> order = order(outcome, id, at);
        store.write(tx -> {
            ContactRows.insert(tx, List.of(contact));
            if (outcome.outcome().isPresent()) {
                String kind = outcome.outcome().get().getLiteral();
                tx.sql().update(CONTACTS.table()).set(CONTACTS.field("outcome", String.class), kind)
                        .set(CONTACTS.field("reason", String.class), outcome.reason()).where(CONTACTS.field("id", String.class).eq(id))
                        .execute();
                if (order.isEmpty()) {
                    respond(tx.sql(), outcome, id, kind, at);
                }
            }
            return null;
        });
        return new Recorded(id, order.isPresent() ? Optional.empty() : outcome.outcome().map(kind -> id + ":" + kind.getLiteral()), order);
    }

    /** Who orders something confirms it a second time; the reaction is written with the confirmation. */
    private Optional<Orders.Requested> order(Outcome outcome, String contact, Instant at) throws CampaignException, StoreException {
        if (outcome.outcome().filter(kind -> kind == ResponseKind.ORDERED).isEmpty() || outcome.offer().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(orders.request(new Orders.Request(outcome.customer(), outcome.campaign(), outcome.offer().get(),
                outcome.channel(), Optional.empty(), Optional.of(contact)), at));
    }

    private static void respond(DSLContext sql, Outcome outcome, String contact, String kind, Instant at) {
        sql.insertInto(RESPONSES.table(), RESPONSES.field("id", String.class), RESPONSES.field("campaign", String.class),
                RESPONSES.field("customer", String.class), RESPONSES.field("contact", String.class),
                RESPONSES.field("offer", String.class), RESPONSES.field("kind", String.class), RESPONSES.field("time", Instant.class),
                RESPONSES.field("reason", String.class))
                .values(contact + ":" + kind, outcome.campaign(), outcome.customer(), contact, outcome.offer().orElse(null), kind, at,
                        outcome.reason())
                .execute();
    }
}
