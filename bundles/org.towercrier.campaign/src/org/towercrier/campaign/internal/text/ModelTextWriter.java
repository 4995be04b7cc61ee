package org.towercrier.campaign.internal.text;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.eclipse.emf.common.util.Enumerator;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.towercrier.model.customer.Criterion;
import org.towercrier.model.edit.YamlText;

/** Writes a document as YAML, in the order of the model; what is not set is left out. */
final class ModelTextWriter {

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
        return value instanceof String || !(value instanceof Number || value instanceof Boolean) ? YamlText.quoted(written) : written;
    }

    private void part(EObject object, EReference part, int depth) {
        Object value = object.eGet(part);
        if (value instanceof Criterion criterion) {
            line(depth, part.getName(), YamlText.quoted(criteria.apply(criterion)));
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
}
