package org.towercrier.planning.internal.frequency;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.towercrier.planning.FrequencyAssignment;
import org.towercrier.planning.FrequencyAssignment.Goal;
import org.towercrier.planning.FrequencyAssignment.Plan;
import org.towercrier.planning.FrequencyAssignment.Separation;

/**
 * The problem as it is searched: links that must be an exact distance apart are one unit, whose choices are the combinations of frequencies that keep
 * it; what two units do to one another is a table over their choices. Choices that can be in no solution are gone.
 */
final class LinkModel {

    private static final int MOST_CHOICES = 5000;

    final FrequencyAssignment problem;
    final boolean priced;
    /** Links of each unit. */
    final int[][] members;
    /** For each unit its choices: a frequency for each of its links. */
    int[][][] choices;
    /** Of each choice by itself. */
    double[][] own;
    /** Units that have something to do with a unit. */
    int[][] neighbours;
    /** Beside {@link #neighbours}: prices over own choice and the neighbour's choice. */
    double[][][][] prices;
    /** Beside {@link #neighbours}: whether own choice and the neighbour's choice exclude one another. */
    boolean[][][][] excludes;
    /** Proven: there is no solution. */
    boolean contradiction;
    /** Whether some group of links was too large to be one unit, so that not all can be expressed. */
    boolean tooLarge;

    private double[][][][] pairs = {};
    private double pairsPenalty;
    private final int[] unitOf;
    private final int[] placeInUnit;

    LinkModel(FrequencyAssignment problem) {
        this.problem = problem;
        priced = problem.goal() == Goal.LEAST_COST;
        int links = problem.links().size();
        unitOf = new int[links];
        placeInUnit = new int[links];
        members = units(links);
        choices = new int[members.length][][];
        own = new double[members.length][];
        for (int u = 0; u < members.length; u++) {
            List<int[]> found = new ArrayList<>();
            combine(u, new int[members[u].length], 0, found);
            choices[u] = found.toArray(int[][]::new);
            int unit = u;
            own[u] = Arrays.stream(choices[u]).mapToDouble(choice -> ownPrice(members[unit], choice)).toArray();
        }
        tables();
        propagate();
        if (priced && !contradiction) {
            keep(new Dominance(this).undominated());
        }
    }

    /** Some units of a model by themselves, with the choices that are needed there. */
    private LinkModel(LinkModel whole, int[] units) {
        problem = whole.problem;
        priced = whole.priced;
        unitOf = whole.unitOf;
        placeInUnit = whole.placeInUnit;
        members = Arrays.stream(units).mapToObj(u -> whole.members[u]).toArray(int[][]::new);
        choices = Arrays.stream(units).mapToObj(u -> whole.choices[u]).toArray(int[][][]::new);
        own = Arrays.stream(units).mapToObj(u -> whole.own[u]).toArray(double[][]::new);
        neighbours = new int[units.length][];
        prices = new double[units.length][][][];
        excludes = new boolean[units.length][][][];
        for (int i = 0; i < units.length; i++) {
            int u = units[i];
            int[] inside = IntStream.range(0, whole.neighbours[u].length)
                    .filter(k -> Arrays.binarySearch(units, whole.neighbours[u][k]) >= 0).toArray();
            neighbours[i] = Arrays.stream(inside).map(k -> Arrays.binarySearch(units, whole.neighbours[u][k])).toArray();
            prices[i] = Arrays.stream(inside).mapToObj(k -> whole.prices[u][k]).toArray(double[][][]::new);
            excludes[i] = Arrays.stream(inside).mapToObj(k -> whole.excludes[u][k]).toArray(boolean[][][]::new);
        }
        keep(new Dominance(this).undominated());
    }

    /** Some units by themselves, for the least cost among them. @param units ascending */
    LinkModel part(int[] units) {
        return new LinkModel(this, units);
    }

    private int[][] units(int links) {
        List<List<Integer>> exact = new ArrayList<>();
        for (int i = 0; i < links; i++) {
            exact.add(new ArrayList<>());
        }
        for (Separation separation : problem.separations()) {
            if (separation.exact() && isHard(separation)) {
                exact.get(separation.a()).add(separation.b());
                exact.get(separation.b()).add(separation.a());
            }
        }
        Arrays.fill(unitOf, -1);
        List<int[]> units = new ArrayList<>();
        for (int start = 0; start < links; start++) {
            if (unitOf[start] >= 0) {
                continue;
            }
            List<Integer> unit = new ArrayList<>();
            Deque<Integer> open = new ArrayDeque<>(List.of(start));
            unitOf[start] = units.size();
            while (!open.isEmpty()) {
                int link = open.poll();
                placeInUnit[link] = unit.size();
                unit.add(link);
                for (int other : exact.get(link)) {
                    if (unitOf[other] < 0) {
                        unitOf[other] = units.size();
                        open.add(other);
                    }
                }
            }
            units.add(unit.stream().mapToInt(Integer::intValue).toArray());
        }
        return units.toArray(int[][]::new);
    }

