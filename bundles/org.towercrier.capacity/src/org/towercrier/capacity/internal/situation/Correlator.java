package org.towercrier.capacity.internal.situation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.towercrier.capacity.alarm.AlarmIdentity;
import org.towercrier.capacity.situation.CauseRule;
import org.towercrier.capacity.situation.CorrelationSettings;
import org.towercrier.capacity.situation.Decision;
import org.towercrier.capacity.situation.Situation;
import org.towercrier.model.alarm.SituationScope;

/**
 * Joins alarms into situations: a pure function of its arguments, whatever their order.
 *
 * <ol>
 * <li>What comes up at one physical sector, then at one site, each within the window after the one before, is joined.
 * <li>Around each place with the most neighbour cells in trouble within the window, those are joined.
 * <li>Of what is left, enough places within a radius and the window are joined.
 * <li>What people decided comes last and wins.
 * </ol>
 */
public final class Correlator {

    /**
     * What people have said.
     *
     * @param decisions  about pairs of alarms
     * @param identities of the alarms that the decisions name
     * @param causes     which problems cause which others
     */
    public record Guidance(List<Decision> decisions, Map<String, AlarmIdentity> identities, List<CauseRule> causes) {

        /** Nothing has been said. */
        public static final Guidance NONE = new Guidance(List.of(), Map.of(), List.of());
    }

    private final CorrelationSettings settings;
    private final Surroundings surroundings;

    public Correlator(CorrelationSettings settings, Surroundings surroundings) {
        this.settings = settings;
        this.surroundings = surroundings;
    }

    /** The situations among the alarms, in the order of their first members. */
    public List<Situation> correlate(Collection<Point> alarms, Guidance guidance) {
        List<Point> points = alarms.stream().sorted(Point.EARLIEST_FIRST).toList();
        Wishes wishes = new Wishes(points, guidance.decisions(), guidance.identities());
        Joins joins = new Joins(points.size());
        Map<Integer, Integer> middles = join(points, wishes, joins);
        SituationBuilder builder = new SituationBuilder(points, joins, wishes, surroundings, new Parents(guidance.causes()));
        List<Situation> situations = new ArrayList<>();
        for (Collection<Integer> members : members(joins, wishes)) {
            if (members.size() > 1) {
                situations.add(builder.build(List.copyOf(members), middles));
            }
        }
        situations.sort(Comparator.comparing(Situation::began).thenComparing(Situation::id));
        return situations;
    }

    private Map<Integer, Integer> join(List<Point> points, Wishes wishes, Joins joins) {
        Set<Integer> moved = wishes.moved();
        List<Integer> free = IntStream.range(0, points.size()).filter(i -> !moved.contains(i) || wishes.anchor(i) == i).boxed().toList();
        long window = settings.window().toSeconds();
        Places places = new Places(points, window);
        Reach reach = new Reach(points, surroundings);
        if (wanted(SituationScope.PHYSICAL_SECTOR)) {
            places.join(joins, free, surroundings::sector, SituationScope.PHYSICAL_SECTOR);
        }
        if (wanted(SituationScope.SITE)) {
            places.join(joins, free, surroundings::site, SituationScope.SITE);
        }
        Set<Integer> taken = new HashSet<>();
        Map<Integer, Integer> middles = new HashMap<>();
        if (wanted(SituationScope.NEIGHBOURHOOD)) {
            middles.putAll(new Stars(points, window, 2, SituationScope.NEIGHBOURHOOD).join(joins, taken,
                    pairs -> reach.neighbours(free, pairs)));
        }
        if (wanted(SituationScope.AREA)) {
            List<Integer> left = free.stream().filter(alarm -> !taken.contains(joins.find(alarm))).toList();
            middles.putAll(new Stars(points, window, settings.areaMinimum(), SituationScope.AREA).join(joins, taken,
                    pairs -> reach.distance(left, settings.areaRadius(), pairs)));
        }
        return middles;
    }

    private boolean wanted(SituationScope scope) {
        return settings.scopes().contains(scope);
    }

    /** The sets with what people moved in and what they rejected out. */
    private static List<Collection<Integer>> members(Joins joins, Wishes wishes) {
        Map<Integer, Set<Integer>> sets = new HashMap<>();
        for (int i = 0; i < joins.size(); i++) {
            sets.computeIfAbsent(joins.find(wishes.anchor(i)), key -> new TreeSet<>()).add(i);
        }
        List<Collection<Integer>> result = new ArrayList<>();
        for (Set<Integer> set : sets.values()) {
            Set<Integer> kept = new TreeSet<>(set);
            kept.removeIf(alarm -> wishes.unwanted(alarm, set));
            result.add(kept);
        }
        return result;
    }
}
