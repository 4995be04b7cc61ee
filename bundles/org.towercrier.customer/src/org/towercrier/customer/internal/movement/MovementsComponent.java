package org.towercrier.customer.internal.movement;

import static org.jooq.impl.DSL.abs;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.customer.CustomerException;
import org.towercrier.customer.Movements;
import org.towercrier.customer.Segments;
import org.towercrier.customer.internal.CustomerMessages;
import org.towercrier.customer.internal.base.CustomerBase;
import org.towercrier.customer.internal.segment.Assigned;
import org.towercrier.customer.internal.segment.CriterionCompiler;
import org.towercrier.model.customer.Criterion;
import org.towercrier.model.customer.Segmentation;
import org.towercrier.store.Cancellation;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;

/** Puts the state of two dates beside each other and counts. */
@Component(service = Movements.class)
public final class MovementsComponent implements Movements {

    /** Stands for a date at which somebody was no customer. */
    static final String ABSENT = "absent";

    private static final String BEFORE = "customer_base_before";
    private static final String AFTER = "customer_base_after";
    private static final Field<String> ID = field(name(CustomerBase.ID), String.class);
    private static final Field<Double> SPEND = field(name("spend_mean_3"), Double.class);
    private static final Field<Double> LAST = field(name("spend_last_1"), Double.class);
    private static final Field<Double> YEAR = field(name("spend_mean_12"), Double.class);
    private static final Field<Double> TREND = field(name("spend_trend_6"), Double.class);

    private final Store store;
    private final CustomerBase base;

    @Activate
    public MovementsComponent(@Reference Store store, @Reference CustomerBase base) {
        this.store = store;
        this.base = base;
    }

    @Override
    public Report between(Segmentation segmentation, LocalDate from, LocalDate to, Cancellation cancel)
            throws CustomerException, StoreException {
        if (!from.isBefore(to)) {
            throw new CustomerException(CustomerMessages.text("Movement_Dates", from, to));
        }
        Assigned before = Assigned.of(segmentation, from);
        Assigned after = Assigned.of(segmentation, to);
        return store.write(tx -> {
            states(tx.sql(), from, to);
            Report report = flows(tx.sql(), segmentation.getName(), before, after, from, to);
            drop(tx.sql());
            return report;
        }, cancel);
    }

    private static void states(DSLContext sql, LocalDate from, LocalDate to) {
        CustomerBase.create(sql, BEFORE, from);
        CustomerBase.create(sql, AFTER, to);
    }

    private static void drop(DSLContext sql) {
        sql.dropTable(name(BEFORE)).execute();
        sql.dropTable(name(AFTER)).execute();
    }

    /** One side: who was in which segment, what was spent, and which comparisons of the rules held. */
    private static Table<Record> side(String base, Assigned assigned, String alias) {
        List<SelectFieldOrAsterisk> fields = new ArrayList<>();
        fields.add(ID.as("id"));
        fields.add(coalesce(assigned.segment(), inline(Segments.UNASSIGNED)).as("segment"));
        fields.add(SPEND.as("spend"));
        for (int i = 0; i < assigned.leaves().size(); i++) {
            fields.add(coalesce(field(assigned.leaves().get(i).condition()), inline(false)).as("leaf" + i));
        }
        return select(fields).from(table(name(base))).where(customer()).asTable(alias);
    }

    /** Somebody who has not yet joined, or has left, is no customer at a date. */
    private static Condition customer() {
        return field(name("months"), Integer.class).isNotNull().or(field(name(CustomerBase.TENURE), Double.class).ge(0.0));
    }

    private static Report flows(DSLContext sql, String segmentation, Assigned before, Assigned after, LocalDate from, LocalDate to) {
        Table<Record> one = side(BEFORE, before, "b");
        Table<Record> other = side(AFTER, after, "a");
        Field<String> source = coalesce(one.field("segment", String.class), inline(ABSENT)).as("source");
        Field<String> target = coalesce(other.field("segment", String.class), inline(ABSENT)).as("target");
        List<SelectFieldOrAsterisk> fields = new ArrayList<>(List.of(source, target, count().as("n"),
                sum(one.field("spend", Double.class)).cast(Double.class).as("spent"),
                sum(other.field("spend", Double.class)).cast(Double.class).as("spends")));
        for (int i = 0; i < before.leaves().size(); i++) {
            fields.add(
                    count().filterWhere(one.field("leaf" + i, Boolean.class).ne(other.field("leaf" + i, Boolean.class))).as("crossed" + i));
        }
        var rows = sql.select(fields).from(one).fullJoin(other).on(one.field("id", String.class).eq(other.field("id", String.class)))
                .groupBy(field(name("source")), field(name("target"))).fetch();
        Map<String, Long> starts = new LinkedHashMap<>();
        rows.forEach(row -> starts.merge(row.get("source", String.class), row.get("n", Long.class), Long::sum));
        List<String> order = new ArrayList<>(before.paths());
        order.add(Segments.UNASSIGNED);
        order.add(ABSENT);
        List<Flow> flows = new ArrayList<>();
        for (Record row : rows) {
            String source1 = row.get("source", String.class);
            String target1 = row.get("target", String.class);
            long n = row.get("n", Long.class);
            flows.add(new Flow(source1, target1, n, n / (double) starts.getOrDefault(source1, n), zero(row.get("spent", Double.class)),
                    zero(row.get("spends", Double.class)), reasons(row, before, source1, target1)));
        }
        flows.sort(java.util.Comparator.comparingInt((Flow flow) -> order.indexOf(flow.from()))
                .thenComparingInt(flow -> order.indexOf(flow.to())));
        long all = flows.stream().mapToLong(Flow::customers).sum();
        long moved = flows.stream().filter(flow -> !flow.from().equals(flow.to())).mapToLong(Flow::customers).sum();
        return new Report(segmentation, from, to, all, moved, order, flows);
    }

