package org.towercrier.capacity.internal.situation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.towercrier.capacity.situation.Choice;
import org.towercrier.capacity.situation.Decision;
import org.towercrier.capacity.situation.Revocation;
import org.towercrier.model.alarm.AlarmPackage;
import org.towercrier.model.alarm.DecisionKind;
import org.towercrier.store.StoreException;
import org.towercrier.store.Transaction;

/** What people decided about situations; a row is never deleted. */
final class DecisionTable {

    private static final AlarmPackage MODEL = AlarmPackage.eINSTANCE;

    private final Rows rows = new Rows(MODEL.getSituationDecision());

    /** The decisions, newest first. */
    List<Decision> read(DSLContext sql, boolean all) {
        Condition wanted = all ? DSL.trueCondition() : rows.schema().field("revoked").isNull();
        return sql.selectFrom(rows.schema().table()).where(wanted).orderBy(id().desc()).fetch(this::decision);
    }

    Decision add(Transaction tx, DecisionKind kind, String alarm, String anchor, Instant now, Choice choice) throws StoreException {
        Decision decision = new Decision(tx.nextId(MODEL.getSituationDecision()), now, choice.user(), kind, alarm, anchor,
                choice.always(), choice.text(), Optional.empty());
        rows.insert(tx, List.of(Rows.row("id", decision.id(), "time", now, "user", choice.user(), "kind", kind, "alarm", alarm, "anchor",
                anchor, "always", choice.always(), "text", choice.text())));
        return decision;
    }

    void revoke(Transaction tx, Collection<Long> decisions, String user, Instant now) {
        tx.sql().update(rows.schema().table()).set(rows.schema().field("revoked", Instant.class), now)
                .set(rows.schema().field("revokedBy", String.class), user).where(id().in(decisions)).execute();
    }

    private Field<Long> id() {
        return rows.schema().field("id").coerce(Long.class);
    }

    private Decision decision(Record row) {
        return new Decision(rows.number(row, "id").orElseThrow(), rows.time(row, "time").orElse(Instant.EPOCH), rows.text(row, "user"),
                DecisionKind.get(rows.text(row, "kind")), rows.text(row, "alarm"), rows.text(row, "anchor"),
                rows.optional(row, "always", Boolean.class).orElse(false), rows.text(row, "text"),
                rows.time(row, "revoked").map(time -> new Revocation(time, rows.text(row, "revokedBy"))));
    }
}
