package org.towercrier.capacity.internal.situation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.towercrier.capacity.alarm.AlarmIdentity;
import org.towercrier.capacity.internal.situation.Correlator.Guidance;
import org.towercrier.capacity.internal.situation.Surroundings.Place;
import org.towercrier.capacity.situation.CauseRule;
import org.towercrier.capacity.situation.CorrelationSettings;
import org.towercrier.capacity.situation.Decision;
import org.towercrier.capacity.situation.Revocation;
import org.towercrier.capacity.situation.Situation;
import org.towercrier.capacity.situation.Situation.Member;
import org.towercrier.model.alarm.AlarmType;
import org.towercrier.model.alarm.DecisionKind;
import org.towercrier.model.alarm.PerceivedSeverity;
import org.towercrier.model.alarm.SituationScope;

/** Which alarms become one situation, in whatever order they come. */
class CorrelatorTest {

    private static final long START = Instant.parse("2026-03-02T08:00:00Z").getEpochSecond();
    private static final long MINUTE = 60;
    private static final long HOUR = 3_600;

    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, Set<String>> neighbours = new HashMap<>();
    private final List<Point> points = new ArrayList<>();

    @Test
    void cellsOfASectorAndOfASiteBecomeOneSituation() {
        cell("a1", "A/1", "A");
        cell("a1b", "A/1", "A");
        cell("a2", "A/2", "A");
        alarm("x1", "a1", 0);
        alarm("x2", "a1b", 10 * MINUTE);
        assertEquals(SituationScope.PHYSICAL_SECTOR, only().scope());
        assertEquals("A/1", only().place());
        alarm("x3", "a2", 20 * MINUTE);
        assertEquals(SituationScope.SITE, only().scope());
        assertEquals(List.of("x1", "x2", "x3"), only().alarms());
        assertEquals("x1", only().parent());
        Member last = only().members().getLast();
        assertEquals(SituationScope.SITE, last.link());
        assertEquals("x2", last.linkedTo());
        assertEquals(Duration.ofMinutes(10), last.lag());
    }

    @Test
    void whatIsRaisedOutsideTheWindowIsAnotherTrouble() {
        cell("a1", "A/1", "A");
        cell("a2", "A/2", "A");
        alarm("x1", "a1", 0);
        alarm("x2", "a2", HOUR + 1);
        assertTrue(correlate().isEmpty());
    }

    @Test
    void aFlappingAlarmIsJoinedByAnyOfItsStretches() {
        cell("a1", "A/1", "A");
        cell("a2", "A/2", "A");
        alarm("x1", "a1", 0, 24 * HOUR);
        alarm("x2", "a2", 24 * HOUR + MINUTE);
        assertEquals(List.of("x1", "x2"), only().alarms());
    }

    @Test
    void aNeighbourhoodIsAroundThePlaceWithMostNeighboursInTroubleAndFollowsNoChain() {
        for (int i = 0; i < 7; i++) {
            cell("c" + i, "S" + i + "/1", "S" + i);
            alarm("x" + i, "c" + i, i * MINUTE);
        }
        relate("c3", "c1");
        relate("c3", "c2");
        relate("c3", "c4");
        relate("c4", "c5");
        relate("c5", "c6");
        List<Situation> found = correlate();
        assertEquals(List.of(List.of("x1", "x2", "x3", "x4"), List.of("x5", "x6")), found.stream().map(Situation::alarms).toList());
        assertEquals(SituationScope.NEIGHBOURHOOD, found.getFirst().scope());
        assertEquals("c3", found.getFirst().place());
    }

    @Test
    void whatIsLeftIsJoinedByDistanceOnceThereAreEnoughPlaces() {
        for (int i = 0; i < 4; i++) {
            places.put("c" + i, new Place(Optional.of("S" + i + "/1"), Optional.of("S" + i), 31.2 + i * 0.006, 121.4));
        }
        alarm("x0", "c0", 0);
        alarm("x1", "c1", MINUTE);
        assertTrue(correlate().isEmpty(), "two places 668 m apart may be chance");
        alarm("x2", "c2", 2 * MINUTE);
        assertEquals(SituationScope.AREA, only().scope());
        assertEquals("c1", only().place(), "the one in the middle reaches both");
        alarm("x3", "c3", 3 * MINUTE);
        assertEquals(List.of("x0", "x1", "x2"), only().alarms(), "c3 is 1,336 m away from the middle");
    }

