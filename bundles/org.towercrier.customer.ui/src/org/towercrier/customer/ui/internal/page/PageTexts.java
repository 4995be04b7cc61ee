package org.towercrier.customer.ui.internal.page;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.towercrier.customer.ui.internal.Texts;
import org.towercrier.model.MeasureAnnotations;
import org.towercrier.model.edit.Labels;
import org.towercrier.ui.kit.Dates;
import org.towercrier.ui.kit.NumberFormats;

/** Attributes of the model with their values as people read them. */
final class PageTexts {

    private final Texts texts;
    private final Labels labels;
    private final NumberFormats numbers;
    private final Dates dates;

    PageTexts(Texts texts, Dates dates) {
        this.texts = texts;
        this.dates = dates;
        labels = new Labels(texts.locale());
        numbers = NumberFormats.of(texts.locale());
    }

    Texts texts() {
        return texts;
    }

    NumberFormats numbers() {
        return numbers;
    }

    /** What a class is called. */
    String label(EClass type) {
        return labels.of(type);
    }

    /** What an attribute is called. */
    String label(EClass type, String attribute) {
        EStructuralFeature feature = type.getEStructuralFeature(attribute);
        return feature == null ? attribute : labels.of(feature);
    }

    /** A value of a row; absent where there is none. */
    Optional<String> value(EClass type, Map<String, Object> row, String attribute) {
        return Optional.ofNullable(row.get(attribute)).map(value -> value(type.getEStructuralFeature(attribute), value))
                .filter(text -> !text.isBlank());
    }

    private String value(EStructuralFeature feature, Object value) {
        if (feature != null && feature.getEType() instanceof EEnum choice) {
            return labels.literal(choice, value.toString()).orElse(value.toString());
        }
        return switch (value) {
            case Boolean truth -> texts.get("Truth_" + truth);
            case Integer whole -> measured(feature, whole, 0);
            case Number number -> measured(feature, number.doubleValue(), 1);
            case Instant time -> dates.minute(time);
            default -> value.toString();
        };
    }

    private String measured(EStructuralFeature feature, double value, int digits) {
        String unit = feature == null ? "" : MeasureAnnotations.unit(feature).orElse("");
        return switch (unit) {
            case "mo" -> texts.get("Unit_Months", numbers.measure(value, digits, ""));
            case "a" -> texts.get("Unit_Years", numbers.measure(value, digits, ""));
            case "currency" -> numbers.decimal(value, 2);
            default -> numbers.measure(value, digits, unit);
        };
    }
}
