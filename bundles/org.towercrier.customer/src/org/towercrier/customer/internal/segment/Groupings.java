package org.towercrier.customer.internal.segment;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.percentileDisc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.towercrier.customer.internal.CustomerMessages;
import org.towercrier.customer.internal.base.CustomerBase;
import org.towercrier.customer.internal.base.Figure;
import org.towercrier.model.customer.AllOf;
import org.towercrier.model.customer.AttributeCriterion;
import org.towercrier.model.customer.ComparisonOperator;
import org.towercrier.model.customer.Criterion;
import org.towercrier.model.customer.CustomerFactory;
import org.towercrier.model.customer.CustomerPackage.Literals;
import org.towercrier.model.customer.CutMode;
import org.towercrier.model.customer.FactsAggregation;
import org.towercrier.model.customer.Segment;
import org.towercrier.model.customer.Segmentation;
import org.towercrier.model.customer.ValueCut;
import org.towercrier.model.customer.ValueModel;
import org.towercrier.model.customer.ValueTier;
import org.towercrier.model.edit.Labels;
import org.towercrier.store.TableSchema;

/**
 * Groups of customers that nobody has to define: by value, occupation, age, income, tenure, area, terminal, lifecycle and region, each a segmentation whose rules come from
 * the values that occur. A grouping of which nothing is known is left out.
 */
final class Groupings {

    /** What names of groupings begin with. */
    static final String PREFIX = "by-";

    private static final CustomerFactory FACTORY = CustomerFactory.eINSTANCE;
    private static final int MOST_VALUES = 12;
    private static final int USUAL_MONTHS = 6;
    private static final List<Integer> AGES = List.of(18, 26, 36, 46, 61);
    private static final List<Integer> TENURES = List.of(12, 36);

    private final DSLContext sql;
    private final Table<Record> base;
    private final ValueModel model;
    private final Labels labels = new Labels(Locale.getDefault());

    Groupings(DSLContext sql, Table<Record> base, ValueModel model) {
        this.sql = sql;
        this.base = base;
        this.model = model;
    }

    /** All groupings of which something is known. */
    List<Segmentation> all() {
        List<Optional<Segmentation>> found = List.of(tiers(), values("occupation", Literals.CUSTOMER, "occupation"), bands("age", AGES),
                values("income", Literals.CUSTOMER, "incomeBand"), bands("tenure", TENURES), area(),
                values("terminal", Literals.TERMINAL, "maker"), values("lifecycle", Literals.CUSTOMER, "stage"),
                values("region", Literals.CUSTOMER, "region"));
        return found.stream().flatMap(Optional::stream).toList();
    }

    private static Segmentation segmentation(String name) {
        Segmentation grouping = FACTORY.createSegmentation();
        grouping.setName(PREFIX + name);
        grouping.setLabel(CustomerMessages.text("Grouping_" + name));
        return grouping;
    }

    private static void add(Segmentation grouping, String name, String label, Criterion rule) {
        Segment segment = FACTORY.createSegment();
        segment.setName(name.replace('/', '\u2215').strip());
        segment.setLabel(label);
        segment.setCriterion(rule);
        grouping.getSegments().add(segment);
    }

    /** The values that occur, those of most customers first; the rest is in no group. */
    private Optional<Segmentation> values(String name, EClass type, String attribute) {
        Field<String> value = field(name(CustomerBase.column(type, attribute).orElseThrow()), String.class);
        List<String> occurring = sql.select(value).from(base).where(value.isNotNull()).and(value.ne("")).groupBy(value)
                .orderBy(count().desc(), value).limit(MOST_VALUES).fetch(value);
        EStructuralFeature feature = type.getEStructuralFeature(attribute);
        Map<String, String> names = feature instanceof EReference reference ? names(reference.getEReferenceType(), occurring) : Map.of();
        Segmentation grouping = segmentation(name);
        for (String each : occurring) {
            String label = feature.getEType() instanceof EEnum choice ? labels.literal(choice, each).orElse(each)
                    : names.getOrDefault(each, each);
            add(grouping, each, label, compare(type.getName() + "." + attribute, ComparisonOperator.EQUAL, each));
        }
        return occurring.isEmpty() ? Optional.empty() : Optional.of(grouping);
    }

    /** Names of what is referred to by its id. */
    private Map<String, String> names(EClass type, List<String> ids) {
        TableSchema schema = TableSchema.of(type);
        Field<String> id = schema.field("id", String.class);
        Field<String> called = schema.field("name", String.class);
        return sql.select(id, called).from(schema.table()).where(id.in(ids)).and(called.isNotNull()).fetchMap(id, called);
    }

