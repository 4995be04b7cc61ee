package org.towercrier.capacity.internal.situation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.towercrier.capacity.DetectionResult;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.alarm.AlarmFilter;
import org.towercrier.capacity.alarm.AlarmIdentity;
import org.towercrier.capacity.internal.alarm.AlarmServiceComponent;
import org.towercrier.capacity.internal.alarm.Detections;
import org.towercrier.capacity.internal.alarm.Detections.Found;
import org.towercrier.capacity.internal.alarm.MovableClock;
import org.towercrier.capacity.situation.Choice;
import org.towercrier.capacity.situation.CorrelationSettings;
import org.towercrier.capacity.situation.Decision;
import org.towercrier.capacity.situation.Situation;
import org.towercrier.capacity.situation.SituationException;
import org.towercrier.capacity.situation.SituationException.Reason;
import org.towercrier.fixture.TemporaryStore;
import org.towercrier.fixture.TestStores;
import org.towercrier.model.alarm.AlarmAction;
import org.towercrier.model.alarm.AlarmPackage;
import org.towercrier.model.alarm.AlarmType;
import org.towercrier.model.alarm.SituationScope;
import org.towercrier.model.network.NetworkPackage;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;

/** Situations as they are stored, and what people decide about them. */
class SituationsOnStoreTest {

    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final Choice ANN = Choice.by("ann");

    private final MovableClock clock = new MovableClock(START.plus(Duration.ofDays(1)));
    private TemporaryStore temporary;
    private AlarmServiceComponent alarms;
    private SituationsComponent situations;

    @BeforeEach
    void open() throws Exception {
        temporary = TestStores.temporary(AlarmPackage.eINSTANCE, NetworkPackage.eINSTANCE);
        network(temporary.store());
        alarms = new AlarmServiceComponent(temporary.store(), clock);
        situations = new SituationsComponent(temporary.store(), clock);
    }

    @AfterEach
    void close() throws Exception {
        temporary.close();
    }

    /** Sites A and B with two sectors each, cells a1, a2, b1, b2; a2 and b1 are neighbours; site C stands alone. */
    private static void network(Store store) throws StoreException {
        NetworkPackage model = NetworkPackage.eINSTANCE;
        List<Map<String, Object>> cells = new ArrayList<>();
        for (String id : List.of("a1", "a2", "b1", "b2", "c1")) {
            String site = id.substring(0, 1).toUpperCase(java.util.Locale.ROOT);
            cells.add(Rows.row("id", id, "site", site, "physicalSector", site + "/" + id.charAt(1)));
        }
        store.write(tx -> {
            new Rows(model.getCell()).insert(tx, cells);
            new Rows(model.getNeighbourRelation()).insert(tx, List.of(Rows.row("source", "a2", "target", "b1")));
            return null;
        });
    }

    private static Found up(String cell, int minute) {
        return Detections.up(cell, START.plus(Duration.ofMinutes(minute)));
    }

    private static String id(String cell) {
        return new AlarmIdentity(cell, AlarmType.QUALITY_OF_SERVICE_ALARM, "thresholdCrossed", "rule").recordId(0);
    }

    private void detect(Found... found) throws StoreException {
        alarms.reconcile(Detections.of("rule", found));
    }

    @Test
    void detectionCorrelatesAndTheAlarmsKnowTheirSituation() throws Exception {
        detect(up("a1", 0), up("a2", 5), up("b1", 10), up("c1", 7));
        Situation situation = situations.list(false).getFirst();
        assertEquals(List.of(id("a1"), id("a2"), id("b1")), situation.alarms());
        assertEquals(SituationScope.NEIGHBOURHOOD, situation.scope());
        assertEquals(Optional.of(situation.id()), alarms.find(id("b1")).orElseThrow().situation());
        assertEquals(Optional.empty(), alarms.find(id("c1")).orElseThrow().situation());
        assertEquals(situation, situations.find(situation.id()).orElseThrow());
    }

