package org.towercrier.campaign.internal.order;

import static org.jooq.impl.DSL.noCondition;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.towercrier.campaign.CampaignException;
import org.towercrier.campaign.Campaigns;
import org.towercrier.campaign.Orders;
import org.towercrier.campaign.channel.CampaignChannel;
import org.towercrier.campaign.internal.CampaignMessages;
import org.towercrier.campaign.internal.steps.Wordings;
import org.towercrier.model.PrivacyAnnotations;
import org.towercrier.model.campaign.Campaign;
import org.towercrier.model.campaign.CampaignPackage.Literals;
import org.towercrier.model.campaign.Offer;
import org.towercrier.model.campaign.OrderState;
import org.towercrier.model.campaign.ResponseKind;
import org.towercrier.model.campaign.TrialState;
import org.towercrier.model.campaign.Wording;
import org.towercrier.model.customer.ContactChannel;
import org.towercrier.model.customer.CustomerPackage;
import org.towercrier.privacy.Disclosure;
import org.towercrier.privacy.DisclosureRefusedException;
import org.towercrier.privacy.Masking;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;
import org.towercrier.store.Transaction;

/** Orders with a second confirmation, and trials. */
@Component(service = Orders.class)
public final class OrdersComponent implements Orders {

    static final TableSchema ORDERS = TableSchema.of(Literals.PRODUCT_ORDER);
    private static final TableSchema CUSTOMERS = TableSchema.of(CustomerPackage.Literals.CUSTOMER);
    private static final TableSchema RESPONSES = TableSchema.of(Literals.RESPONSE);
    private static final Duration PATIENCE = Duration.ofDays(7);
    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int TOKEN_SIGNS = 12;
    private static final int TOKEN_GROUP = 4;
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final Store store;
    private final Campaigns campaigns;
    private final Disclosure disclosure;
    private final OrderMessages messages;
    private final SecureRandom random = new SecureRandom();

    @Activate
    public OrdersComponent(@Reference Store store, @Reference Campaigns campaigns, @Reference Disclosure disclosure,
            @Reference(cardinality = ReferenceCardinality.AT_LEAST_ONE, policyOption = ReferencePolicyOption.GREEDY) List<CampaignChannel> channels) {
        this.store = store;
        this.campaigns = campaigns;
        this.disclosure = disclosure;
        this.messages = new OrderMessages(channels);
    }

    static <T> Field<T> field(String name, Class<T> type) {
        return ORDERS.field(name, type);
    }

    /** 60 random bits that can be read out: three groups of four signs, none of which is taken for another. */
    private String token() {
        StringBuilder token = new StringBuilder();
        for (int i = 0; i < TOKEN_SIGNS; i++) {
            token.append(i > 0 && i % TOKEN_GROUP == 0 ? "-" : "").append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return token.toString();
    }

    /** Digest of a token however it was typed. */
    private static String digest(String token) {
        return EvidenceChain
                .digest(token.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT).replace('O', '0').replace('I', '1').replace('L', '1'));
    }

    /** A moment as customers read it. */
    private static String readable(Instant moment) {
        return MINUTES.format(moment.atZone(ZoneId.systemDefault()));
    }

    @Override
    public Requested request(Request request, Instant at) throws CampaignException, StoreException {
        Campaign campaign = campaigns.launched(request.campaign())
                .orElseThrow(() -> new CampaignException("Send_NotLaunched", request.campaign()));
        Offer offer = campaign.getOfferPlan() == null ? null
                : campaign.getOfferPlan().getOffers().stream().filter(each -> request.offer().equals(each.getId())).findFirst()
                        .orElse(null);
        if (offer == null) {
            throw new CampaignException("Order_NoOffer", request.offer(), request.campaign());
        }
        if (offer.getPrice() == null || offer.getTerm() == null || offer.getCancellation() == null || offer.getCancellation().isBlank()) {
            throw new CampaignException("Order_Incomplete", request.offer());
        }
        Optional<String> phone = phone(request.customer());
        if (phone.isEmpty()) {
            throw new CampaignException("Customer_Unknown", request.customer());
        }
        String text = text(campaign, offer, request.channel());
        String token = token();
        String digest = digest(token);
        Instant moment = at.truncatedTo(ChronoUnit.MICROS);
        String id = "O-" + UUID.randomUUID();
        store.write(tx -> {
            tx.sql().insertInto(ORDERS.table(), field("id", String.class), field("campaign", String.class), field("customer", String.class),
                    field("product", String.class), field("contact", String.class), field("offer", String.class),
                    field("channel", String.class), field("state", String.class), field("price", Double.class),
                    field("term", Integer.class),
                    field("requested", Instant.class), field("expires", Instant.class), field("tokenDigest", String.class))
                    .values(id, request.campaign(), request.customer(), offer.getProduct(), request.contact().orElse(null), offer.getId(),
                            request.channel().getLiteral(), OrderState.REQUESTED.getLiteral(), offer.getPrice(), offer.getTerm(), moment,
                            moment.plus(PATIENCE), digest)
                    .execute();
            EvidenceChain.append(tx, new EvidenceChain.Said(id, request.customer(), "requested", moment, Optional.of(request.channel()),
                    request.address().orElse(phone.get()), text, digest));
            return null;
        });
        Order placed = order(id);
        String address = request.address().orElse(phone.get());
        String code = CampaignMessages.text("Order_Code", token, placed.expires().map(OrdersComponent::readable).orElse(""));
        return new Requested(placed, token, text, messages.handOver(placed, "confirmation-" + id, address, moment, text + "\n" + code));
    }

