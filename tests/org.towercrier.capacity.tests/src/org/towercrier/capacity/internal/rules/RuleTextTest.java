package org.towercrier.capacity.internal.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import org.eclipse.emf.common.util.Enumerator;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.towercrier.capacity.RuleSetException;
import org.towercrier.capacity.internal.kpi.KpiBook;
import org.towercrier.capacity.internal.kpi.KpiDocuments;
import org.towercrier.capacity.internal.kpi.Measurements;
import org.towercrier.capacity.internal.kpi.ShippedModels;
import org.towercrier.model.ModelPackages;
import org.towercrier.model.alarm.AlarmFactory;
import org.towercrier.model.alarm.AlarmPackage;
import org.towercrier.model.alarm.NoDataRule;
import org.towercrier.model.alarm.OverrideValue;
import org.towercrier.model.alarm.RuleOverride;
import org.towercrier.model.alarm.RuleSet;
import org.towercrier.model.alarm.Scope;

/** Rule sets as text that people read, compare and edit. */
class RuleTextTest {

    private static final KpiBook KPIS = new KpiBook(KpiDocuments.shipped(), new Measurements());

    private final RuleFiles files = new RuleFiles(KPIS);
    private Locale locale;

    @BeforeEach
    void english() {
        locale = Locale.getDefault();
        Locale.setDefault(Locale.ENGLISH);
    }

    @AfterEach
    void back() {
        Locale.setDefault(locale);
    }

    private static RuleSet chinaMobile() {
        return ShippedModels.load("china-mobile-td-lte", RuleSet.class);
    }

    private static void override(RuleSet set, String rule, Scope scope, String... values) {
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
    }

    private static Scope region(String name) {
        Scope scope = AlarmFactory.eINSTANCE.createScope();
        scope.getRegions().add(name);
        return scope;
    }

    private List<String> refused(String text) {
        RuleSetException refused = assertThrows(RuleSetException.class, () -> files.parse("ours.yaml", text), text);
        return refused.problems().stream().map(problem -> problem.message()).toList();
    }

    @Test
    void aPresetReadsAsAPersonWouldWriteIt() {
        String text = files.text(chinaMobile());
        List<String> lines = text.lines().toList();
        assertEquals("# Rule set: China Mobile TD-LTE", lines.getFirst());
        assertEquals("format: 1", lines.get(1));
        assertEquals("name: china-mobile-td-lte # Name", lines.get(2));
        assertTrue(text.contains("  - kind: DenseLoadRule # Dense load rule\n    id: dense-load # Id\n"), text);
        assertTrue(text.contains("        minimumKilobytePerErab: 1000 kB # Minimum volume per E-RAB\n"), text);
        assertTrue(text.contains("        volumeUl: 0.3 GB # UL volume\n"), text);
        assertTrue(text.contains("    delay: 1800 s # "), text);
        assertTrue(text.contains("    floor: 60 % # "), text);
        assertTrue(text.contains("      value: 95 % # Value\n      hysteresis: 0.5 % # Hysteresis\n      direction: DOWN # Direction\n"),
                text);
        assertFalse(text.contains("active"), "a file cannot activate anything");
        assertEquals(text, files.text(chinaMobile()), "always the same");
    }

    @Test
    void onlyTheChangedLineDiffers() {
        List<String> before = files.text(chinaMobile()).lines().toList();
        RuleSet edited = chinaMobile();
        ((NoDataRule) edited.getRules().get(2)).setMissingPeriods(6);
        List<String> after = files.text(edited).lines().toList();
        assertEquals(before.size(), after.size());
        List<String> changed = after.stream().filter(line -> !before.contains(line)).toList();
        assertEquals(1, changed.size());
        assertTrue(changed.getFirst().contains("missingPeriods: 6"), changed.toString());
    }

