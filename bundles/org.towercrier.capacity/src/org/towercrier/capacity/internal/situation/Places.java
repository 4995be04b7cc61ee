package org.towercrier.capacity.internal.situation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import org.towercrier.model.alarm.SituationScope;

/** Joins what came up at the same sector or site within the window, one after the other. */
final class Places {

    private record Event(long time, int alarm) {
    }

    private final List<Point> points;
    private final long window;

    Places(List<Point> points, long window) {
        this.points = points;
        this.window = window;
    }

    /**
     * Joins along time at each place.
     *
     * @param alarms those that may be joined
     * @param place  sector or site of a cell
     */
    void join(Joins joins, List<Integer> alarms, Function<String, String> place, SituationScope scope) {
        Map<String, List<Event>> events = new TreeMap<>();
        for (int alarm : alarms) {
            Point point = points.get(alarm);
            List<Event> own = events.computeIfAbsent(place.apply(point.cell()), key -> new ArrayList<>());
            for (long raise : point.raises()) {
                own.add(new Event(raise, alarm));
            }
        }
        for (List<Event> own : events.values()) {
            own.sort(Comparator.comparingLong(Event::time).thenComparingInt(Event::alarm));
            for (int i = 1; i < own.size(); i++) {
                Event before = own.get(i - 1);
                Event after = own.get(i);
                if (after.time() - before.time() <= window) {
                    joins.join(before.alarm(), after.alarm(), scope);
                }
            }
        }
    }
}
