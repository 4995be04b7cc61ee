package org.towercrier.capacity.internal.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.towercrier.capacity.NotSimulatedException;
import org.towercrier.capacity.RuleLogStep;
import org.towercrier.capacity.RuleProblem;
import org.towercrier.capacity.RuleSetException;
import org.towercrier.capacity.RuleSets;
import org.towercrier.fixture.TemporaryStore;
import org.towercrier.fixture.TestStores;
import org.towercrier.model.alarm.AlarmFactory;
import org.towercrier.model.alarm.AlarmPackage;
import org.towercrier.model.alarm.DenseLoadRule;
import org.towercrier.model.alarm.ForecastRule;
import org.towercrier.model.alarm.IntermittentPeakRule;
import org.towercrier.model.alarm.QualityRule;
import org.towercrier.model.alarm.RuleAction;
import org.towercrier.model.alarm.RuleSet;
import org.towercrier.model.measurement.MeasurementPackage;
import org.towercrier.model.network.NetworkPackage;
import org.towercrier.model.types.TimeWindow;
import org.towercrier.model.types.TypesFactory;
import org.towercrier.store.DocumentConflictException;

/** Rule sets: shipped, saved, edited, active, in files. */
class RuleSetsTest {

    private TemporaryStore temporary;
    private RuleSets sets;

    @BeforeEach
    void open() throws Exception {
        temporary = TestStores.temporary(MeasurementPackage.eINSTANCE, NetworkPackage.eINSTANCE, AlarmPackage.eINSTANCE);
        sets = new RuleSetsComponent(temporary.store());
    }

    @AfterEach
    void close() throws Exception {
        temporary.close();
    }

    @Test
    void thePresetsHaveNoErrorsAndOneIsActiveFromTheStart() throws Exception {
        assertEquals(List.of("china-mobile-td-lte", "vendor-lte"), sets.presets().stream().map(RuleSet::getName).toList());
        sets.presets().forEach(preset -> assertEquals(List.of(), sets.validate(preset, Locale.ENGLISH), preset.getName()));
        assertEquals(RuleSets.DEFAULT_PRESET, sets.active().getName());
        assertTrue(sets.list().stream().allMatch(RuleSets.Info::preset));
    }

    @Test
    void anEditedPresetTakesItsPlaceAndAnotherCanBeActive() throws Exception {
        RuleSet edited = sets.find("vendor-lte").orElseThrow();
        ((DenseLoadRule) edited.getRules().getFirst()).setDays(5);
        assertEquals(1, sets.save(edited, 0));
        assertEquals(5, ((DenseLoadRule) sets.find("vendor-lte").orElseThrow().getRules().getFirst()).getDays());
        assertThrows(DocumentConflictException.class, () -> sets.save(edited, 0));

        sets.activate("vendor-lte", "anna", true);
        assertEquals("vendor-lte", sets.active().getName());
        sets.activate("china-mobile-td-lte", "anna", true);
        assertEquals("china-mobile-td-lte", sets.active().getName());
        assertEquals(List.of(true, false), sets.list().stream().map(RuleSets.Info::active).toList());
        assertThrows(RuleSetException.class, () -> sets.activate("nobody", "anna", true));
    }

    @Test
    void whatNobodyHasSeenIsActivatedOnlyWhenThatIsSkippedWhichIsLogged() throws Exception {
        NotSimulatedException refused = assertThrows(NotSimulatedException.class, () -> sets.activate("vendor-lte", "anna", false));
        assertTrue(refused.getMessage().contains("vendor-lte"), refused.getMessage());
        assertEquals(RuleSets.DEFAULT_PRESET, sets.active().getName());
        assertEquals(List.of(), sets.log(), "what was refused is no step");

        sets.activate(RuleSets.DEFAULT_PRESET, "anna", false);
        assertEquals(List.of(RuleAction.ACTIVATED), sets.log().stream().map(RuleLogStep::action).toList(), "what is in force may stay so");
        sets.activate("vendor-lte", "anna", true);
        assertEquals("vendor-lte", sets.active().getName());
        assertEquals(List.of(RuleAction.ACTIVATED, RuleAction.SIMULATION_SKIPPED),
                sets.log().stream().map(RuleLogStep::action).limit(2).toList());
        assertTrue(sets.log().stream().limit(2).allMatch(step -> step.user().equals("anna")
                && step.digest().equals(sets.digest(sets.presets().getLast())) && step.ruleSet().equals("vendor-lte")));
    }