    @Test
    void correlatingAgainChangesNothing() throws Exception {
        detect(up("a1", 0), up("a2", 5));
        List<Situation> before = situations.list(true);
        assertEquals(before, situations.correlate());
        assertEquals(before, situations.list(true));
    }

    @Test
    void childrenAreLeftOutOfTheListButNotOfTheStore() throws Exception {
        detect(up("a1", 0), up("a2", 5));
        assertEquals(Map.of(id("a2"), id("a1")), situations.inhibited());
        assertEquals(2, alarms.list(AlarmFilter.ACTIVE).size());
    }

    @Test
    void aChildThatIsWorseThanItsParentIsNotLeftOut() throws Exception {
        detect(up("a1", 0), Detections.changing("a2", START.plusSeconds(60), org.towercrier.model.alarm.PerceivedSeverity.MAJOR,
                org.towercrier.model.alarm.PerceivedSeverity.CRITICAL));
        assertTrue(situations.inhibited().isEmpty());
    }

    @Test
    void aShelvedParentHidesNobody() throws Exception {
        detect(up("a1", 0), up("a2", 5));
        alarms.shelve(List.of(id("a1")), "ann", clock.instant().plusSeconds(600), "");
        assertTrue(situations.inhibited().isEmpty());
        clock.pass(Duration.ofSeconds(600));
        assertEquals(1, situations.inhibited().size());
    }

    @Test
    void aRejectionIsKeptListedRespectedAndRevocable() throws Exception {
        detect(up("a1", 0), up("a2", 5), up("b1", 10));
        Decision decision = situations.reject(List.of(id("b1")), new Choice("ann", false, "power cut there")).getFirst();
        assertEquals(List.of(id("a1"), id("a2")), situations.list(false).getFirst().alarms());
        assertEquals(AlarmAction.UNGROUPED, alarms.history(id("b1")).getLast().action());
        detect(up("a1", 0), up("a2", 5), up("b1", 10), up("b2", 12));
        assertEquals(Set.of(id("a1"), id("a2"), id("b2")), Set.copyOf(all()), "b1 stays out, though it links b2 to the others");
        assertEquals(List.of(decision), situations.decisions(false));
        situations.revoke(List.of(decision.id()), "bob");
        assertTrue(situations.decisions(false).isEmpty());
        assertEquals("bob", situations.decisions(true).getFirst().revocation().orElseThrow().user());
        assertTrue(all().contains(id("b1")));
        assertEquals(Reason.ALREADY_REVOKED, assertThrows(SituationException.class,
                () -> situations.revoke(List.of(decision.id()), "bob")).reason());
    }

    private List<String> all() throws StoreException {
        return situations.list(false).stream().flatMap(situation -> situation.alarms().stream()).toList();
    }

    @Test
    void theParentItselfCanBeRejectedAndTheOthersStayTogether() throws Exception {
        detect(up("a1", 0), up("a2", 5), up("b1", 10));
        situations.reject(List.of(id("a1")), ANN);
        Situation rest = situations.list(false).getFirst();
        assertEquals(List.of(id("a2"), id("b1")), rest.alarms());
        assertEquals(id("a2"), rest.parent());
    }

    @Test
    void alarmsAreMovedAndPutTogetherByHand() throws Exception {
        detect(up("a1", 0), up("a2", 5), up("c1", 300), up("b2", 900));
        String target = situations.list(false).getFirst().id();
        Situation moved = situations.move(List.of(id("c1")), target, ANN);
        assertEquals(List.of(id("a1"), id("a2"), id("c1")), moved.alarms());
        assertEquals(Reason.ALREADY_THERE, assertThrows(SituationException.class,
                () -> situations.move(List.of(id("c1")), target, ANN)).reason());
        Situation opened = situations.open(List.of(id("b2"), id("c1")), ANN);
        assertEquals(SituationScope.CHOSEN, opened.scope());
        assertEquals(Set.of(id("b2"), id("c1")), Set.copyOf(opened.alarms()));
        assertEquals(2, situations.list(false).size());
    }