    private static double zero(Double value) {
        return value == null ? 0 : value;
    }

    /** Only borders of the two segments can have moved somebody between them. */
    private static Map<String, Long> reasons(Record row, Assigned assigned, String from, String to) {
        Map<String, Long> found = new LinkedHashMap<>();
        if (from.equals(to) || from.equals(ABSENT) || to.equals(ABSENT)) {
            return found;
        }
        for (int i = 0; i < assigned.leaves().size(); i++) {
            Assigned.Leaf leaf = assigned.leaves().get(i);
            long crossed = Optional.ofNullable(row.get("crossed" + i, Long.class)).orElse(0L);
            boolean concerned = leaf.segment().equals(from) || leaf.segment().equals(to);
            if (crossed > 0 && concerned) {
                found.merge(leaf.text(), crossed, Math::max);
            }
        }
        Map<String, Long> sorted = new LinkedHashMap<>();
        found.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    @Override
    public List<Wanted> wanted(LocalDate from, LocalDate to, Cancellation cancel) throws StoreException {
        Condition voice = field(name("voiceminutes_mean_3"), Double.class).gt(0.0);
        Condition data = field(name("datavolume_mean_3"), Double.class).gt(0.0);
        Map<String, Condition> reached = new LinkedHashMap<>();
        reached.put("balanced-use", voice.and(data));
        reached.put("bundle", field(name("products"), Integer.class).ge(2).or(field(name("household_broadband"), Boolean.class).isTrue()));
        return store.write(tx -> {
            states(tx.sql(), from, to);
            Field<Double> middle = field(
                    select(org.jooq.impl.DSL.percentileCont(0.5).withinGroupOrderBy(SPEND).cast(Double.class)).from(table(name(BEFORE))));
            Map<String, Condition> all = new LinkedHashMap<>(reached);
            all.put("high-value-and-loyalty", SPEND.gt(middle).and(field(name(CustomerBase.TENURE), Double.class).ge(24.0))
                    .and(coalesce(field(name("complaints_sum_3"), Double.class), inline(0.0)).lt(1.0)));
            List<Wanted> moves = new ArrayList<>();
            all.forEach((name, condition) -> moves.add(move(tx.sql(), name, condition)));
            drop(tx.sql());
            return moves;
        }, cancel);
    }

    private static Wanted move(DSLContext sql, String name, Condition reached) {
        Table<Record> one = state(BEFORE, reached).asTable("b");
        Table<Record> other = state(AFTER, reached).asTable("a");
        Field<Boolean> was = one.field("reached", Boolean.class);
        Field<Boolean> is = other.field("reached", Boolean.class);
        Field<Double> change = other.field("spend", Double.class).minus(one.field("spend", Double.class));
        var row = sql.select(count().filterWhere(was.isFalse().and(is.isTrue())), count().filterWhere(was.isTrue().and(is.isFalse())),
                sum(change).filterWhere(was.isFalse().and(is.isTrue())).cast(Double.class)).from(one)
                .join(other).on(one.field("id", String.class).eq(other.field("id", String.class))).fetchSingle();
        return new Wanted(name, row.value1(), row.value2(), zero(row.value3()));
    }

    private static org.jooq.Select<Record> state(String base, Condition reached) {
        List<SelectFieldOrAsterisk> fields = List.of(ID.as("id"), SPEND.as("spend"), coalesce(field(reached), inline(false)).as("reached"));
        return select(fields).from(table(name(base))).where(customer());
    }

    @Override
    public List<Watched> watch(WatchList list, Optional<Criterion> among, int most, Cancellation cancel)
            throws CustomerException, StoreException {
        Table<Record> customers = base.current();
        LocalDate asOf = base.latest();
        Field<LocalDate> active = field(name("activemonth"), LocalDate.class);
        Condition staying = coalesce(field(name("churned"), Boolean.class), inline(false)).isFalse();
        Condition here = among.isEmpty() ? staying : staying.and(new CriterionCompiler(asOf).compile(among.get()));
        Condition who = switch (list) {
            case LIKELY_TO_RISE -> TREND.gt(YEAR.mul(0.02)).and(LAST.ge(SPEND)).and(YEAR.gt(0.0));
            case UNSTABLE -> abs(LAST.minus(YEAR)).gt(YEAR.mul(0.5)).and(YEAR.gt(0.0));
            case INACTIVE -> active.lt(asOf.withDayOfMonth(1));
        };
        return store.read(sql -> sql.select(ID, LAST, YEAR, TREND, active).from(customers).where(here).and(who)
                .orderBy(coalesce(YEAR, inline(0.0)).desc(), ID).limit(most)
                .fetch(row -> new Watched(row.value1(), Optional.ofNullable(row.value2()), Optional.ofNullable(row.value3()),
                        switch (list) {
                            case LIKELY_TO_RISE -> CustomerMessages.text("Watch_Rise", row.value4());
                            case UNSTABLE -> CustomerMessages.text("Watch_Unstable", row.value2(), row.value3());
                            case INACTIVE -> CustomerMessages.text("Watch_Inactive", String.valueOf(row.value5()).substring(0, 7));
                        })),
                cancel);
    }
}