    @Test
    void scopesThatAreNotWantedJoinNothing() {
        cell("a1", "A/1", "A");
        cell("a2", "A/2", "A");
        alarm("x1", "a1", 0);
        alarm("x2", "a2", 0);
        CorrelationSettings sectors = new CorrelationSettings(Duration.ofHours(1), 1_000, 3, Set.of(SituationScope.PHYSICAL_SECTOR));
        assertTrue(new Correlator(sectors, new Surroundings(places, neighbours)).correlate(points, Guidance.NONE).isEmpty());
    }

    @Test
    void theOrderOfArrivalDoesNotMatter() {
        Random random = new Random(5);
        for (int i = 0; i < 300; i++) {
            places.put("c" + i, new Place(Optional.of("S" + i / 3 + "/" + i % 2), Optional.of("S" + i / 3),
                    31 + random.nextDouble() * 0.1, 121 + random.nextDouble() * 0.1));
            for (int n = 0; n < 3; n++) {
                relate("c" + i, "c" + random.nextInt(300));
            }
        }
        for (int i = 0; i < 600; i++) {
            long first = random.nextInt(48) * 600L;
            alarm("x" + i, "c" + random.nextInt(300), first, first + random.nextInt(1, 90_000));
        }
        List<Decision> decisions = new ArrayList<>();
        for (int i = 1; i <= 60; i++) {
            decisions.add(decision(i, i % 2 == 0 ? DecisionKind.TOGETHER : DecisionKind.APART, "x" + random.nextInt(600),
                    "x" + random.nextInt(600), false));
        }
        Guidance guidance = new Guidance(decisions, Map.of(), List.of());
        List<Situation> expected = correlate(guidance);
        assertTrue(expected.size() > 20, "enough to compare: " + expected.size());
        for (int run = 0; run < 20; run++) {
            Collections.shuffle(points, random);
            assertEquals(expected, correlate(guidance));
        }
    }

    @Test
    void noAlarmIsInTwoSituationsAndMembersAreInOrder() {
        theOrderOfArrivalDoesNotMatter();
        Set<String> seen = new HashSet<>();
        correlate().forEach(situation -> situation.alarms().forEach(alarm -> assertTrue(seen.add(alarm), alarm)));
    }

    @Test
    void whatAPersonRejectsStaysOutAlsoWhenMoreComes() {
        cell("a1", "A/1", "A");
        alarm("x1", "a1", 0);
        alarm("x2", "a1", MINUTE);
        alarm("x3", "a1", 2 * MINUTE);
        Guidance guidance = guided(decision(1, DecisionKind.APART, "x2", "x1", false));
        assertEquals(List.of(List.of("x1", "x3")), members(guidance));
        alarm("x4", "a1", 3 * MINUTE);
        assertEquals(List.of(List.of("x1", "x3", "x4")), members(guidance));
    }

    @Test
    void whatAPersonMovesGoesWithItsAnchor() {
        cell("a1", "A/1", "A");
        cell("b1", "B/1", "B");
        alarm("x1", "a1", 0);
        alarm("x2", "a1", MINUTE);
        alarm("x3", "b1", 5 * HOUR);
        Guidance guidance = guided(decision(1, DecisionKind.TOGETHER, "x3", "x1", false));
        Situation situation = correlate(guidance).getFirst();
        assertEquals(List.of("x1", "x2", "x3"), situation.alarms());
        assertEquals(SituationScope.PHYSICAL_SECTOR, situation.scope(), "what the others have in common");
        assertEquals(1, situation.members().getLast().decision().orElseThrow());
        assertEquals(SituationScope.CHOSEN, situation.members().getLast().link());
    }

    @Test
    void theLaterDecisionWinsAndARevokedOneIsNone() {
        cell("a1", "A/1", "A");
        cell("b1", "B/1", "B");
        alarm("x1", "a1", 0);
        alarm("x2", "b1", 0);
        Decision together = decision(1, DecisionKind.TOGETHER, "x2", "x1", false);
        Decision apart = decision(2, DecisionKind.APART, "x2", "x1", false);
        assertEquals(SituationScope.CHOSEN, correlate(guided(together)).getFirst().scope());
        assertTrue(members(guided(together, apart)).isEmpty());
        assertEquals(1, members(guided(apart, decision(3, DecisionKind.TOGETHER, "x2", "x1", false))).size());
        Decision revoked = new Decision(2, apart.time(), apart.user(), apart.kind(), apart.alarm(), apart.anchor(), false, "",
                Optional.of(new Revocation(apart.time(), "bob")));
        assertEquals(1, members(guided(together, revoked)).size());
    }

