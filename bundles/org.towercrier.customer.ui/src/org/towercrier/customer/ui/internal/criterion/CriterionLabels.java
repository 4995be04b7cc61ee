package org.towercrier.customer.ui.internal.criterion;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.towercrier.customer.CriterionAttribute;
import org.towercrier.customer.CriterionAttribute.Kind;
import org.towercrier.customer.ui.internal.Texts;
import org.towercrier.model.customer.AttributeCriterion;
import org.towercrier.model.customer.ComparisonOperator;
import org.towercrier.model.customer.Criterion;
import org.towercrier.model.customer.CustomerPackage;
import org.towercrier.model.customer.FactsAggregation;
import org.towercrier.model.customer.SegmentCriterion;
import org.towercrier.model.edit.Labels;

/** Criteria and what they ask about in the words of the user's language. */
final class CriterionLabels {

    private static final int USUAL_MONTHS = 3;
    private static final String OTHER = ".extra.";

    private final Texts texts;
    private final Labels labels;
    private final List<CriterionAttribute> attributes;

    CriterionLabels(Texts texts, List<CriterionAttribute> attributes) {
        this.texts = texts;
        this.attributes = attributes;
        labels = new Labels(texts.locale());
    }

    /** All that can be asked about. */
    List<CriterionAttribute> attributes() {
        return attributes;
    }

    /** What a criterion asks about. */
    Optional<CriterionAttribute> attribute(AttributeCriterion leaf) {
        String name = leaf.getAttribute() == null ? "" : leaf.getAttribute();
        return attributes.stream().filter(each -> each.name().equalsIgnoreCase(name.contains(".") ? name : "Customer." + name)).findFirst();
    }

    /** A line of the tree. */
    String of(Criterion criterion) {
        Optional<Groups.Kind> kind = Groups.kind(criterion);
        if (kind.isPresent()) {
            return of(kind.get());
        }
        return switch (criterion) {
            case AttributeCriterion leaf -> leaf(leaf);
            case SegmentCriterion member -> texts.get("Criterion_Member", text(member.getSegment()), text(member.getSegmentation()));
            default -> criterion.eClass().getName();
        };
    }

    /** A way to put parts together. */
    String of(Groups.Kind kind) {
        return texts.get("Criterion_" + kind.name());
    }

    private String leaf(AttributeCriterion leaf) {
        Optional<CriterionAttribute> attribute = attribute(leaf);
        String name = attribute.map(this::name).orElseGet(() -> text(leaf.getAttribute()));
        String window = attribute.filter(CriterionAttribute::monthly).map(monthly -> " (" + window(leaf) + ")").orElse("");
        String values = leaf.getValues().stream().map(value -> attribute.map(known -> value(known, value)).orElse(value))
                .collect(Collectors.joining(leaf.getOperator() == ComparisonOperator.BETWEEN ? " – " : ", "));
        String unit = values.isEmpty() ? "" : attribute.map(this::unit).orElse("");
        return (name + window + " " + sign(leaf.getOperator()) + " " + values + " " + unit).strip();
    }

    /** An attribute with its class where that is not the customer. */
    String name(CriterionAttribute attribute) {
        int dot = attribute.name().indexOf('.');
        String own = feature(attribute).map(labels::of).orElseGet(() -> other(attribute)
                .orElseGet(() -> texts.get("Attribute_" + attribute.name().replace('.', '_'))));
        EClass type = (EClass) CustomerPackage.eINSTANCE.getEClassifier(attribute.name().substring(0, dot));
        return type == CustomerPackage.Literals.CUSTOMER || attribute.monthly() ? own : labels.of(type) + ": " + own;
    }

    /** The header of a column that an imported table had beyond the model. */
    private static Optional<String> other(CriterionAttribute attribute) {
        int at = attribute.name().indexOf(OTHER);
        return at < 0 ? Optional.empty() : Optional.of(attribute.name().substring(at + OTHER.length()));
    }

    /** What an attribute belongs to. */
    String group(CriterionAttribute attribute) {
        return other(attribute).isPresent() ? texts.get("Attribute_OtherColumns")
                : labels.of(CustomerPackage.eINSTANCE.getEClassifier(attribute.name().substring(0, attribute.name().indexOf('.'))));
    }

    private static Optional<EStructuralFeature> feature(CriterionAttribute attribute) {
        int dot = attribute.name().indexOf('.');
        return Optional.ofNullable((EClass) CustomerPackage.eINSTANCE.getEClassifier(attribute.name().substring(0, dot)))
                .map(type -> type.getEStructuralFeature(attribute.name().substring(dot + 1)));
    }

    private String window(AttributeCriterion leaf) {
        int months = leaf.getMonths() == null ? USUAL_MONTHS : leaf.getMonths();
        return leaf.getAggregation() == FactsAggregation.LAST ? labels.of(FactsAggregation.LAST)
                : texts.get("Criterion_Window", labels.of(leaf.getAggregation()), months);
    }

    /** Unit of the values of an attribute, in words. */
    String unit(CriterionAttribute attribute) {
        return attribute.unit().map(unit -> switch (unit) {
            case "1", "currency" -> "";
            case "mo" -> texts.get("Unit_Month");
            case "a" -> texts.get("Unit_Year");
            default -> unit;
        }).orElse("");
    }

    /** An operator as a sign or a word. */
    String sign(ComparisonOperator operator) {
        return switch (operator) {
            case EQUAL -> "=";
            case NOT_EQUAL -> "≠";
            case LESS -> "<";
            case LESS_OR_EQUAL -> "≤";
            case GREATER -> ">";
            case GREATER_OR_EQUAL -> "≥";
            default -> labels.of(operator).toLowerCase(Locale.ROOT);
        };
    }

    /** An operator in words. */
    String word(ComparisonOperator operator) {
        String sign = sign(operator);
        String word = labels.of(operator);
        return sign.length() == 1 ? sign + "  " + word : word;
    }

    /** A way to put months together. */
    String of(FactsAggregation aggregation) {
        return labels.of(aggregation);
    }

    /** A value as people read it. */
    String value(CriterionAttribute attribute, String value) {
        if (attribute.kind() == Kind.TRUTH) {
            return texts.get("Truth_" + value);
        }
        return attribute.kind() != Kind.CHOICE ? value
                : feature(attribute).map(EStructuralFeature::getEType).filter(org.eclipse.emf.ecore.EEnum.class::isInstance)
                        .flatMap(type -> labels.literal((org.eclipse.emf.ecore.EEnum) type, value)).orElse(value);
    }

    private static String text(String maybe) {
        return maybe == null ? "" : maybe;
    }
}
