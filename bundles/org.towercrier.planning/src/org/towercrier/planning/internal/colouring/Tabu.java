package org.towercrier.planning.internal.colouring;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/**
 * Looks for a colouring with a given number of colours: two colourings with conflicts are improved by tabu search and mixed, the largest colour classes of
 * each in turn being handed on (after Galinier and Hao, and Moalic and Gondran).
 */
final class Tabu {

    private static final double TENURE = 0.6;
    private static final int TENURE_CHANCE = 10;
    private static final int FIRST_STEPS = 20_000;
    private static final int MOST_STEPS = 400_000;
    private static final int ELITE_PERIOD = 10;

    private final Graph graph;
    private final int colours;
    private final RandomGenerator random;
    private final BooleanSupplier stopped;

    Tabu(Graph graph, int colours, RandomGenerator random, BooleanSupplier stopped) {
        this.graph = graph;
        this.colours = colours;
        this.random = random;
        this.stopped = stopped;
    }

    Optional<int[]> search() {
        int steps = FIRST_STEPS;
        int[] one = improve(chance(), steps);
        int[] other = improve(chance(), steps);
        int[] elite = one;
        int[] lastElite = other;
        for (int generation = 1; !stopped.getAsBoolean(); generation++) {
            if (conflicts(one) == 0 || conflicts(other) == 0) {
                return Optional.of(conflicts(one) == 0 ? one : other);
            }
            int[] first = improve(mix(one, other), steps);
            int[] second = improve(mix(other, one), steps);
            one = first;
            other = second;
            int[] better = conflicts(one) < conflicts(other) ? one : other;
            if (conflicts(better) < conflicts(elite)) {
                elite = better;
            }
            if (Arrays.equals(one, other) || generation % ELITE_PERIOD == 0) {
                one = Arrays.equals(one, other) ? chance() : lastElite;
                lastElite = elite;
                elite = better;
                steps = Math.min(MOST_STEPS, steps + steps / 4);
            }
        }
        return conflicts(one) == 0 ? Optional.of(one) : conflicts(other) == 0 ? Optional.of(other) : Optional.empty();
    }

    private int[] chance() {
        int[] start = new int[graph.size];
        for (int v = 0; v < start.length; v++) {
            start[v] = random.nextInt(colours);
        }
        return start;
    }

    private int conflicts(int[] of) {
        int count = 0;
        for (int v = 0; v < of.length; v++) {
            for (int other : graph.lists[v]) {
                count += other > v && of[other] == of[v] ? 1 : 0;
            }
        }
        return count;
    }

    private int[] mix(int[] one, int[] other) {
        int[] child = new int[graph.size];
        Arrays.fill(child, -1);
        int[][] parents = { one, other };
        for (int colour = 0; colour < colours; colour++) {
            int[] parent = parents[colour % 2];
            int[] sizes = new int[colours];
            int largest = 0;
            for (int v = 0; v < child.length; v++) {
                if (child[v] < 0) {
                    sizes[parent[v]]++;
                }
            }
            for (int c = 1; c < colours; c++) {
                largest = sizes[c] > sizes[largest] ? c : largest;
            }
            for (int v = 0; v < child.length; v++) {
                if (child[v] < 0 && parent[v] == largest) {
                    child[v] = colour;
                }
            }
        }
        for (int v = 0; v < child.length; v++) {
            if (child[v] < 0) {
                child[v] = random.nextInt(colours);
            }
        }
        return child;
    }

    private int[] improve(int[] start, int steps) {
        return new Walk(start).run(steps);
    }

    /** One tabu search: how many neighbours of each vertex have each colour is kept up to date. */
    private final class Walk {
        private final int[] now;
        private final int[] around;
        private final int[] conflicting;
        private final int[] place;
        private final long[] tabu;
        private int count;
        private int total;
        private int least;
        private int pickVertex;
        private int pickColour;
        private int pickDelta;

        Walk(int[] start) {
            now = start.clone();
            around = new int[graph.size * colours];
            conflicting = new int[graph.size];
            place = new int[graph.size];
            tabu = new long[graph.size * colours];
            Arrays.fill(place, -1);
            for (int v = 0; v < graph.size; v++) {
                for (int other : graph.lists[v]) {
                    around[v * colours + now[other]]++;
                }
            }
            for (int v = 0; v < graph.size; v++) {
                total += around[v * colours + now[v]];
                update(v);
            }
            total /= 2;
            least = total;
        }

        int[] run(int steps) {
            int[] best = now.clone();
            for (long step = 1; step <= steps && least > 0; step++) {
                if ((step & 1023) == 0 && stopped.getAsBoolean()) {
                    break;
                }
                pick(step);
                if (pickVertex < 0) {
                    continue;
                }
                move(step);
                if (total < least) {
                    least = total;
                    System.arraycopy(now, 0, best, 0, now.length);
                }
            }
            return best;
        }

        private void pick(long step) {
            pickVertex = -1;
            pickDelta = Integer.MAX_VALUE;
            int ties = 0;
            for (int i = 0; i < count; i++) {
                int v = conflicting[i];
                int base = v * colours;
                int own = around[base + now[v]];
                for (int c = 0; c < colours; c++) {
                    int delta = around[base + c] - own;
                    if (delta > pickDelta || c == now[v] || tabu[base + c] > step && total + delta >= least) {
                        continue;
                    }
                    ties = delta < pickDelta ? 1 : ties + 1;
                    if (ties == 1 || random.nextInt(ties) == 0) {
                        pickDelta = delta;
                        pickVertex = v;
                        pickColour = c;
                    }
                }
            }
        }

        private void move(long step) {
            int old = now[pickVertex];
            now[pickVertex] = pickColour;
            total += pickDelta;
            tabu[pickVertex * colours + old] = step + (long) (TENURE * count) + random.nextInt(TENURE_CHANCE) + 1;
            for (int other : graph.lists[pickVertex]) {
                around[other * colours + old]--;
                around[other * colours + pickColour]++;
            }
            update(pickVertex);
            for (int other : graph.lists[pickVertex]) {
                update(other);
            }
        }

        /** Keeps the list of vertices in conflict. */
        private void update(int v) {
            boolean conflict = around[v * colours + now[v]] > 0;
            if (conflict && place[v] < 0) {
                place[v] = count;
                conflicting[count++] = v;
            } else if (!conflict && place[v] >= 0) {
                int last = conflicting[--count];
                conflicting[place[v]] = last;
                place[last] = place[v];
                place[v] = -1;
            }
        }
    }
}
