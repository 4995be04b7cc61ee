package org.towercrier.ui.editor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.eclipse.emf.common.util.Enumerator;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EDataType;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EEnumLiteral;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.towercrier.model.edit.Labels;

/** Values of attributes as a person types them, and back. Several values are separated by commas. */
public final class ValueText {

    private final Labels labels;

    public ValueText(Labels labels) {
        this.labels = labels;
    }

    /** The value as text, empty when it is absent. */
    public String format(EAttribute attribute, Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Collection<?> values) {
            return String.join(", ", values.stream().map(single -> formatSingle(attribute.getEAttributeType(), single)).toList());
        }
        return formatSingle(attribute.getEAttributeType(), value);
    }

    private String formatSingle(EDataType type, Object value) {
        if (value instanceof Enumerator enumerator) {
            return labels.of(enumerator);
        }
        if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15) {
            return Long.toString(number.longValue());
        }
        return EcoreUtil.convertToString(type, value);
    }

    /**
     * The value of a text: {@code null} for an absent one, a list for an attribute with many values.
     *
     * @throws IllegalArgumentException the text is no value of the attribute; the message says which words are
     */
    public Object parse(EAttribute attribute, String text) {
        EDataType type = attribute.getEAttributeType();
        if (attribute.isMany()) {
            List<Object> values = new ArrayList<>();
            for (String word : text.split(",")) {
                if (!word.isBlank()) {
                    values.add(parseSingle(type, word.strip()));
                }
            }
            return values;
        }
        return text.isBlank() ? null : parseSingle(type, text.strip());
    }

    private Object parseSingle(EDataType type, String word) {
        if (type instanceof EEnum choices) {
            Optional<Object> literal = choices.getELiterals().stream()
                    .filter(choice -> labels.of(choice).equalsIgnoreCase(word) || choice.getLiteral().equalsIgnoreCase(word))
                    .map(EEnumLiteral::getInstance).map(Object.class::cast).findFirst();
            return literal.orElseThrow(() -> new IllegalArgumentException(
                    String.join(", ", choices.getELiterals().stream().map(labels::of).toList())));
        }
        return EcoreUtil.createFromString(type, word);
    }
}
