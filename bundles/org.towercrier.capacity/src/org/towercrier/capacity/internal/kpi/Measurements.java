package org.towercrier.capacity.internal.kpi;

import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.eclipse.emf.ecore.EAttribute;
import org.towercrier.capacity.internal.expression.Expression.Function;
import org.towercrier.model.MeasureAnnotations;
import org.towercrier.model.measurement.MeasurementPackage;

/** The measurements that have a column of their own, by their 3GPP names or the names of their attributes. */
public final class Measurements {

    private final Map<String, EAttribute> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Function> naturals = new HashMap<>();

    /** From the annotations of the model. */
    public Measurements() {
        MeasureAnnotations.byMeasurementName(MeasurementPackage.eINSTANCE.getCellMeasurement()).forEach((name, attribute) -> {
            byName.put(name, attribute);
            byName.put(attribute.getName(), attribute);
            naturals.put(name, MeasureAnnotations.aggregation(attribute)
                    .map(aggregation -> Function.valueOf(aggregation.toUpperCase(Locale.ROOT))).orElse(Function.SUM));
        });
    }

    /** The attribute of a measurement, letter case ignored; empty when it lives among the counters without a column. */
    public Optional<EAttribute> attribute(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The name as the standard writes it, letter case corrected; other names stay as they are. */
    public String canonical(String name) {
        return attribute(name).flatMap(MeasureAnnotations::measurement).orElse(name);
    }

    /** The unit of a measurement, {@code 1} when it is not known. */
    public String unit(String name) {
        return attribute(name).flatMap(MeasureAnnotations::unit).orElse("1");
    }

    /** How samples are put together: by the model for measurements with a column, others are counters and summed. */
    public Function natural(String name) {
        return naturals.getOrDefault(canonical(name), Function.SUM);
    }

    /** How the measurements with a column are put together, by their 3GPP names. */
    public Map<String, Function> naturals() {
        return Collections.unmodifiableMap(naturals);
    }
}
