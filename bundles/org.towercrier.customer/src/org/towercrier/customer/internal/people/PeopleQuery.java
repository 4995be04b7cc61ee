package org.towercrier.customer.internal.people;

import static org.jooq.impl.DSL.avg;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.percentileCont;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.towercrier.areas.CellPeople;
import org.towercrier.areas.PeopleQuestion;
import org.towercrier.model.customer.CustomerPackage.Literals;
import org.towercrier.model.customer.ValueTier;
import org.towercrier.store.TableSchema;

/**
 * The people of several cells as sums.
 *
 * <p>A customer whose tier is stored is of that tier. The others are cut by their mean monthly spend where the whole base is
 * cut by the usual shares: the upper 20 % are top, the next 30 % business, the rest ordinary.
 */
final class PeopleQuery {

    /** Share of customers below the top tier, and below the business tier. */
    private static final double TOP_FROM = 0.8;
    private static final double BUSINESS_FROM = 0.5;
    private static final int MOST_GROUPS = 10;

    private static final TableSchema CUSTOMER = TableSchema.of(Literals.CUSTOMER);
    private static final TableSchema FACTS = TableSchema.of(Literals.MONTHLY_FACTS);
    private static final TableSchema CONTRACT = TableSchema.of(Literals.CONTRACT);
    private static final TableSchema GROUP = TableSchema.of(Literals.CORPORATE_GROUP);

    private static final Field<String> CELL = field(name("people", "cell"), String.class);
    private static final Field<String> PERSON = field(name("people", "id"), String.class);
    private static final Field<String> TIER = field(name("people", "tier"), String.class);
    private static final Field<String> MEMBER_OF = field(name("people", "member_of"), String.class);
    private static final Field<Integer> HOME = field(name("people", "home"), Integer.class);
    private static final Field<Integer> WORK = field(name("people", "work"), Integer.class);
    private static final Field<Boolean> SYNTHETIC = field(name("people", "synthetic"), Boolean.class);
    private static final Field<Double> SPEND = field(name("spent", "spend"), Double.class);
    private static final Field<String> SPENDER = field(name("spent", "customer"), String.class);
    private static final Field<LocalDate> LAST_END = field(name("bound", "last_end"), LocalDate.class);
    private static final Field<String> BOUND = field(name("bound", "customer"), String.class);

    private final DSLContext sql;
    private final PeopleQuestion question;
    private final Optional<LocalDate> newest;
    private final LocalDate asOf;

    /** @param today the day to count from when there are no facts */
    PeopleQuery(DSLContext sql, PeopleQuestion question, LocalDate today) {
        this.sql = sql;
        this.question = question;
        this.newest = Optional.ofNullable(sql.select(max(month())).from(FACTS.table()).fetchOne(0, LocalDate.class))
                .map(month -> month.plusMonths(1).minusDays(1));
        this.asOf = newest.orElse(today);
    }

    private static Field<LocalDate> month() {
        return FACTS.field("month", LocalDate.class);
    }

    Map<String, CellPeople> of(List<String> cells) {
        Map<String, CellPeople> result = new LinkedHashMap<>();
        cells.forEach(cell -> result.put(cell, CellPeople.none(cell)));
        if (cells.isEmpty()) {
            return result;
        }
        Map<String, List<CellPeople.Tier>> tiers = tiers(cells);
        Map<String, List<CellPeople.Group>> groups = groups(cells);
        Field<Integer> ending = when(LAST_END.between(asOf, asOf.plusMonths(question.contractMonths())), 1).otherwise(0);
        Field<Double> spend = coalesce(SPEND, inline(0.0));
        sql.with(people(cells)).with(spent(cells)).with(bound(cells))
                .select(CELL, sum(HOME), sum(WORK), count(), sum(ending), sum(spend), sum(when(ending.eq(1), spend).otherwise(0.0)),
                        max(when(SYNTHETIC, 1).otherwise(0)))
                .from(name("people")).leftJoin(name("spent")).on(SPENDER.eq(PERSON)).leftJoin(name("bound")).on(BOUND.eq(PERSON))
                .groupBy(CELL).forEach(row -> {
                    String cell = row.value1();
                    result.put(cell, new CellPeople(cell, row.value2().longValue(), row.value3().longValue(), row.value4(),
                            tiers.getOrDefault(cell, List.of()), groups.getOrDefault(cell, List.of()), row.value5().longValue(),
                            question.contractMonths(), row.value6().doubleValue(), row.value7().doubleValue(), newest,
                            row.value8() == 1));
                });
        return result;
    }

