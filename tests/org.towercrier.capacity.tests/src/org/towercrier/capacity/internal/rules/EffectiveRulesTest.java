package org.towercrier.capacity.internal.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.towercrier.capacity.internal.series.SeriesBuilder.MONDAY;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.towercrier.capacity.AlarmEpisode;
import org.towercrier.capacity.DetectionRequest;
import org.towercrier.capacity.DetectionResult;
import org.towercrier.capacity.EffectiveRules;
import org.towercrier.capacity.RuleSetException;
import org.towercrier.capacity.internal.detect.DetectionServiceComponent;
import org.towercrier.capacity.internal.detect.StoredSamples;
import org.towercrier.capacity.internal.kpi.ShippedModels;
import org.towercrier.fixture.TemporaryStore;
import org.towercrier.fixture.TestStores;
import org.towercrier.model.alarm.AlarmPackage;
import org.towercrier.model.alarm.RuleSet;
import org.towercrier.model.measurement.MeasurementPackage;
import org.towercrier.model.network.CoverageScenario;
import org.towercrier.model.network.NetworkPackage;
import org.towercrier.model.network.Technology;
import org.towercrier.store.Cancellation;
import org.towercrier.store.MergePolicy;
import org.towercrier.store.Staging;
import org.towercrier.store.TableSchema;

/** Rules that differ from place to place: what a cell has, where it has it from, and that detection judges by it. */
class EffectiveRulesTest {

    private static final NetworkPackage NETWORK = NetworkPackage.eINSTANCE;

    private TemporaryStore temporary;
    private RuleSetsComponent sets;
    private RuleSet rules;

    @BeforeEach
    void open() throws Exception {
        temporary = TestStores.temporary(MeasurementPackage.eINSTANCE, NETWORK, AlarmPackage.eINSTANCE);
        sets = new RuleSetsComponent(temporary.store());
        rules = ShippedModels.load("china-mobile-td-lte", RuleSet.class);
    }

    @AfterEach
    void close() throws Exception {
        temporary.close();
    }

    /** Four cells: a and b of site S1 in the East, b in its second sector; c of site S2 in the East; d in the West. */
    private static StoredSamples network() {
        StoredSamples samples = new StoredSamples();
        samples.place(NETWORK.getRegion(), Map.of("id", "r-1", "name", "East")).place(NETWORK.getRegion(),
                Map.of("id", "r-2", "name", "West"));
        samples.place(NETWORK.getSite(), Map.of("id", "s-1", "name", "Harbour", "region", "r-1"))
                .place(NETWORK.getSite(), Map.of("id", "s-2", "name", "Station", "region", "r-1"))
                .place(NETWORK.getSite(), Map.of("id", "s-3", "name", "Mill", "region", "r-2"));
        cell(samples, 1, "a", "s-1", "s-1/0", "LTE_TDD", "URBAN");
        cell(samples, 2, "b", "s-1", "s-1/1", "LTE_FDD", "URBAN");
        cell(samples, 3, "c", "s-2", "s-2/0", "LTE_TDD", "RURAL");
        cell(samples, 4, "d", "s-3", "s-3/0", "LTE_TDD", "URBAN");
        // Each cell falls silent for 6 hours in the middle of the second day.
        for (int object = 1; object <= 4; object++) {
            for (int hour = 0; hour < 72; hour++) {
                if (hour < 36 || hour >= 42) {
                    samples.sample(object, MONDAY.plus(Duration.ofHours(hour)), 3600, false, Map.of("RRU.PrbTotDl", 10.0));
                }
            }
        }
        return samples;
    }

    private static void cell(StoredSamples samples, int object, String id, String site, String sector, String technology, String scenario) {
        samples.object(object, "object-" + id, id).cell(Map.of("id", id, "site", site, "physicalSector", sector, "technology", technology,
                "scenario", scenario));
    }

    private String value(String cell, String feature) throws Exception {
        EffectiveRules.Value value = find(cell, feature);
        return value.value() + " " + value.origin().text(Locale.ENGLISH);
    }

