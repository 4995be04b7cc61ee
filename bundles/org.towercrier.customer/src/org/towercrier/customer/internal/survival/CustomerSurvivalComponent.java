package org.towercrier.customer.internal.survival;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.floor;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record4;
import org.jooq.Result;
import org.jooq.Table;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.customer.CustomerException;
import org.towercrier.customer.CustomerSurvival;
import org.towercrier.customer.Segments;
import org.towercrier.customer.internal.CustomerMessages;
import org.towercrier.customer.internal.base.AttributeField;
import org.towercrier.customer.internal.base.CustomerBase;
import org.towercrier.customer.internal.segment.Assigned;
import org.towercrier.customer.internal.segment.CriterionCompiler;
import org.towercrier.model.customer.Criterion;
import org.towercrier.model.customer.Segmentation;
import org.towercrier.statistics.survival.EventTable;
import org.towercrier.statistics.survival.Hazard;
import org.towercrier.statistics.survival.KaplanMeier;
import org.towercrier.statistics.survival.LogRank;
import org.towercrier.store.Cancellation;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;

/** Counts leavers by month of tenure with one statement; the curves follow from the counts. */
@Component(service = CustomerSurvival.class)
public final class CustomerSurvivalComponent implements CustomerSurvival {

    private static final Field<Double> TENURE = floor(field(name(CustomerBase.TENURE), Double.class));

    private final Store store;
    private final CustomerBase base;
    private final Segments segments;

    @Activate
    public CustomerSurvivalComponent(@Reference Store store, @Reference CustomerBase base, @Reference Segments segments) {
        this.store = store;
        this.base = base;
        this.segments = segments;
    }

    @Override
    public Report curves(Request request, Cancellation cancel) throws CustomerException, StoreException {
        if (!(request.width() > 0)) {
            throw new CustomerException(CustomerMessages.text("Survival_Width", request.width()));
        }
        LocalDate asOf = base.latest();
        Table<Record> customers = base.at(asOf);
        Condition among = new CriterionCompiler(asOf, base.others()).compile(request.among().orElse(null));
        Optional<Assigned> assigned = request.by() instanceof BySegmentation by ? Optional.of(assigned(by.name(), asOf)) : Optional.empty();
        if (request.by() instanceof ByAttribute by && AttributeField.of(by.attribute()).isEmpty()) {
            throw new CustomerException(CustomerMessages.text("Survival_Attribute", by.attribute()));
        }
        Optional<Field<String>> rules = request.by() instanceof ByRules by ? Optional.of(Grouped.by(by.rules(), asOf, base.others()))
                : Optional.empty();
        return store.read(sql -> {
            Field<String> group = switch (request.by()) {
                case Together all -> inline("");
                case ByAttribute by -> Grouped.by(sql, customers, among, by.attribute(), Math.max(2, by.most()));
                case BySegmentation by -> org.jooq.impl.DSL.coalesce(assigned.orElseThrow().segment(), inline(Segments.UNASSIGNED));
                case ByRules by -> rules.orElseThrow();
            };
            return report(counts(sql, customers, among, group), asOf, request.width(), order(request.by(), assigned));
        }, cancel);
    }

    private Assigned assigned(String name, LocalDate asOf) throws CustomerException, StoreException {
        Segmentation segmentation = segments.find(name)
                .orElseThrow(() -> new CustomerException(CustomerMessages.text("Segmentation_Unknown", name)));
        return Assigned.of(segmentation, asOf, base.others());
    }

    private static List<String> order(Grouping by, Optional<Assigned> assigned) {
        List<String> order = new ArrayList<>(assigned.map(Assigned::paths).orElse(List.of()));
        if (by instanceof BySegmentation) {
            order.add(Segments.UNASSIGNED);
        }
        if (by instanceof ByRules rules) {
            rules.rules().forEach(rule -> order.add(rule.name()));
        }
        return order;
    }

    private static Result<Record4<String, Double, Integer, Integer>> counts(DSLContext sql, Table<Record> customers, Condition among,
            Field<String> group) {
        Condition usable = TENURE.isNotNull().and(TENURE.ge(0.0));
        Field<String> known = org.jooq.impl.DSL.when(usable, group).otherwise(inline((String) null)).as("known");
        Field<Double> time = org.jooq.impl.DSL.when(usable, TENURE).as("time");
        Table<?> rows = sql.select(known, time, field(Grouped.left()).as("gone")).from(customers).where(among).asTable("r");
        Field<String> name = rows.field("known", String.class);
        Field<Double> at = rows.field("time", Double.class);
        return sql.select(name, at, count().filterWhere(rows.field("gone", Boolean.class).isTrue()), count()).from(rows).groupBy(name, at)
                .orderBy(name, at).fetch();
    }

    private static Report report(Result<Record4<String, Double, Integer, Integer>> rows, LocalDate asOf, double width, List<String> order) {
        Map<String, List<Record4<String, Double, Integer, Integer>>> groups = new TreeMap<>((one, other) -> {
            int first = order.indexOf(one);
            int second = order.indexOf(other);
            return first == second ? one.compareTo(other) : Integer.compare(first, second);
        });
        long unknown = 0;
        for (Record4<String, Double, Integer, Integer> row : rows) {
            if (row.value1() == null || row.value2() == null) {
                unknown += row.value4();
            } else {
                groups.computeIfAbsent(row.value1(), none -> new ArrayList<>()).add(row);
            }
        }
        List<EventTable> tables = new ArrayList<>();
        List<Curve> curves = new ArrayList<>();
        groups.forEach((name, own) -> {
            EventTable table = EventTable.ofCounts(own.stream().mapToDouble(Record4::value2).toArray(),
                    own.stream().mapToLong(Record4::value3).toArray(),
                    own.stream().mapToLong(row -> row.value4() - row.value3()).toArray());
            tables.add(table);
            curves.add(new Curve(name, KaplanMeier.estimate(table), Hazard.byInterval(table, width)));
        });
        return new Report(asOf, tables.stream().mapToLong(EventTable::subjects).sum(), tables.stream().mapToLong(EventTable::events).sum(),
                unknown, curves, tables.size() > 1 ? Optional.of(LogRank.test(tables)) : Optional.empty());
    }

    @Override
    public Cox cox(Optional<Criterion> among, List<String> attributes, Cancellation cancel) throws CustomerException, StoreException {
        LocalDate asOf = base.latest();
        return new CustomerCox(store, base.at(asOf)).fit(new CriterionCompiler(asOf, base.others()).compile(among.orElse(null)), attributes,
                cancel);
    }
}
