package org.towercrier.customer.internal.segment;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.emf.ecore.EClass;
import org.jooq.Condition;
import org.jooq.Field;
import org.towercrier.customer.CustomerException;
import org.towercrier.customer.Segments;
import org.towercrier.customer.internal.CustomerMessages;
import org.towercrier.customer.internal.base.AttributeField;
import org.towercrier.customer.internal.base.CustomerBase;
import org.towercrier.customer.internal.base.FactSql;
import org.towercrier.customer.internal.base.Figure;
import org.towercrier.customer.internal.base.OtherColumns;
import org.towercrier.model.customer.AllOf;
import org.towercrier.model.customer.AnyOf;
import org.towercrier.model.customer.AttributeCriterion;
import org.towercrier.model.customer.Criterion;
import org.towercrier.model.customer.CustomerPackage.Literals;
import org.towercrier.model.customer.FactsAggregation;
import org.towercrier.model.customer.NoneOf;
import org.towercrier.model.customer.SegmentCriterion;
import org.towercrier.store.ColumnType;
import org.towercrier.store.TableSchema;

/** Makes one condition over the base of customers from a tree of criteria. Values only ever get into statements as parameters or checked literals. */
public final class CriterionCompiler {

    private static final Field<String> ID = field(name(CustomerBase.ID), String.class);
    private static final int USUAL_MONTHS = 3;

    private final LocalDate asOf;
    private final OtherColumns others;

    /** @param asOf date that windows end with and relative dates count from @param others columns beyond the model that the base has */
    public CriterionCompiler(LocalDate asOf, OtherColumns others) {
        this.asOf = asOf;
        this.others = others;
    }

    /** The condition; an empty tree is true for everyone. @throws CustomerException when an attribute or value of it cannot be; the message says which */
    public Condition compile(Criterion criterion) throws CustomerException {
        return criterion == null ? trueCondition() : of(criterion, false);
    }

    private Condition of(Criterion criterion, boolean within) throws CustomerException {
        return switch (criterion) {
            case AllOf all -> all.getCriteria().isEmpty() ? trueCondition() : org.jooq.impl.DSL.and(each(all.getCriteria(), within));
            case AnyOf any -> any.getCriteria().isEmpty() ? trueCondition() : org.jooq.impl.DSL.or(each(any.getCriteria(), within));
            case NoneOf none -> none.getCriteria().isEmpty() ? trueCondition() : not(org.jooq.impl.DSL.or(each(none.getCriteria(), true)));
            case AttributeCriterion leaf -> within ? known(leaf(leaf)) : leaf(leaf);
            case SegmentCriterion member -> member(member);
            default -> throw new CustomerException(CustomerMessages.text("Criterion_Kind", criterion.eClass().getName()));
        };
    }

    private List<Condition> each(List<Criterion> criteria, boolean within) throws CustomerException {
        List<Condition> conditions = new ArrayList<>();
        for (Criterion part : criteria) {
            conditions.add(of(part, within));
        }
        return conditions;
    }

    /** Neither true nor false does not exist: what cannot be told is false. */
    private static Condition known(Condition condition) {
        return coalesce(field(condition), inline(false)).isTrue();
    }

    /** The condition of one comparison. */
    public Condition leaf(AttributeCriterion leaf) throws CustomerException {
        String path = Optional.ofNullable(leaf.getAttribute()).orElse("");
        int dot = path.indexOf('.');
        EClass type = AttributeCatalogue.type(dot < 0 ? "Customer" : path.substring(0, dot));
        String attribute = path.substring(dot + 1);
        if (OtherComparison.is(attribute)) {
            return OtherComparison.of(type, attribute, leaf, asOf, others);
        }
        if (type == Literals.MONTHLY_FACTS) {
            return fact(leaf, attribute);
        }
        if (type == Literals.SUBSCRIPTION && attribute.equals("count")) {
            return Comparison.of(field(name("products"), Integer.class).cast(Double.class), leaf, asOf);
        }
        Optional<String> ready = CustomerBase.column(type, attribute);
        if (ready.isPresent()) {
            TableSchema.Column column = TableSchema.of(type).column(attribute).orElseThrow();
            return Comparison.of(AttributeField.typed(ready.get(), column), leaf, asOf);
        }
        return elsewhere(type, attribute, leaf);
    }

