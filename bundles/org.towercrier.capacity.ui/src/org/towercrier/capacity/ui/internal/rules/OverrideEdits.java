package org.towercrier.capacity.ui.internal.rules;

import java.util.Objects;
import java.util.Optional;

import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.edit.command.AddCommand;
import org.eclipse.emf.edit.command.RemoveCommand;
import org.eclipse.emf.edit.command.SetCommand;
import org.eclipse.emf.edit.domain.EditingDomain;
import org.towercrier.capacity.EffectiveRules.Place;
import org.towercrier.capacity.Origin.Level;
import org.towercrier.model.alarm.AlarmFactory;
import org.towercrier.model.alarm.AlarmPackage;
import org.towercrier.model.alarm.OverrideValue;
import org.towercrier.model.alarm.RuleOverride;
import org.towercrier.model.alarm.RuleSet;
import org.towercrier.model.alarm.Scope;

/** Changes of the overrides of a rule set, as commands that can be undone. */
final class OverrideEdits {

    private final EditingDomain domain;
    private final RuleSet set;

    OverrideEdits(EditingDomain domain, RuleSet set) {
        this.domain = domain;
        this.set = set;
    }

    /** The scope that is one place of a cell at a level; empty when that place is not known. */
    static Optional<Scope> scope(Place cell, Level level) {
        Scope scope = AlarmFactory.eINSTANCE.createScope();
        String place = place(cell, level);
        switch (level) {
            case REGION -> scope.getRegions().add(place);
            case SITE -> scope.getSites().add(place);
            case SECTOR -> scope.getSectors().add(place);
            case CELL -> scope.getCells().add(place);
            case NETWORK, RULE_SET -> place = "";
        }
        return place.isEmpty() ? Optional.empty() : Optional.of(scope);
    }

    /** The name of a cell's place at a level, empty when it is not known. */
    static String place(Place cell, Level level) {
        return switch (level) {
            case REGION -> cell.region();
            case SITE -> cell.site();
            case SECTOR -> cell.sector();
            case CELL -> cell.cell();
            case NETWORK, RULE_SET -> "";
        };
    }

    /** Sets a value of a rule within a scope: in the override that is there for it, else in a new one. */
    Command set(String rule, Scope scope, String feature, String value) {
        Optional<RuleOverride> there = set.getOverrides().stream()
                .filter(each -> Objects.equals(each.getRule(), rule) && each.getScope() != null && EcoreUtil.equals(each.getScope(), scope))
                .reduce((first, second) -> second);
        if (there.isEmpty()) {
            RuleOverride added = AlarmFactory.eINSTANCE.createRuleOverride();
            added.setRule(rule);
            added.setScope(scope);
            added.getValues().add(value(feature, value));
            return AddCommand.create(domain, set, AlarmPackage.Literals.RULE_SET__OVERRIDES, added);
        }
        Optional<OverrideValue> known = find(there.get(), feature);
        return known.isPresent() ? SetCommand.create(domain, known.get(), AlarmPackage.Literals.OVERRIDE_VALUE__VALUE, value)
                : AddCommand.create(domain, there.get(), AlarmPackage.Literals.RULE_OVERRIDE__VALUES, value(feature, value));
    }

    /** Takes a value out of an override; with its last value the override goes. */
    Optional<Command> remove(int index, String feature) {
        if (index < 0 || index >= set.getOverrides().size()) {
            return Optional.empty();
        }
        RuleOverride override = set.getOverrides().get(index);
        return find(override, feature).map(value -> override.getValues().size() == 1
                ? RemoveCommand.create(domain, set, AlarmPackage.Literals.RULE_SET__OVERRIDES, override)
                : RemoveCommand.create(domain, override, AlarmPackage.Literals.RULE_OVERRIDE__VALUES, value));
    }

    private static Optional<OverrideValue> find(RuleOverride override, String feature) {
        return override.getValues().stream().filter(each -> feature.equals(each.getFeature())).findFirst();
    }

    private static OverrideValue value(String feature, String value) {
        OverrideValue created = AlarmFactory.eINSTANCE.createOverrideValue();
        created.setFeature(feature);
        created.setValue(value);
        return created;
    }
}