    private EffectiveRules.Value find(String cell, String feature) throws Exception {
        EffectiveRules.Rule rule = sets.effective(rules, cell, Locale.ENGLISH).orElseThrow().rules().stream()
                .filter(each -> each.rule().equals("no-data")).findFirst().orElseThrow();
        return rule.values().stream().filter(each -> each.feature().equals(feature)).findFirst().orElseThrow();
    }

    private Set<String> silent() throws Exception {
        DetectionResult result = new DetectionServiceComponent(temporary.store()).detect(DetectionRequest.of(rules), Cancellation.none());
        return result.episodes().stream().filter(each -> each.rule().equals("no-data")).map(AlarmEpisode::cell)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void theMoreSpecificPlaceWins() throws Exception {
        network().store(temporary.store(), 1);
        Overrides.in(rules).cell("a").of("no-data", "missingPeriods", "10");
        Overrides.in(rules).sector("s-1/1").of("no-data", "missingPeriods", "9");
        Overrides.in(rules).site("Harbour").of("no-data", "missingPeriods", "8", "severity", "MAJOR");
        Overrides.in(rules).region("East").of("no-data", "missingPeriods", "7", "severity", "WARNING", "clearCount", "2");
        Overrides.in(rules).technology(Technology.LTE_TDD).of("no-data", "missingPeriods", "5");

        assertEquals("10 from: cell a", value("a", "missingPeriods"));
        assertEquals("MAJOR from: site Harbour", value("a", "severity"));
        assertEquals("2 from: region East", value("a", "clearCount"));
        assertEquals("9 from: sector s-1/1", value("b", "missingPeriods"));
        assertEquals("7 from: region East", value("c", "missingPeriods"));
        assertEquals("5 from: LTE_TDD", value("d", "missingPeriods"));
        assertEquals("1 from: rule set", value("d", "clearCount"));
        assertEquals("24 from: rule set", value("d", "severitySteps[MAJOR].value"));
        assertEquals(Optional.of("8"), find("a", "missingPeriods").inherited(), "without the cell's own it has the site's");
        assertEquals(Optional.empty(), find("d", "clearCount").inherited());
        assertEquals(Set.of("d"), silent(), "5 of 6 missing periods raise it only there");
    }

    @Test
    void withinOneLevelTheScenarioWinsOverTheTechnologyAndTheLaterOverTheEarlier() throws Exception {
        network().store(temporary.store(), 1);
        Overrides.in(rules).region("East").scenario(CoverageScenario.URBAN).of("no-data", "missingPeriods", "9");
        Overrides.in(rules).region("r-1").technology(Technology.LTE_TDD).of("no-data", "missingPeriods", "8");
        Overrides.in(rules).region("East").of("no-data", "missingPeriods", "6", "triggerCount", "1");
        Overrides.in(rules).region("r-1").of("no-data", "missingPeriods", "7", "triggerCount", "1");

        assertEquals("9 from: region East, URBAN", value("a", "missingPeriods"));
        assertEquals("9 from: region East, URBAN", value("b", "missingPeriods"));
        assertEquals("8 from: region East, LTE_TDD", value("c", "missingPeriods"));
        assertEquals("4 from: rule set", value("d", "missingPeriods"));
        Overrides.in(rules).region("West").of("no-data", "missingPeriods", "6");
        Overrides.in(rules).region("r-2").of("no-data", "missingPeriods", "7");
        assertEquals("7 from: region West", value("d", "missingPeriods"));
    }

    @Test
    void aChangeReachesEveryCellOfTheRegionAtOnce() throws Exception {
        network().store(temporary.store(), 1);
        assertEquals(Set.of("a", "b", "c", "d"), silent());
        Overrides.in(rules).region("East").of("no-data", "missingPeriods", "7");
        assertEquals(Set.of("d"), silent());
        rules.getOverrides().getFirst().getValues().getFirst().setValue("6");
        assertEquals(Set.of("a", "b", "c", "d"), silent());
        rules.getOverrides().getFirst().getValues().getFirst().setFeature("enabled");
        rules.getOverrides().getFirst().getValues().getFirst().setValue("false");
        assertEquals(Set.of("d"), silent());
        rules.getOverrides().clear();
        assertEquals(Set.of("a", "b", "c", "d"), silent());
    }

    @Test
    void aCellThatMovesToAnotherRegionHasTheRulesOfThatOne() throws Exception {
        network().store(temporary.store(), 1);
        Overrides.in(rules).region("East").of("no-data", "missingPeriods", "7");
        assertEquals(Set.of("d"), silent());

        move("c", Map.of("region", "r-2"));
        assertEquals("4 from: rule set", value("c", "missingPeriods"));
        assertEquals(Set.of("c", "d"), silent());

        move("d", Map.of("site", "s-1", "physicalSector", "s-1/0"));
        assertEquals("7 from: region East", value("d", "missingPeriods"), "a cell without a region of its own is where its site is");
        assertEquals(Set.of("c"), silent());
    }

    private void move(String cell, Map<String, Object> to) throws Exception {
        temporary.store().write(tx -> {
            try (Staging staging = tx.stage(NETWORK.getCell())) {
                Map<String, Object> row = new HashMap<>(to);
                row.put("id", cell);
                try (var rows = staging.rows()) {
                    for (TableSchema.Column column : TableSchema.of(NETWORK.getCell()).columns()) {
                        rows.addObject(row.get(column.name()));
                    }
                    rows.add(0);
                    rows.add(1L);
                    rows.endRow();
                }
                return staging.merge(MergePolicy.UPDATE);
            }
        });
    }

    @Test
    void aRuleThatIsOffInTheNetworkCanBeOnInOnePlace() throws Exception {
        network().store(temporary.store(), 1);
        rules.getRules().get(2).setEnabled(false);
        Overrides.in(rules).site("s-2").of("no-data", "enabled", "true");
        assertEquals(Set.of("c"), silent());
        EffectiveRules a = sets.effective(rules, "a", Locale.ENGLISH).orElseThrow();
        EffectiveRules c = sets.effective(rules, "object-c", Locale.ENGLISH).orElseThrow();
        assertEquals(List.of(false, true), List.of(a.rules().get(2).applies(), c.rules().get(2).applies()));
        assertEquals("Station", c.cell().site());
        assertEquals(Optional.empty(), sets.effective(rules, "nobody", Locale.ENGLISH));
    }

    @Test
    void theAlarmSaysWhereItsValuesComeFrom() throws Exception {
        network().store(temporary.store(), 1);
        Overrides.in(rules).region("East").technology(Technology.LTE_TDD).of("no-data", "missingPeriods", "3");
        DetectionResult result = new DetectionServiceComponent(temporary.store()).detect(DetectionRequest.of(rules), Cancellation.none());
        Map<String, String> last = result.episodes().stream()
                .collect(Collectors.toMap(AlarmEpisode::cell, each -> each.evidence().sentences().getLast().text(Locale.ENGLISH)));
        assertEquals("missingPeriods = 3 here (from: region East, LTE_TDD).", last.get("a"));
        assertFalse(last.get("b").contains("from:"), last.get("b"));
    }

    @Test
    void overridesThatAreSoundAloneButNotTogetherAreRefused() throws Exception {
        network().store(temporary.store(), 1);
        Overrides.in(rules).region("East").of("dense-load", "days", "6");
        Overrides.in(rules).site("s-1").of("dense-load", "ofDays", "5");
        assertEquals(List.of(), sets.validate(rules, Locale.ENGLISH));
        RuleSetException refused = assertThrows(RuleSetException.class, this::silent);
        assertTrue(refused.getMessage().contains("dense-load"), refused.getMessage());
    }

    @Test
    void thousandsOfOverridesAreResolvedByPlace() throws Exception {
        network().store(temporary.store(), 1);
        for (int i = 0; i < 5_000; i++) {
            Overrides.in(rules).cell("other-" + i).of("no-data", "missingPeriods", "9");
        }
        Overrides.in(rules).cell("c").of("no-data", "missingPeriods", "9");
        assertEquals(Set.of("a", "b", "d"), silent());
    }
}
