package org.towercrier.campaign.internal.launch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.towercrier.model.campaign.CampaignPackage.Literals;
import org.towercrier.model.campaign.ContactState;
import org.towercrier.model.campaign.MessageClass;
import org.towercrier.model.customer.ContactChannel;
import org.towercrier.model.customer.CustomerPackage;
import org.towercrier.store.RowWriter;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;
import org.towercrier.store.Transaction;

/** Contacts as they are stored. */
public final class ContactRows {

    private static final TableSchema CONTACTS = TableSchema.of(Literals.CONTACT);
    private static final TableSchema CUSTOMERS = TableSchema.of(CustomerPackage.Literals.CUSTOMER);

    /** A contact. @param cost of it @param batch that it is handed over with, empty for none */
    public record Row(String id, String campaign, String customer, ContactChannel channel, MessageClass messageClass,
            Optional<String> offer,
            Optional<String> wording, ContactState state, String batch, Instant planned, Optional<Instant> sent, String user, double cost) {
    }

    /** A contact of a batch, with what is needed to reach the customer. */
    record Reached(String id, String customer, Optional<String> phone, Optional<String> email, Optional<String> language,
            Optional<String> offer, Instant planned, ContactState state) {
    }

    private ContactRows() {
    }

    private static <T> Field<T> field(String name, Class<T> type) {
        return CONTACTS.field(name, type);
    }

    /** Adds contacts. */
    public static void insert(Transaction tx, List<Row> rows) throws StoreException {
        try (RowWriter writer = tx.insert(Literals.CONTACT)) {
            for (Row row : rows) {
                for (TableSchema.Column column : CONTACTS.columns()) {
                    switch (column.name()) {
                        case "id" -> writer.add(row.id());
                        case "campaign" -> writer.add(row.campaign());
                        case "customer" -> writer.add(row.customer());
                        case "channel" -> writer.add(row.channel().getLiteral());
                        case "messageClass" -> writer.add(row.messageClass().getLiteral());
                        case "offer" -> writer.add(row.offer().orElse(null));
                        case "wording" -> writer.add(row.wording().orElse(null));
                        case "state" -> writer.add(row.state().getLiteral());
                        case "batch" -> writer.add(row.batch().isEmpty() ? null : row.batch());
                        case "planned" -> writer.addMicros(micros(row.planned()));
                        case "sent" -> sent(writer, row);
                        case "user" -> writer.add(row.user());
                        case "cost" -> writer.add(row.cost());
                        default -> writer.addNull();
                    }
                }
                writer.endRow();
            }
        }
    }

    private static void sent(RowWriter writer, Row row) throws StoreException {
        if (row.sent().isPresent()) {
            writer.addMicros(micros(row.sent().get()));
        } else {
            writer.addNull();
        }
    }

    private static long micros(Instant moment) {
        return moment.getEpochSecond() * 1_000_000 + moment.getNano() / 1_000;
    }

    /** Batches of a campaign that wait to be handed over, and those of a moment. */
    static List<String> batches(DSLContext sql, String campaign, Instant at) {
        Field<String> batch = field("batch", String.class);
        Condition due = field("state", String.class).eq(ContactState.INITIAL.getLiteral()).or(field("planned", Instant.class).ge(at)
                .and(batch.endsWith("-" + at.getEpochSecond())));
        return sql.selectDistinct(batch).from(CONTACTS.table()).where(field("campaign", String.class).eq(campaign)).and(batch.isNotNull())
                .and(due).orderBy(batch).fetch(batch);
    }

    /** The contacts of a batch, in the order of their identities. */
    static List<Reached> of(DSLContext sql, String batch) {
        return sql.select(field("id", String.class), field("customer", String.class), CUSTOMERS.field("phone", String.class),
                CUSTOMERS.field("email", String.class), CUSTOMERS.field("language", String.class), field("offer", String.class),
                field("planned", Instant.class), field("state", String.class)).from(CONTACTS.table()).leftJoin(CUSTOMERS.table())
                .on(CUSTOMERS.field("id", String.class).eq(field("customer", String.class))).where(field("batch", String.class).eq(batch))
                .and(field("state", String.class).ne(ContactState.CANCELLED.getLiteral())).orderBy(field("id", String.class))
                .fetch(row -> new Reached(row.value1(), row.value2(), Optional.ofNullable(row.value3()), Optional.ofNullable(row.value4()),
                        Optional.ofNullable(row.value5()), Optional.ofNullable(row.value6()), row.value7(),
                        ContactState.get(row.value8())));
    }

    /** Marks the contacts of a batch as handed over. */
    static void handedOver(DSLContext sql, String batch, Instant at) {
        sql.update(CONTACTS.table()).set(field("state", String.class), ContactState.IN_PROGRESS.getLiteral())
                .set(field("sent", Instant.class), at).where(field("batch", String.class).eq(batch))
                .and(field("state", String.class).eq(ContactState.INITIAL.getLiteral())).execute();
    }

    /** Takes contacts back that were not handed over. */
    static void cancel(DSLContext sql, List<String> ids, String reason) {
        sql.update(CONTACTS.table()).set(field("state", String.class), ContactState.CANCELLED.getLiteral())
                .set(field("reason", String.class), reason).where(field("id", String.class).in(ids)).execute();
    }
}
