package org.towercrier.customer.internal.loyalty;

import static org.jooq.impl.DSL.avg;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.corr;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.when;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.towercrier.areas.AreaException;
import org.towercrier.areas.CellHeadroom;
import org.towercrier.customer.Loyalty.Factor;
import org.towercrier.customer.Loyalty.Source;
import org.towercrier.customer.internal.base.CustomerBase;
import org.towercrier.model.customer.SatisfactionFactor;

/**
 * What loyalty depends on: price (change of the spend, answers), network quality (load and alarms of the home cell, answers), service quality (complaints, answers), time
 * (tenure), traits (kind of contract and bundle) and competitors (area).
 */
final class Factors {

    private static final double FULL = 100;
    private static final double LONG = 60;
    /** A slope through a single month is no number. */
    private static final double LARGEST = 1e15;
    private static final double COMPLAINTS_TOO_MANY = 4;
    private static final double PRODUCTS_FULL = 4;
    /** Load of a cell in percent from which on people feel it, and at which nothing is left. */
    private static final double FELT = 50;
    private static final int MOST_CELLS = 2_000;

    private final DSLContext sql;
    private final Table<Record> customers;
    private final Condition who;
    private final Map<SatisfactionFactor, List<Source>> sources = new EnumMap<>(SatisfactionFactor.class);
    private final Map<SatisfactionFactor, Double> influence = new EnumMap<>(SatisfactionFactor.class);

    Factors(DSLContext sql, Table<Record> customers, Condition who) {
        this.sql = sql;
        this.customers = customers;
        this.who = who;
    }

    /** All factors. @param headroom state of cells, if the network is known @param answers scores of questions by factor */
    List<Factor> of(Optional<CellHeadroom> headroom, Map<SatisfactionFactor, List<Source>> answers) {
        Field<Double> year = number("spend_mean_12");
        // the same use for a tenth more a month is felt as a higher price
        add(SatisfactionFactor.PRICE, "spendTrend", within(inline(1.0).minus(number("spend_trend_6").div(year.mul(0.1)))), "changeAMonth",
                number("spend_trend_6").div(year), year.gt(0.0).and(number("spend_trend_6").between(-LARGEST, LARGEST)));
        add(SatisfactionFactor.SERVICE_QUALITY, "complaints",
                within(inline(1.0).minus(number("complaints_sum_12").div(COMPLAINTS_TOO_MANY))),
                "complaintsAYear", number("complaints_sum_12"), number("complaints_sum_12").isNotNull());
        add(SatisfactionFactor.TIME, "tenure", within(number(CustomerBase.TENURE).div(LONG)), "months", number(CustomerBase.TENURE),
                number(CustomerBase.TENURE).ge(0.0));
        Field<Double> products = field(name("products"), Integer.class).cast(Double.class);
        add(SatisfactionFactor.CUSTOMER_TRAITS, "products", within(products.div(PRODUCTS_FULL)), "products", products, products.gt(0.0));
        Field<Double> alone = when(field(name("competitiveArea"), Boolean.class).isTrue(), 0.0).otherwise(1.0);
        add(SatisfactionFactor.COMPETITORS, "area", alone, "shareWithoutCompetitors", alone,
                field(name("competitiveArea"), Boolean.class).isNotNull());
        if (headroom.isPresent()) {
            network(headroom.get());
        }
        answers.forEach((factor, given) -> sources.computeIfAbsent(factor, none -> new ArrayList<>()).addAll(given));
        List<Factor> factors = new ArrayList<>();
        for (SatisfactionFactor factor : SatisfactionFactor.values()) {
            List<Source> own = sources.getOrDefault(factor, List.of());
            var mean = own.stream().mapToDouble(Source::value).average();
            factors.add(new Factor(factor, mean.isPresent() ? Optional.of(mean.getAsDouble()) : Optional.empty(),
                    Optional.ofNullable(influence.get(factor)), own));
        }
        return factors;
    }

    private static Field<Double> number(String column) {
        return field(name(column), Double.class);
    }

    private static Field<Double> within(Field<Double> share) {
        return least(greatest(share, inline(0.0)), inline(1.0));
    }

