package org.towercrier.capacity.internal.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.eclipse.emf.ecore.EObject;
import org.towercrier.capacity.EffectiveRules;
import org.towercrier.capacity.Origin;
import org.towercrier.capacity.internal.detect.RuleOverrides;
import org.towercrier.capacity.internal.detect.RuleOverrides.Entry;
import org.towercrier.capacity.internal.detect.RulePlan;
import org.towercrier.capacity.internal.detect.RuleScope;
import org.towercrier.capacity.internal.series.MeasuredObject;
import org.towercrier.model.alarm.DetectionRule;
import org.towercrier.model.alarm.OverrideValue;
import org.towercrier.model.alarm.RuleSet;
import org.towercrier.model.edit.Labels;

/** Says for an object which values its rules have, and where they come from; it resolves them as detection does. */
final class EffectiveRulesReader {

    private final RuleUnits units;
    private final Labels labels;

    EffectiveRulesReader(RuleUnits units, Locale locale) {
        this.units = units;
        this.labels = new Labels(locale);
    }

    EffectiveRules read(RuleSet set, MeasuredObject object) {
        List<Entry> overrides = new RuleOverrides(set).of(object);
        List<EffectiveRules.Rule> rules = set.getRules().stream()
                .map(rule -> rule(rule, overrides.stream().filter(entry -> entry.rule().equals(rule.getId())).toList(), object)).toList();
        EffectiveRules.Place place = new EffectiveRules.Place(object.cell(), object.technology(), object.scenario(),
                object.location().region(), object.location().site(), object.location().sector());
        return new EffectiveRules(set.getName(), place, rules);
    }

    private EffectiveRules.Rule rule(DetectionRule rule, List<Entry> overrides, MeasuredObject object) {
        DetectionRule effective = RulePlan.effective(rule, overrides);
        Map<String, Integer> last = new HashMap<>();
        for (int i = 0; i < overrides.size(); i++) {
            for (OverrideValue value : overrides.get(i).values()) {
                int place = i;
                RulePath.parse(rule.eClass(), String.valueOf(value.getFeature())).ifPresent(path -> last.put(path.toString(), place));
            }
        }
        List<EffectiveRules.Value> values = new ArrayList<>();
        for (RulePath path : RulePath.of(effective)) {
            Integer winner = last.get(path.toString());
            Origin origin = winner == null ? Origin.RULE_SET : overrides.get(winner).origin(object);
            Optional<String> inherited = winner == null ? Optional.empty()
                    : Optional.of(path.get(RulePlan.effective(rule, overrides.subList(0, winner))));
            String unit = path.holder(effective).map((EObject holder) -> units.of(holder, path.attribute())).orElse("");
            OptionalInt index = winner == null ? OptionalInt.empty() : OptionalInt.of(overrides.get(winner).index());
            values.add(new EffectiveRules.Value(path.toString(), path.label(labels), path.get(effective), unit, origin, inherited, index));
        }
        boolean applies = !Boolean.FALSE.equals(effective.getEnabled()) && RuleScope.of(rule.getScope()).contains(object);
        return new EffectiveRules.Rule(rule.getId(), rule.getName() == null ? rule.getId() : rule.getName(), applies, values);
    }
}
