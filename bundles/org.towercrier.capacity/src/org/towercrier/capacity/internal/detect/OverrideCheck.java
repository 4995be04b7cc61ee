package org.towercrier.capacity.internal.detect;

import java.util.Optional;

import org.towercrier.capacity.internal.detect.RuleOverrides.Entry;
import org.towercrier.capacity.internal.detect.RuleProblems.Feature;
import org.towercrier.capacity.internal.rules.RulePath;
import org.towercrier.model.alarm.DetectionRule;
import org.towercrier.model.alarm.OverrideValue;
import org.towercrier.model.alarm.RuleSet;

/** Says what is wrong with the overrides of a rule set, each by itself. */
final class OverrideCheck {

    private final RuleCompiler compiler;
    private final RuleProblems problems;

    OverrideCheck(RuleCompiler compiler, RuleProblems problems) {
        this.compiler = compiler;
        this.problems = problems;
    }

    void check(RuleSet set) {
        boolean sound = problems.count() == 0;
        for (Entry each : new RuleOverrides(set).all()) {
            problems.within("overrides[" + each.index() + "].");
            Optional<DetectionRule> rule = set.getRules().stream().filter(one -> each.rule().equals(one.getId())).findFirst();
            if (rule.isEmpty()) {
                problems.add(each.rule(), Feature.RULE, "override.rule", each.rule());
            } else {
                check(each, rule.get(), sound);
            }
        }
        problems.within("");
    }

    private void check(Entry override, DetectionRule rule, boolean sound) {
        int before = problems.count();
        if (override.scope().equals(RuleScope.ALL)) {
            problems.add(rule.getId(), Feature.SCOPE, "override.scope");
        }
        if (override.values().isEmpty()) {
            problems.add(rule.getId(), Feature.VALUES, "override.values");
        }
        override.values().forEach(value -> check(rule, value));
        if (sound && problems.count() == before) {
            // What the value makes of the rule must be a rule as well.
            compiler.judge(RulePlan.effective(rule, java.util.List.of(override)));
        }
    }

    private void check(DetectionRule rule, OverrideValue value) {
        String feature = String.valueOf(value.getFeature());
        Optional<RulePath> path = RulePath.parse(rule.eClass(), feature);
        if (path.isEmpty()) {
            problems.add(rule.getId(), Feature.VALUES, "override.feature", feature, rule.eClass().getName());
        } else if (!path.get().takes(value.getValue() == null ? "" : value.getValue())) {
            problems.add(rule.getId(), Feature.VALUES, "override.value", feature, String.valueOf(value.getValue()));
        }
    }
}
