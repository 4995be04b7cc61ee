package org.towercrier.expansion;

import java.util.function.Consumer;

import org.towercrier.planning.PlanningMonitor;
import org.towercrier.store.StoreException;

/** Expansion hints and plans of the open workspace. Its methods block and read the whole network: call them from a job. */
public interface Expansion {

    /**
     * Diagnoses and plans. A cancelled search returns the best plan so far.
     *
     * @throws PlanException when the request cannot be met, with a sentence for the user
     */
    ExpansionPlan plan(PlanRequest request, PlanningMonitor monitor) throws StoreException, PlanException;

    /**
     * The same plan with those for a few other budgets, which are the points of its cost-relief curve.
     *
     * @throws PlanException when the request cannot be met, with a sentence for the user
     */
    PlanCurve brief(PlanRequest request, PlanningMonitor monitor) throws StoreException, PlanException;

    /**
     * The solved cost-relief curve: plans from no money to twice the budget of the request, each with its bound, its greedy plan and its why
     * not; a greater budget never relieves less. The time limit of the request is that of all of them together. A cancelled search returns
     * the plans found so far.
     *
     * @param monitor stops the search; its progress is that of the plan being solved
     * @param found   told of every plan as soon as it is there, from the calling thread, budget of the request first
     * @throws PlanException when the request cannot be met, with a sentence for the user
     */
    PlanCurve curve(PlanRequest request, PlanningMonitor monitor, Consumer<ExpansionPlan> found) throws StoreException, PlanException;

    /** The curve, without anybody listening. */
    default PlanCurve curve(PlanRequest request, PlanningMonitor monitor) throws StoreException, PlanException {
        return curve(request, monitor, plan -> {});
    }
}