    /** What the customer is shown: the wording of the campaign, and in any case price, term and how to cancel. */
    private static String text(Campaign campaign, Offer offer, ContactChannel channel) {
        Optional<Wording> wording = Wordings.find(campaign, channel, Optional.ofNullable(offer.getSegment()), Optional.of(offer),
                Optional.empty());
        String currency = Optional.ofNullable(campaign.getCurrency()).orElse("");
        String terms = CampaignMessages.text("Order_Terms", Optional.ofNullable(offer.getName()).orElse(offer.getId()), offer.getPrice(),
                currency, offer.getTerm(), offer.getCancellation());
        return wording.map(found -> Wordings.render(campaign, found, Optional.of(offer)) + "\n").orElse("") + terms;
    }

    private Order order(String id) throws CampaignException, StoreException {
        return store.read(sql -> orders(sql, field("id", String.class).eq(id), 1)).stream().findFirst()
                .orElseThrow(() -> new CampaignException("Order_Unknown", id));
    }

    private static List<Order> orders(DSLContext sql, Condition which, int most) {
        return sql.select(ORDERS.table().fields()).from(ORDERS.table()).where(which)
                .orderBy(field("requested", Instant.class).desc(), field("id", String.class)).limit(most)
                .fetch(row -> new Order(row.get(field("id", String.class)), row.get(field("campaign", String.class)),
                        row.get(field("customer", String.class)), row.get(field("product", String.class)),
                        row.get(field("offer", String.class)), OrderState.get(row.get(field("state", String.class))),
                        Optional.ofNullable(row.get(field("price", Double.class))),
                        Optional.ofNullable(row.get(field("term", Integer.class))),
                        Optional.ofNullable(row.get(field("requested", Instant.class))),
                        Optional.ofNullable(row.get(field("confirmed", Instant.class))),
                        Optional.ofNullable(row.get(field("expires", Instant.class)))));
    }

    @Override
    public Order confirm(String token, Instant at, ContactChannel channel) throws CampaignException, StoreException {
        String digest = digest(token);
        Instant moment = at.truncatedTo(ChronoUnit.MICROS);
        Optional<Order> found = store.read(sql -> orders(sql, field("tokenDigest", String.class).eq(digest), 1)).stream().findFirst();
        if (found.isEmpty()) {
            Trial trial = store.read(sql -> Trials.byToken(sql, digest)).orElseThrow(() -> new CampaignException("Order_Token"));
            return convert(trial, digest, moment, channel);
        }
        Order order = found.get();
        if (order.state() != OrderState.REQUESTED) {
            throw new CampaignException("Order_Used", order.id());
        }
        if (order.expires().filter(moment::isAfter).isPresent()) {
            throw new CampaignException("Order_Late", order.id(), readable(order.expires().get()));
        }
        Optional<Integer> days = trialDays(order);
        boolean first = store.write(tx -> {
            if (!confirmOnce(tx.sql(), order.id(), moment)) {
                return false;
            }
            EvidenceChain.append(tx, new EvidenceChain.Said(order.id(), order.customer(), "confirmed", moment, Optional.of(channel), "",
                    shown(tx.sql(), order.id()), digest));
            react(tx.sql(), order, days.isPresent() ? ResponseKind.TRIED : ResponseKind.ORDERED, moment);
            if (days.isPresent()) {
                LocalDate begin = moment.atZone(ZoneOffset.UTC).toLocalDate();
                Trials.begin(tx.sql(), order, begin, begin.plusDays(days.get()));
            }
            return true;
        });
        if (!first) {
            throw new CampaignException("Order_Used", order.id());
        }
        return order(order.id());
    }

