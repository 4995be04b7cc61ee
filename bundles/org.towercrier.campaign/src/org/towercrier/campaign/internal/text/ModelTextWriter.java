package org.towercrier.campaign.internal.text;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.eclipse.emf.common.util.Enumerator;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.towercrier.model.customer.Criterion;

/** Writes a document as YAML, in the order of the model; what is not set is left out. */
final class ModelTextWriter {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_./%()+-]*(?: [A-Za-z0-9_./%()+-]+)*");
    private static final Pattern AMBIGUOUS = Pattern.compile("(?i)true|false|yes|no|on|off|null|y|n");

    private final Function<Criterion, String> criteria;
    private final StringBuilder text = new StringBuilder();

    /** @param criteria writes a criterion as one line */
    ModelTextWriter(Function<Criterion, String> criteria) {
        this.criteria = criteria;
    }

    String write(EObject root) {
        members(root, 0);
        return text.toString();
    }

    private void members(EObject object, int depth) {
        for (EStructuralFeature feature : object.eClass().getEAllStructuralFeatures()) {
            if (feature instanceof EAttribute attribute) {
                attribute(object, attribute, depth);
            } else if (feature instanceof EReference part && part.isContainment()) {
                part(object, part, depth);
            }
        }
    }

    private void attribute(EObject object, EAttribute attribute, int depth) {
        Object value = object.eGet(attribute);
        boolean absent = value == null || !object.eIsSet(attribute) && (attribute.isUnsettable() || attribute.isMany());
        if (absent || !object.eIsSet(attribute) && !(value instanceof Enumerator)) {
            return;
        }
        if (value instanceof List<?> many) {
            line(depth, attribute.getName(),
                    many.stream().map(each -> scalar(attribute, each)).collect(Collectors.joining(", ", "[", "]")));
        } else {
            line(depth, attribute.getName(), scalar(attribute, value));
        }
    }

    private static String scalar(EAttribute attribute, Object value) {
        if (value instanceof Enumerator literal) {
            return literal.getLiteral();
        }
        String written = EcoreUtil.convertToString(attribute.getEAttributeType(), value);
        return value instanceof String || !(value instanceof Number || value instanceof Boolean) ? quoted(written) : written;
    }

    private void part(EObject object, EReference part, int depth) {
        Object value = object.eGet(part);
        if (value instanceof Criterion criterion) {
            line(depth, part.getName(), quoted(criteria.apply(criterion)));
        } else if (value instanceof List<?> many) {
            if (!many.isEmpty()) {
                text.append("  ".repeat(depth)).append(part.getName()).append(":\n");
                many.forEach(each -> element((EObject) each, depth + 1));
            }
        } else if (value != null) {
            int begin = text.length();
            text.append("  ".repeat(depth)).append(part.getName()).append(":\n");
            int before = text.length();
            members((EObject) value, depth + 1);
            if (text.length() == before) {
                text.setLength(begin);
                line(depth, part.getName(), "{}");
            }
        }
    }

    /** An element of a list: its first line begins with a dash. */
    private void element(EObject child, int depth) {
        int begin = text.length();
        members(child, depth + 1);
        if (text.length() == begin) {
            text.append("  ".repeat(depth)).append("- {}\n");
        } else {
            text.replace(begin + 2 * depth, begin + 2 * depth + 2, "- ");
        }
    }

    private void line(int depth, String key, String value) {
        text.append("  ".repeat(depth)).append(key).append(": ").append(value).append('\n');
    }

    /** A string: as it is when nothing in it means anything in YAML, else in double quotes. */
    static String quoted(String value) {
        if (PLAIN.matcher(value).matches() && !AMBIGUOUS.matcher(value).matches()) {
            return value;
        }
        StringBuilder quoted = new StringBuilder("\"");
        value.chars().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append(Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || c == 0xfeff || c >= 0xfffe
                        ? String.format("\\u%04x", c)
                        : Character.toString(c));
            }
        });
        return quoted.append('"').toString();
    }
}