    @Test
    void presetsWithOverridesComeBackAsTheyWere() throws Exception {
        for (String preset : List.of("china-mobile-td-lte", "vendor-lte")) {
            RuleSet set = ShippedModels.load(preset, RuleSet.class);
            override(set, "accessibility", region("East: “the” #1"), "threshold.value", "93.5", "clearCount", "8", "window.weekdays",
                    "MONDAY, FRIDAY", "window.from", "08:00", "severity", "MAJOR", "enabled", "false");
            if (preset.startsWith("china")) {
                override(set, "dense-load", region("no"), "thresholds[LARGE].pdschUsage", "80", "severitySteps[CRITICAL].value", "6");
            }
            set.getOverrides().getFirst().setNote("Line one\nline two: 100 % # sure\u2028");
            String text = files.text(set);
            assertTrue(text.contains("      threshold.value: 93.5 % # "), text);
            RuleSet read = files.parse("ours.yaml", text);
            assertTrue(EcoreUtil.equals(set, read), () -> text + "\nread as\n" + files.text(read));
            assertEquals(text, files.text(read));
        }
    }

    @Test
    void anythingTheModelCanHoldComesBackAsItWas() {
        Random random = new Random(5);
        for (int round = 0; round < 300; round++) {
            RuleSet set = (RuleSet) filled(AlarmPackage.Literals.RULE_SET, random, 0);
            set.setActive(false);
            set.getOverrides().clear();
            String text = files.text(set);
            RuleTextReader.Reading read = new RuleTextReader(new RuleUnits(KPIS)).read(text);
            assertEquals(List.of(), read.faults(), text);
            assertTrue(EcoreUtil.equals(set, read.set()), () -> text + "\nread as\n" + files.text(read.set()));
        }
    }

    private static EObject filled(EClass type, Random random, int depth) {
        EClass concrete = type;
        if (type.isAbstract()) {
            List<EClass> kinds = ModelPackages.classes().stream().filter(each -> type.isSuperTypeOf(each) && !each.isAbstract()).toList();
            concrete = kinds.get(random.nextInt(kinds.size()));
        }
        EObject object = EcoreUtil.create(concrete);
        for (EStructuralFeature feature : concrete.getEAllStructuralFeatures()) {
            if (feature instanceof EAttribute attribute && random.nextInt(6) > 0) {
                object.eSet(attribute,
                        attribute.isMany() ? random.ints(3, 0, 100).mapToObj(i -> value(attribute, random)).distinct().toList()
                                : value(attribute, random));
            } else if (feature instanceof EReference part && part.isContainment() && random.nextBoolean()) {
                object.eSet(part, part.isMany() ? List.of(filled(part.getEReferenceType(), random, depth + 1),
                        filled(part.getEReferenceType(), random, depth + 1)) : filled(part.getEReferenceType(), random, depth + 1));
            }
        }
        return object;
    }

    private static Object value(EAttribute attribute, Random random) {
        if (attribute.getEAttributeType() instanceof EEnum literals) {
            Enumerator value = literals.getELiterals().get(random.nextInt(literals.getELiterals().size())).getInstance();
            return value;
        }
        Class<?> type = attribute.getEAttributeType().getInstanceClass();
        if (type == String.class) {
            List<String> words = Arrays.asList("yes", "12", "a: b", "# no", "- x", "零容忍", "tab\there", "\"quoted\"", "back\\slash",
                    "two\nlines",
                    "[a]", "{b}", "*c", "&d", "!e", "%f", "@g", "`h", "'i'", " lead", "trail ", "", "null", "~", "1e5", "0x1f", "😀",
                    "\u0085",
                    "connected-users", "RRU.PrbTotDl", "prb-utilisation-dl");
            return words.get(random.nextInt(words.size()));
        }
        if (type == Double.class) {
            List<Double> numbers = List.of(0.0, -0.5, 1e-12, 1.0 / 3, 7e22, 100.0, -273.15, random.nextGaussian());
            return numbers.get(random.nextInt(numbers.size()));
        }
        return type == Boolean.class ? (Object) random.nextBoolean() : (Object) random.nextInt();
    }

    @Test
    void unitsAreChecked() throws Exception {
        String text = files.text(chinaMobile());
        RuleSet minutes = files.parse("ours.yaml",
                text.replace("delay: 1800 s", "delay: 30 min").replace("volumeUl: 0.3 GB", "volumeUl: 300 MB")
                        .replace("floor: 60 %", "floor: 60"));
        assertTrue(EcoreUtil.equals(chinaMobile(), minutes));
        int line = text.substring(0, text.indexOf("delay: 1800 s")).split("\n", -1).length;
        assertEquals(List.of("ours.yaml:" + line + ": “1800 %” is not in the unit expected, s."),
                refused(text.replace("delay: 1800 s", "delay: 1800 %")));
        assertEquals(1, refused(text.replaceFirst("triggerCount: 1 #", "triggerCount: 1 s #")).size());
    }

