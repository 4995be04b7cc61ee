package org.towercrier.model;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EAnnotation;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * What a number means: annotation {@value #SOURCE} on an {@link EAttribute}. Units are written as in UCUM where UCUM
 * reads well ({@code %}, {@code kbit/s}, {@code s}, {@code 1} for a plain count); measurements carry their name from
 * 3GPP TS 28.552 or TS 32.425.
 */
public final class MeasureAnnotations {

    /** Source of the annotation. */
    public static final String SOURCE = "https://towercrier.org/measure";
    /** Detail with the unit. */
    public static final String UNIT = "unit";
    /** Detail with the 3GPP name of the measurement. */
    public static final String MEASUREMENT = "measurement";
    /** Detail with the way samples are put together: {@code sum}, {@code mean} or {@code max}. */
    public static final String AGGREGATION = "aggregation";
    /** Detail that tells a {@code counter} from a {@code gauge}. */
    public static final String KIND = "kind";

    private MeasureAnnotations() {
    }

    /**
     * The unit of an attribute.
     *
     * @param feature a feature of the model
     * @return the unit, empty when the attribute has none
     */
    public static Optional<String> unit(EStructuralFeature feature) {
        return detail(feature, UNIT);
    }

    /**
     * The 3GPP name of an attribute.
     *
     * @param feature a feature of the model
     * @return the name, empty when the attribute is no measurement
     */
    public static Optional<String> measurement(EStructuralFeature feature) {
        return detail(feature, MEASUREMENT);
    }

    /**
     * The way samples of an attribute are put together over time.
     *
     * @param feature a feature of the model
     * @return {@code sum}, {@code mean} or {@code max}, empty when the attribute is no measurement
     */
    public static Optional<String> aggregation(EStructuralFeature feature) {
        return detail(feature, AGGREGATION);
    }

    /**
     * Tells counters from gauges.
     *
     * @param feature a feature of the model
     * @return {@code counter} or {@code gauge}, empty when the attribute is no measurement
     */
    public static Optional<String> kind(EStructuralFeature feature) {
        return detail(feature, KIND);
    }

    /**
     * The measurements of a class by their 3GPP names.
     *
     * @param type a class of the model, usually CellMeasurement
     * @return the attributes that carry a measurement, by its name; a fresh map at each call
     */
    public static Map<String, EAttribute> byMeasurementName(EClass type) {
        return type.getEAllAttributes().stream().filter(attribute -> measurement(attribute).isPresent())
                .collect(Collectors.toMap(attribute -> measurement(attribute).orElseThrow(), attribute -> attribute));
    }

    private static Optional<String> detail(EStructuralFeature feature, String name) {
        EAnnotation annotation = feature.getEAnnotation(SOURCE);
        return annotation == null ? Optional.empty() : Optional.ofNullable(annotation.getDetails().get(name));
    }
}
