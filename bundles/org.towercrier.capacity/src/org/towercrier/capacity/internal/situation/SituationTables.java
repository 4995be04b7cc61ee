package org.towercrier.capacity.internal.situation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.towercrier.capacity.situation.Situation;
import org.towercrier.capacity.situation.Situation.Member;
import org.towercrier.model.alarm.AlarmPackage;
import org.towercrier.model.alarm.PerceivedSeverity;
import org.towercrier.model.alarm.SituationScope;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;
import org.towercrier.store.Transaction;

/** The situations as the last correlation left them: a row each, a row for each member, and the column of the alarms. */
final class SituationTables {

    private static final AlarmPackage MODEL = AlarmPackage.eINSTANCE;
    /** More ids than this are not named one by one. */
    private static final int MANY = 500;

    private final Rows situations = new Rows(MODEL.getSituation());
    private final Rows members = new Rows(MODEL.getSituationMember());
    private final TableSchema alarms = TableSchema.of(MODEL.getAlarmRecord());

    /** The situations, in the order of their first members; {@code listed} holds the ids of the alarms in the list. */
    List<Situation> read(DSLContext sql, Set<String> listed) {
        Map<String, List<Member>> bySituation = new HashMap<>();
        sql.selectFrom(members.schema().table()).orderBy(members.schema().field("position")).forEach(row -> bySituation
                .computeIfAbsent(members.text(row, "situation"), key -> new ArrayList<>()).add(member(row, listed)));
        List<Situation> result = new ArrayList<>();
        sql.selectFrom(situations.schema().table())
                .forEach(row -> result.add(situation(row, bySituation.getOrDefault(situations.text(row, "id"), List.of()))));
        result.sort(Comparator.comparing(Situation::began).thenComparing(Situation::id));
        return result;
    }

    private Member member(Record row, Set<String> listed) {
        String alarm = members.text(row, "alarm");
        return new Member(alarm, members.text(row, "cell"), listed.contains(alarm), SituationScope.get(members.text(row, "link")),
                members.text(row, "linkedTo"), Duration.ofSeconds(members.number(row, "lag").orElse(0)), members.number(row, "decision"));
    }

    private Situation situation(Record row, List<Member> own) {
        return new Situation(situations.text(row, "id"), SituationScope.get(situations.text(row, "scope")), situations.text(row, "place"),
                situations.text(row, "parent"), PerceivedSeverity.get(situations.text(row, "severity")),
                situations.time(row, "began").orElse(Instant.EPOCH), situations.time(row, "latest").orElse(Instant.EPOCH), own);
    }

    /**
     * Replaces everything, and notes in the alarms where they are now.
     *
     * @param changed  alarms that are somewhere else than before
     * @param lookedAt what the alarms have in common that were looked at
     */
    void write(Transaction tx, List<Situation> found, List<String> changed, Condition lookedAt) throws StoreException {
        tx.sql().deleteFrom(members.schema().table()).execute();
        tx.sql().deleteFrom(situations.schema().table()).execute();
        List<Map<String, Object>> heads = new ArrayList<>();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Situation situation : found) {
            heads.add(Rows.row("id", situation.id(), "scope", situation.scope(), "place", situation.place(), "parent",
                    situation.parent(), "severity", situation.severity(), "began", situation.began(), "latest", situation.latest(),
                    "members", situation.members().size(), "listed", situation.listed(), "cells", situation.cells()));
            int position = 0;
            for (Member member : situation.members()) {
                OptionalLong decision = member.decision();
                rows.add(Rows.row("alarm", member.alarm(), "situation", situation.id(), "position", position++,
                        "cell", member.cell(), "link", member.link(), "linkedTo", member.linkedTo(), "lag", member.lag().toSeconds(),
                        "decision", decision.isPresent() ? decision.getAsLong() : null));
            }
        }
        situations.insert(tx, heads);
        members.insert(tx, rows);
        note(tx, changed, lookedAt);
    }

    private void note(Transaction tx, List<String> changed, Condition lookedAt) {
        Field<String> id = alarms.field("id", String.class);
        Field<String> situation = alarms.field("situation", String.class);
        Table<?> own = members.schema().table().as("own");
        Field<String> now = DSL.field(DSL.select(members.schema().field(own, "situation", String.class)).from(own)
                .where(members.schema().field(own, "alarm", String.class).eq(id)));
        Condition affected = changed.size() > MANY ? lookedAt : id.in(changed);
        tx.sql().update(alarms.table()).set(situation, now).where(affected).execute();
    }
}
