package org.towercrier.planning.internal.sites;

import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

import org.towercrier.planning.SitePlanning.Plan;
import org.towercrier.planning.SitePlanning.Point;

/**
 * Simulated annealing on the raster: sites are shifted, removed, added, moved elsewhere and exchanged for others of another kind. Traffic has a price,
 * which follows the share that is covered, so that the search stays where just enough is covered.
 */
final class SiteAnnealing {

    private static final int CHECK = 1023;
    private static final int NEAR = 3;
    private static final double PRICE_STEP = 2e-5;

    private final SiteGrid grid;
    private final double wanted;
    private final RandomGenerator random;
    private final int[] pointX;
    private final int[] pointY;
    private double price;
    private double temperature;
    private double least = Double.POSITIVE_INFINITY;
    private Plan best = new Plan(List.of());

    SiteAnnealing(SiteGrid grid, double wanted, RandomGenerator random) {
        this.grid = grid;
        this.wanted = wanted;
        this.random = random;
        var area = grid.problem.area();
        Point[] inside = grid.problem.points().stream().filter(point -> area.contains(point.x(), point.y()) && point.traffic() > 0)
                .toArray(Point[]::new);
        pointX = new int[inside.length];
        pointY = new int[inside.length];
        for (int i = 0; i < inside.length; i++) {
            pointX[i] = inside[i].x() - area.left();
            pointY[i] = inside[i].y() - area.bottom();
        }
    }

    /**
     * Cools from where the grid is; leaves the grid at the last state.
     *
     * @param from
     *            temperature, in units of cost
     * @return the cheapest plan that covers enough
     */
    Plan cool(double from, double to, long steps, BooleanSupplier stopped) {
        price = grid.marginalPrice(wanted);
        note();
        for (long step = 0; step < steps; step++) {
            if ((step & CHECK) == 0) {
                if (stopped.getAsBoolean()) {
                    break;
                }
                temperature = from * Math.pow(to / from, step / (double) steps);
                // Too little covered makes traffic dearer, more than enough makes it cheaper.
                price *= 1 + Math.clamp(200 * (wanted - grid.covered()) / wanted, -1, 1) * PRICE_STEP * CHECK;
            }
            step();
            if (grid.covered() >= wanted && grid.cost() < least) {
                note();
            }
        }
        return best;
    }

    private void note() {
        if (grid.covered() >= wanted && grid.cost() < least) {
            least = grid.cost();
            best = grid.plan();
        }
    }

    private boolean accepted(double delta) {
        return delta <= 0 || delta < 20 * temperature && random.nextDouble() < Math.exp(-delta / temperature);
    }

    private void step() {
        int chance = random.nextInt(100);
        if (grid.count() == 0 || chance >= 85) {
            add();
        } else if (chance < 50) {
            shift();
        } else if (chance < 60) {
            remove();
        } else {
            elsewhere();
        }
    }

    private void shift() {
        int site = random.nextInt(grid.count());
        int x = grid.x(site) + random.nextInt(2 * NEAR + 1) - NEAR;
        int y = grid.y(site) + random.nextInt(2 * NEAR + 1) - NEAR;
        move(site, x, y, grid.kind(site));
    }

    private void elsewhere() {
        int site = random.nextInt(grid.count());
        int point = random.nextInt(pointX.length);
        int kind = random.nextInt(20) == 0 ? random.nextInt(grid.reach.length) : grid.kind(site);
        int[] place = placeNear(point, kind);
        move(site, place[0], place[1], kind);
    }

    private void move(int site, int x, int y, int kind) {
        if (!grid.isFree(x, y, site)) {
            return;
        }
        int oldX = grid.x(site);
        int oldY = grid.y(site);
        int oldKind = grid.kind(site);
        double covered = grid.covered();
        double cost = grid.cost();
        grid.remove(site);
        double delta = cost(kind) + grid.cost() - cost - price * (grid.covered() + grid.gain(x, y, kind) - covered);
        if (accepted(delta)) {
            grid.add(x, y, kind);
        } else {
            grid.add(oldX, oldY, oldKind);
        }
    }

    private double cost(int kind) {
        return grid.costOf(kind);
    }

    private void remove() {
        int site = random.nextInt(grid.count());
        if (accepted(price * grid.loss(site) - cost(grid.kind(site)))) {
            grid.remove(site);
        }
    }

    private void add() {
        int point = random.nextInt(pointX.length);
        if (grid.covers[pointY[point] * grid.width + pointX[point]] > 0) {
            return;
        }
        int kind = random.nextInt(grid.reach.length);
        int[] place = placeNear(point, kind);
        if (grid.isBlocked(place[0], place[1])) {
            return;
        }
        double cost = grid.cost();
        double covered = grid.covered();
        int[] leaving = grid.inTheWay(place[0], place[1]);
        if (leaving.length > 2) {
            return;
        }
        if (leaving.length == 0) {
            if (accepted(cost(kind) - price * grid.gain(place[0], place[1], kind))) {
                grid.add(place[0], place[1], kind);
            }
            return;
        }
        int[][] old = new int[leaving.length][];
        Arrays.sort(leaving);
        for (int i = leaving.length - 1; i >= 0; i--) {
            int site = leaving[i];
            old[i] = new int[]{ grid.x(site), grid.y(site), grid.kind(site) };
            grid.remove(site);
        }
        double delta = grid.cost() + cost(kind) - cost - price * (grid.covered() + grid.gain(place[0], place[1], kind) - covered);
        if (accepted(delta)) {
            grid.add(place[0], place[1], kind);
            return;
        }
        for (int[] site : old) {
            grid.add(site[0], site[1], site[2]);
        }
    }

    private int[] placeNear(int point, int kind) {
        int radius = grid.reach[kind].length / 2;
        int dy = random.nextInt(2 * radius + 1) - radius;
        int half = grid.reach[kind][dy + radius];
        return new int[]{ pointX[point] + random.nextInt(2 * half + 1) - half, pointY[point] + dy };
    }
}
