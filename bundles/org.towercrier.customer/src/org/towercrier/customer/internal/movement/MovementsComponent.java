package org.towercrier.customer.internal.movement;

import static org.jooq.impl.DSL.abs;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.percentileCont;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.towercrier.customer.internal.CustomerMessages;
import org.towercrier.customer.internal.base.CustomerBase;
import org.towercrier.customer.internal.base.OtherColumns;
import org.towercrier.customer.internal.segment.CriterionCompiler;
import org.towercrier.model.customer.Criterion;
import org.towercrier.model.customer.Segmentation;
import org.towercrier.store.Cancellation;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;

/** Puts the state of two dates beside each other and counts. */
@Component(service = Movements.class)
public final class MovementsComponent implements Movements {

    /** Number of the first column that counts a comparison. */
    private static final int FIRST_LEAF = 5;
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
        OtherColumns others = base.others();
        Sides sides = Sides.of(segmentation, from, to, others);
        return store.read(sql -> flows(sql, segmentation.getName(), sides), cancel);
    }

    @Override
    public List<Moved> moved(Move move, int most, Cancellation cancel) throws CustomerException, StoreException {
        Sides sides = Sides.of(move.segmentation(), move.from(), move.to(), base.others());
        sides.check(move);
        return store.read(sql -> sides.moved(sql, move, most), cancel);
    }

    private static Report flows(DSLContext sql, String segmentation, Sides sides) {
        Map<List<String>, Tally> rows = tallies(sql, sides);
        Map<String, Long> starts = new LinkedHashMap<>();
        rows.forEach((pair, row) -> starts.merge(pair.get(0), row.customers(), Long::sum));
        List<String> order = sides.segments();
        List<Flow> flows = new ArrayList<>();
        rows.forEach((pair, row) -> {
            String source = pair.get(0);
            String target = pair.get(1);
            flows.add(new Flow(source, target, row.customers(), row.customers() / (double) starts.get(source), row.spent(), row.spends(),
                    reasons(row, sides, source, target)));
        });
        flows.sort(java.util.Comparator.comparingInt((Flow flow) -> order.indexOf(flow.from()))
                .thenComparingInt(flow -> order.indexOf(flow.to())));
        long all = flows.stream().mapToLong(Flow::customers).sum();
        long moved = flows.stream().filter(flow -> !flow.from().equals(flow.to())).mapToLong(Flow::customers).sum();
        return new Report(segmentation, sides.from(), sides.to(), all, moved, order, flows);
    }

    /** What is counted of those who went from one segment to another. @param crossed by comparison of the rules, for how many it came out otherwise than before */
    private record Tally(long customers, double spent, double spends, long[] crossed) {

        Tally plus(Tally more) {
            long[] all = crossed.clone();
            Arrays.setAll(all, i -> crossed[i] + more.crossed[i]);
            return new Tally(customers + more.customers, spent + more.spent, spends + more.spends, all);
        }
    }

    /** Both dates in one statement over what is stored, portion by portion: only what the rules and the sums ask for is worked out. */
    private static Map<List<String>, Tally> tallies(DSLContext sql, Sides sides) {
        Map<List<String>, Tally> all = new LinkedHashMap<>();
        int leaves = sides.leaves().size();
        int portions = CustomerBase.portions(sql);
        for (int portion = 0; portion < portions; portion++) {
            Sides.Pair pair = sides.pair(portions, portion);
            List<SelectFieldOrAsterisk> fields = new ArrayList<>(
                    List.of(pair.source().as("source"), pair.target().as("target"), count(),
                            sum(pair.before()).cast(Double.class), sum(pair.after()).cast(Double.class)));
            for (int i = 0; i < leaves; i++) {
                fields.add(count().filterWhere(pair.crossed(i)));
            }
            sql.select(fields).from(pair.joined()).groupBy(field(name("source")), field(name("target"))).forEach(row -> {
                long[] crossed = new long[leaves];
                Arrays.setAll(crossed, i -> row.get(FIRST_LEAF + i, Long.class));
                all.merge(List.of(row.get(0, String.class), row.get(1, String.class)), new Tally(row.get(2, Long.class),
                        zero(row.get(3, Double.class)), zero(row.get(4, Double.class)), crossed), Tally::plus);
            });
        }
        return all;
    }

    private static double zero(Double value) {
        return value == null ? 0 : value;
    }

    /** Only borders of the two segments can have moved somebody between them. */
    private static Map<String, Long> reasons(Tally row, Sides sides, String from, String to) {
        Map<String, Long> found = new LinkedHashMap<>();
        if (from.equals(to) || from.equals(ABSENT) || to.equals(ABSENT)) {
            return found;
        }
        for (int i = 0; i < sides.leaves().size(); i++) {
            long crossed = row.crossed()[i];
            if (crossed > 0 && sides.concerns(i, from, to)) {
                found.merge(sides.leaves().get(i).text(), crossed, Math::max);
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
        return store.read(sql -> moves(sql, reached, from, to), cancel);
    }

    private static List<Wanted> moves(DSLContext sql, Map<String, Condition> wanted, LocalDate from, LocalDate to) {
        Double middle = sql.select(percentileCont(0.5).withinGroupOrderBy(SPEND).cast(Double.class))
                .from(CustomerBase.asOf(from, OtherColumns.NONE, 1, 0))
                .fetchSingle().value1();
        Map<String, Condition> reached = new LinkedHashMap<>(wanted);
        reached.put("high-value-and-loyalty", SPEND.gt(middle).and(field(name(CustomerBase.TENURE), Double.class).ge(24.0))
                .and(coalesce(field(name("complaints_sum_3"), Double.class), inline(0.0)).lt(1.0)));
        Map<String, Wanted> moves = new LinkedHashMap<>();
        int portions = CustomerBase.portions(sql);
        for (int portion = 0; portion < portions; portion++) {
            moves(sql, reached, state(CustomerBase.asOf(from, OtherColumns.NONE, portions, portion), reached, from).asTable("b"),
                    state(CustomerBase.asOf(to, OtherColumns.NONE, portions, portion), reached, to).asTable("a"))
                    .forEach(move -> moves.merge(move.name(), move, (one, other) -> new Wanted(one.name(), one.made() + other.made(),
                            one.back() + other.back(), one.spendChange() + other.spendChange())));
        }
        return List.copyOf(moves.values());
    }

    /** All moves of a portion in one statement. */
    private static List<Wanted> moves(DSLContext sql, Map<String, Condition> reached, Table<Record> one, Table<Record> other) {
        Field<Double> change = other.field("spend", Double.class).minus(one.field("spend", Double.class));
        List<Field<?>> fields = new ArrayList<>();
        for (String move : reached.keySet()) {
            Field<Boolean> was = one.field(move, Boolean.class);
            Field<Boolean> is = other.field(move, Boolean.class);
            Condition made = was.isFalse().and(is.isTrue());
            fields.add(count().filterWhere(made));
            fields.add(count().filterWhere(was.isTrue().and(is.isFalse())));
            fields.add(sum(change).filterWhere(made).cast(Double.class));
        }
        Record row = sql.select(fields).from(one).join(other).on(one.field("id", String.class).eq(other.field("id", String.class)))
                .fetchSingle();
        List<Wanted> moves = new ArrayList<>();
        int at = 0;
        for (String move : reached.keySet()) {
            moves.add(new Wanted(move, row.get(at, Long.class), row.get(at + 1, Long.class), zero(row.get(at + 2, Double.class))));
            at += 3;
        }
        return moves;
    }

    private static org.jooq.Select<Record> state(Table<Record> base, Map<String, Condition> reached, LocalDate date) {
        List<SelectFieldOrAsterisk> fields = new ArrayList<>(List.of(ID.as("id"), SPEND.as("spend")));
        reached.forEach((move, condition) -> fields.add(coalesce(field(condition), inline(false)).as(move)));
        return select(fields).from(base).where(Sides.customer(date));
    }

    @Override
    public List<Watched> watch(WatchList list, Optional<Criterion> among, int most, Cancellation cancel)
            throws CustomerException, StoreException {
        Table<Record> customers = base.current();
        LocalDate asOf = base.latest();
        Field<LocalDate> active = field(name("activemonth"), LocalDate.class);
        Condition staying = coalesce(field(name("churned"), Boolean.class), inline(false)).isFalse();
        Condition here = among.isEmpty() ? staying : staying.and(new CriterionCompiler(asOf, base.others()).compile(among.get()));
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
