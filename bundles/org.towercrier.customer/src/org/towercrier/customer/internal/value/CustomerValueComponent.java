package org.towercrier.customer.internal.value;

import static org.jooq.impl.DSL.avg;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.customer.CustomerException;
import org.towercrier.customer.CustomerValue;
import org.towercrier.customer.internal.CustomerMessages;
import org.towercrier.customer.internal.base.CustomerBase;
import org.towercrier.customer.internal.base.FactSql;
import org.towercrier.customer.internal.base.Figure;
import org.towercrier.customer.internal.segment.CriterionCompiler;
import org.towercrier.model.customer.Criterion;
import org.towercrier.model.customer.CustomerFactory;
import org.towercrier.model.customer.CutMode;
import org.towercrier.model.customer.FactsAggregation;
import org.towercrier.model.customer.ValueCut;
import org.towercrier.model.customer.ValueModel;
import org.towercrier.model.customer.ValueTier;
import org.towercrier.statistics.value.Concentration;
import org.towercrier.store.Cancellation;
import org.towercrier.store.Documents;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;

/** Computes values from the base of customers. */
@Component(service = CustomerValue.class)
public final class CustomerValueComponent implements CustomerValue {

    private static final String NAME = "value";
    private static final int STEPS = 100;
    private static final double FIFTH = 0.2;
    private static final double HALF = 0.5;
    private static final int USUAL_MONTHS = 6;

    private final Store store;
    private final CustomerBase base;

    @Activate
    public CustomerValueComponent(@Reference Store store, @Reference CustomerBase base) {
        this.store = store;
        this.base = base;
    }

    @Override
    public ValueModel model() throws StoreException {
        return model(store);
    }

    /** The value model of a workspace. */
    public static ValueModel model(Store store) throws StoreException {
        var saved = store.documents().load(KIND, NAME, ValueModel.class);
        if (saved.isPresent()) {
            return saved.get().root();
        }
        ValueModel model = CustomerFactory.eINSTANCE.createValueModel();
        model.setName(NAME);
        model.setMode(CutMode.SHARE);
        model.getCuts().add(cut(ValueTier.TOP, FIFTH));
        model.getCuts().add(cut(ValueTier.BUSINESS, HALF));
        return model;
    }

    private static ValueCut cut(ValueTier tier, double value) {
        ValueCut cut = CustomerFactory.eINSTANCE.createValueCut();
        cut.setTier(tier);
        cut.setValue(value);
        return cut;
    }

    @Override
    public void save(ValueModel model) throws CustomerException, StoreException {
        check(model);
        long version = store.documents().load(KIND, NAME, ValueModel.class).map(found -> found.info().version()).orElse(Documents.NEW);
        store.documents().save(KIND, NAME, EcoreUtil.copy(model), version);
    }

    private static void check(ValueModel model) throws CustomerException {
        for (ValueCut cut : model.getCuts()) {
            Double value = cut.getValue();
            boolean share = model.getMode() == CutMode.SHARE;
            if (value == null || !Double.isFinite(value) || share && (value < 0 || value > 1)) {
                throw new CustomerException(
                        CustomerMessages.text(share ? "Value_Share" : "Value_Amount", cut.getTier().getLiteral(), String.valueOf(value)));
            }
        }
    }

    /** The value of each holder: the mean of the months that are known. */
    private static Field<Double> spend(int months) {
        return field(name(new Figure("spend", FactsAggregation.MEAN, months).column()), Double.class);
    }

    @Override
    public Report report(Level level, ValueModel model, Optional<Criterion> among, Cancellation cancel)
            throws CustomerException, StoreException {
        check(model);
        int months = months(model);
        LocalDate asOf = base.latest();
        Table<Record> ready = among(base.at(asOf), among, asOf);
        Table<Record> customers = customers(ready, asOf, months);
        double[] values = store.read(sql -> {
            Field<Double> spend = field(name("value"), Double.class);
            Field<String> holder = field(name(level == Level.HOUSEHOLD ? "household" : "group"), String.class);
            List<Double> all = level == Level.PERSON ? sql.select(spend).from(customers).fetch(spend)
                    : sql.select(sum(spend).cast(Double.class).as("value")).from(customers).where(holder.isNotNull()).groupBy(holder)
                            .fetch(field(name("value"), Double.class));
            return all.stream().mapToDouble(value -> value == null ? Double.NaN : value).toArray();
        }, cancel);
        double[] known = Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
        Concentration spread = Concentration.of(known);
        List<double[]> lorenz = spread.holders() == 0 ? List.of()
                : spread.curve(STEPS).stream().map(point -> new double[]{ point.population(), point.value() }).toList();
        Optional<Double> margin = margin(customers);
        double mean = known.length == 0 ? Double.NaN : spread.total() / known.length;
        Optional<Lifetime> lifetime = level == Level.PERSON && known.length > 0
                ? new LifetimeValue(store, ready).of(margin.orElse(mean), margin.isPresent(), rate(model))
                : Optional.empty();
        return new Report(level, asOf, months, known.length, values.length - (long) known.length, spread.total(), mean, spread.gini(),
                spread.top(FIFTH), margin,
                tiers(known, model), lorenz, lifetime);
    }