    @Test
    void whatDoesNotExistIsRefusedWithASentence() throws Exception {
        detect(up("a1", 0), up("c1", 5));
        assertEquals(Reason.UNKNOWN_ALARM, reason(() -> situations.open(List.of(id("a1"), "nobody"), ANN)));
        assertEquals(Reason.TOO_FEW, reason(() -> situations.open(List.of(id("a1")), ANN)));
        assertEquals(Reason.UNKNOWN_SITUATION, reason(() -> situations.move(List.of(id("a1")), "s0", ANN)));
        assertEquals(Reason.IN_NO_SITUATION, reason(() -> situations.reject(List.of(id("a1")), ANN)));
        assertEquals(Reason.UNKNOWN_DECISION, reason(() -> situations.revoke(List.of(7L), "ann")));
        assertTrue(situations.decisions(true).isEmpty(), "nothing is kept of what was refused");
    }

    private static Reason reason(org.junit.jupiter.api.function.Executable call) {
        return assertThrows(SituationException.class, call).reason();
    }

    @Test
    void aSituationIsOverWhenNoMemberIsListedAndItsAlarmsStillKnowIt() throws Exception {
        detect(up("a1", 0), up("a2", 5), up("c1", 0));
        String id = situations.list(false).getFirst().id();
        alarms.acknowledge(List.of(id("a1"), id("a2")), "ann", "");
        alarms.clear(List.of(id("a1"), id("a2")), "ann", "");
        assertTrue(situations.list(false).isEmpty());
        assertFalse(situations.find(id).orElseThrow().open());
        detect(up("a1", 0), up("a2", 5), up("c1", 0));
        assertEquals(Optional.of(id), alarms.find(id("a2")).orElseThrow().situation());
    }

    @Test
    void otherSettingsCorrelateAnewAndAreKept() throws Exception {
        detect(up("a1", 0), up("a2", 30));
        assertEquals(1, situations.list(false).size());
        CorrelationSettings narrow = new CorrelationSettings(Duration.ofMinutes(5), 500, 2, Set.of(SituationScope.SITE));
        situations.settings(narrow);
        assertTrue(situations.list(false).isEmpty());
        assertEquals(narrow, new SituationsComponent(temporary.store(), clock).settings());
    }

    @Test
    void rulesEvaluatedInAnyOrderGiveTheSameRecordsAndSituations() throws Exception {
        Random random = new Random(3);
        List<DetectionResult> results = new ArrayList<>();
        List<String> cells = List.of("a1", "a2", "b1", "b2", "c1");
        for (int rule = 0; rule < 8; rule++) {
            List<Found> found = new ArrayList<>();
            for (String cell : cells) {
                int first = random.nextInt(4_000);
                found.add(Detections.over(cell, START.plusSeconds(first * 60L), START.plusSeconds(first * 60L + 600)));
                found.add(up(cell, first + 60 + random.nextInt(200)));
            }
            Collections.shuffle(found, random);
            results.add(Detections.of("rule " + rule, found));
        }
        results.forEach(this::reconcile);
        List<Alarm> records = alarms.list(AlarmFilter.ALL);
        List<Situation> expected = situations.list(true);
        assertEquals(40, records.size());
        assertTrue(expected.size() > 2, "enough to compare: " + expected.size());
        for (int run = 0; run < 3; run++) {
            close();
            open();
            Collections.shuffle(results, random);
            results.forEach(this::reconcile);
            assertEquals(records, alarms.list(AlarmFilter.ALL));
            assertEquals(expected, situations.list(true));
        }
    }

    private void reconcile(DetectionResult result) {
        try {
            alarms.reconcile(result);
        } catch (StoreException broken) {
            throw new AssertionError(broken);
        }
    }
}
