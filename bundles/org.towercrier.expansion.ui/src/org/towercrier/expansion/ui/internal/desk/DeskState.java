package org.towercrier.expansion.ui.internal.desk;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

import org.towercrier.expansion.ExpansionPlan;

/**
 * How the work on a plan stands.
 *
 * @param question what will be asked next
 * @param solved   what was solved last
 * @param budget   of the plan that is looked at
 * @param running  how the search stands while one runs
 * @param trouble  why the last search came to nothing
 * @param outdated whether what plans rest on has changed since it was solved
 */
public record DeskState(PlanQuestion question, Optional<Solved> solved, double budget, Optional<Standing> running,
        Optional<Exception> trouble, boolean outdated) {

    /** Nothing has been done yet. */
    public static final DeskState START = new DeskState(PlanQuestion.USUAL, Optional.empty(), PlanQuestion.USUAL.budget(),
            Optional.empty(), Optional.empty(), false);

    /**
     * How a search stands.
     *
     * @param plans   plans that are solved
     * @param actions of the best plan so far of the budget that is searched now; absent before there is one
     * @param relief  of that plan, Mbit/s
     * @param value   of that plan, weighted
     * @param bound   no plan for this budget is better, weighted
     * @param elapsed since the search for this budget began
     */
    public record Standing(int plans, OptionalInt actions, double relief, double value, OptionalDouble bound, Duration elapsed) {

        /** A search that has just begun. */
        static final Standing BEGUN = new Standing(0, OptionalInt.empty(), Double.NaN, Double.NaN, OptionalDouble.empty(), Duration.ZERO);

        /** What the bound leaves open, relative to the value. */
        public OptionalDouble gap() {
            return bound.isPresent() && value > 0 ? OptionalDouble.of(Math.max(0, bound.getAsDouble() - value) / value)
                    : OptionalDouble.empty();
        }

        Standing withPlans(int number) {
            return new Standing(number, actions, relief, value, bound, elapsed);
        }
    }

    /** The plan that is looked at. */
    public Optional<ExpansionPlan> plan() {
        return solved.map(found -> found.plans().get(found.nearest(budget)));
    }

    /** Whether something else would be asked now than what was solved. */
    public boolean isStale() {
        return solved.filter(found -> !found.question().equals(question)).isPresent();
    }

    /** What is laid down and not solved yet. */
    Optional<PlanQuestion> draft() {
        PlanQuestion known = solved.map(Solved::question).orElse(PlanQuestion.USUAL);
        return known.equals(question) ? Optional.empty() : Optional.of(question);
    }

    /** Whether another state has the same plan, people and terms: only how the search stands may differ. */
    public boolean showsSame(DeskState other) {
        return plan().equals(other.plan()) && question.equals(other.question)
                && solved.map(Solved::people).equals(other.solved.map(Solved::people));
    }

    DeskState asking(PlanQuestion other) {
        return new DeskState(other, solved, budget, running, trouble, outdated);
    }

    DeskState lookingAt(double other) {
        return new DeskState(question, solved, other, running, trouble, outdated);
    }

    DeskState showing(Solved found) {
        return new DeskState(question, Optional.of(found), budget, running, trouble, outdated);
    }

    /** What was solved is kept. */
    DeskState shelved(Solved.Shelved where) {
        return new DeskState(question, solved.map(found -> found.at(where)), budget, running, trouble, outdated);
    }

    DeskState running(Standing standing) {
        return new DeskState(question, solved, budget, Optional.of(standing), Optional.empty(), outdated);
    }

    DeskState stopped(Optional<Exception> why) {
        return new DeskState(question, solved, budget, Optional.empty(), why, outdated);
    }

    /** A search begins, on what there is now. */
    DeskState begun() {
        return new DeskState(question, solved, question.budget(), Optional.of(Standing.BEGUN), Optional.empty(), false);
    }

    /** What plans rest on has changed. */
    DeskState moved() {
        return new DeskState(question, solved, budget, running, trouble, solved.isPresent() || running.isPresent());
    }

    /** Another plan is taken up, as it was solved. */
    DeskState taken(Solved found, double asked) {
        return new DeskState(found.question(), Optional.of(found), asked, Optional.empty(), Optional.empty(), false);
    }
}
