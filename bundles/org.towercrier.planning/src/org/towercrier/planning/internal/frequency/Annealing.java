package org.towercrier.planning.internal.frequency;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Simulated annealing over the units: what each choice would cost now is kept up to date, so that a step that is not taken costs next to nothing. Choices
 * can be banned, which makes "the same with fewer frequencies" a search of the same kind.
 */
final class Annealing {

    private static final int CHECK = 4095;

    private final LinkModel model;
    private final double[][][][] pairs;
    private final RandomGenerator random;
    /** Choices of each unit that may be taken. */
    private final int[][] allowed;
    private final int[] now;
    private final double[][] cost;
    private double total;
    private int[] best;
    private double least;

    /**
     * @param penalty
     *            for a pair of choices that exclude one another
     * @param allowed
     *            choices of each unit that may be taken
     */
    Annealing(LinkModel model, double penalty, int[][] allowed, RandomGenerator random) {
        this.model = model;
        pairs = model.pairs(penalty);
        this.allowed = allowed;
        this.random = random;
        now = new int[model.units()];
        cost = new double[model.units()][];
        best = now;
    }

    /** All choices of all units. */
    static int[][] all(LinkModel model) {
        int[][] allowed = new int[model.units()][];
        for (int u = 0; u < allowed.length; u++) {
            allowed[u] = IntStream.range(0, model.choices[u].length).toArray();
        }
        return allowed;
    }

    /** Begins with these choices, or by chance where they are not allowed. */
    void start(int[] choices) {
        for (int u = 0; u < now.length; u++) {
            boolean fine = choices.length > 0 && Arrays.binarySearch(allowed[u], choices[u]) >= 0;
            now[u] = fine ? choices[u] : allowed[u][random.nextInt(allowed[u].length)];
        }
        total = 0;
        for (int u = 0; u < now.length; u++) {
            cost[u] = model.own[u].clone();
            for (int k = 0; k < model.neighbours[u].length; k++) {
                int v = model.neighbours[u][k];
                for (int i = 0; i < cost[u].length; i++) {
                    cost[u][i] += pairs[u][k][i][now[v]];
                }
            }
        }
        for (int u = 0; u < now.length; u++) {
            total += (cost[u][now[u]] + model.own[u][now[u]]) / 2;
        }
        best = now.clone();
        least = total;
    }

    /**
     * Cools down.
     *
     * @param steps
     *            that are looked at
     * @param enough
     *            ends when the total is not more than this
     */
    void cool(double from, double to, long steps, double enough, BooleanSupplier stopped) {
        double temperature = from;
        double factor = Math.pow(to / from, (CHECK + 1.0) / steps);
        int units = now.length;
        for (long step = 0; step < steps; step++) {
            if ((step & CHECK) == 0) {
                temperature *= factor;
                if (least <= enough || stopped.getAsBoolean()) {
                    return;
                }
            }
            int u = random.nextInt(units);
            int[] options = allowed[u];
            int choice = options[random.nextInt(options.length)];
            double[] own = cost[u];
            double delta = own[choice] - own[now[u]];
            if (choice != now[u] && (delta <= 0 || delta < 20 * temperature && random.nextDouble() < Math.exp(-delta / temperature))) {
                move(u, choice);
                if (total < least - 1e-7) {
                    least = total;
                    System.arraycopy(now, 0, best, 0, units);
                }
            }
        }
    }

    private void move(int u, int choice) {
        int old = now[u];
        total += cost[u][choice] - cost[u][old];
        now[u] = choice;
        for (int k = 0; k < model.neighbours[u].length; k++) {
            double[] theirs = cost[model.neighbours[u][k]];
            double[] after = pairs[u][k][choice];
            double[] before = pairs[u][k][old];
            for (int j = 0; j < theirs.length; j++) {
                theirs[j] += after[j] - before[j];
            }
        }
    }

    /** Of the best assignment so far, penalties included. */
    double least() {
        return least;
    }

    int[] best() {
        return best.clone();
    }
}
