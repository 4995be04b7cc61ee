package org.towercrier.capacity.internal.rules;

import org.towercrier.model.alarm.AlarmFactory;
import org.towercrier.model.alarm.OverrideValue;
import org.towercrier.model.alarm.RuleOverride;
import org.towercrier.model.alarm.RuleSet;
import org.towercrier.model.alarm.Scope;
import org.towercrier.model.network.CoverageScenario;
import org.towercrier.model.network.Technology;

/** Overrides for tests: {@code Overrides.in(set).region("East").of("no-data", "missingPeriods", "8")}. */
public final class Overrides {

    private final RuleSet set;
    private final Scope scope = AlarmFactory.eINSTANCE.createScope();

    private Overrides(RuleSet set) {
        this.set = set;
    }

    public static Overrides in(RuleSet set) {
        return new Overrides(set);
    }

    public Overrides region(String name) {
        scope.getRegions().add(name);
        return this;
    }

    public Overrides site(String name) {
        scope.getSites().add(name);
        return this;
    }

    public Overrides sector(String name) {
        scope.getSectors().add(name);
        return this;
    }

    public Overrides cell(String name) {
        scope.getCells().add(name);
        return this;
    }

    public Overrides technology(Technology technology) {
        scope.getTechnologies().add(technology);
        return this;
    }

    public Overrides scenario(CoverageScenario scenario) {
        scope.getScenarios().add(scenario);
        return this;
    }

    /** Adds the override of some values: features and values in turn. */
    public RuleOverride of(String rule, String... values) {
        RuleOverride override = AlarmFactory.eINSTANCE.createRuleOverride();
        override.setRule(rule);
        override.setScope(scope);
        for (int i = 0; i < values.length; i += 2) {
            OverrideValue value = AlarmFactory.eINSTANCE.createOverrideValue();
            value.setFeature(values[i]);
            value.setValue(values[i + 1]);
            override.getValues().add(value);
        }
        set.getOverrides().add(override);
        return override;
    }
}