    private boolean isHard(Separation separation) {
        return !priced || separation.hard();
    }

    /** All combinations of a unit's frequencies that keep the hard separations inside it. */
    private void combine(int unit, int[] partial, int filled, List<int[]> found) {
        if (found.size() > MOST_CHOICES) {
            tooLarge = true;
            return;
        }
        if (filled == partial.length) {
            found.add(partial.clone());
            return;
        }
        for (int frequency : problem.links().get(members[unit][filled]).frequencies()) {
            partial[filled] = frequency;
            if (keepsInside(unit, partial, filled)) {
                combine(unit, partial, filled + 1, found);
            }
        }
    }

    private boolean keepsInside(int unit, int[] partial, int last) {
        for (Separation separation : inside(unit)) {
            int a = placeInUnit[separation.a()];
            int b = placeInUnit[separation.b()];
            if (Math.max(a, b) == last && isHard(separation) && !separation.kept(partial[a], partial[b])) {
                return false;
            }
        }
        return true;
    }

    private final Map<Integer, List<Separation>> insideOf = new HashMap<>();

    private List<Separation> inside(int unit) {
        if (insideOf.isEmpty()) {
            for (Separation separation : problem.separations()) {
                if (unitOf[separation.a()] == unitOf[separation.b()]) {
                    insideOf.computeIfAbsent(unitOf[separation.a()], key -> new ArrayList<>()).add(separation);
                }
            }
            insideOf.putIfAbsent(-1, List.of());
        }
        return insideOf.getOrDefault(unit, List.of());
    }

    private double ownPrice(int[] links, int[] choice) {
        double price = 0;
        for (int i = 0; i < links.length; i++) {
            var link = problem.links().get(links[i]);
            if (link.present().isPresent() && link.present().getAsInt() != choice[i]) {
                price += link.movingCost();
            }
        }
        for (Separation separation : inside(unitOf[links[0]])) {
            if (!isHard(separation) && !separation.kept(choice[placeInUnit[separation.a()]], choice[placeInUnit[separation.b()]])) {
                price += separation.cost();
            }
        }
        return price;
    }

    private void tables() {
        int units = members.length;
        List<Map<Integer, List<Separation>>> between = new ArrayList<>();
        for (int u = 0; u < units; u++) {
            between.add(new HashMap<>());
        }
        for (Separation separation : problem.separations()) {
            int u = unitOf[separation.a()];
            int v = unitOf[separation.b()];
            if (u != v) {
                between.get(u).computeIfAbsent(v, key -> new ArrayList<>()).add(separation);
                between.get(v).computeIfAbsent(u, key -> new ArrayList<>()).add(separation);
            }
        }
        neighbours = new int[units][];
        prices = new double[units][][][];
        excludes = new boolean[units][][][];
        for (int u = 0; u < units; u++) {
            neighbours[u] = between.get(u).keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
            prices[u] = new double[neighbours[u].length][][];
            excludes[u] = new boolean[neighbours[u].length][][];
            for (int k = 0; k < neighbours[u].length; k++) {
                table(u, k, between.get(u).get(neighbours[u][k]));
            }
        }
    }

    private void table(int u, int k, List<Separation> separations) {
        int v = neighbours[u][k];
        double[][] price = new double[choices[u].length][choices[v].length];
        boolean[][] exclude = new boolean[choices[u].length][choices[v].length];
        for (Separation separation : separations) {
            boolean forward = unitOf[separation.a()] == u;
            int mine = placeInUnit[forward ? separation.a() : separation.b()];
            int theirs = placeInUnit[forward ? separation.b() : separation.a()];
            for (int i = 0; i < price.length; i++) {
                for (int j = 0; j < price[i].length; j++) {
                    if (!separation.kept(choices[u][i][mine], choices[v][j][theirs])) {
                        if (isHard(separation)) {
                            exclude[i][j] = true;
                        } else {
                            price[i][j] += separation.cost();
                        }
                    }
                }
            }
        }
        prices[u][k] = price;
        excludes[u][k] = exclude;
    }

