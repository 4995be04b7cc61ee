package org.towercrier.campaign.internal.order;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.towercrier.campaign.Orders.Evidence;
import org.towercrier.campaign.Orders.Verification;
import org.towercrier.campaign.internal.CampaignMessages;
import org.towercrier.model.campaign.CampaignPackage.Literals;
import org.towercrier.model.campaign.OrderState;
import org.towercrier.model.customer.ContactChannel;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;
import org.towercrier.store.Transaction;

/**
 * The chain of hashes. The hash of a link is the SHA-256 of its parts, each preceded by its length in characters and a colon, in this order: hash of the link before (64
 * zeros for the first), number, order, customer, event, time (ISO 8601), channel, address, text, digest of the token. A changed, missing or inserted link shows;
 * that the last links are missing shows by the orders, whose states rest on them.
 */
public final class EvidenceChain {

    private static final TableSchema LINKS = TableSchema.of(Literals.CONFIRMATION_EVIDENCE);
    private static final String BEGIN = "0".repeat(64);
    /** The link that each state of an order rests on. */
    private static final Map<OrderState, String> EVENTS = Map.of(OrderState.REQUESTED, "requested", OrderState.CONFIRMED, "confirmed",
            OrderState.FULFILLED, "paid-confirmed", OrderState.CANCELLED, "cancelled", OrderState.EXPIRED, "expired");

    private EvidenceChain() {
    }

    /** What a link says. @param channel empty when nothing was said on a channel */
    record Said(String order, String customer, String event, Instant time, Optional<ContactChannel> channel, String address, String text,
            String tokenDigest) {
    }

    private static <T> Field<T> field(String name, Class<T> type) {
        return LINKS.field(name, type);
    }

    /** SHA-256 of a text in hexadecimal digits. */
    static String digest(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("Every Java has SHA-256", never);
        }
    }

    private static String hash(String previous, long number, Said said) {
        StringBuilder all = new StringBuilder();
        for (String part : List.of(previous, Long.toString(number), said.order(), said.customer(), said.event(), said.time().toString(),
                said.channel().map(ContactChannel::getLiteral).orElse(""), said.address(), said.text(), said.tokenDigest())) {
            all.append(part.length()).append(':').append(part);
        }
        return digest(all.toString());
    }

    /** Adds a link. */
    static void append(Transaction tx, Said said) throws StoreException {
        DSLContext sql = tx.sql();
        long number = tx.nextId(Literals.CONFIRMATION_EVIDENCE);
        String previous = Optional.ofNullable(sql.select(field("hash", String.class)).from(LINKS.table())
                .where(field("id", Long.class).eq(number - 1)).fetchOne(0, String.class)).orElse(BEGIN);
        sql.insertInto(LINKS.table(), field("id", Long.class), field("order", String.class), field("customer", String.class),
                field("event", String.class), field("time", Instant.class), field("channel", String.class), field("address", String.class),
                field("text", String.class), field("tokenDigest", String.class), field("previousHash", String.class),
                field("hash", String.class))
                .values(number, said.order(), said.customer(), said.event(), said.time(),
                        said.channel().map(ContactChannel::getLiteral).orElse(null), said.address(), said.text(), said.tokenDigest(),
                        previous,
                        hash(previous, number, said))
                .execute();
    }

    /** Recomputes the chain. */
    static Verification verify(DSLContext sql) {
        String previous = BEGIN;
        long number = 0;
        for (Evidence link : all(sql, Optional.empty())) {
            number++;
            Said said = new Said(link.order(), link.customer(), link.event(), link.time(), link.channel(), link.address(), link.text(),
                    link.tokenDigest());
            String reason = link.number() != number ? "Evidence_Gap"
                    : !link.previousHash().equals(previous) ? "Evidence_Joint"
                            : !link.hash().equals(hash(previous, number, said)) ? "Evidence_Changed" : "";
            if (!reason.isEmpty()) {
                return new Verification(number, false, Optional.of(link.number()), CampaignMessages.text(reason, link.number()));
            }
            previous = link.hash();
        }
        return orders(sql, number);
    }

    /** A chain that lost its last links fits in itself: what orders came to has to be in it. Orders that were not placed here have no token and no links. */
    private static Verification orders(DSLContext sql, long links) {
        Set<String> said = new HashSet<>();
        all(sql, Optional.empty()).forEach(link -> said.add(link.order() + ' ' + link.event()));
        for (Record row : sql.select(OrdersComponent.field("id", String.class), OrdersComponent.field("state", String.class))
                .from(OrdersComponent.ORDERS.table()).where(OrdersComponent.field("tokenDigest", String.class).isNotNull())
                .orderBy(OrdersComponent.field("id", String.class)).fetch()) {
            String order = row.get(0, String.class);
            String event = EVENTS.get(OrderState.get(row.get(1, String.class)));
            if (event != null && !said.contains(order + ' ' + event)) {
                return new Verification(links, false, Optional.empty(), CampaignMessages.text("Evidence_Missing", order, event));
            }
        }
        return new Verification(links, true, Optional.empty(), "");
    }

    /** Links of a customer or all, oldest first. */
    static List<Evidence> all(DSLContext sql, Optional<String> customer) {
        return sql.select(LINKS.table().fields()).from(LINKS.table())
                .where(customer.map(each -> field("customer", String.class).eq(each)).orElse(org.jooq.impl.DSL.noCondition()))
                .orderBy(field("id", Long.class)).fetch(EvidenceChain::link);
    }

    private static Evidence link(Record row) {
        return new Evidence(row.get(field("id", Long.class)), text(row, "order"), text(row, "customer"), text(row, "event"),
                row.get(field("time", Instant.class)),
                Optional.ofNullable(row.get(field("channel", String.class))).map(ContactChannel::get),
                text(row, "address"), text(row, "text"), text(row, "tokenDigest"), text(row, "previousHash"), text(row, "hash"));
    }

    private static String text(Record row, String name) {
        return Optional.ofNullable(row.get(field(name, String.class))).orElse("");
    }
}
