package org.towercrier.customer.internal.segment;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.towercrier.customer.internal.CustomerMessages;
import org.towercrier.model.customer.AllOf;
import org.towercrier.model.customer.AnyOf;
import org.towercrier.model.customer.AttributeCriterion;
import org.towercrier.model.customer.Criterion;
import org.towercrier.model.customer.CustomerPackage;
import org.towercrier.model.customer.CustomerPackage.Literals;
import org.towercrier.model.customer.NoneOf;
import org.towercrier.model.customer.SegmentCriterion;
import org.towercrier.model.edit.Labels;

/** Writes a tree of criteria as people read it, in their language. */
final class CriterionText {

    private static final String OTHER = "extra.";
    private static final int USUAL_MONTHS = 3;

    private final Locale locale;
    private final Labels labels;

    private CriterionText(Locale locale) {
        this.locale = locale;
        labels = new Labels(locale);
    }

    /** In a language. */
    static String of(Criterion criterion, Locale locale) {
        return new CriterionText(locale).of(criterion);
    }

    private String of(Criterion criterion) {
        return switch (criterion) {
            case null -> text("Criterion_Everyone");
            case AllOf all -> joined(all.getCriteria(), " " + text("Criterion_And") + " ");
            case AnyOf any -> joined(any.getCriteria(), " " + text("Criterion_Or") + " ");
            case NoneOf none -> text("Criterion_Not") + " (" + joined(none.getCriteria(), " " + text("Criterion_Or") + " ") + ")";
            case AttributeCriterion leaf -> leaf(leaf);
            case SegmentCriterion member -> member.getSegmentation() + " = " + member.getSegment();
            default -> criterion.eClass().getName();
        };
    }

    private String text(String key, Object... arguments) {
        return CustomerMessages.text(locale, key, arguments);
    }

    private String joined(List<Criterion> parts, String by) {
        if (parts.isEmpty()) {
            return text("Criterion_Everyone");
        }
        return parts.stream().map(
                part -> part instanceof AnyOf any && any.getCriteria().size() > 1 && parts.size() > 1 ? "(" + of(part) + ")" : of(part))
                .collect(Collectors.joining(by));
    }

    private String leaf(AttributeCriterion leaf) {
        String attribute = Optional.ofNullable(leaf.getAttribute()).orElse("");
        String window = attribute.startsWith("MonthlyFacts.") ? " (" + text("Criterion_Window",
                text("Aggregation_" + leaf.getAggregation().getLiteral()), Optional.ofNullable(leaf.getMonths()).orElse(USUAL_MONTHS)) + ")"
                : "";
        Optional<EStructuralFeature> feature = feature(attribute);
        String values = leaf.getValues().stream().map(value -> feature.map(EStructuralFeature::getEType).filter(EEnum.class::isInstance)
                .flatMap(type -> labels.literal((EEnum) type, value)).orElse(value)).collect(Collectors.joining(", "));
        return (name(attribute, feature) + window + " " + text("Operator_" + leaf.getOperator().getLiteral()) + " " + values).strip()
                .replaceAll(" {2,}", " ");
    }

    /** An attribute with its class where that is neither the customer nor its months; what the model does not know is called as it is written. */
    private String name(String attribute, Optional<EStructuralFeature> feature) {
        int dot = attribute.indexOf('.');
        String own = attribute.substring(dot + 1);
        Optional<EClass> type = type(attribute);
        String called = own.startsWith(OTHER) ? own.substring(OTHER.length()) : feature.map(labels::of).orElse(own);
        boolean plain = type.isEmpty() || type.get() == Literals.CUSTOMER || type.get() == Literals.MONTHLY_FACTS;
        return plain ? feature.isPresent() || own.startsWith(OTHER) ? called : attribute : labels.of(type.get()) + ": " + called;
    }

    private static Optional<EClass> type(String attribute) {
        int dot = attribute.indexOf('.');
        return dot < 0 ? Optional.of(Literals.CUSTOMER)
                : Optional.ofNullable(CustomerPackage.eINSTANCE.getEClassifier(attribute.substring(0, dot)))
                        .filter(EClass.class::isInstance)
                        .map(EClass.class::cast);
    }

    private static Optional<EStructuralFeature> feature(String attribute) {
        return type(attribute).map(type -> type.getEStructuralFeature(attribute.substring(attribute.indexOf('.') + 1)));
    }
}