    /** Of two confirmations at the same time one counts. */
    private static boolean confirmOnce(DSLContext sql, String order, Instant at) {
        return sql.update(ORDERS.table()).set(field("state", String.class), OrderState.CONFIRMED.getLiteral())
                .set(field("confirmed", Instant.class), at).where(field("id", String.class).eq(order))
                .and(field("state", String.class).eq(OrderState.REQUESTED.getLiteral())).execute() == 1;
    }

    private Optional<Integer> trialDays(Order order) throws StoreException {
        return campaigns.launched(order.campaign()).flatMap(campaign -> campaign.getOfferPlan().getOffers().stream()
                .filter(offer -> order.offer().equals(offer.getId())).findFirst()).map(Offer::getTrialDays).filter(days -> days > 0);
    }

    /** The text that the customer confirmed is the one that was shown with the request. */
    private static String shown(DSLContext sql, String order) {
        return EvidenceChain.all(sql, Optional.empty()).stream().filter(link -> link.order().equals(order)).reduce((one, other) -> other)
                .map(Evidence::text).orElse("");
    }

    private Order convert(Trial trial, String digest, Instant at, ContactChannel channel) throws CampaignException, StoreException {
        if (trial.state() == TrialState.CONVERTED) {
            throw new CampaignException("Order_Used", trial.order());
        }
        if (trial.state() == TrialState.ENDED || at.atZone(ZoneOffset.UTC).toLocalDate().isAfter(trial.end())) {
            throw new CampaignException("Order_Late", trial.order(), trial.end().toString());
        }
        Order order = order(trial.order());
        store.write(tx -> {
            Trials.convert(tx.sql(), trial.id(), at);
            state(tx.sql(), order.id(), OrderState.FULFILLED);
            EvidenceChain.append(tx, new EvidenceChain.Said(order.id(), order.customer(), "paid-confirmed", at, Optional.of(channel), "",
                    shown(tx.sql(), order.id()), digest));
            react(tx.sql(), order, ResponseKind.ORDERED, at);
            return null;
        });
        return order(order.id());
    }

    private static void state(DSLContext sql, String order, OrderState to) {
        sql.update(ORDERS.table()).set(field("state", String.class), to.getLiteral()).where(field("id", String.class).eq(order)).execute();
    }

    /** The reaction counts in the result of the campaign; one of a kind for an order. */
    private static void react(DSLContext sql, Order order, ResponseKind kind, Instant at) {
        sql.insertInto(RESPONSES.table(), RESPONSES.field("id", String.class), RESPONSES.field("campaign", String.class),
                RESPONSES.field("customer", String.class), RESPONSES.field("offer", String.class), RESPONSES.field("kind", String.class),
                RESPONSES.field("time", Instant.class), RESPONSES.field("value", Double.class))
                .values(order.id() + ":" + kind.getLiteral(), order.campaign(), order.customer(), order.offer(), kind.getLiteral(), at,
                        order.price().orElse(null))
                .execute();
    }

    @Override
    public Order cancel(String id, Instant at, ContactChannel channel, String reason) throws CampaignException, StoreException {
        Order order = order(id);
        if (order.state() == OrderState.CANCELLED || order.state() == OrderState.EXPIRED) {
            throw new CampaignException("Order_Over", id);
        }
        Instant moment = at.truncatedTo(ChronoUnit.MICROS);
        store.write(tx -> {
            state(tx.sql(), id, OrderState.CANCELLED);
            Trials.end(tx.sql(), id);
            EvidenceChain.append(tx,
                    new EvidenceChain.Said(id, order.customer(), "cancelled", moment, Optional.of(channel), "", reason, ""));
            return null;
        });
        return order(id);
    }

    @Override
    public Upkeep upkeep(Instant at) throws StoreException {
        Instant moment = at.truncatedTo(ChronoUnit.MICROS);
        Upkeep done = store.write(tx -> {
            List<Order> late = orders(tx.sql(), field("state", String.class).eq(OrderState.REQUESTED.getLiteral())
                    .and(field("expires", Instant.class).lt(moment)), Integer.MAX_VALUE);
            for (Order order : late) {
                state(tx.sql(), order.id(), OrderState.EXPIRED);
                EvidenceChain.append(tx,
                        new EvidenceChain.Said(order.id(), order.customer(), "expired", moment, Optional.empty(), "", "", ""));
            }
            LocalDate today = moment.atZone(ZoneOffset.UTC).toLocalDate();
            return new Upkeep(at, late.size(), end(tx, today, moment), remind(tx, today, moment));
        });
        List<Reminder> sent = new ArrayList<>();
        for (Reminder reminder : done.reminders()) {
            sent.add(sent(reminder, moment));
        }
        return new Upkeep(at, done.lapsed(), done.ended(), sent);
    }

