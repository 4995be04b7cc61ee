package org.towercrier.planning.internal.choice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

import org.towercrier.planning.BudgetedChoice;
import org.towercrier.planning.BudgetedChoice.Pin;
import org.towercrier.planning.BudgetedChoice.Relief;

/**
 * A set of actions under construction. Draws are made as they come and not moved about, so the value is at most that of the full evaluation; that is
 * what makes trying thousands of changes a second possible.
 */
final class ChoiceState {

    private static final double TOLERANCE = 1e-9;

    final BudgetedChoice problem;
    final BitSet chosen = new BitSet();
    private final Index index;
    private double[] drawn;
    private double[] wanted;
    private double[] left;
    private double[] spent;
    private double value;
    private int[] taken;

    /** What belongs to what; shared by all states of a problem. */
    static final class Index {
        final int[][] reliefsOfAction;
        final int[][] reliefsOfNeed;
        final int[][] reliefsOfPool;
        final int[][] poolsOfAction;
        final int[][] exclusionsOfAction;
        final int[][] requiredBy;
        final int[][] dependants;

        Index(BudgetedChoice problem) {
            int actions = problem.actions().size();
            List<List<Integer>> byAction = lists(actions);
            List<List<Integer>> byNeed = lists(problem.needs().size());
            List<List<Integer>> byPool = lists(problem.pools().size());
            for (int r = 0; r < problem.reliefs().size(); r++) {
                Relief relief = problem.reliefs().get(r);
                byNeed.get(relief.need()).add(r);
                if (relief.action().isPresent()) {
                    byAction.get(relief.action().getAsInt()).add(r);
                }
                if (relief.pool().isPresent()) {
                    byPool.get(relief.pool().getAsInt()).add(r);
                }
            }
            List<List<Integer>> pools = lists(actions);
            for (int p = 0; p < problem.pools().size(); p++) {
                int pool = p;
                problem.pools().get(p).action().ifPresent(action -> pools.get(action).add(pool));
            }
            List<List<Integer>> exclusions = lists(actions);
            for (int e = 0; e < problem.exclusions().size(); e++) {
                for (int action : problem.exclusions().get(e).actions()) {
                    exclusions.get(action).add(e);
                }
            }
            List<List<Integer>> needed = lists(actions);
            List<List<Integer>> needing = lists(actions);
            problem.requirements().forEach(requirement -> {
                needed.get(requirement.action()).add(requirement.needs());
                needing.get(requirement.needs()).add(requirement.action());
            });
            reliefsOfAction = arrays(byAction);
            reliefsOfNeed = arrays(byNeed);
            reliefsOfPool = arrays(byPool);
            poolsOfAction = arrays(pools);
            exclusionsOfAction = arrays(exclusions);
            requiredBy = arrays(needed);
            dependants = arrays(needing);
        }

        private static List<List<Integer>> lists(int number) {
            List<List<Integer>> lists = new ArrayList<>(number);
            for (int i = 0; i < number; i++) {
                lists.add(new ArrayList<>());
            }
            return lists;
        }

        private static int[][] arrays(List<List<Integer>> lists) {
            return lists.stream().map(list -> list.stream().mapToInt(Integer::intValue).toArray()).toArray(int[][]::new);
        }
    }

    ChoiceState(BudgetedChoice problem, Index index) {
        this.problem = problem;
        this.index = index;
        drawn = new double[problem.reliefs().size()];
        wanted = problem.needs().stream().mapToDouble(BudgetedChoice.Need::amount).toArray();
        left = problem.pools().stream().mapToDouble(pool -> pool.action().isPresent() ? 0 : pool.capacity()).toArray();
        spent = new double[problem.budgets().size()];
        taken = new int[problem.exclusions().size()];
        for (int need = 0; need < wanted.length; need++) {
            fill(need);
        }
    }

    private ChoiceState(ChoiceState other) {
        problem = other.problem;
        index = other.index;
        chosen.or(other.chosen);
        drawn = other.drawn.clone();
        wanted = other.wanted.clone();
        left = other.left.clone();
        spent = other.spent.clone();
        taken = other.taken.clone();
        value = other.value;
    }

    ChoiceState copy() {
        return new ChoiceState(this);
    }

    double value() {
        return value;
    }

    double spent(int budget) {
        return spent[budget];
    }