    @Test
    void wishesInACircleHarmNobody() {
        cell("a1", "A/1", "A");
        cell("b1", "B/1", "B");
        alarm("x1", "a1", 0);
        alarm("x2", "b1", 0);
        assertEquals(List.of(List.of("x1", "x2")), members(guided(decision(1, DecisionKind.TOGETHER, "x2", "x1", false),
                decision(2, DecisionKind.TOGETHER, "x1", "x2", false))));
    }

    @Test
    void aLastingDecisionHoldsForTheNextRecordsOfTheSameTrouble() {
        cell("a1", "A/1", "A");
        cell("a2", "A/2", "A");
        alarm("new1", "a1", 0);
        alarm("new2", "a2", 0);
        Map<String, AlarmIdentity> identities = Map.of("old1", points.get(0).identity(), "old2", points.get(1).identity());
        assertEquals(1, correlate(new Guidance(List.of(decision(1, DecisionKind.APART, "old2", "old1", false)), identities, List.of()))
                .size(), "for those records only");
        assertTrue(correlate(new Guidance(List.of(decision(1, DecisionKind.APART, "old2", "old1", true)), identities, List.of()))
                .isEmpty());
    }

    @Test
    void anAdoptedCauseStandsForItsEffectsAndTheEarliestForNone() {
        cell("a1", "A/1", "A");
        alarm("x1", "a1", 0, "load");
        alarm("x2", "a1", MINUTE, "link down");
        alarm("x3", "a1", 2 * MINUTE, "load");
        assertEquals("x1", only().parent());
        CauseRule rule = new CauseRule(1, "link down", "load", Instant.EPOCH, "ann", Optional.empty(), Optional.empty());
        assertEquals("x2", correlate(new Guidance(List.of(), Map.of(), List.of(rule))).getFirst().parent());
    }

    @Test
    void theIdDependsOnTheFirstMemberOnly() {
        cell("a1", "A/1", "A");
        alarm("x1", "a1", 0);
        alarm("x2", "a1", MINUTE);
        String id = only().id();
        alarm("x3", "a1", 2 * MINUTE);
        assertEquals(id, only().id());
    }

    @Test
    void linksAlwaysLeadToAnotherMember() {
        theOrderOfArrivalDoesNotMatter();
        for (Situation situation : correlate()) {
            Set<String> members = new TreeSet<>(situation.alarms());
            assertEquals(1, situation.members().stream().filter(member -> member.linkedTo().equals(member.alarm())).count());
            assertTrue(situation.members().stream().allMatch(member -> members.contains(member.linkedTo())));
        }
    }

    private Situation only() {
        List<Situation> found = correlate();
        assertEquals(1, found.size());
        return found.getFirst();
    }

    private List<Situation> correlate() {
        return correlate(Guidance.NONE);
    }

    private List<Situation> correlate(Guidance guidance) {
        return new Correlator(CorrelationSettings.DEFAULT, new Surroundings(places, neighbours)).correlate(points, guidance);
    }

    private List<List<String>> members(Guidance guidance) {
        return correlate(guidance).stream().map(Situation::alarms).collect(Collectors.toList());
    }

    private static Guidance guided(Decision... decisions) {
        return new Guidance(List.of(decisions), Map.of(), List.of());
    }

    private static Decision decision(long id, DecisionKind kind, String alarm, String anchor, boolean always) {
        return new Decision(id, Instant.EPOCH, "ann", kind, alarm, anchor, always, "", Optional.empty());
    }

    private void cell(String id, String sector, String site) {
        places.put(id, new Place(Optional.of(sector), Optional.of(site), Double.NaN, Double.NaN));
    }

    private void relate(String a, String b) {
        neighbours.computeIfAbsent(a, key -> new HashSet<>()).add(b);
        neighbours.computeIfAbsent(b, key -> new HashSet<>()).add(a);
    }

    private void alarm(String id, String cell, long... raises) {
        points.add(point(id, cell, "load", raises));
    }

    private void alarm(String id, String cell, long raise, String problem) {
        points.add(point(id, cell, problem, raise));
    }

    private static Point point(String id, String cell, String problem, long... raises) {
        long[] times = Arrays.stream(raises).map(after -> START + after).sorted().toArray();
        return new Point(id, cell, new AlarmIdentity(cell, AlarmType.QUALITY_OF_SERVICE_ALARM, "thresholdCrossed", problem), times,
                PerceivedSeverity.MAJOR, PerceivedSeverity.MAJOR, true);
    }
}