    private static Field<Double> stays() {
        Condition left = coalesce(field(name("churned"), Boolean.class), field(field(name("leaveDate"), LocalDate.class).isNotNull()),
                inline(false)).isTrue();
        return when(left, 0.0).otherwise(1.0);
    }

    private void add(SatisfactionFactor factor, String source, Field<Double> share, String fact, Field<Double> value, Condition known) {
        var row = sql.select(count(), avg(share).cast(Double.class), avg(value).cast(Double.class), corr(share, stays()).cast(Double.class))
                .from(customers).where(who).and(known).fetchSingle();
        if (row.value1() == 0 || row.value2() == null) {
            return;
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put(fact, row.value3());
        facts.put("customers", row.value1());
        sources.computeIfAbsent(factor, none -> new ArrayList<>()).add(new Source(factor.getLiteral(), source, FULL * row.value2(), facts));
        if (row.value4() != null && Double.isFinite(row.value4())) {
            influence.put(factor, row.value4());
        }
    }

    /** Load and alarms of the home cells, by the customers who live there. */
    private void network(CellHeadroom headroom) {
        Field<String> home = field(name("homeCell"), String.class);
        Map<String, double[]> people = new LinkedHashMap<>();
        sql.select(home, count(), avg(stays()).cast(Double.class)).from(customers).where(who).and(home.isNotNull()).groupBy(home)
                .orderBy(count().desc(), home).limit(MOST_CELLS)
                .forEach(row -> people.put(row.value1(), new double[]{ row.value2(), row.value3() }));
        Map<String, CellHeadroom.Headroom> states = states(headroom, people.keySet());
        double[] sums = new double[4];
        List<double[]> points = new ArrayList<>();
        people.forEach((cell, number) -> {
            CellHeadroom.Headroom state = states.get(cell);
            if (state == null || state.busyHourLoad().isEmpty()) {
                return;
            }
            double load = state.busyHourLoad().get();
            boolean bad = state.worstSeverity().filter(each -> each.equals("CRITICAL") || each.equals("MAJOR")).isPresent();
            double share = bad ? 0 : Math.clamp(1 - (load - FELT) / FELT, 0, 1);
            sums[0] += number[0];
            sums[1] += number[0] * share;
            sums[2] += number[0] * load;
            sums[3] += bad ? number[0] : 0;
            points.add(new double[]{ number[0], share, number[1] });
        });
        if (sums[0] == 0) {
            return;
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("homeCellLoad", sums[2] / sums[0]);
        facts.put("shareWithAlarmAtHome", sums[3] / sums[0]);
        facts.put("customers", (long) sums[0]);
        sources.computeIfAbsent(SatisfactionFactor.NETWORK_QUALITY, none -> new ArrayList<>()).add(
                new Source(SatisfactionFactor.NETWORK_QUALITY.getLiteral(), "homeCell", FULL * sums[1] / sums[0], facts));
        correlation(points).ifPresent(value -> influence.put(SatisfactionFactor.NETWORK_QUALITY, value));
    }

    /** None when they cannot be read: the other factors are known without the state of the cells. */
    private static Map<String, CellHeadroom.Headroom> states(CellHeadroom headroom, Set<String> cells) {
        try {
            return cells.isEmpty() ? Map.of() : headroom.of(cells);
        } catch (AreaException unreadable) {
            return Map.of();
        }
    }

    /** Correlation between the persons' quality and staying; the spread of staying is that of single persons, who stay or do not. */
    private static Optional<Double> correlation(List<double[]> weighted) {
        double n = weighted.stream().mapToDouble(each -> each[0]).sum();
        double x = weighted.stream().mapToDouble(each -> each[0] * each[1]).sum() / n;
        double y = weighted.stream().mapToDouble(each -> each[0] * each[2]).sum() / n;
        double xx = weighted.stream().mapToDouble(each -> each[0] * (each[1] - x) * (each[1] - x)).sum() / n;
        double xy = weighted.stream().mapToDouble(each -> each[0] * (each[1] - x) * (each[2] - y)).sum() / n;
        double yy = y * (1 - y);
        return xx <= 0 || yy <= 0 ? Optional.empty() : Optional.of(xy / Math.sqrt(xx * yy));
    }
}
