package org.towercrier.campaign.internal.launch;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.towercrier.campaign.CampaignException;
import org.towercrier.campaign.Launches;
import org.towercrier.campaign.Reason;
import org.towercrier.model.campaign.CampaignPackage.Literals;
import org.towercrier.model.campaign.ContactState;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;

/** Writes receipts: the state of contacts and the reactions of customers. The same receipt changes nothing the second time. */
final class ReceiptWriter {

    private static final TableSchema CONTACTS = TableSchema.of(Literals.CONTACT);
    private static final TableSchema RESPONSES = TableSchema.of(Literals.RESPONSE);
    private static final int PORTION = 10_000;

    private final Store store;
    private long stored;
    private long unchanged;
    private long responses;

    ReceiptWriter(Store store) {
        this.store = store;
    }

    private static <T> Field<T> contact(String name, Class<T> type) {
        return CONTACTS.field(name, type);
    }

    private static <T> Field<T> response(String name, Class<T> type) {
        return RESPONSES.field(name, type);
    }

    Launches.Receipts write(Path file, List<ReceiptFile.Receipt> receipts) throws CampaignException, StoreException {
        List<Reason> unknown = new ArrayList<>();
        store.read(sql -> {
            portions(receipts).forEach(portion -> check(known(sql, portion), file, portion, unknown));
            return null;
        });
        if (!unknown.isEmpty()) {
            throw new CampaignException(unknown);
        }
        store.write(tx -> {
            portions(receipts).forEach(portion -> portion(tx.sql(), known(tx.sql(), portion), portion));
            return null;
        });
        return new Launches.Receipts(receipts.size(), stored, unchanged, responses);
    }

    private static List<List<ReceiptFile.Receipt>> portions(List<ReceiptFile.Receipt> receipts) {
        List<List<ReceiptFile.Receipt>> portions = new ArrayList<>();
        for (int from = 0; from < receipts.size(); from += PORTION) {
            portions.add(receipts.subList(from, Math.min(receipts.size(), from + PORTION)));
        }
        return portions;
    }

    private static Map<String, Record> known(DSLContext sql, List<ReceiptFile.Receipt> receipts) {
        return sql.select(CONTACTS.table().fields()).from(CONTACTS.table())
                .where(contact("id", String.class).in(receipts.stream().map(ReceiptFile.Receipt::contact).distinct().toList()))
                .fetchMap(contact("id", String.class));
    }

    private static void check(Map<String, Record> known, Path file, List<ReceiptFile.Receipt> receipts, List<Reason> unknown) {
        receipts.stream().filter(receipt -> !known.containsKey(receipt.contact())).forEach(receipt -> unknown.add(Reason.of("File_Line",
                file.toString(), receipt.line(), Reason.of("Receipt_Unknown", receipt.contact()).toString())));
    }

    private void portion(DSLContext sql, Map<String, Record> known, List<ReceiptFile.Receipt> receipts) {
        for (ReceiptFile.Receipt receipt : receipts) {
            Record found = Objects.requireNonNull(known.get(receipt.contact()));
            boolean changed = state(sql, receipt, found);
            changed |= react(sql, receipt, found);
            stored += changed ? 1 : 0;
            unchanged += changed ? 0 : 1;
        }
    }

    private static boolean state(DSLContext sql, ReceiptFile.Receipt receipt, Record before) {
        String state = receipt.state().map(ContactState::getLiteral).orElse(before.get(contact("state", String.class)));
        Instant sent = receipt.state().filter(each -> each == ContactState.COMPLETED).flatMap(each -> receipt.time())
                .orElse(before.get(contact("sent", Instant.class)));
        String outcome = receipt.response().map(each -> each.getLiteral()).orElse(before.get(contact("outcome", String.class)));
        String reason = receipt.reason().isEmpty() ? before.get(contact("reason", String.class)) : receipt.reason();
        boolean same = Objects.equals(state, before.get(contact("state", String.class)))
                && Objects.equals(sent, before.get(contact("sent", Instant.class)))
                && Objects.equals(outcome, before.get(contact("outcome", String.class)))
                && Objects.equals(reason, before.get(contact("reason", String.class)));
        if (!same) {
            sql.update(CONTACTS.table()).set(contact("state", String.class), state).set(contact("sent", Instant.class), sent)
                    .set(contact("outcome", String.class), outcome).set(contact("reason", String.class), reason)
                    .where(contact("id", String.class).eq(receipt.contact())).execute();
        }
        return !same;
    }

    /** A contact has one response of a kind. */
    private boolean react(DSLContext sql, ReceiptFile.Receipt receipt, Record contact) {
        if (receipt.response().isEmpty()) {
            return false;
        }
        String id = receipt.contact() + ":" + receipt.response().get().getLiteral();
        if (sql.fetchExists(RESPONSES.table(), response("id", String.class).eq(id))) {
            return false;
        }
        sql.insertInto(RESPONSES.table(), response("id", String.class), response("campaign", String.class),
                response("customer", String.class),
                response("contact", String.class), response("offer", String.class), response("kind", String.class),
                response("time", Instant.class), response("value", Double.class), response("reason", String.class))
                .values(id, contact.get(contact("campaign", String.class)), contact.get(contact("customer", String.class)),
                        receipt.contact(),
                        receipt.offer().orElse(contact.get(contact("offer", String.class))), receipt.response().get().getLiteral(),
                        receipt.time().or(() -> Optional.ofNullable(contact.get(contact("sent", Instant.class)))).orElse(null),
                        receipt.value().orElse(null), receipt.reason().isEmpty() ? null : receipt.reason())
                .execute();
        responses++;
        return true;
    }
}
