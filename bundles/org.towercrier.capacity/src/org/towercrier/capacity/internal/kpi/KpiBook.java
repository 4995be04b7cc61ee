package org.towercrier.capacity.internal.kpi;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.towercrier.capacity.internal.kpi.KpiCompiler.DefinitionException;
import org.towercrier.model.measurement.KpiDefinition;
import org.towercrier.model.measurement.MeasurementFactory;

/** KPIs by name: definitions, and measurements or expressions in brackets. */
public final class KpiBook {

    private final Map<String, KpiDefinition> definitions = new TreeMap<>();
    private final Measurements measurements;
    private final KpiCompiler compiler;

    /** Of some definitions; of two with one name the later counts. */
    public KpiBook(Collection<? extends KpiDefinition> definitions, Measurements measurements) {
        definitions.forEach(definition -> this.definitions.put(definition.getName(), definition));
        this.measurements = measurements;
        this.compiler = new KpiCompiler(measurements);
    }

    /** The definitions by their names. */
    public Map<String, KpiDefinition> definitions() {
        return definitions;
    }

    /** The measurements of the model. */
    public Measurements measurements() {
        return measurements;
    }

    /**
     * Finds a KPI by its name, the name of a measurement of the model, or an expression with brackets.
     *
     * @return empty when there is no such name
     * @throws DefinitionException an expression cannot be read
     */
    public Optional<Kpi> find(String name) throws DefinitionException {
        Optional<KpiDefinition> definition = definition(name);
        return definition.isPresent() ? Optional.of(compiler.compile(definition.get())) : Optional.empty();
    }

    /** As {@link #find}, as a definition: one is made for measurements and expressions. */
    public Optional<KpiDefinition> definition(String name) {
        KpiDefinition known = definitions.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        String inner = name.strip();
        boolean single = inner.startsWith("[") && inner.indexOf(']') == inner.length() - 1;
        String measurement = single ? inner.substring(1, inner.length() - 1).strip() : inner;
        if (single || measurements.attribute(measurement).isPresent()) {
            String canonical = measurements.canonical(measurement);
            KpiDefinition made = MeasurementFactory.eINSTANCE.createKpiDefinition();
            made.setName(canonical);
            made.setUnit(measurements.unit(canonical));
            made.setNumerator(measurements.natural(canonical).name().toLowerCase(Locale.ROOT) + "([" + canonical + "])");
            return Optional.of(made);
        }
        if (inner.contains("[")) {
            KpiDefinition made = MeasurementFactory.eINSTANCE.createKpiDefinition();
            made.setName(inner);
            made.setUnit("1");
            made.setNumerator(inner);
            return Optional.of(made);
        }
        return Optional.empty();
    }
}