    private Table<Record> among(Table<Record> customers, Optional<Criterion> among, LocalDate asOf)
            throws CustomerException, StoreException {
        return among.isEmpty() ? customers
                : select(org.jooq.impl.DSL.asterisk()).from(customers)
                        .where(new CriterionCompiler(asOf, base.others()).compile(among.get()))
                        .asTable("among");
    }

    @Override
    public List<Holder> holders(Level level, ValueModel model, Optional<Criterion> among, int most, Cancellation cancel)
            throws CustomerException, StoreException {
        List<Tier> tiers = report(level, model, among, cancel).tiers();
        LocalDate asOf = base.latest();
        Table<Record> customers = customers(among(base.at(asOf), among, asOf), asOf, months(model));
        Field<Double> spend = field(name("value"), Double.class);
        Field<String> holder = field(name(switch (level) {
            case PERSON -> CustomerBase.ID;
            case HOUSEHOLD -> "household";
            case GROUP -> "group";
        }), String.class);
        return store.read(sql -> sql.select(holder, org.jooq.impl.DSL.count(), sum(spend).cast(Double.class)).from(customers)
                .where(holder.isNotNull()).groupBy(holder).having(sum(spend).isNotNull()).orderBy(sum(spend).desc(), holder).limit(most)
                .fetch(row -> new Holder(row.value1(), row.value2(), row.value3(), tier(tiers, row.value3()))), cancel);
    }

    private static ValueTier tier(List<Tier> fromTheTop, double spend) {
        return fromTheTop.stream().filter(tier -> spend >= tier.from()).map(Tier::tier).findFirst().orElse(ValueTier.ORDINARY);
    }

    private static int months(ValueModel model) {
        return model.getMonths() == null ? USUAL_MONTHS : Math.max(1, model.getMonths());
    }

    private static double rate(ValueModel model) {
        return model.getDiscountRate() == null ? 0 : model.getDiscountRate();
    }

    /** The customers with their value; over a window that is not kept ready it is computed from the months. */
    private static Table<Record> customers(Table<Record> ready, LocalDate asOf, int months) {
        Field<String> id = field(name(CustomerBase.ID), String.class);
        Field<Double> cost = field(name(new Figure("cost", FactsAggregation.MEAN, USUAL_MONTHS).column()), Double.class);
        List<SelectFieldOrAsterisk> own = List.of(id, field(name("household"), String.class), field(name("group"), String.class),
                cost.as("cost"));
        if (CustomerBase.ready(new Figure("spend", FactsAggregation.MEAN, months))) {
            return select(own).select(spend(months).as("value")).from(ready).asTable("v");
        }
        Table<Record> facts = facts(asOf, months).asTable("f");
        return select(own).select(facts.field("value", Double.class)).from(ready)
                .leftJoin(facts).on(facts.field("customer", String.class).eq(id)).asTable("v");
    }

    private static Select<Record> facts(LocalDate asOf, int months) {
        List<SelectFieldOrAsterisk> fields = List.of(FactSql.CUSTOMER.as("customer"),
                FactSql.aggregate(new Figure("spend", FactsAggregation.MEAN, months), asOf).as("value"));
        return select(fields).from(FactSql.FACTS.table()).where(FactSql.within(months, asOf)).groupBy(FactSql.CUSTOMER);
    }

    private Optional<Double> margin(Table<Record> customers) throws StoreException {
        Field<Double> difference = field(name("value"), Double.class).minus(field(name("cost"), Double.class));
        return store
                .read(sql -> Optional.ofNullable(sql.select(avg(difference).cast(Double.class)).from(customers).fetchOne(0, Double.class)));
    }

    /** Tiers of ascending values. Those with equal spend are in one tier, so a share may be met only nearly. */
    static List<Tier> tiers(double[] ascending, ValueModel model) {
        List<ValueCut> cuts = model.getCuts().stream().filter(cut -> cut.getTier() != ValueTier.ORDINARY)
                .sorted(Comparator.comparing(ValueCut::getTier)).toList();
        int n = ascending.length;
        double total = Arrays.stream(ascending).sum();
        List<Tier> tiers = new ArrayList<>();
        int above = n;
        for (ValueCut cut : cuts) {
            double border = model.getMode() == CutMode.AMOUNT ? cut.getValue()
                    : n == 0 || cut.getValue() <= 0 ? Double.POSITIVE_INFINITY
                            : ascending[Math.max(0, n - (int) Math.round(cut.getValue() * n))];
            int from = Math.min(above, first(ascending, border));
            tiers.add(tier(cut.getTier(), ascending, from, above, total));
            above = from;
        }
        tiers.add(tier(ValueTier.ORDINARY, ascending, 0, above, total));
        return tiers;
    }

    private static int first(double[] ascending, double border) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = low + high >>> 1;
            if (ascending[middle] < border) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static Tier tier(ValueTier tier, double[] ascending, int from, int to, double total) {
        double own = Arrays.stream(ascending, from, to).sum();
        int n = ascending.length;
        return new Tier(tier, (long) to - from, from < to ? ascending[from] : Double.NaN, own, n == 0 ? 0 : (to - from) / (double) n,
                total == 0 ? 0 : own / total);
    }
}
