package org.towercrier.planning.internal.covering;

import java.util.Arrays;
import java.util.BitSet;

import org.towercrier.planning.Covering;
import org.towercrier.planning.Covering.AtLeast;
import org.towercrier.planning.Covering.Conflict;
import org.towercrier.planning.Covering.Within;
import org.towercrier.planning.internal.Search;
import org.towercrier.planning.solver.Programme;
import org.towercrier.planning.solver.ProgrammeSolver.Answer;
import org.towercrier.planning.solver.ProgrammeSolver.Kind;
import org.towercrier.planning.solver.ProgrammeSolver.Outcome;

/** Greedy with giving back what is not needed, and branch and cut. */
public final class CoveringSearch {

    private static final double TOLERANCE = 1e-9;

    private final Covering problem;
    private final Search<BitSet> search;
    private final BitSet[] against;

    public CoveringSearch(Covering problem, Search<BitSet> search) {
        this.problem = problem;
        this.search = search;
        against = new BitSet[problem.costs().length];
        Arrays.setAll(against, set -> new BitSet());
        for (Conflict conflict : problem.conflicts()) {
            against[conflict.one()].set(conflict.other());
            against[conflict.other()].set(conflict.one());
        }
    }

    public void run() {
        search.method("greedy");
        search.bound(trivialBound());
        BitSet start = greedy();
        boolean enough = !(problem.goal() instanceof AtLeast(double weight))
                || problem.covered(start) >= weight - TOLERANCE * Math.max(1, weight);
        if (enough) {
            search.offer(start);
        }
        if (!search.finished() && search.hasSolver()) {
            branchAndCut();
        }
    }

    private double trivialBound() {
        double all = Arrays.stream(problem.weights()).sum();
        return switch (problem.goal()) {
            case Within within -> all;
            case AtLeast(double weight) -> {
                double best = 0;
                for (int set = 0; set < problem.costs().length; set++) {
                    double own = Arrays.stream(problem.covers()[set]).distinct().mapToDouble(element -> problem.weights()[element]).sum();
                    best = Math.max(best, own / Math.max(problem.costs()[set], Double.MIN_NORMAL));
                }
                // Nothing covers more for its cost than the best set does.
                yield best > 0 ? weight / best : 0;
            }
        };
    }

    private BitSet greedy() {
        BitSet taken = new BitSet();
        BitSet covered = new BitSet();
        double weight = 0;
        double cost = 0;
        double budget = problem.goal() instanceof Within(double limit) ? limit : Double.POSITIVE_INFINITY;
        double wanted = problem.goal() instanceof AtLeast(double least) ? least : Double.POSITIVE_INFINITY;
        while (weight < wanted && !search.cancelled()) {
            int best = -1;
            double bestRatio = 0;
            for (int set = 0; set < problem.costs().length; set++) {
                if (taken.get(set) || against[set].intersects(taken) || cost + problem.costs()[set] > budget) {
                    continue;
                }
                double ratio = gain(set, covered) / Math.max(problem.costs()[set], TOLERANCE);
                if (ratio > bestRatio) {
                    bestRatio = ratio;
                    best = set;
                }
            }
            if (best < 0) {
                break;
            }
            weight += gain(best, covered);
            cost += problem.costs()[best];
            taken.set(best);
            Arrays.stream(problem.covers()[best]).forEach(covered::set);
        }
        giveBack(taken, wanted);
        return taken;
    }

    private double gain(int set, BitSet covered) {
        return Arrays.stream(problem.covers()[set]).distinct().filter(element -> !covered.get(element))
                .mapToDouble(element -> problem.weights()[element]).sum();
    }

    private void giveBack(BitSet taken, double wanted) {
        if (Double.isInfinite(wanted)) {
            return;
        }
        int[] dearestFirst = taken.stream().boxed().sorted((one, other) -> Double.compare(problem.costs()[other], problem.costs()[one]))
                .mapToInt(Integer::intValue).toArray();
        for (int set : dearestFirst) {
            taken.clear(set);
            if (problem.covered(taken) < wanted) {
                taken.set(set);
            }
        }
    }

    private void branchAndCut() {
        Programme programme = new Programme();
        boolean least = problem.goal() instanceof AtLeast;
        int sets = problem.costs().length;
        int[] takes = new int[sets];
        BitSet start = search.best().orElse(new BitSet());
        for (int set = 0; set < sets; set++) {
            takes[set] = programme.binary();
            programme.cost(takes[set], least ? problem.costs()[set] : 0);
            programme.hint(takes[set], start.get(set) ? 1 : 0);
        }
        for (Conflict conflict : problem.conflicts()) {
            programme.sum(new int[]{ takes[conflict.one()], takes[conflict.other()] }, 0, 1);
        }
        int[][] coveredBy = coveredBy();
        int[] counts = new int[coveredBy.length];
        for (int element = 0; element < counts.length; element++) {
            counts[element] = programme.real(0, 1);
            programme.hint(counts[element], Arrays.stream(coveredBy[element]).anyMatch(start::get) ? 1 : 0);
            programme.cost(counts[element], least ? 0 : problem.weights()[element]);
            int[] row = Arrays.copyOf(coveredBy[element], coveredBy[element].length + 1);
            double[] coefficients = new double[row.length];
            Arrays.fill(coefficients, 1);
            row[row.length - 1] = counts[element];
            coefficients[row.length - 1] = -1;
            programme.row(row, coefficients, 0, Double.POSITIVE_INFINITY);
        }
        switch (problem.goal()) {
            case AtLeast(double weight) -> programme.row(counts, problem.weights(), weight, Double.POSITIVE_INFINITY);
            case Within(double budget) -> {
                programme.row(takes, problem.costs(), Double.NEGATIVE_INFINITY, budget);
                programme.maximise();
            }
        }
        search.method("branch and cut");
        Answer answer = search.ask(programme, Kind.BRANCH_AND_CUT, search.left());
        answer.values().ifPresent(values -> {
            BitSet found = new BitSet();
            for (int set = 0; set < sets; set++) {
                found.set(set, values[takes[set]] > 0.5);
            }
            search.offer(found);
        });
        answer.bound().ifPresent(search::bound);
        if (answer.outcome() == Outcome.INFEASIBLE) {
            search.infeasible();
        }
    }

    private int[][] coveredBy() {
        int[] sizes = new int[problem.weights().length];
        int[][] distinct = Arrays.stream(problem.covers()).map(set -> Arrays.stream(set).distinct().toArray()).toArray(int[][]::new);
        for (int[] set : distinct) {
            Arrays.stream(set).forEach(element -> sizes[element]++);
        }
        int[][] coveredBy = new int[sizes.length][];
        Arrays.setAll(coveredBy, element -> new int[sizes[element]]);
        for (int set = distinct.length - 1; set >= 0; set--) {
            for (int element : distinct[set]) {
                coveredBy[element][--sizes[element]] = set;
            }
        }
        return coveredBy;
    }
}