    /** Bands of a number of the customer, the first open below and the last above. */
    private Optional<Segmentation> bands(String attribute, List<Integer> borders) {
        Field<Double> value = field(name(attribute), Double.class);
        if (!known(value)) {
            return Optional.empty();
        }
        Segmentation grouping = segmentation(attribute);
        String path = "Customer." + attribute;
        add(grouping, "0-" + (borders.getFirst() - 1), CustomerMessages.text("Grouping_" + attribute + "_below", borders.getFirst()),
                compare(path, ComparisonOperator.LESS, borders.getFirst().toString()));
        for (int i = 1; i < borders.size(); i++) {
            String from = borders.get(i - 1).toString();
            String until = borders.get(i).toString();
            String last = String.valueOf(borders.get(i) - 1);
            add(grouping, from + "-" + last, CustomerMessages.text("Grouping_" + attribute + "_between", from, last),
                    all(compare(path, ComparisonOperator.GREATER_OR_EQUAL, from), compare(path, ComparisonOperator.LESS, until)));
        }
        String from = borders.getLast().toString();
        add(grouping, from + "-", CustomerMessages.text("Grouping_" + attribute + "_from", from),
                compare(path, ComparisonOperator.GREATER_OR_EQUAL, from));
        return Optional.of(grouping);
    }

    private Optional<Segmentation> area() {
        if (!known(field(name("competitiveArea"), Boolean.class))) {
            return Optional.empty();
        }
        Segmentation grouping = segmentation("area");
        for (String truth : List.of("true", "false")) {
            add(grouping, truth.equals("true") ? "competitive" : "not-competitive", CustomerMessages.text("Grouping_area_" + truth),
                    compare("Customer.competitiveArea", ComparisonOperator.EQUAL, truth));
        }
        return Optional.of(grouping);
    }

    /** The tiers of the value model as borders of the mean monthly spend. */
    private Optional<Segmentation> tiers() {
        int wanted = model.getMonths() == null ? USUAL_MONTHS : model.getMonths();
        int months = CustomerBase.ready(new Figure("spend", FactsAggregation.MEAN, wanted)) ? wanted : USUAL_MONTHS;
        Field<Double> spend = field(name(new Figure("spend", FactsAggregation.MEAN, months).column()), Double.class);
        if (!known(spend)) {
            return Optional.empty();
        }
        Segmentation grouping = segmentation("tier");
        for (ValueCut cut : model.getCuts().stream().filter(each -> each.getTier() != ValueTier.ORDINARY)
                .sorted(java.util.Comparator.comparing(ValueCut::getTier)).toList()) {
            border(cut, spend).ifPresent(border -> add(grouping, cut.getTier().getLiteral(), labels.of(cut.getTier()),
                    over(compare("MonthlyFacts.spend", ComparisonOperator.GREATER_OR_EQUAL, border), months)));
        }
        add(grouping, ValueTier.ORDINARY.getLiteral(), labels.of(ValueTier.ORDINARY),
                over(compare("MonthlyFacts.spend", ComparisonOperator.PRESENT), months));
        return Optional.of(grouping);
    }

    private Optional<String> border(ValueCut cut, Field<Double> spend) {
        Double border = model.getMode() == CutMode.AMOUNT ? cut.getValue()
                : sql.select(percentileDisc(1 - cut.getValue()).withinGroupOrderBy(spend).cast(Double.class)).from(base).fetchOne(0,
                        Double.class);
        return Optional.ofNullable(border).map(String::valueOf);
    }

    private boolean known(Field<?> value) {
        return sql.fetchExists(sql.selectOne().from(base).where(value.isNotNull()));
    }

    private static AttributeCriterion compare(String attribute, ComparisonOperator operator, String... values) {
        AttributeCriterion leaf = FACTORY.createAttributeCriterion();
        leaf.setAttribute(attribute);
        leaf.setOperator(operator);
        leaf.getValues().addAll(List.of(values));
        return leaf;
    }

    private static AttributeCriterion over(AttributeCriterion leaf, int months) {
        leaf.setAggregation(FactsAggregation.MEAN);
        leaf.setMonths(months);
        return leaf;
    }

    private static AllOf all(Criterion... parts) {
        AllOf all = FACTORY.createAllOf();
        all.getCriteria().addAll(new ArrayList<>(List.of(parts)));
        return all;
    }
}