    /** Each customer of a cell once, with what ties them to it; who left is not among them. */
    private CommonTableExpression<?> people(List<String> cells) {
        Field<String> home = CUSTOMER.field("homeCell", String.class);
        Field<String> work = CUSTOMER.field("workCell", String.class);
        Condition here = CUSTOMER.field("leaveDate", LocalDate.class).isNull()
                .and(coalesce(CUSTOMER.field("churned", Boolean.class), inline(false)).isFalse());
        Field<String> id = CUSTOMER.field("id", String.class);
        Field<String> tier = CUSTOMER.field("tier", String.class);
        Field<String> group = CUSTOMER.field("group", String.class);
        Field<Boolean> synthetic = coalesce(CUSTOMER.field("synthetic", Boolean.class), inline(false));
        return name("people").as(select(home.as("cell"), id.as("id"), tier.as("tier"), group.as("member_of"), inline(1).as("home"),
                when(work.eq(home), 1).otherwise(0).as("work"), synthetic.as("synthetic")).from(CUSTOMER.table()).where(home.in(cells))
                .and(here)
                .unionAll(select(work, id, tier, group, inline(0), inline(1), synthetic).from(CUSTOMER.table()).where(work.in(cells))
                        .and(here)
                        .and(home.isNull().or(home.ne(work)))));
    }

    /** Mean monthly spend of the people. */
    private CommonTableExpression<?> spent(List<String> cells) {
        Field<String> who = FACTS.field("customer", String.class);
        return name("spent").as(select(who.as("customer"), avg(FACTS.field("spend", Double.class)).cast(Double.class).as("spend"))
                .from(FACTS.table()).where(window()).and(who.in(ids(cells))).groupBy(who));
    }

    /** When the last contract of each of the people ends; nobody is bound by one that is over. */
    private CommonTableExpression<?> bound(List<String> cells) {
        Field<String> who = CONTRACT.field("customer", String.class);
        Field<LocalDate> end = CONTRACT.field("end", LocalDate.class);
        return name("bound").as(select(who.as("customer"), max(end).as("last_end")).from(CONTRACT.table())
                .where(end.ge(asOf)).and(who.in(ids(cells))).groupBy(who));
    }

    private static org.jooq.Select<? extends org.jooq.Record1<String>> ids(List<String> cells) {
        return select(CUSTOMER.field("id", String.class)).from(CUSTOMER.table()).where(CUSTOMER.field("homeCell", String.class).in(cells))
                .or(CUSTOMER.field("workCell", String.class).in(cells));
    }

    private Condition window() {
        LocalDate last = asOf.withDayOfMonth(1);
        return month().between(last.minusMonths(question.spendMonths() - 1L), last);
    }

