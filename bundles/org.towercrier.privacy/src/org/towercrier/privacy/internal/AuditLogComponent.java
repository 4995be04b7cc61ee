package org.towercrier.privacy.internal;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.privacy.AuditLog;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;

/** The audit log in a table of the store, with the number and digest of its last entry in a file beside it, so that a cut end shows. */
@Component(service = AuditLog.class)
public final class AuditLogComponent implements AuditLog {

    private static final Table<Record> LOG = table(name("audit_log"));
    private static final Field<Long> NUMBER = field(name("number"), SQLDataType.BIGINT);
    /** As written in ISO 8601: what is digested must be stored as it was digested. */
    private static final Field<String> TIME = field(name("time"), SQLDataType.CLOB);
    private static final Field<String> USER = field(name("user"), SQLDataType.CLOB);
    private static final Field<String> ACTION = field(name("action"), SQLDataType.CLOB);
    private static final Field<String> SUBJECT = field(name("subject"), SQLDataType.CLOB);
    private static final Field<String> DETAIL = field(name("detail"), SQLDataType.CLOB);
    private static final Field<String> DIGEST = field(name("digest"), SQLDataType.CLOB);
    private static final String BEGIN = "towercrier";
    private static final String HEAD = "audit.head";

    private final Store store;
    private final Clock clock;

    @Activate
    public AuditLogComponent(@Reference Store store) {
        this(store, Clock.systemUTC());
    }

    /** With a clock of one's own. */
    AuditLogComponent(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Entry append(String user, String action, String subject, String detail) throws StoreException {
        Entry written = store.write(tx -> {
            DSLContext sql = tx.sql();
            sql.createTableIfNotExists(LOG).columns(NUMBER, TIME, USER, ACTION, SUBJECT, DETAIL, DIGEST).execute();
            Optional<Entry> last = last(sql);
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            long number = last.map(Entry::number).orElse(0L) + 1;
            String digest = digest(last.map(Entry::digest).orElse(BEGIN), number, now.toString(), user, action, subject, detail);
            sql.insertInto(LOG, NUMBER, TIME, USER, ACTION, SUBJECT, DETAIL, DIGEST)
                    .values(number, now.toString(), user, action, subject, detail, digest).execute();
            tx.changed("audit_log");
            return new Entry(number, now, user, action, subject, detail, digest);
        });
        try {
            Files.writeString(head(), written.number() + " " + written.digest() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(PrivacyMessages.text("Audit_Head", head()), e);
        }
        return written;
    }

    private Path head() {
        return store.info().location().resolve(HEAD);
    }

    private static Optional<Entry> last(DSLContext sql) {
        return sql.selectFrom(LOG).where(NUMBER.eq(sql.select(max(NUMBER)).from(LOG))).fetchOptional(AuditLogComponent::entry);
    }

    private static Entry entry(Record row) {
        return new Entry(row.get(NUMBER), Instant.parse(row.get(TIME)), row.get(USER), row.get(ACTION), row.get(SUBJECT), row.get(DETAIL),
                row.get(DIGEST));
    }

    private static boolean exists(DSLContext sql) {
        return !sql.meta().getTables("audit_log").isEmpty();
    }

    @Override
    public List<Entry> latest(int most) throws StoreException {
        return store.read(sql -> exists(sql) ? sql.selectFrom(LOG).orderBy(NUMBER.desc()).limit(most).fetch(AuditLogComponent::entry)
                : List.of());
    }

    @Override
    public Verdict verify() throws StoreException {
        List<Record> rows = store.read(sql -> exists(sql) ? List.copyOf(sql.selectFrom(LOG).orderBy(NUMBER).fetch()) : List.<Record>of());
        String previous = BEGIN;
        long expected = 1;
        for (Record row : rows) {
            long number = row.get(NUMBER);
            if (number != expected) {
                return new Verdict(rows.size(), false, Optional.of(expected), PrivacyMessages.text("Audit_Gap", expected, number));
            }
            String digest = digest(previous, number, row.get(TIME), row.get(USER), row.get(ACTION), row.get(SUBJECT), row.get(DETAIL));
            if (!digest.equals(row.get(DIGEST))) {
                return new Verdict(rows.size(), false, Optional.of(number), PrivacyMessages.text("Audit_Changed", number));
            }
            previous = digest;
            expected++;
        }
        return end(rows.size(), previous);
    }

    /** The end of the chain against the file beside it. */
    private Verdict end(long entries, String digest) throws StoreException {
        String[] noted;
        try {
            noted = Files.exists(head()) ? Files.readString(head()).strip().split(" ") : new String[]{ "0", BEGIN };
        } catch (IOException e) {
            throw new UncheckedIOException(PrivacyMessages.text("Audit_Head", head()), e);
        }
        boolean whole = noted.length == 2 && noted[0].equals(String.valueOf(entries)) && noted[1].equals(digest);
        return whole ? new Verdict(entries, true, Optional.empty(), "")
                : new Verdict(entries, false, Optional.of(entries + 1), PrivacyMessages.text("Audit_Cut", entries, noted[0]));
    }

    /** Lengths go before texts, so that no two entries have the same bytes. */
    private static String digest(String previous, long number, String... texts) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update((previous + "\n" + number + "\n").getBytes(StandardCharsets.UTF_8));
            for (String text : texts) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                sha.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                sha.update(bytes);
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