    private Condition fact(AttributeCriterion leaf, String attribute) throws CustomerException {
        if (attribute.equals("lastUse") || attribute.equals("lastPayment")) {
            return Comparison.of(field(name(attribute.toLowerCase(java.util.Locale.ROOT)), LocalDate.class), leaf, asOf);
        }
        if (!FactSql.numeric(attribute)) {
            throw new CustomerException(CustomerMessages.text("Criterion_Attribute", leaf.getAttribute()));
        }
        Figure figure = figure(leaf, attribute);
        if (CustomerBase.ready(figure)) {
            return Comparison.of(field(name(figure.column()), Double.class), leaf, asOf);
        }
        Field<Double> value = FactSql.aggregate(figure, asOf);
        Function<Condition, Condition> over = having -> ID.in(select(FactSql.CUSTOMER).from(FactSql.FACTS.table())
                .where(FactSql.within(figure.months(), asOf)).groupBy(FactSql.CUSTOMER).having(having));
        return switch (leaf.getOperator()) {
            case ABSENT -> not(over.apply(value.isNotNull()));
            default -> over.apply(Comparison.of(value, leaf, asOf));
        };
    }

    /** The window and aggregation of a comparison. */
    static Figure figure(AttributeCriterion leaf, String attribute) {
        FactsAggregation aggregation = leaf.getAggregation();
        int months = leaf.getMonths() == null ? USUAL_MONTHS : Math.max(1, leaf.getMonths());
        return new Figure(attribute, aggregation, aggregation == FactsAggregation.LAST ? 1 : months);
    }

    /** What a customer has several of, subscriptions and answers for instance: true when one of them fits. */
    private Condition elsewhere(EClass type, String attribute, AttributeCriterion leaf) throws CustomerException {
        TableSchema schema = TableSchema.of(type);
        Optional<TableSchema.Column> column = schema.column(attribute).filter(CriterionCompiler::askable);
        if (type == Literals.CUSTOMER || column.isEmpty() && schema.column(attribute).isPresent()
                || column.isEmpty() && type != Literals.SURVEY_ANSWER || column.isEmpty() && attribute.isBlank()) {
            throw new CustomerException(CustomerMessages.text("Criterion_Attribute", leaf.getAttribute()));
        }
        Condition fits;
        Condition present;
        if (column.isEmpty()) {
            Field<Double> score = schema.field("score", Double.class);
            Condition question = schema.field("question", String.class).eq(attribute);
            fits = question.and(Comparison.of(score, leaf, asOf));
            present = question.and(score.isNotNull());
        } else {
            Field<?> field = schema.field(column.get().name());
            boolean moment = column.get().type() == ColumnType.TIMESTAMP;
            fits = Comparison.of(moment ? field.cast(LocalDate.class) : field, leaf, asOf);
            present = schema.field(column.get().name()).isNotNull();
        }
        if (type == Literals.PRODUCT) {
            return product(schema, fits);
        }
        Field<String> owner = schema.field("customer", String.class);
        return leaf.getOperator() == org.towercrier.model.customer.ComparisonOperator.ABSENT
                ? ID.notIn(select(owner).from(schema.table()).where(owner.isNotNull()).and(present))
                : ID.in(select(owner).from(schema.table()).where(fits));
    }

    /** Names, numbers and addresses cannot be asked about: a count of one would disclose them. */
    private static boolean askable(TableSchema.Column column) {
        return !column.name().equals("extra") && column.feature().filter(org.towercrier.privacy.Masking::isPersonal).isEmpty();
    }

    private static Condition product(TableSchema products, Condition fits) {
        TableSchema subscriptions = TableSchema.of(Literals.SUBSCRIPTION);
        return ID.in(select(subscriptions.field("customer", String.class)).from(subscriptions.table())
                .where(subscriptions.field("product", String.class)
                        .in(select(products.field("id", String.class)).from(products.table()).where(fits))));
    }

    private Condition member(SegmentCriterion member) {
        TableSchema schema = TableSchema.of(Literals.SEGMENT_MEMBERSHIP);
        Field<LocalDate> date = schema.field("date", LocalDate.class);
        Field<String> segmentation = schema.field("segmentation", String.class);
        Field<String> segment = schema.field("segment", String.class);
        Condition named = Segments.UNASSIGNED.equals(member.getSegment()) ? segment.isNull()
                : segment.eq(member.getSegment()).or(segment.startsWith(member.getSegment() + "/"));
        return ID.in(select(schema.field("customer", String.class)).from(schema.table()).where(segmentation.eq(member.getSegmentation()))
                .and(named)
                .and(date.eq(select(org.jooq.impl.DSL.max(date)).from(schema.table()).where(segmentation.eq(member.getSegmentation()))
                        .and(date.le(asOf)))));
    }
}
