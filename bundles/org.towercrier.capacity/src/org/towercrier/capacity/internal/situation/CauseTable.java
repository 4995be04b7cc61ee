package org.towercrier.capacity.internal.situation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.towercrier.capacity.situation.CausePair;
import org.towercrier.capacity.situation.CauseRule;
import org.towercrier.capacity.situation.Revocation;
import org.towercrier.model.alarm.AlarmPackage;
import org.towercrier.store.StoreException;
import org.towercrier.store.Transaction;

/** Which problems cause which others, as people adopted it; a row is never deleted. */
final class CauseTable {

    private static final AlarmPackage MODEL = AlarmPackage.eINSTANCE;

    private final Rows rows = new Rows(MODEL.getCauseRule());

    /** The rules, newest first. */
    List<CauseRule> read(DSLContext sql, boolean all) {
        Condition wanted = all ? DSL.trueCondition() : rows.schema().field("revoked").isNull();
        return sql.selectFrom(rows.schema().table()).where(wanted).orderBy(id().desc()).fetch(this::rule);
    }

    CauseRule add(Transaction tx, String cause, String effect, Optional<CausePair> evidence, Instant now, String user)
            throws StoreException {
        CauseRule rule = new CauseRule(tx.nextId(MODEL.getCauseRule()), cause, effect, now, user, evidence, Optional.empty());
        rows.insert(tx, List.of(Rows.row("id", rule.id(), "cause", cause, "effect", effect, "adopted", now, "adoptedBy", user,
                "evidence", evidence.map(PairJson::write).orElse(null))));
        return rule;
    }

    void revoke(Transaction tx, long rule, String user, Instant now) {
        tx.sql().update(rows.schema().table()).set(rows.schema().field("revoked", Instant.class), now)
                .set(rows.schema().field("revokedBy", String.class), user).where(id().eq(rule)).execute();
    }

    private Field<Long> id() {
        return rows.schema().field("id").coerce(Long.class);
    }

    private CauseRule rule(Record row) {
        String cause = rows.text(row, "cause");
        String effect = rows.text(row, "effect");
        return new CauseRule(rows.number(row, "id").orElseThrow(), cause, effect, rows.time(row, "adopted").orElse(Instant.EPOCH),
                rows.text(row, "adoptedBy"), rows.optional(row, "evidence", String.class).map(text -> PairJson.read(cause, effect, text)),
                rows.time(row, "revoked").map(time -> new Revocation(time, rows.text(row, "revokedBy"))));
    }
}