    /** One that cannot be handed over is told all the same: somebody has to call that customer. */
    private Reminder sent(Reminder reminder, Instant at) throws StoreException {
        String order = "O" + reminder.trial().substring(1);
        Optional<Order> of = store.read(sql -> orders(sql, field("id", String.class).eq(order), 1)).stream().findFirst();
        String code = CampaignMessages.text("Order_Code", reminder.token(), reminder.end().toString());
        Optional<String> where = Optional.empty();
        if (of.isPresent()) {
            try {
                where = messages.handOver(of.get(), "reminder-" + reminder.trial(), phone(reminder.customer()).orElse(""), at,
                        reminder.text() + "\n" + code);
            } catch (CampaignException refused) {
                where = Optional.empty();
            }
        }
        return new Reminder(reminder.trial(), reminder.customer(), reminder.end(), reminder.token(), reminder.text(), where);
    }

    /** Telephone number of a customer, blank when none is known; empty for no customer. */
    private Optional<String> phone(String customer) throws StoreException {
        return store.read(sql -> sql.select(CUSTOMERS.field("id", String.class), CUSTOMERS.field("phone", String.class))
                .from(CUSTOMERS.table()).where(CUSTOMERS.field("id", String.class).eq(customer)).fetchOptional()
                .map(row -> Optional.ofNullable(row.value2()).orElse("")));
    }

    private static long end(Transaction tx, LocalDate today, Instant at) throws StoreException {
        List<Trial> over = Trials.over(tx.sql(), today);
        for (Trial trial : over) {
            Trials.end(tx.sql(), trial.order());
            EvidenceChain.append(tx, new EvidenceChain.Said(trial.order(), trial.customer(), "trial-ended", at, Optional.empty(), "",
                    CampaignMessages.text("Trial_Ended"), ""));
        }
        return over.size();
    }

    private List<Reminder> remind(Transaction tx, LocalDate today, Instant at) throws StoreException {
        List<Reminder> reminders = new ArrayList<>();
        for (Trial trial : Trials.endingSoon(tx.sql(), today)) {
            String token = token();
            String text = shown(tx.sql(), trial.order()).lines().reduce((one, other) -> other).orElse("");
            String words = CampaignMessages.text("Trial_Reminder", trial.end().toString(), text);
            Trials.remind(tx.sql(), trial.id(), at, digest(token));
            EvidenceChain.append(tx,
                    new EvidenceChain.Said(trial.order(), trial.customer(), "trial-reminded", at, Optional.empty(), "", words,
                            digest(token)));
            reminders.add(new Reminder(trial.id(), trial.customer(), trial.end(), token, words, Optional.empty()));
        }
        return reminders;
    }

    @Override
    public List<Order> list(Optional<String> campaign, Optional<String> customer, int most) throws StoreException {
        Condition which = campaign.map(each -> field("campaign", String.class).eq(each)).orElse(noCondition())
                .and(customer.map(each -> field("customer", String.class).eq(each)).orElse(noCondition()));
        return store.read(sql -> orders(sql, which, most));
    }

    @Override
    public List<Trial> trials(Optional<TrialState> state, int most) throws StoreException {
        return store.read(sql -> Trials.list(sql, state, most));
    }

    @Override
    public Verification verify() throws StoreException {
        return store.read(EvidenceChain::verify);
    }

    @Override
    public List<Evidence> evidence(String customer, Optional<String> reason) throws CampaignException, StoreException {
        if (reason.isPresent()) {
            try {
                disclosure.ask(customer, reason.get());
            } catch (DisclosureRefusedException refused) {
                throw new CampaignException("Send_Refused", refused.getMessage());
            }
        }
        List<Evidence> links = store.read(sql -> EvidenceChain.all(sql, Optional.of(customer)));
        return reason.isPresent() ? links : links.stream().map(OrdersComponent::masked).toList();
    }

    private static Evidence masked(Evidence link) {
        String address = PrivacyAnnotations.personal(Literals.CONFIRMATION_EVIDENCE__ADDRESS)
                .map(kind -> Masking.mask(kind, link.address()))
                .orElse(link.address());
        return new Evidence(link.number(), link.order(), link.customer(), link.event(), link.time(), link.channel(), address, link.text(),
                link.tokenDigest(), link.previousHash(), link.hash());
    }
}
