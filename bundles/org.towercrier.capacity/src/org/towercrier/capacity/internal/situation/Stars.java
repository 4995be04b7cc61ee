package org.towercrier.capacity.internal.situation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.towercrier.capacity.alarm.Severities;
import org.towercrier.model.alarm.SituationScope;

/**
 * Joins places in trouble around a middle: the place with the most others in reach takes them, then the next one of those that
 * are left. Chains are not followed, or a whole city would become one situation.
 */
final class Stars {

    /** Two alarms at two places that hold the places together. */
    private record Ray(int from, int to, long distance) {
        static final Comparator<Ray> CLOSEST = Comparator.comparingLong(Ray::distance)
                .thenComparingInt(ray -> Math.min(ray.from(), ray.to())).thenComparingInt(ray -> Math.max(ray.from(), ray.to()));
    }

    /** Two alarms that are in reach of one another. */
    @FunctionalInterface
    interface Pairs {
        void accept(int a, int b);
    }

    private final List<Point> points;
    private final long window;
    private final int minimum;
    private final SituationScope scope;

    /**
     * @param window  seconds between two raises at most
     * @param minimum number of places that make a star
     * @param scope   what they have in common then
     */
    Stars(List<Point> points, long window, int minimum, SituationScope scope) {
        this.points = points;
        this.window = window;
        this.minimum = minimum;
        this.scope = scope;
    }

    /** What finds the pairs of alarms that may hold places together. */
    @FunctionalInterface
    interface Search {
        void run(Pairs pairs);
    }

    /**
     * Joins the places.
     *
     * @param taken representatives of the sets that may not be joined any more; those that are joined are added, and the middles
     *              are noted under the representatives of what they have become
     * @return the middle of each new set: an alarm there, by the representative of the set
     */
    Map<Integer, Integer> join(Joins joins, Set<Integer> taken, Search search) {
        Map<Integer, Map<Integer, Ray>> rays = new HashMap<>();
        search.run((a, b) -> {
            int from = joins.find(a);
            int to = joins.find(b);
            if (from == to || taken.contains(from) || taken.contains(to)) {
                return;
            }
            long distance = points.get(a).distance(points.get(b));
            if (distance <= window) {
                keep(rays, from, to, new Ray(a, b, distance));
                keep(rays, to, from, new Ray(b, a, distance));
            }
        });
        List<Integer> order = new ArrayList<>(rays.keySet());
        order.sort(Comparator.comparingInt((Integer place) -> -rays.get(place).size())
                .thenComparing(place -> points.get(place).worst(), Severities.WORST_FIRST).thenComparingInt(place -> place));
        Set<Integer> used = new HashSet<>();
        Map<Integer, Integer> middles = new HashMap<>();
        for (int middle : order) {
            List<Ray> free = used.contains(middle) ? List.of() : rays.get(middle).entrySet().stream()
                    .filter(ray -> !used.contains(ray.getKey())).map(Map.Entry::getValue).sorted(Ray.CLOSEST).toList();
            if (free.size() + 1 < minimum || free.isEmpty()) {
                continue;
            }
            used.add(middle);
            for (Ray ray : free) {
                used.add(joins.find(ray.to()));
                joins.join(ray.from(), ray.to(), scope);
            }
            middles.put(joins.find(middle), middle);
        }
        used.forEach(place -> taken.add(joins.find(place)));
        return middles;
    }

    private static void keep(Map<Integer, Map<Integer, Ray>> rays, int from, int to, Ray ray) {
        rays.computeIfAbsent(from, key -> new HashMap<>()).merge(to, ray,
                (known, other) -> Ray.CLOSEST.compare(other, known) < 0 ? other : known);
    }
}
