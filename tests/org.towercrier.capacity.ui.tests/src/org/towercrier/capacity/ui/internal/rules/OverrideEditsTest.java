package org.towercrier.capacity.ui.internal.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.eclipse.emf.common.command.BasicCommandStack;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.edit.domain.AdapterFactoryEditingDomain;
import org.junit.jupiter.api.Test;
import org.towercrier.capacity.EffectiveRules.Place;
import org.towercrier.capacity.Origin.Level;
import org.towercrier.model.alarm.AlarmFactory;
import org.towercrier.model.alarm.NoDataRule;
import org.towercrier.model.alarm.RuleOverride;
import org.towercrier.model.alarm.RuleSet;
import org.towercrier.model.alarm.provider.AlarmItemProviderAdapterFactory;

/** Overrides made and taken away in the editor, each step undone and done again. */
class OverrideEditsTest {

    private static final Place HARBOUR = new Place("c-1", "NR", "URBAN", "East", "Harbour", "");

    private final BasicCommandStack stack = new BasicCommandStack();
    private final RuleSet set = set();
    private final OverrideEdits edits = new OverrideEdits(new AdapterFactoryEditingDomain(new AlarmItemProviderAdapterFactory(), stack),
            set);

    private static RuleSet set() {
        RuleSet set = AlarmFactory.eINSTANCE.createRuleSet();
        NoDataRule rule = AlarmFactory.eINSTANCE.createNoDataRule();
        rule.setId("quiet");
        set.getRules().add(rule);
        return set;
    }

    private void override(Level level, String feature, String value) {
        stack.execute(edits.set("quiet", OverrideEdits.scope(HARBOUR, level).orElseThrow(), feature, value));
    }

    private List<String> overrides() {
        return set.getOverrides().stream().map(OverrideEditsTest::text).toList();
    }

    private static String text(RuleOverride override) {
        return override.getRule() + override.getScope().getRegions() + override.getScope().getSites() + override.getScope().getCells()
                + override.getValues().stream().map(value -> value.getFeature() + "=" + value.getValue()).toList();
    }

    @Test
    void valuesOfOnePlaceAreInOneOverride() {
        override(Level.REGION, "missingPeriods", "8");
        override(Level.SITE, "missingPeriods", "9");
        override(Level.REGION, "severity", "MAJOR");
        override(Level.REGION, "missingPeriods", "7");
        assertEquals(List.of("quiet[East][][][missingPeriods=7, severity=MAJOR]", "quiet[][Harbour][][missingPeriods=9]"), overrides());
    }

    @Test
    void everyStepCanBeUndoneAndDoneAgain() {
        RuleSet before = EcoreUtil.copy(set);
        override(Level.CELL, "missingPeriods", "8");
        override(Level.CELL, "severity", "MAJOR");
        stack.execute(edits.remove(0, "missingPeriods").orElseThrow());
        stack.execute(edits.remove(0, "severity").orElseThrow());
        assertEquals(List.of(), overrides(), "with its last value the override goes");
        stack.undo();
        assertEquals(List.of("quiet[][][c-1][severity=MAJOR]"), overrides());
        stack.undo();
        stack.undo();
        stack.undo();
        assertTrue(EcoreUtil.equals(before, set));
        stack.redo();
        assertEquals(List.of("quiet[][][c-1][missingPeriods=8]"), overrides());
    }

    @Test
    void aPlaceThatIsNotKnownIsNotOffered() {
        assertEquals(Optional.empty(), OverrideEdits.scope(HARBOUR, Level.SECTOR));
        assertEquals(Optional.empty(), OverrideEdits.scope(HARBOUR, Level.RULE_SET));
        assertEquals(Optional.empty(), edits.remove(3, "severity"));
    }
}