    private Map<String, List<CellPeople.Tier>> tiers(List<String> cells) {
        Optional<double[]> cuts = cuts();
        Field<String> byValue = cuts.isEmpty() ? inline(CellPeople.NO_TIER)
                : when(SPEND.ge(inline(cuts.get()[0])), inline(ValueTier.TOP.getLiteral()))
                        .when(SPEND.ge(inline(cuts.get()[1])), inline(ValueTier.BUSINESS.getLiteral()))
                        .when(SPEND.isNotNull(), inline(ValueTier.ORDINARY.getLiteral())).otherwise(inline(CellPeople.NO_TIER));
        Field<String> tier = coalesce(TIER, byValue);
        Map<String, Map<String, CellPeople.Tier>> found = new HashMap<>();
        sql.with(people(cells)).with(spent(cells)).select(CELL, tier, count(), sum(coalesce(SPEND, inline(0.0)))).from(name("people"))
                .leftJoin(name("spent")).on(SPENDER.eq(PERSON)).groupBy(CELL, tier)
                .forEach(row -> found.computeIfAbsent(row.value1(), none -> new HashMap<>()).put(row.value2(),
                        new CellPeople.Tier(row.value2(), row.value3(), row.value4().doubleValue())));
        Map<String, List<CellPeople.Tier>> ordered = new HashMap<>();
        List<String> order = List.of(ValueTier.TOP.getLiteral(), ValueTier.BUSINESS.getLiteral(), ValueTier.ORDINARY.getLiteral(),
                CellPeople.NO_TIER);
        found.forEach((cell, of) -> ordered.put(cell, order.stream().filter(of::containsKey).map(of::get).toList()));
        return ordered;
    }

    /** The mean monthly spend from which on the whole base counts as top and as business; absent when nothing was spent. */
    private Optional<double[]> cuts() {
        Field<Double> mean = field(name("mean"), Double.class);
        Table<?> base = select(avg(FACTS.field("spend", Double.class)).cast(Double.class).as("mean")).from(FACTS.table()).where(window())
                .groupBy(FACTS.field("customer", String.class)).asTable("base");
        Record row = sql.select(percentileCont(TOP_FROM).withinGroupOrderBy(mean).cast(Double.class).as("top"),
                percentileCont(BUSINESS_FROM).withinGroupOrderBy(mean).cast(Double.class).as("business")).from(base).fetchOne();
        return row == null || row.get(0) == null ? Optional.empty()
                : Optional.of(new double[]{ row.get(0, Double.class), row.get(1, Double.class) });
    }

    private Map<String, List<CellPeople.Group>> groups(List<String> cells) {
        Field<String> group = GROUP.field("id", String.class);
        Field<String> groupName = max(GROUP.field("name", String.class));
        Field<String> manager = max(GROUP.field("clientManager", String.class));
        Field<Integer> members = max(GROUP.field("members", Integer.class));
        Field<LocalDate> end = max(CONTRACT.field("end", LocalDate.class));
        Field<Integer> here = count();
        Table<?> ends = select(CONTRACT.field("group", String.class).as("held_by"), end.as("held_until")).from(CONTRACT.table())
                .where(CONTRACT.field("group", String.class).isNotNull()).groupBy(CONTRACT.field("group", String.class)).asTable("held");
        Field<LocalDate> until = max(field(name("held", "held_until"), LocalDate.class));
        Map<String, List<CellPeople.Group>> result = new HashMap<>();
        sql.with(people(cells)).with(spent(cells))
                .select(CELL, MEMBER_OF, groupName, manager, members, here, sum(coalesce(SPEND, inline(0.0))), until).from(name("people"))
                .join(GROUP.table()).on(group.eq(MEMBER_OF)).leftJoin(name("spent")).on(SPENDER.eq(PERSON)).leftJoin(ends)
                .on(field(name("held", "held_by"), String.class).eq(MEMBER_OF)).groupBy(CELL, MEMBER_OF)
                .orderBy(CELL, here.desc(), MEMBER_OF).forEach(row -> {
                    List<CellPeople.Group> list = result.computeIfAbsent(row.value1(), none -> new ArrayList<>());
                    if (list.size() < MOST_GROUPS) {
                        list.add(new CellPeople.Group(row.value2(), Optional.ofNullable(row.value3()).orElse(row.value2()),
                                Optional.ofNullable(row.value4()).orElse(""), row.value6(),
                                Optional.ofNullable(row.value5()).orElse(row.value6()), row.value7().doubleValue(),
                                Optional.ofNullable(row.value8())));
                    }
                });
        return result;
    }
}
