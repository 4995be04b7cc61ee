package org.towercrier.planning.internal.choice;

import java.util.BitSet;
import java.util.random.RandomGenerator;

import org.towercrier.planning.BudgetedChoice;
import org.towercrier.planning.BudgetedChoice.Pin;
import org.towercrier.planning.ChoicePlan;
import org.towercrier.planning.internal.Search;
import org.towercrier.planning.solver.ProgrammeSolver.Answer;
import org.towercrier.planning.solver.ProgrammeSolver.Kind;
import org.towercrier.planning.solver.ProgrammeSolver.Outcome;

/** Greedy, then exchanges, a bound of our own, and branch and cut for what is still open between the two. */
public final class ChoiceSearch {

    private static final double EXCHANGE_SECONDS = 1;
    private static final double EXCHANGE_SHARE = 0.05;
    private static final double OWN_BOUND_SHARE = 0.03;
    private static final double NEGLIGIBLE = 1e-9;

    private final BudgetedChoice problem;
    private final Search<ChoicePlan> search;
    private final ChoiceState.Index index;
    private final ChoiceEvaluation evaluation;

    public ChoiceSearch(BudgetedChoice problem, Search<ChoicePlan> search) {
        this.problem = problem;
        this.search = search;
        index = new ChoiceState.Index(problem);
        evaluation = new ChoiceEvaluation(problem);
    }

    /** The greedy plan alone; empty actions beyond the pins when the pins break a rule already. */
    public static ChoicePlan greedy(BudgetedChoice problem) {
        ChoiceState state = new ChoiceGreedy(problem, new ChoiceState.Index(problem)).plan();
        return new ChoiceEvaluation(problem).checked(state.chosen);
    }

    public void run() {
        ChoiceGreedy greedy = new ChoiceGreedy(problem, index);
        ChoiceState state = greedy.plan();
        if (!state.isAllowed() || isRequiredBanned(state.chosen)) {
            // The pins alone cost too much or exclude one another, and every plan has to contain them.
            search.infeasible();
            search.note("The pinned actions alone break a rule.");
            return;
        }
        search.method("greedy");
        offer(state.chosen);
        search.method("Lagrangian bound");
        // The library's bound is better: ours only has to find prices, and to show early that nothing remains to be done.
        double until = search.hasSolver() ? search.elapsed() + OWN_BOUND_SHARE * search.left() : Double.MAX_VALUE;
        ChoiceBound bound = new ChoiceBound(problem);
        bound.run(search, () -> search.stopped() || search.elapsed() > until);
        search.method("pricing");
        ChoiceState[] best = { state };
        new ChoicePricing(problem, index, bound.prices(), search.random(2)).run(state, search::finished, plan -> {
            offer(plan.chosen);
            best[0] = plan.value() > best[0].value() ? plan : best[0];
        });
        exchange(best[0], greedy, search.elapsed() + Math.min(EXCHANGE_SECONDS, EXCHANGE_SHARE * search.left()));
        if (!search.finished() && search.hasSolver()) {
            branchAndCut();
        } else if (!search.finished()) {
            exchange(best[0], greedy, Double.MAX_VALUE);
        }
    }

    private boolean isRequiredBanned(BitSet chosen) {
        return chosen.stream().anyMatch(action -> problem.actions().get(action).pin() == Pin.BANNED);
    }

    private void offer(BitSet chosen) {
        search.offer(evaluation.checked(chosen));
    }

    private void branchAndCut() {
        ChoicePlan start = search.best().orElseThrow();
        ChoiceProgramme model = new ChoiceProgramme(problem, start);
        // A plan is needed that is as good as the bound the cuts give; the hint is one.
        Answer answer = search.ask(model.programme(), Kind.BRANCH_AND_CUT, search.left());
        answer.bound().ifPresent(search::bound);
        answer.values().ifPresent(values -> {
            search.method("branch and cut");
            offer(model.chosen(values));
            if (answer.outcome() == Outcome.OPTIMAL && search.options().gap() == 0) {
                answer.objective().ifPresent(search::bound);
            }
        });
    }

    /**
     * Exchanges: an action comes in, what excludes it goes, what is least missed goes until the budgets hold again, and what fits then is added. Kept
     * when the plan is better. Ends when nothing has helped for a while, or at the given time.
     */
    private void exchange(ChoiceState start, ChoiceGreedy greedy, double until) {
        search.method("exchanges");
        RandomGenerator random = search.random(1);
        int actions = problem.actions().size();
        ChoiceState state = start;
        int failures = 0;
        while (actions > 0 && failures < 3 * actions && search.elapsed() < until && !search.finished()) {
            int action = random.nextInt(actions);
            if (state.chosen.get(action) || problem.actions().get(action).pin() == Pin.BANNED) {
                failures++;
                continue;
            }
            ChoiceState trial = state.copy();
            if (bringIn(trial, action) && trial.value() > state.value() + NEGLIGIBLE * Math.abs(state.value())) {
                state = trial;
                failures = 0;
            } else {
                failures++;
            }
        }
        ChoiceState filled = state.copy();
        greedy.complete(filled);
        offer(filled.isAllowed() ? filled.chosen : state.chosen);
    }

    private boolean bringIn(ChoiceState state, int action) {
        for (int other : state.inTheWayOf(action)) {
            if (problem.actions().get(other).pin() == Pin.PINNED) {
                return false;
            }
            state.remove(other);
        }
        if (!state.isCompatible(action)) {
            return false;
        }
        state.add(action);
        for (int budget = state.exceeded(); budget >= 0; budget = state.exceeded()) {
            int leastMissed = leastMissed(state, budget, action);
            if (leastMissed < 0) {
                return false;
            }
            state.remove(leastMissed);
        }
        return state.isAllowed() && state.chosen.get(action);
    }

    /** Of a sample of the chosen actions that cost something in this budget the one with the least value for its cost. */
    private int leastMissed(ChoiceState state, int budget, int keep) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int a = state.chosen.nextSetBit(0); a >= 0; a = state.chosen.nextSetBit(a + 1)) {
            double cost = problem.actions().get(a).costs().get(budget);
            if (a == keep || cost <= 0 || problem.actions().get(a).pin() == Pin.PINNED) {
                continue;
            }
            double ratio = potential(a) / cost;
            if (ratio < least) {
                least = ratio;
                best = a;
            }
        }
        return best;
    }

    private double potential(int action) {
        double value = problem.actions().get(action).value();
        for (int r : index.reliefsOfAction[action]) {
            var relief = problem.reliefs().get(r);
            var need = problem.needs().get(relief.need());
            value += Math.min(relief.amount(), need.amount()) * need.weight();
        }
        return value;
    }
}