    /** Takes an action and all that it requires. */
    void add(int action) {
        if (chosen.get(action)) {
            return;
        }
        chosen.set(action);
        for (int needed : index.requiredBy[action]) {
            add(needed);
        }
        var taking = problem.actions().get(action);
        value += taking.value();
        for (int b = 0; b < spent.length; b++) {
            spent[b] += taking.costs().get(b);
        }
        for (int e : index.exclusionsOfAction[action]) {
            taken[e]++;
        }
        for (int pool : index.poolsOfAction[action]) {
            left[pool] += problem.pools().get(pool).capacity();
        }
        for (int r : index.reliefsOfAction[action]) {
            draw(r);
        }
        for (int pool : index.poolsOfAction[action]) {
            refill(pool);
        }
    }

    /** Gives an action up, and all that require it. */
    void remove(int action) {
        if (!chosen.get(action)) {
            return;
        }
        chosen.clear(action);
        for (int dependant : index.dependants[action]) {
            remove(dependant);
        }
        var leaving = problem.actions().get(action);
        value -= leaving.value();
        for (int b = 0; b < spent.length; b++) {
            spent[b] -= leaving.costs().get(b);
        }
        for (int e : index.exclusionsOfAction[action]) {
            taken[e]--;
        }
        for (int r : index.reliefsOfAction[action]) {
            giveBack(r);
        }
        for (int pool : index.poolsOfAction[action]) {
            for (int r : index.reliefsOfPool[pool]) {
                giveBack(r);
            }
            left[pool] = 0;
            for (int r : index.reliefsOfPool[pool]) {
                fill(problem.reliefs().get(r).need());
            }
        }
        for (int r : index.reliefsOfAction[action]) {
            Relief relief = problem.reliefs().get(r);
            fill(relief.need());
            relief.pool().ifPresent(this::refill);
        }
    }

    private void refill(int pool) {
        for (int r : index.reliefsOfPool[pool]) {
            draw(r);
        }
    }

    private void fill(int need) {
        for (int r : index.reliefsOfNeed[need]) {
            draw(r);
        }
    }

    private void draw(int r) {
        Relief relief = problem.reliefs().get(r);
        if (relief.action().isPresent() && !chosen.get(relief.action().getAsInt())) {
            return;
        }
        double amount = Math.min(relief.amount() - drawn[r], wanted[relief.need()]);
        if (relief.pool().isPresent()) {
            int pool = relief.pool().getAsInt();
            amount = Math.min(amount, left[pool]);
            if (amount > 0) {
                left[pool] -= amount;
            }
        }
        if (amount > 0) {
            drawn[r] += amount;
            wanted[relief.need()] -= amount;
            value += amount * problem.needs().get(relief.need()).weight();
        }
    }

    private void giveBack(int r) {
        Relief relief = problem.reliefs().get(r);
        relief.pool().ifPresent(pool -> left[pool] += drawn[r]);
        wanted[relief.need()] += drawn[r];
        value -= drawn[r] * problem.needs().get(relief.need()).weight();
        drawn[r] = 0;
    }

    /** Whether no budget and no exclusion is broken. */
    boolean isAllowed() {
        return exceeded() < 0 && brokenExclusion() < 0;
    }

    /** A budget that is exceeded, or -1. */
    int exceeded() {
        double carried = 0;
        for (int b = 0; b < spent.length; b++) {
            double limit = problem.budgets().get(b).limit() + (problem.carryOver() ? carried : 0);
            if (spent[b] > limit + TOLERANCE * Math.max(1, limit)) {
                return b;
            }
            carried = limit - spent[b];
        }
        return -1;
    }

    private int brokenExclusion() {
        for (int e = 0; e < taken.length; e++) {
            if (taken[e] > problem.exclusions().get(e).atMost()) {
                return e;
            }
        }
        return -1;
    }

    /** Whether an action can be added without breaking a rule, budgets left aside. */
    boolean isCompatible(int action) {
        if (problem.actions().get(action).pin() == Pin.BANNED) {
            return false;
        }
        for (int e : index.exclusionsOfAction[action]) {
            if (taken[e] >= problem.exclusions().get(e).atMost()) {
                return false;
            }
        }
        for (int needed : index.requiredBy[action]) {
            if (!chosen.get(needed) && !isCompatible(needed)) {
                return false;
            }
        }
        return true;
    }

    /** The actions that exclude this one, as far as an exclusion is used up. */
    int[] inTheWayOf(int action) {
        return Arrays.stream(index.exclusionsOfAction[action]).filter(e -> taken[e] >= problem.exclusions().get(e).atMost())
                .flatMap(e -> problem.exclusions().get(e).actions().stream().mapToInt(Integer::intValue)).filter(chosen::get).distinct()
                .toArray();
    }
}
