package org.towercrier.customer.ui.internal.figure;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.towercrier.model.MeasureAnnotations;
import org.towercrier.model.customer.CustomerPackage;
import org.towercrier.model.edit.Labels;

/** What attributes such as {@code MonthlyFacts.spend} and values of them are called. */
public final class AttributeNames {

    /** Units that say nothing: a plain count, and money of which nobody said which. */
    private static final Set<String> NONE = Set.of("1", "currency");

    private final FigureTexts texts;
    private final Labels labels;

    public AttributeNames(FigureTexts texts) {
        this.texts = texts;
        this.labels = new Labels(Locale.of(texts.locale().getLanguage(), texts.locale().getCountry()));
    }

    /** The name of an attribute; the attribute itself when it is not one of the model. */
    public String label(String attribute) {
        if (attribute.equals("Subscription.count")) {
            return texts.get("Attribute_products");
        }
        return feature(attribute).map(this::label).orElse(attribute);
    }

    private String label(EStructuralFeature feature) {
        EClass type = feature.getEContainingClass();
        String own = labels.of(feature);
        boolean alone = type == CustomerPackage.Literals.CUSTOMER || type == CustomerPackage.Literals.MONTHLY_FACTS
                || own.startsWith(labels.of(type));
        return alone ? own : labels.of(type) + ": " + own;
    }

    /** The unit of an attribute; empty for none. */
    public String unit(String attribute) {
        return feature(attribute).flatMap(MeasureAnnotations::unit).filter(unit -> !NONE.contains(unit)).orElse("");
    }

    /** The name of a value of an attribute. */
    public String value(String attribute, String value) {
        if (value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false")) {
            return texts.get("Truth_" + value.toLowerCase(Locale.ROOT));
        }
        return feature(attribute).filter(feature -> feature.getEType() instanceof EEnum)
                .flatMap(feature -> labels.literal((EEnum) feature.getEType(), value)).orElse(value);
    }

    private static Optional<EStructuralFeature> feature(String attribute) {
        int dot = attribute.indexOf('.');
        return dot < 0 || !(CustomerPackage.eINSTANCE.getEClassifier(attribute.substring(0, dot)) instanceof EClass type) ? Optional.empty()
                : Optional.ofNullable(type.getEStructuralFeature(attribute.substring(dot + 1)));
    }
}
