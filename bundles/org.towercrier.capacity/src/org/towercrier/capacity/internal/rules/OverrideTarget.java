package org.towercrier.capacity.internal.rules;

import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.towercrier.model.alarm.DetectionRule;
import org.towercrier.model.alarm.RuleOverride;
import org.towercrier.model.alarm.RuleSet;
import org.towercrier.model.edit.Labels;

/**
 * What a value of an override is meant for.
 *
 * @param rule the rule, absent when the set has none of that identity
 * @param path the way to the value, absent when the rule has no such value
 */
record OverrideTarget(Optional<DetectionRule> rule, Optional<RulePath> path) {

    static OverrideTarget of(RuleOverride override, String feature) {
        Optional<DetectionRule> rule = override.eContainer() instanceof RuleSet set
                ? set.getRules().stream().filter(each -> each.getId() != null && each.getId().equals(override.getRule())).findFirst()
                : Optional.empty();
        return new OverrideTarget(rule, rule.flatMap(found -> RulePath.parse(found.eClass(), feature)));
    }

    /** Whether the value is a word of the model, true or false: nothing that is written in quotes. */
    boolean literal() {
        return path.map(way -> way.attribute().getEAttributeType().getInstanceClass() != String.class).orElse(false);
    }

    /** Unit of the value, empty when it has none or is not known. */
    String unit(RuleUnits units) {
        return rule.flatMap(known -> path.map(way -> unit(units, known, way))).orElse("");
    }

    /** A part that the rule does not have has a unit all the same. */
    private static String unit(RuleUnits units, DetectionRule rule, RulePath path) {
        Optional<EObject> holder = path.holder(rule);
        if (holder.isPresent()) {
            return units.of(holder.get(), path.attribute());
        }
        DetectionRule copy = EcoreUtil.copy(rule);
        if (!path.takes("")) {
            return "";
        }
        path.set(copy, "");
        return path.holder(copy).map(added -> units.of(added, path.attribute())).orElse("");
    }

    /** The value for people, empty when it is not known. */
    String label(Labels labels) {
        return path.map(way -> way.label(labels)).orElse("");
    }
}
