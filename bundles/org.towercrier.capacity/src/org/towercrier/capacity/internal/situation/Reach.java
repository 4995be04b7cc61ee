package org.towercrier.capacity.internal.situation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.towercrier.capacity.internal.situation.Surroundings.Place;

/** Which alarms are in reach of one another: by neighbour relations, or by distance. */
final class Reach {

    private static final double METRES_PER_DEGREE = 111_320;
    private static final double MOST_NORTHERN = 85;

    private final List<Point> points;
    private final Surroundings surroundings;

    Reach(List<Point> points, Surroundings surroundings) {
        this.points = points;
        this.surroundings = surroundings;
    }

    /** Pairs of alarms in neighbour cells. */
    void neighbours(List<Integer> alarms, Stars.Pairs pairs) {
        Map<String, List<Integer>> byCell = byCell(alarms);
        for (int alarm : alarms) {
            String cell = points.get(alarm).cell();
            for (String neighbour : surroundings.neighbours(cell)) {
                if (cell.compareTo(neighbour) < 0) {
                    byCell.getOrDefault(neighbour, List.of()).forEach(other -> pairs.accept(alarm, other));
                }
            }
        }
    }

    /** Pairs of alarms in cells no farther apart than {@code radius} metres. */
    void distance(List<Integer> alarms, double radius, Stars.Pairs pairs) {
        Map<String, List<Integer>> byCell = byCell(alarms);
        List<String> cells = byCell.keySet().stream().filter(cell -> surroundings.located(cell).isPresent()).sorted().toList();
        double north = cells.stream().mapToDouble(cell -> Math.abs(place(cell).latitude())).max().orElse(0);
        double latitudeStep = Math.max(radius, 1) / METRES_PER_DEGREE;
        double longitudeStep = latitudeStep / Math.cos(Math.toRadians(Math.min(MOST_NORTHERN, north)));
        Map<Long, List<String>> grid = new HashMap<>();
        for (String cell : cells) {
            long row = (long) Math.floor(place(cell).latitude() / latitudeStep);
            long column = (long) Math.floor(place(cell).longitude() / longitudeStep);
            for (long dy = -1; dy <= 1; dy++) {
                for (long dx = -1; dx <= 1; dx++) {
                    for (String other : grid.getOrDefault(key(row + dy, column + dx), List.of())) {
                        if (metres(place(cell), place(other)) <= radius) {
                            cross(byCell.get(other), byCell.get(cell), pairs);
                        }
                    }
                }
            }
            grid.computeIfAbsent(key(row, column), any -> new ArrayList<>()).add(cell);
        }
    }

    private Map<String, List<Integer>> byCell(List<Integer> alarms) {
        Map<String, List<Integer>> byCell = new HashMap<>();
        alarms.forEach(alarm -> byCell.computeIfAbsent(points.get(alarm).cell(), key -> new ArrayList<>()).add(alarm));
        return byCell;
    }

    private Place place(String cell) {
        return surroundings.located(cell).orElseThrow();
    }

    private static long key(long row, long column) {
        return row << 32 ^ column & 0xffffffffL;
    }

    private static void cross(List<Integer> some, List<Integer> others, Stars.Pairs pairs) {
        some.forEach(a -> others.forEach(b -> pairs.accept(a, b)));
    }

    /** Distance on a plane that touches the earth between the two: exact enough for a few kilometres. */
    static double metres(Place a, Place b) {
        double middle = Math.toRadians((a.latitude() + b.latitude()) / 2);
        double dy = (a.latitude() - b.latitude()) * METRES_PER_DEGREE;
        double dx = (a.longitude() - b.longitude()) * METRES_PER_DEGREE * Math.cos(middle);
        return Math.hypot(dx, dy);
    }
}