    @Test
    void aChangeOfTheActiveSetRaisesAlarmsOnlyWhenItIsActivatedAgain() throws Exception {
        sets.activate("vendor-lte", "anna", true);
        RuleSet edited = sets.find("vendor-lte").orElseThrow();
        ((DenseLoadRule) edited.getRules().getFirst()).setDays(5);
        edited.setActive(true);
        sets.save(edited, 0);

        assertEquals(3, ((DenseLoadRule) sets.active().getRules().getFirst()).getDays());
        RuleSets.Info info = sets.list().stream().filter(RuleSets.Info::active).findFirst().orElseThrow();
        assertTrue(info.pending());
        assertThrows(NotSimulatedException.class, () -> sets.activate("vendor-lte", "anna", false));
        sets.activate("vendor-lte", "anna", true);
        assertEquals(5, ((DenseLoadRule) sets.active().getRules().getFirst()).getDays());
        assertFalse(sets.list().stream().anyMatch(RuleSets.Info::pending));
    }

    @Test
    void whatASetIsCalledDoesNotChangeWhatItDoes() throws Exception {
        RuleSet set = sets.presets().getFirst();
        String digest = sets.digest(set);
        set.setLabel("Ours");
        set.setDescription("As agreed");
        set.getRules().getFirst().setLabel("Busy");
        assertEquals(digest, sets.digest(set));
        set.getRules().getFirst().setName("Busy");
        assertNotEquals(digest, sets.digest(set), "the name is the specific problem of the alarms");
    }

    @Test
    void aFileGivesBackWhatWasWritten(@TempDir Path folder) throws Exception {
        for (RuleSet preset : sets.presets()) {
            Path file = folder.resolve(preset.getName() + ".rules");
            sets.write(preset, file);
            assertTrue(EcoreUtil.equals(preset, sets.read(file)));
            assertTrue(Files.readString(file).contains("\n"), "readable, line by line");
        }
    }

    @Test
    void whatIsNoRuleSetIsRefused(@TempDir Path folder) throws Exception {
        List<String> texts = List.of("", "hello", "<?xml version=\"1.0\"?><a/>",
                "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><alarm:RuleSet xmlns:alarm=\"https://towercrier.org/model/alarm\" name=\"&e;\"/>",
                "<measurement:KpiCatalogue xmlns:measurement=\"https://towercrier.org/model/measurement\"/>");
        for (String text : texts) {
            Path file = folder.resolve("broken.rules");
            Files.writeString(file, text);
            assertThrows(RuleSetException.class, () -> sets.read(file), text);
        }
        assertThrows(RuleSetException.class, () -> sets.read(folder.resolve("absent.rules")));
    }

    @Test
    void twoRulesOfOneNameAndForecastRulesThatSayTooLittleAreErrors() throws Exception {
        RuleSet set = sets.find("vendor-lte").orElseThrow();
        set.getRules().get(1).setName(set.getRules().get(0).getName());
        ForecastRule forecast = AlarmFactory.eINSTANCE.createForecastRule();
        forecast.setId("forecast");
        set.getRules().add(forecast);
        assertEquals(List.of("dense-load-ul", "forecast", "forecast"),
                sets.validate(set, Locale.ENGLISH).stream().map(RuleProblem::rule).toList());
        forecast.setKpi("prb-utilisation-dl");
        forecast.setLimit(70.0);
        forecast.setHorizonDays(10_000);
        forecast.setConfidence(80.0);
        forecast.setMinimumHistoryDays(7);
        assertEquals(List.of("name", "horizonDays", "confidence", "minimumHistoryDays"),
                sets.validate(set, Locale.ENGLISH).stream().map(RuleProblem::feature).toList());
    }

    @Test
    void errorsAreSaidInTheLanguageAskedFor() throws Exception {
        RuleSet set = sets.find("china-mobile-td-lte").orElseThrow();
        DenseLoadRule dense = (DenseLoadRule) set.getRules().getFirst();
        dense.setDays(8);
        dense.setExpression("users and pushc");
        IntermittentPeakRule peak = (IntermittentPeakRule) set.getRules().get(1);
        peak.setKpi("no-such-kpi");
        peak.setDeviations(-1.0);
        QualityRule quality = (QualityRule) set.getRules().get(3);
        quality.setThreshold(null);
        TimeWindow window = TypesFactory.eINSTANCE.createTimeWindow();
        window.setFrom("25:00");
        set.getRules().get(2).setWindow(window);
        set.getRules().add(AlarmFactory.eINSTANCE.createNoDataRule());

        List<RuleProblem> problems = sets.validate(set, Locale.ENGLISH);
        assertEquals(List.of("days", "expression", "kpi", "deviations", "window", "threshold", "id"),
                problems.stream().map(RuleProblem::feature).toList());
        assertEquals("There is no KPI or measurement no-such-kpi.", problems.get(2).message());
        assertEquals("没有名为 no-such-kpi 的 KPI 或测量。", sets.validate(set, Locale.SIMPLIFIED_CHINESE).get(2).message());
        assertFalse(problems.stream().anyMatch(problem -> problem.message().contains("{")));
        assertThrows(RuleSetException.class, () -> sets.save(set, 0));
    }
}
