package org.towercrier.customer.internal.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EEnumLiteral;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.towercrier.customer.CriterionAttribute;
import org.towercrier.customer.CriterionAttribute.Kind;
import org.towercrier.customer.CustomerException;
import org.towercrier.customer.internal.CustomerMessages;
import org.towercrier.customer.internal.base.CustomerBase;
import org.towercrier.customer.internal.base.FactSql;
import org.towercrier.customer.internal.base.OtherColumn;
import org.towercrier.model.MeasureAnnotations;
import org.towercrier.model.customer.ComparisonOperator;
import org.towercrier.model.customer.CustomerPackage.Literals;
import org.towercrier.privacy.Masking;
import org.towercrier.store.TableSchema;

/** The attributes of the model that criteria can ask about. */
final class AttributeCatalogue {

    private static final List<EClass> CLASSES = List.of(Literals.CUSTOMER, Literals.MONTHLY_FACTS, Literals.CONTRACT, Literals.SUBSCRIPTION,
            Literals.PRODUCT, Literals.TERMINAL, Literals.HOUSEHOLD, Literals.CORPORATE_GROUP, Literals.SURVEY_ANSWER, Literals.CONSENT,
            Literals.PRODUCT_USE);
    private static final List<ComparisonOperator> ORDERED = List.of(ComparisonOperator.EQUAL, ComparisonOperator.NOT_EQUAL,
            ComparisonOperator.LESS, ComparisonOperator.LESS_OR_EQUAL, ComparisonOperator.GREATER, ComparisonOperator.GREATER_OR_EQUAL,
            ComparisonOperator.BETWEEN, ComparisonOperator.PRESENT, ComparisonOperator.ABSENT);
    private static final List<ComparisonOperator> WORDS = List.of(ComparisonOperator.EQUAL, ComparisonOperator.NOT_EQUAL,
            ComparisonOperator.IN, ComparisonOperator.NOT_IN, ComparisonOperator.CONTAINS, ComparisonOperator.STARTS_WITH,
            ComparisonOperator.PRESENT, ComparisonOperator.ABSENT);
    private static final List<ComparisonOperator> CHOICES = List.of(ComparisonOperator.EQUAL, ComparisonOperator.NOT_EQUAL,
            ComparisonOperator.IN, ComparisonOperator.NOT_IN, ComparisonOperator.PRESENT, ComparisonOperator.ABSENT);
    private static final List<ComparisonOperator> TRUTHS = List.of(ComparisonOperator.EQUAL, ComparisonOperator.NOT_EQUAL,
            ComparisonOperator.PRESENT, ComparisonOperator.ABSENT);

    private AttributeCatalogue() {
    }

    /** The class of a name. @throws CustomerException when criteria cannot ask about it */
    static EClass type(String name) throws CustomerException {
        Optional<EClass> found = CLASSES.stream().filter(each -> each.getName().equalsIgnoreCase(name)).findFirst();
        return found.orElseThrow(() -> new CustomerException(
                CustomerMessages.text("Criterion_Class", name, String.join(", ", CLASSES.stream().map(EClass::getName).toList()))));
    }

    static List<CriterionAttribute> all() {
        List<CriterionAttribute> all = new ArrayList<>();
        for (EClass type : CLASSES) {
            for (TableSchema.Column column : TableSchema.of(type).columns()) {
                EStructuralFeature feature = column.feature().orElseThrow();
                boolean personal = Masking.isPersonal(feature) && !feature.getName().equals("birthDate");
                if (!personal && !List.of("extra", "batch", "customer").contains(column.name())) {
                    all.add(attribute(type, column, feature));
                }
            }
        }
        all.add(new CriterionAttribute("Subscription.count", Kind.NUMBER, ORDERED, Optional.of("1"), List.of(), false, true));
        return List.copyOf(all);
    }

    /** Attributes of the model and columns beyond it. */
    static List<CriterionAttribute> with(List<CriterionAttribute> model, List<OtherColumn> others) {
        return others.isEmpty() ? model : Stream.concat(model.stream(), of(others).stream()).toList();
    }

    private static List<CriterionAttribute> of(List<OtherColumn> others) {
        return others.stream().map(other -> {
            List<ComparisonOperator> operators = other.kind() == Kind.TEXT ? WORDS : ORDERED;
            return new CriterionAttribute(other.attribute(), other.kind(), operators, Optional.empty(), List.of(), false,
                    other.type() == Literals.CUSTOMER);
        }).toList();
    }

    private static CriterionAttribute attribute(EClass type, TableSchema.Column column, EStructuralFeature feature) {
        boolean fact = type == Literals.MONTHLY_FACTS && FactSql.numeric(column.name());
        Kind kind = feature.getEType() instanceof EEnum ? Kind.CHOICE : switch (column.type()) {
            case DOUBLE, INTEGER, BIGINT -> Kind.NUMBER;
            case BOOLEAN -> Kind.TRUTH;
            case DATE, TIMESTAMP -> Kind.DATE;
            case VARCHAR -> Kind.TEXT;
        };
        List<String> literals = feature.getEType() instanceof EEnum choice
                ? choice.getELiterals().stream().map(EEnumLiteral::getLiteral).toList()
                : List.of();
        List<ComparisonOperator> operators = switch (kind) {
            case NUMBER, DATE -> ORDERED;
            case TRUTH -> TRUTHS;
            case CHOICE -> CHOICES;
            case TEXT -> WORDS;
        };
        boolean ready = fact ? CustomerBase.ready(column.name()) : CustomerBase.column(type, column.name()).isPresent();
        return new CriterionAttribute(type.getName() + "." + column.name(), kind, operators, MeasureAnnotations.unit(feature), literals,
                fact, ready);
    }
}
