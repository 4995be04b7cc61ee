package org.towercrier.customer.internal.segment;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.towercrier.model.customer.AllOf;
import org.towercrier.model.customer.AnyOf;
import org.towercrier.model.customer.AttributeCriterion;
import org.towercrier.model.customer.Criterion;
import org.towercrier.model.customer.NoneOf;
import org.towercrier.model.customer.SegmentCriterion;

/** Writes a tree of criteria as one line that {@link CriterionParser} reads again. */
final class CriterionWriter {

    private static final Pattern PLAIN_NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.-]*");
    private static final Pattern PLAIN_VALUE = Pattern
            .compile("-?\\d+(?:\\.\\d+)?|\\d{4}-\\d{2}-\\d{2}|today(?:[+-]\\d+[dmy])?|[A-Z][A-Z_]+|true|false");
    private static final int USUAL_MONTHS = 3;

    private CriterionWriter() {
    }

    static String of(Criterion criterion) {
        return switch (criterion) {
            case null -> CriterionParser.EVERYONE;
            case AllOf all -> joined(all.getCriteria(), " and ");
            case AnyOf any -> joined(any.getCriteria(), " or ");
            case NoneOf none -> "not (" + joined(none.getCriteria(), " or ") + ")";
            case AttributeCriterion leaf -> leaf(leaf);
            case SegmentCriterion member -> "segment " + quoted(member.getSegmentation()) + " = " + quoted(member.getSegment());
            default -> throw new IllegalArgumentException(criterion.eClass().getName());
        };
    }

    private static String joined(List<Criterion> parts, String by) {
        if (parts.isEmpty()) {
            return CriterionParser.EVERYONE;
        }
        boolean alone = parts.size() == 1;
        return parts.stream().map(part -> alone || !group(part) ? of(part) : "(" + of(part) + ")").collect(Collectors.joining(by));
    }

    private static boolean group(Criterion part) {
        return part instanceof AllOf || part instanceof AnyOf;
    }

    private static String leaf(AttributeCriterion leaf) {
        String attribute = Optional.ofNullable(leaf.getAttribute()).orElse("");
        String who = PLAIN_NAME.matcher(attribute).matches() ? attribute : quoted(attribute);
        if (attribute.startsWith("MonthlyFacts.")) {
            int months = Optional.ofNullable(leaf.getMonths()).orElse(USUAL_MONTHS);
            who += "(" + leaf.getAggregation().getLiteral().toLowerCase(Locale.ROOT) + "," + months + ")";
        }
        List<String> values = leaf.getValues().stream().map(CriterionWriter::value).toList();
        String first = values.isEmpty() ? "''" : values.get(0);
        return who + switch (leaf.getOperator()) {
            case EQUAL -> " = " + first;
            case NOT_EQUAL -> " <> " + first;
            case LESS -> " < " + first;
            case LESS_OR_EQUAL -> " <= " + first;
            case GREATER -> " > " + first;
            case GREATER_OR_EQUAL -> " >= " + first;
            case BETWEEN -> " between " + first + " and " + (values.size() > 1 ? values.get(1) : "''");
            case IN -> " in (" + String.join(", ", values) + ")";
            case NOT_IN -> " not in (" + String.join(", ", values) + ")";
            case CONTAINS -> " contains " + first;
            case STARTS_WITH -> " starts " + first;
            case PRESENT -> " present";
            case ABSENT -> " absent";
        };
    }

    private static String value(String value) {
        return PLAIN_VALUE.matcher(value).matches() ? value : quoted(value);
    }

    private static String quoted(String text) {
        return "'" + Optional.ofNullable(text).orElse("").replace("'", "''") + "'";
    }
}