    @Test
    void everythingWrongIsSaidAtOnceWithFileLineAndReason() {
        String text = """
                format: 1
                name: ours
                rules:
                  - kind: DenseRule
                    id: a
                  - kind: NoDataRule
                    id: b
                    severity: HIGH
                    missingPeriods: many
                    missing: 4
                    id: c
                  - kind: QualityRule
                    id: d
                    threshold: 95
                """;
        assertEquals(List.of(
                "ours.yaml:4: “DenseRule” is no kind of rule; there are DenseLoadRule, ForecastRule, IntermittentPeakRule, NoDataRule, QualityRule.",
                "ours.yaml:8: “HIGH” is no severity; expected is CRITICAL, MAJOR, MINOR, WARNING, INDETERMINATE, CLEARED.",
                "ours.yaml:9: “many” is no missingPeriods; expected is Integer.", "ours.yaml:10: NoDataRule has no missing; it has "
                        + "clearCount, enabled, id, label, minimumDuration, missingPeriods, name, probableCause, scope, severity, severitySteps, triggerCount, window.",
                "ours.yaml:11: id is given twice.", "ours.yaml:14: Lines of the form “name: value” are expected."), refused(text));
    }

    @Test
    void whatTheRulesMeanIsCheckedToo() {
        String text = """
                name: ours
                rules:
                  - kind: IntermittentPeakRule
                    id: peak
                    kpi: no-such-kpi
                  - kind: NoDataRule
                    id: quiet
                    missingPeriods: 0
                overrides:
                  - rule: quiet
                    scope: {regions: [East]}
                    values:
                      missingPeriods: 0
                  - rule: loud
                    scope: {regions: [East]}
                    values: {missingPeriods: 3}
                  - rule: quiet
                    values: {missingPeriods: 3}
                """;
        assertEquals(List.of("ours.yaml:5: kpi: There is no KPI or measurement no-such-kpi.",
                "ours.yaml:8: missingPeriods: A number of 1 or more is expected.",
                "ours.yaml:14: overrides[1].rule: There is no rule loud whose values could differ.",
                "ours.yaml:17: overrides[2].scope: It is not said where the values differ: a technology, scenario, region, site, sector or cell is needed."),
                refused(text));
        assertEquals(List.of("ours.yaml:10: overrides[0].missingPeriods: A number of 1 or more is expected."),
                refused(text.replace("no-such-kpi", "prb-utilisation-dl").replaceFirst("missingPeriods: 0", "missingPeriods: 4")
                        .replaceAll("(?s)  - rule: loud.*", "")));
    }

    @Test
    void valuesThatCannotDifferFromPlaceToPlaceAreRefused() {
        String text = """
                name: ours
                rules:
                  - kind: NoDataRule
                    id: quiet
                overrides:
                  - rule: quiet
                    scope: {cells: [a]}
                    values:
                      name: Other
                      missingPeriods: soon
                      threshold.value: 3
                """;
        assertEquals(List.of("ours.yaml:9: name is no value of a NoDataRule that can differ from place to place.",
                "ours.yaml:10: “soon” is no value of missingPeriods.",
                "ours.yaml:11: threshold.value is no value of a NoDataRule that can differ from place to place."), refused(text));
    }

    @Test
    void textsThatAreNoRulesAreRefused() {
        assertEquals(List.of("ours.yaml:1: There is nothing in it."), refused("# nothing\n"));
        assertEquals(List.of("ours.yaml:1: Format 2 is not known; this version reads format 1."), refused("format: 2\nname: x\n"));
        assertEquals(List.of("ours.yaml:2: A file cannot say which set is active: activate it after the import."),
                refused("name: x\nactive: true\n"));
        assertTrue(refused("name: [x\nrules: {").getFirst().startsWith("ours.yaml:2: It cannot be read as YAML: "));
        assertTrue(refused("name: x\nname: y\n").getFirst().startsWith("ours.yaml:2: name is given twice"));
        assertEquals(List.of("ours.yaml:1: Lines of the form “name: value” are expected."), refused("hello"));
        assertTrue(refused("a: &a [x]\nb: &b [*a,*a]\nrules: &r\n  - *r\n").size() > 1, "a text that refers to itself ends");
    }
}
