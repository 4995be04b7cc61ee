package org.towercrier.planning;

import java.util.List;

/**
 * New sites on a grid: which kinds of site to put where, so that enough of the traffic of weak points lies within the radius of a new site, at least
 * cost, any new site being farther than a distance from all other sites, old and new. Positions are grid points, distances Euclidean in grid units.
 *
 * @param points
 *            weak points with their traffic
 * @param existing
 *            sites that stand already; they cover nothing, but nothing is built near them
 * @param kinds
 *            of new sites
 * @param distance
 *            any two sites, at least one of them new, are more than this apart
 * @param share
 *            of the whole traffic to cover, 0 to 1
 * @param area
 *            in which new sites may stand
 */
public record SitePlanning(List<Point> points, List<Position> existing, List<Kind> kinds, double distance, double share, Area area)
        implements
            Problem<SitePlanning.Plan> {

    private static final double TOLERANCE = 1e-9;
    /** Grid units that a radius or a distance may have. */
    private static final int FARTHEST = 10_000;

    public SitePlanning {
        points = List.copyOf(points);
        existing = List.copyOf(existing);
        kinds = List.copyOf(kinds);
        if (points.isEmpty() || kinds.isEmpty()) {
            throw new IllegalArgumentException("Weak points and kinds of sites are needed");
        }
        if (!(share > 0) || share > 1) {
            throw new IllegalArgumentException("The share to cover is more than 0 and at most 1");
        }
        if (!(distance >= 0) || distance > FARTHEST) {
            throw new IllegalArgumentException("The distance between sites is from 0 to " + FARTHEST + ": " + distance);
        }
    }

    /** A weak point. */
    public record Point(int x, int y, double traffic) {
        public Point {
            if (!(traffic >= 0)) {
                throw new IllegalArgumentException("Traffic is not negative");
            }
        }
    }

    /** A place on the grid. */
    public record Position(int x, int y) {
    }

    /** A kind of site: it covers what lies within {@code radius}. */
    public record Kind(String name, double radius, double cost) {
        public Kind {
            if (!(radius >= 0) || radius > FARTHEST || !(cost > 0) || Double.isInfinite(cost)) {
                throw new IllegalArgumentException("A kind of site has a radius from 0 to " + FARTHEST + " and a cost of more than 0");
            }
        }
    }

    /** Corners of the area, both belonging to it. */
    public record Area(int left, int bottom, int right, int top) {
        public boolean contains(int x, int y) {
            return x >= left && x <= right && y >= bottom && y <= top;
        }
    }

    /** A new site. */
    public record Site(int x, int y, int kind) {
    }

    /** The new sites. */
    public record Plan(List<Site> sites) {
        public Plan {
            sites = List.copyOf(sites);
        }
    }

    @Override
    public boolean minimises() {
        return true;
    }

    /** Traffic of all weak points. */
    public double traffic() {
        return points.stream().mapToDouble(Point::traffic).sum();
    }

    /** Share of the traffic that a plan covers. */
    public double covered(Plan plan) {
        SiteRules rules = new SiteRules(this);
        return rules.covered(plan) / traffic();
    }

    /** Whether a share of the traffic is enough, but for rounding. */
    public boolean isEnough(double covered) {
        return covered >= leastShare();
    }

    /** The share to cover, less what is left to rounding. */
    public double leastShare() {
        return share - TOLERANCE;
    }

    @Override
    public double objective(Plan plan) {
        new SiteRules(this).check(plan);
        double covered = covered(plan);
        if (!isEnough(covered)) {
            throw new IllegalArgumentException("Only " + covered + " of the traffic is covered, " + share + " is asked for");
        }
        return plan.sites().stream().mapToDouble(site -> kinds.get(site.kind()).cost()).sum();
    }
}
