package org.towercrier.capacity.internal.rules;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.towercrier.capacity.internal.kpi.Kpi;
import org.towercrier.capacity.internal.kpi.KpiBook;
import org.towercrier.capacity.internal.kpi.KpiCompiler.DefinitionException;
import org.towercrier.model.MeasureAnnotations;
import org.towercrier.model.alarm.AlarmPackage;
import org.towercrier.model.alarm.DenseLoadRule;

/** The units of the values of rules: those of the model, or of the KPI that the value belongs to. */
public final class RuleUnits {

    private static final Pattern QUANTITY = Pattern.compile("([+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)\\s*(\\S.*)?");

    /** Units of one kind by their size. */
    private static final Map<String, Map<String, BigDecimal>> SIZES = Map.of(
            "s", sizes("s", 1, "min", 60, "h", 3600, "d", 86_400), "GB", sizes("kB", 1, "MB", 1000, "GB", 1_000_000),
            "kB", sizes("kB", 1, "MB", 1000, "GB", 1_000_000),
            "kbit/s", sizes("kbit/s", 1, "Mbit/s", 1000, "Gbit/s", 1_000_000));

    private final KpiBook kpis;

    /** With the KPIs that rules may name. */
    public RuleUnits(KpiBook kpis) {
        this.kpis = kpis;
    }

    private static Map<String, BigDecimal> sizes(Object... pairs) {
        Map<String, BigDecimal> sizes = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            sizes.put((String) pairs[i], BigDecimal.valueOf((Integer) pairs[i + 1]));
        }
        return sizes;
    }

    /** The unit of an attribute of a rule or of a part of one; empty when it has none. */
    public String of(EObject holder, EAttribute attribute) {
        Optional<String> annotated = MeasureAnnotations.unit(attribute);
        if (annotated.isPresent()) {
            return annotated.filter(unit -> !unit.equals("1")).orElse("");
        }
        if (attribute.getEAttributeType().getInstanceClass() != Double.class) {
            return "";
        }
        if (attribute == AlarmPackage.Literals.SEVERITY_STEP__VALUE && holder.eContainer() instanceof DenseLoadRule) {
            return "d";
        }
        return kpi(holder).or(() -> Optional.ofNullable(holder.eContainer()).flatMap(this::kpi)).orElse("");
    }

    private Optional<String> kpi(EObject holder) {
        EStructuralFeature named = holder.eClass().getEStructuralFeature("kpi");
        if (named == null || !(holder.eGet(named) instanceof String name)) {
            return Optional.empty();
        }
        try {
            return kpis.find(name).map(Kpi::unit).filter(unit -> !unit.equals("1"));
        } catch (DefinitionException unreadable) {
            return Optional.empty();
        }
    }

    /** A number with its unit, as it is written: {@code 70 %}; any other text as it is. */
    static String written(String text, String unit) {
        return unit.isEmpty() || !QUANTITY.matcher(text).matches() ? text : text + " " + unit;
    }

    /**
     * The number of a quantity in the unit expected.
     *
     * @return the number as text, the text itself when no number and no unit is expected; empty when the unit is another one
     */
    static Optional<String> number(String text, String unit) {
        Matcher quantity = QUANTITY.matcher(text.strip());
        if (!quantity.matches() || quantity.group(2) == null) {
            return Optional.of(text.strip());
        }
        String said = quantity.group(2).strip();
        if (said.equals(unit)) {
            return Optional.of(quantity.group(1));
        }
        Map<String, BigDecimal> sizes = SIZES.getOrDefault(unit, Map.of());
        if (!sizes.containsKey(said)) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(quantity.group(1)).multiply(sizes.get(said)).divide(sizes.get(unit));
        return Optional.of(number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
    }
}
