package org.towercrier.campaign.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.campaign.CampaignException;
import org.towercrier.campaign.ContactRights;
import org.towercrier.model.campaign.CampaignPackage;
import org.towercrier.model.customer.ConsentPurpose;
import org.towercrier.model.customer.ConsentState;
import org.towercrier.model.customer.ContactChannel;
import org.towercrier.model.customer.CustomerPackage.Literals;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;

/** Consents and the list of those who must not be contacted. */
@Component(service = ContactRights.class)
public final class ContactRightsComponent implements ContactRights {

    private static final TableSchema CUSTOMERS = TableSchema.of(Literals.CUSTOMER);
    private static final TableSchema CONSENTS = TableSchema.of(Literals.CONSENT);
    private static final TableSchema CHANGES = TableSchema.of(CampaignPackage.Literals.CONSENT_CHANGE);
    private static final TableSchema BARRED = TableSchema.of(CampaignPackage.Literals.DO_NOT_CONTACT);

    private final Store store;

    @Activate
    public ContactRightsComponent(@Reference Store store) {
        this.store = store;
    }

    private static <T> Field<T> consent(String name, Class<T> type) {
        return CONSENTS.field(name, type);
    }

    private static <T> Field<T> change(String name, Class<T> type) {
        return CHANGES.field(name, type);
    }

    private void known(String customer) throws CampaignException, StoreException {
        Field<String> id = CUSTOMERS.field("id", String.class);
        if (!store.read(sql -> sql.fetchExists(CUSTOMERS.table(), id.eq(customer)))) {
            throw new CampaignException("Customer_Unknown", customer);
        }
    }

    @Override
    public void change(String customer, ConsentPurpose purpose, List<ContactChannel> channels, ConsentState to, Instant at, String source)
            throws CampaignException, StoreException {
        known(customer);
        store.write(tx -> {
            for (ContactChannel channel : channels.isEmpty() ? ContactChannel.VALUES : channels) {
                change(tx.sql(), customer, purpose, channel, to, at, source);
            }
            return null;
        });
    }

    /** What was so far is kept as a change of its own, so that the moments before can be asked about. */
    private static void change(DSLContext sql, String customer, ConsentPurpose purpose, ContactChannel channel, ConsentState to, Instant at,
            String source) {
        var same = consent("customer", String.class).eq(customer).and(consent("purpose", String.class).eq(purpose.getLiteral()))
                .and(consent("channel", String.class).eq(channel.getLiteral()));
        var before = sql.select(consent("state", String.class), consent("changed", Instant.class), consent("source", String.class))
                .from(CONSENTS.table()).where(same).fetchOptional();
        boolean recorded = sql.fetchExists(CHANGES.table(), change("customer", String.class).eq(customer)
                .and(change("purpose", String.class).eq(purpose.getLiteral()))
                .and(change("channel", String.class).eq(channel.getLiteral())));
        before.filter(row -> !recorded && row.value1() != null)
                .ifPresent(row -> note(sql, customer, purpose, channel, row.value1(),
                        Optional.ofNullable(row.value2()).orElse(Instant.EPOCH), row.value3()));
        note(sql, customer, purpose, channel, to.getLiteral(), at, source);
        Instant current = before.map(row -> row.value2()).orElse(null);
        if (current != null && current.isAfter(at)) {
            return;
        }
        if (before.isPresent()) {
            sql.update(CONSENTS.table()).set(consent("state", String.class), to.getLiteral()).set(consent("changed", Instant.class), at)
                    .set(consent("source", String.class), source).where(same).execute();
        } else {
            sql.insertInto(CONSENTS.table(), consent("customer", String.class), consent("purpose", String.class),
                    consent("channel", String.class), consent("state", String.class), consent("changed", Instant.class),
                    consent("source", String.class))
                    .values(customer, purpose.getLiteral(), channel.getLiteral(), to.getLiteral(), at, source)
                    .execute();
        }
    }

    private static void note(DSLContext sql, String customer, ConsentPurpose purpose, ContactChannel channel, String state, Instant at,
            String source) {
        sql.insertInto(CHANGES.table(), change("id", String.class), change("customer", String.class), change("purpose", String.class),
                change("channel", String.class), change("state", String.class), change("time", Instant.class),
                change("source", String.class))
                .values(UUID.randomUUID().toString(), customer, purpose.getLiteral(), channel.getLiteral(), state, at, source).execute();
    }

    @Override
    public void doNotContact(String customer, String reason, LocalDate since, Optional<LocalDate> until, String user)
            throws CampaignException, StoreException {
        known(customer);
        if (reason.isBlank()) {
            throw new CampaignException("Rights_Reason");
        }
        store.write(tx -> {
            tx.sql().deleteFrom(BARRED.table()).where(BARRED.field("customer", String.class).eq(customer)).execute();
            return tx.sql().insertInto(BARRED.table(), BARRED.field("customer", String.class), BARRED.field("reason", String.class),
                    BARRED.field("since", LocalDate.class), BARRED.field("until", LocalDate.class), BARRED.field("user", String.class))
                    .values(customer, reason, since, until.orElse(null), user).execute();
        });
    }

    @Override
    public void contactAgain(String customer, LocalDate from, String user) throws CampaignException, StoreException {
        known(customer);
        store.write(tx -> tx.sql().update(BARRED.table()).set(BARRED.field("until", LocalDate.class), from.minusDays(1))
                .set(BARRED.field("user", String.class), user).where(BARRED.field("customer", String.class).eq(customer)).execute());
    }

    @Override
    public List<Change> history(String customer) throws StoreException {
        return store.read(sql -> sql.select(CHANGES.table().fields()).from(CHANGES.table())
                .where(change("customer", String.class).eq(customer))
                .orderBy(change("time", Instant.class).desc(), change("id", String.class))
                .fetch(row -> new Change(ConsentPurpose.get(row.get(change("purpose", String.class))),
                        ContactChannel.get(row.get(change("channel", String.class))),
                        ConsentState.get(row.get(change("state", String.class))),
                        row.get(change("time", Instant.class)), Optional.ofNullable(row.get(change("source", String.class))))));
    }
}
