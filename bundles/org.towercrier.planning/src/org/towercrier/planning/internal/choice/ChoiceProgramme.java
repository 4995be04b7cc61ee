package org.towercrier.planning.internal.choice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

import org.towercrier.planning.BudgetedChoice;
import org.towercrier.planning.BudgetedChoice.Pin;
import org.towercrier.planning.BudgetedChoice.Relief;
import org.towercrier.planning.ChoicePlan;
import org.towercrier.planning.solver.Programme;

/** The choice as a mixed-integer programme. The variables of the actions come first. */
final class ChoiceProgramme {

    private final BudgetedChoice problem;
    private final Programme programme = new Programme();
    private final List<List<Integer>> variablesOfNeed = new ArrayList<>();
    private final List<List<Double>> amountsOfNeed = new ArrayList<>();
    private final List<List<Integer>> variablesOfPool = new ArrayList<>();

    ChoiceProgramme(BudgetedChoice problem, ChoicePlan start) {
        this.problem = problem;
        programme.maximise();
        BitSet chosen = start.chosen();
        for (int a = 0; a < problem.actions().size(); a++) {
            int x = programme.binary();
            programme.cost(x, problem.actions().get(a).value());
            programme.hint(x, chosen.get(a) ? 1 : 0);
            Pin pin = problem.actions().get(a).pin();
            if (pin != Pin.FREE) {
                programme.fix(x, pin == Pin.PINNED ? 1 : 0);
            }
        }
        rules();
        problem.needs().forEach(need -> {
            variablesOfNeed.add(new ArrayList<>());
            amountsOfNeed.add(new ArrayList<>());
        });
        problem.pools().forEach(pool -> variablesOfPool.add(new ArrayList<>()));
        for (int r = 0; r < problem.reliefs().size(); r++) {
            relief(problem.reliefs().get(r), start.drawn().get(r));
        }
        needs(start);
        pools();
    }

    Programme programme() {
        return programme;
    }

    /** The actions that a solution takes. */
    BitSet chosen(double[] values) {
        BitSet chosen = new BitSet();
        for (int a = 0; a < problem.actions().size(); a++) {
            chosen.set(a, values[a] > 0.5);
        }
        return chosen;
    }

    private void rules() {
        int actions = problem.actions().size();
        double[] sum = new double[actions];
        double limit = 0;
        for (int b = 0; b < problem.budgets().size(); b++) {
            limit = problem.budgets().get(b).limit() + (problem.carryOver() ? limit : 0);
            for (int a = 0; a < actions; a++) {
                sum[a] = problem.actions().get(a).costs().get(b) + (problem.carryOver() ? sum[a] : 0);
            }
            int[] paid = IntStream.range(0, actions).filter(a -> sum[a] > 0).toArray();
            programme.row(paid, Arrays.stream(paid).mapToDouble(a -> sum[a]).toArray(), Double.NEGATIVE_INFINITY, limit);
        }
        for (var exclusion : Exclusions.strengthened(problem)) {
            programme.sum(exclusion.actions().stream().mapToInt(Integer::intValue).distinct().toArray(), 0, exclusion.atMost());
        }
        for (var requirement : problem.requirements()) {
            programme.atMost(requirement.action(), requirement.needs());
        }
    }

    private void relief(Relief relief, double drawn) {
        double amount = Math.min(relief.amount(), problem.needs().get(relief.need()).amount());
        if (amount <= 0) {
            return;
        }
        int variable;
        if (relief.pool().isEmpty() && relief.action().isPresent()) {
            // What an action gives on its own needs no variable: the need takes from it what it can use.
            variablesOfNeed.get(relief.need()).add(relief.action().getAsInt());
            amountsOfNeed.get(relief.need()).add(amount);
            return;
        }
        variable = programme.real(0, amount);
        programme.hint(variable, drawn);
        variablesOfNeed.get(relief.need()).add(variable);
        amountsOfNeed.get(relief.need()).add(1.0);
        relief.action().ifPresent(action -> programme.row(new int[]{ variable, action }, new double[]{ 1, -amount },
                Double.NEGATIVE_INFINITY, 0));
        relief.pool().ifPresent(pool -> variablesOfPool.get(pool).add(variable));
    }

    private void needs(ChoicePlan start) {
        for (int n = 0; n < problem.needs().size(); n++) {
            List<Integer> variables = variablesOfNeed.get(n);
            if (variables.isEmpty()) {
                continue;
            }
            int relieved = programme.real(0, problem.needs().get(n).amount());
            programme.cost(relieved, problem.needs().get(n).weight());
            programme.hint(relieved, start.relieved().get(n));
            int[] of = new int[variables.size() + 1];
            double[] coefficients = new double[of.length];
            for (int i = 0; i < variables.size(); i++) {
                of[i] = variables.get(i);
                coefficients[i] = -amountsOfNeed.get(n).get(i);
            }
            of[variables.size()] = relieved;
            coefficients[variables.size()] = 1;
            programme.row(of, coefficients, Double.NEGATIVE_INFINITY, 0);
        }
    }

    private void pools() {
        for (int p = 0; p < problem.pools().size(); p++) {
            var pool = problem.pools().get(p);
            int[] drawing = variablesOfPool.get(p).stream().mapToInt(Integer::intValue).toArray();
            if (pool.action().isEmpty()) {
                programme.sum(drawing, Double.NEGATIVE_INFINITY, pool.capacity());
                continue;
            }
            int[] of = Arrays.copyOf(drawing, drawing.length + 1);
            double[] coefficients = new double[of.length];
            Arrays.fill(coefficients, 1);
            of[drawing.length] = pool.action().getAsInt();
            coefficients[drawing.length] = -pool.capacity();
            programme.row(of, coefficients, Double.NEGATIVE_INFINITY, 0);
        }
    }
}