    /** Takes out choices that exclude all choices of a neighbour, as long as there are such (arc consistency), and links that must not be moved. */
    private void propagate() {
        boolean[][] alive = new boolean[members.length][];
        Deque<Integer> open = new ArrayDeque<>();
        for (int u = 0; u < members.length; u++) {
            alive[u] = new boolean[choices[u].length];
            for (int i = 0; i < alive[u].length; i++) {
                alive[u][i] = !Double.isInfinite(own[u][i]);
            }
            open.add(u);
        }
        while (!open.isEmpty()) {
            int v = open.poll();
            for (int k = 0; k < neighbours[v].length; k++) {
                int u = neighbours[v][k];
                boolean changed = false;
                for (int i = 0; i < alive[u].length; i++) {
                    if (alive[u][i] && isWithoutPartner(v, k, i, alive[v])) {
                        alive[u][i] = false;
                        changed = true;
                    }
                }
                if (changed) {
                    open.add(u);
                }
            }
        }
        keep(alive);
    }

    private boolean isWithoutPartner(int v, int k, int i, boolean[] alive) {
        for (int j = 0; j < alive.length; j++) {
            if (alive[j] && !excludes[v][k][j][i]) {
                return false;
            }
        }
        return true;
    }

    /** Only the choices that are alive. */
    private void keep(boolean[][] alive) {
        int[][] kept = new int[members.length][];
        for (int u = 0; u < members.length; u++) {
            int unit = u;
            kept[u] = IntStream.range(0, alive[u].length).filter(i -> alive[unit][i]).toArray();
            contradiction |= kept[u].length == 0;
        }
        for (int u = 0; u < members.length; u++) {
            int unit = u;
            for (int k = 0; k < neighbours[u].length; k++) {
                double[][] price = prices[u][k];
                boolean[][] exclude = excludes[u][k];
                int[] theirs = kept[neighbours[u][k]];
                prices[u][k] = Arrays.stream(kept[u]).mapToObj(i -> Arrays.stream(theirs).mapToDouble(j -> price[i][j]).toArray())
                        .toArray(double[][]::new);
                excludes[u][k] = Arrays.stream(kept[u]).mapToObj(i -> {
                    boolean[] row = new boolean[theirs.length];
                    for (int j = 0; j < row.length; j++) {
                        row[j] = exclude[i][theirs[j]];
                    }
                    return row;
                }).toArray(boolean[][]::new);
            }
            int[][] all = choices[u];
            double[] allOwn = own[u];
            choices[u] = Arrays.stream(kept[unit]).mapToObj(i -> all[i]).toArray(int[][]::new);
            own[u] = Arrays.stream(kept[unit]).mapToDouble(i -> allOwn[i]).toArray();
        }
    }

    /** Beside {@link #neighbours}: prices with a penalty for choices that exclude one another. */
    synchronized double[][][][] pairs(double penalty) {
        if (pairs.length == 0 || penalty != pairsPenalty) {
            double[][][][] made = new double[prices.length][][][];
            for (int u = 0; u < made.length; u++) {
                made[u] = new double[prices[u].length][][];
                for (int k = 0; k < made[u].length; k++) {
                    made[u][k] = penalised(prices[u][k], excludes[u][k], penalty);
                }
            }
            pairs = made;
            pairsPenalty = penalty;
        }
        return pairs;
    }

    private static double[][] penalised(double[][] price, boolean[][] exclude, double penalty) {
        double[][] result = new double[price.length][];
        boolean any = false;
        for (int i = 0; i < result.length; i++) {
            result[i] = price[i].clone();
            for (int j = 0; j < result[i].length; j++) {
                any |= exclude[i][j];
                result[i][j] += exclude[i][j] ? penalty : 0;
            }
        }
        return any ? result : price;
    }

    /** Mean price of each pair, beside {@link #neighbours}: how much the two are in one another's way. */
    double[][] ties() {
        double[][] ties = new double[units()][];
        for (int u = 0; u < ties.length; u++) {
            ties[u] = Arrays.stream(prices[u])
                    .mapToDouble(table -> Arrays.stream(table).flatMapToDouble(Arrays::stream).average().orElse(0))
                    .toArray();
        }
        return ties;
    }

    int units() {
        return members.length;
    }

    Plan plan(int[] chosen) {
        Integer[] frequencies = new Integer[problem.links().size()];
        for (int u = 0; u < members.length; u++) {
            for (int i = 0; i < members[u].length; i++) {
                frequencies[members[u][i]] = choices[u][chosen[u]][i];
            }
        }
        return new Plan(List.of(frequencies));
    }
}
