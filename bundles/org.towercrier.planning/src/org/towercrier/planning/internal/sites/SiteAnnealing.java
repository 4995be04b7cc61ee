package org.towercrier.planning.internal.sites;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/**
 * Simulated annealing on the raster: sites are shifted, removed, added, moved elsewhere and exchanged for others of another kind. Traffic has a price,
 * so that what is sought is low cost less the price of the traffic that is covered.
 */
final class SiteAnnealing {

    private static final int CHECK = 1023;
    private static final int NEAR = 3;

    private final SiteGrid grid;
    private final RandomGenerator random;
    private final Aim aim;
    private final double[] kinds;
    private int[] pointX = {};
    private int[] pointY = {};
    private double[] chances = {};
    private double price;
    private double temperature;

    /** What is sought. */
    interface Aim {

        /** @return the price of traffic from now on; asked again and again */
        double price(double before);

        /** The grid has changed. */
        void seen();
    }

    SiteAnnealing(SiteGrid grid, Aim aim, RandomGenerator random) {
        this.grid = grid;
        this.aim = aim;
        this.random = random;
        kinds = new double[grid.reach.length];
        double sum = 0;
        for (int kind = 0; kind < kinds.length; kind++) {
            sum += 1.0 / grid.reach[kind].length / grid.reach[kind].length;
            kinds[kind] = sum;
        }
    }

    /** Points are looked at as often as they are worth, those that are worth a site all alike. */
    private void weighPoints() {
        int number = 0;
        pointX = new int[1024];
        pointY = new int[1024];
        chances = new double[1024];
        double sum = 0;
        for (int cell = 0; cell < grid.traffic.length; cell++) {
            if (grid.traffic[cell] > 0) {
                if (number == pointX.length) {
                    pointX = Arrays.copyOf(pointX, 2 * number);
                    pointY = Arrays.copyOf(pointY, 2 * number);
                    chances = Arrays.copyOf(chances, 2 * number);
                }
                pointX[number] = cell % grid.width;
                pointY[number] = cell / grid.width;
                sum += Math.min(1, price * grid.traffic[cell]);
                chances[number++] = sum;
            }
        }
        chances = Arrays.copyOf(chances, number);
    }

    /** Kinds that reach far cost more time to try, so they are tried less often. */
    private int kind() {
        double chance = random.nextDouble() * kinds[kinds.length - 1];
        int kind = 0;
        while (chance >= kinds[kind]) {
            kind++;
        }
        return kind;
    }

    private int point() {
        int found = Arrays.binarySearch(chances, random.nextDouble() * chances[chances.length - 1]);
        return Math.min(chances.length - 1, found < 0 ? -found - 1 : found);
    }

    /**
     * Cools from where the grid is; leaves the grid at the last state.
     *
     * @param from
     *            temperature, in units of cost
     */
    void cool(double from, double to, long steps, BooleanSupplier stopped) {
        price = aim.price(0);
        weighPoints();
        aim.seen();
        for (long step = 0; step < steps && chances.length > 0; step++) {
            if ((step & CHECK) == 0) {
                if (stopped.getAsBoolean()) {
                    break;
                }
                temperature = from * Math.pow(to / from, step / (double) steps);
                price = aim.price(price);
            }
            if (step()) {
                aim.seen();
            }
        }
    }

    private boolean accepted(double delta) {
        return delta <= 0 || delta < 20 * temperature && random.nextDouble() < Math.exp(-delta / temperature);
    }

    private boolean step() {
        int chance = random.nextInt(100);
        if (grid.count() == 0 || chance >= 85) {
            return add();
        } else if (chance < 50) {
            return shift();
        } else if (chance < 60) {
            return remove();
        }
        return elsewhere();
    }

    private boolean shift() {
        int site = random.nextInt(grid.count());
        int x = grid.x(site) + random.nextInt(2 * NEAR + 1) - NEAR;
        int y = grid.y(site) + random.nextInt(2 * NEAR + 1) - NEAR;
        return move(site, x, y, grid.kind(site));
    }

    private boolean elsewhere() {
        int site = random.nextInt(grid.count());
        int point = point();
        int kind = random.nextInt(20) == 0 ? kind() : grid.kind(site);
        int[] place = placeNear(point, kind);
        return move(site, place[0], place[1], kind);
    }

    private boolean move(int site, int x, int y, int kind) {
        if (!grid.isFree(x, y, site)) {
            return false;
        }
        int oldX = grid.x(site);
        int oldY = grid.y(site);
        int oldKind = grid.kind(site);
        double covered = grid.covered();
        double cost = grid.cost();
        if (grid.isFar(site, x, y, kind)) {
            if (!accepted(cost(kind) - cost(oldKind) - price * (grid.gain(x, y, kind) - grid.loss(site)))) {
                return false;
            }
            grid.remove(site);
            grid.add(x, y, kind);
            return true;
        }
        grid.remove(site);
        double delta = cost(kind) + grid.cost() - cost - price * (grid.covered() + grid.gain(x, y, kind) - covered);
        if (accepted(delta)) {
            grid.add(x, y, kind);
            return true;
        }
        grid.add(oldX, oldY, oldKind);
        return false;
    }

    private double cost(int kind) {
        return grid.costOf(kind);
    }

    private boolean remove() {
        int site = random.nextInt(grid.count());
        if (accepted(price * grid.loss(site) - cost(grid.kind(site)))) {
            grid.remove(site);
            return true;
        }
        return false;
    }

    private boolean add() {
        int point = point();
        if (grid.covers[pointY[point] * grid.width + pointX[point]] > 0) {
            return false;
        }
        int kind = kind();
        int[] place = placeNear(point, kind);
        if (grid.isBlocked(place[0], place[1])) {
            return false;
        }
        double cost = grid.cost();
        double covered = grid.covered();
        int[] leaving = grid.inTheWay(place[0], place[1]);
        if (leaving.length > 2) {
            return false;
        }
        if (leaving.length == 0) {
            if (accepted(cost(kind) - price * grid.gain(place[0], place[1], kind))) {
                grid.add(place[0], place[1], kind);
                return true;
            }
            return false;
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
            return true;
        }
        for (int[] site : old) {
            grid.add(site[0], site[1], site[2]);
        }
        return false;
    }

    private int[] placeNear(int point, int kind) {
        int radius = grid.reach[kind].length / 2;
        int dy = random.nextInt(2 * radius + 1) - radius;
        int half = grid.reach[kind][dy + radius];
        return new int[]{ pointX[point] + random.nextInt(2 * half + 1) - half, pointY[point] + dy };
    }
}
