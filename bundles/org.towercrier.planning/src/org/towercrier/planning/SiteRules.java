package org.towercrier.planning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.towercrier.planning.SitePlanning.Kind;
import org.towercrier.planning.SitePlanning.Plan;
import org.towercrier.planning.SitePlanning.Point;
import org.towercrier.planning.SitePlanning.Position;
import org.towercrier.planning.SitePlanning.Site;

/** The rules of a site plan, computed plainly: sites are looked up by squares as large as the distance asked about. */
final class SiteRules {

    private final SitePlanning problem;

    SiteRules(SitePlanning problem) {
        this.problem = problem;
    }

    double covered(Plan plan) {
        double largest = problem.kinds().stream().mapToDouble(Kind::radius).max().orElse(0);
        int side = Math.max(1, (int) Math.ceil(largest));
        Map<Long, List<Site>> squares = new HashMap<>();
        plan.sites().forEach(site -> squares.computeIfAbsent(key(site.x(), site.y(), side), key -> new ArrayList<>()).add(site));
        double covered = 0;
        for (Point point : problem.points()) {
            if (isCovered(point, squares, side)) {
                covered += point.traffic();
            }
        }
        return covered;
    }

    private boolean isCovered(Point point, Map<Long, List<Site>> squares, int side) {
        for (int dx = -side; dx <= side; dx += side) {
            for (int dy = -side; dy <= side; dy += side) {
                for (Site site : squares.getOrDefault(key(point.x() + dx, point.y() + dy, side), List.of())) {
                    double radius = problem.kinds().get(site.kind()).radius();
                    if (squared(site.x() - point.x(), site.y() - point.y()) <= radius * radius) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    void check(Plan plan) {
        int side = Math.max(1, (int) Math.ceil(problem.distance()));
        Map<Long, List<Position>> squares = new HashMap<>();
        for (Position site : problem.existing()) {
            squares.computeIfAbsent(key(site.x(), site.y(), side), key -> new ArrayList<>()).add(site);
        }
        for (Site site : plan.sites()) {
            if (!problem.area().contains(site.x(), site.y())) {
                throw new IllegalArgumentException("The site at " + site.x() + ", " + site.y() + " is outside the area");
            }
            for (int dx = -side; dx <= side; dx += side) {
                for (int dy = -side; dy <= side; dy += side) {
                    for (Position other : squares.getOrDefault(key(site.x() + dx, site.y() + dy, side), List.of())) {
                        if (squared(site.x() - other.x(), site.y() - other.y()) <= problem.distance() * problem.distance()) {
                            throw new IllegalArgumentException(
                                    "The sites at " + site.x() + ", " + site.y() + " and " + other.x() + ", " + other.y()
                                            + " are too near");
                        }
                    }
                }
            }
            squares.computeIfAbsent(key(site.x(), site.y(), side), key -> new ArrayList<>()).add(new Position(site.x(), site.y()));
        }
    }

    private static long squared(long dx, long dy) {
        return dx * dx + dy * dy;
    }

    private static long key(int x, int y, int side) {
        return (long) Math.floorDiv(x, side) << 32 | Math.floorDiv(y, side) & 0xffffffffL;
    }
}
