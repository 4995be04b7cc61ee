package org.towercrier.planning.internal.choice;

import java.util.BitSet;

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
        double bounding = search.hasSolver() ? search.elapsed() + OWN_BOUND_SHARE * search.left() : Double.MAX_VALUE;
        ChoiceBound bound = new ChoiceBound(problem);
        bound.run(search, () -> search.stopped() || search.elapsed() > bounding);
        search.method("pricing");
        ChoiceState[] best = { state };
        new ChoicePricing(problem, index, bound.prices(), search.random(2)).run(state, search::finished, plan -> {
            offer(plan.chosen);
            best[0] = plan.value() > best[0].value() ? plan : best[0];
        });
        search.method("exchanges");
        ChoiceExchange exchange = new ChoiceExchange(problem, index, search.random(1));
        double until = search.elapsed() + Math.min(EXCHANGE_SECONDS, EXCHANGE_SHARE * search.left());
        best[0] = exchange.run(best[0], () -> search.finished() || search.elapsed() > until, this::offer);
        if (!search.finished() && search.hasSolver()) {
            branchAndCut();
        }
        // Not "else": the library may turn out not to work here.
        if (!search.finished() && !search.hasSolver()) {
            exchange.again(best[0], search::finished, this::offer);
            enumerate();
        }
    }

    private void enumerate() {
        if (!search.finished() && new ChoiceEnumeration(problem, index, search::stopped, this::offer).run(search.objective())) {
            search.method("enumeration");
            search.optimal();
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
}
