package org.towercrier.campaign.internal.order;

import static org.jooq.impl.DSL.noCondition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.towercrier.campaign.Orders.Order;
import org.towercrier.campaign.Orders.Trial;
import org.towercrier.model.campaign.CampaignPackage.Literals;
import org.towercrier.model.campaign.TrialState;
import org.towercrier.store.TableSchema;

/** Trials as they are stored. */
final class Trials {

    private static final TableSchema TRIALS = TableSchema.of(Literals.TRIAL);
    private static final int REMIND_DAYS = 3;
    private static final Condition OPEN = field("state", String.class).in(TrialState.RUNNING.getLiteral(),
            TrialState.REMINDED.getLiteral());

    private Trials() {
    }

    private static <T> Field<T> field(String name, Class<T> type) {
        return TRIALS.field(name, type);
    }

    static void begin(DSLContext sql, Order order, LocalDate first, LocalDate last) {
        sql.insertInto(TRIALS.table(), field("id", String.class), field("order", String.class), field("customer", String.class),
                field("product", String.class), field("state", String.class), field("start", LocalDate.class),
                field("end", LocalDate.class))
                .values("T" + order.id().substring(1), order.id(), order.customer(), order.product(), TrialState.RUNNING.getLiteral(),
                        first, last)
                .execute();
    }

    private static List<Trial> find(DSLContext sql, Condition which, int most) {
        return sql.select(TRIALS.table().fields()).from(TRIALS.table()).where(which)
                .orderBy(field("end", LocalDate.class), field("id", String.class)).limit(most)
                .fetch(row -> new Trial(row.get(field("id", String.class)), row.get(field("order", String.class)),
                        row.get(field("customer", String.class)), row.get(field("product", String.class)),
                        TrialState.get(row.get(field("state", String.class))), row.get(field("start", LocalDate.class)),
                        row.get(field("end", LocalDate.class)), Optional.ofNullable(row.get(field("reminded", Instant.class))),
                        Optional.ofNullable(row.get(field("confirmed", Instant.class)))));
    }

    static Optional<Trial> byToken(DSLContext sql, String digest) {
        return find(sql, field("tokenDigest", String.class).eq(digest), 1).stream().findFirst();
    }

    static List<Trial> list(DSLContext sql, Optional<TrialState> state, int most) {
        return find(sql, state.map(each -> field("state", String.class).eq(each.getLiteral())).orElse(noCondition()), most);
    }

    /** Trials whose last day is over. */
    static List<Trial> over(DSLContext sql, LocalDate today) {
        return find(sql, OPEN.and(field("end", LocalDate.class).lt(today)), Integer.MAX_VALUE);
    }

    /** Trials that end soon and that nobody was reminded of. */
    static List<Trial> endingSoon(DSLContext sql, LocalDate today) {
        return find(sql, field("state", String.class).eq(TrialState.RUNNING.getLiteral())
                .and(field("end", LocalDate.class).between(today, today.plusDays(REMIND_DAYS))), Integer.MAX_VALUE);
    }

    static void remind(DSLContext sql, String id, Instant at, String digest) {
        sql.update(TRIALS.table()).set(field("state", String.class), TrialState.REMINDED.getLiteral())
                .set(field("reminded", Instant.class), at)
                .set(field("tokenDigest", String.class), digest).where(field("id", String.class).eq(id)).execute();
    }

    static void convert(DSLContext sql, String id, Instant at) {
        sql.update(TRIALS.table()).set(field("state", String.class), TrialState.CONVERTED.getLiteral())
                .set(field("confirmed", Instant.class), at)
                .where(field("id", String.class).eq(id)).execute();
    }

    /** Ends what still runs of an order. */
    static void end(DSLContext sql, String order) {
        sql.update(TRIALS.table()).set(field("state", String.class), TrialState.ENDED.getLiteral())
                .where(field("order", String.class).eq(order))
                .and(OPEN).execute();
    }
}
