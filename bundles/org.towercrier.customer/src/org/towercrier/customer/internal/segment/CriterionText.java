package org.towercrier.customer.internal.segment;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.towercrier.customer.internal.CustomerMessages;
import org.towercrier.model.customer.AllOf;
import org.towercrier.model.customer.AnyOf;
import org.towercrier.model.customer.AttributeCriterion;
import org.towercrier.model.customer.Criterion;
import org.towercrier.model.customer.NoneOf;
import org.towercrier.model.customer.SegmentCriterion;

/** Writes a tree of criteria as people read it. */
final class CriterionText {

    private CriterionText() {
    }

    static String of(Criterion criterion) {
        return switch (criterion) {
            case null -> CustomerMessages.text("Criterion_Everyone");
            case AllOf all -> joined(all.getCriteria(), " " + CustomerMessages.text("Criterion_And") + " ");
            case AnyOf any -> joined(any.getCriteria(), " " + CustomerMessages.text("Criterion_Or") + " ");
            case NoneOf none -> CustomerMessages.text("Criterion_Not") + " ("
                    + joined(none.getCriteria(), " " + CustomerMessages.text("Criterion_Or") + " ") + ")";
            case AttributeCriterion leaf -> leaf(leaf);
            case SegmentCriterion member -> member.getSegmentation() + " = " + member.getSegment();
            default -> criterion.eClass().getName();
        };
    }

    private static String joined(List<Criterion> parts, String by) {
        if (parts.isEmpty()) {
            return CustomerMessages.text("Criterion_Everyone");
        }
        return parts.stream().map(
                part -> part instanceof AnyOf any && any.getCriteria().size() > 1 && parts.size() > 1 ? "(" + of(part) + ")" : of(part))
                .collect(Collectors.joining(by));
    }

    private static String leaf(AttributeCriterion leaf) {
        String attribute = Optional.ofNullable(leaf.getAttribute()).orElse("");
        String window = attribute.startsWith("MonthlyFacts.") ? " (" + CustomerMessages.text(
                "Criterion_Window", CustomerMessages.text("Aggregation_" + leaf.getAggregation().getLiteral()),
                Optional.ofNullable(leaf.getMonths()).orElse(3))
                + ")" : "";
        String operator = CustomerMessages.text("Operator_" + leaf.getOperator().getLiteral());
        String values = String.join(", ", leaf.getValues());
        return (attribute + window + " " + operator + " " + values).strip().replaceAll(" {2,}", " ");
    }

}
