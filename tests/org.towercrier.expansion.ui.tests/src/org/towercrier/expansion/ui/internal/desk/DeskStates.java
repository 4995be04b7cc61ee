package org.towercrier.expansion.ui.internal.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.towercrier.areas.CellPeople;
import org.towercrier.expansion.ExpansionPlan;

/** States of the desk for tests. */
public final class DeskStates {

    private DeskStates() {
    }

    public static DeskState of(ExpansionPlan plan, Map<String, CellPeople> people) {
        PlanQuestion question = PlanQuestion.of(plan);
        return DeskState.START.asking(question).lookingAt(plan.budget())
                .showing(new Solved(question, List.of(plan), people, Optional.empty(), true));
    }

    public static DeskState asking(DeskState state, PlanQuestion question) {
        return state.asking(question);
    }

    /** The same, kept. */
    public static DeskState shelved(DeskState state, String name, Instant saved) {
        return state.shelved(new Solved.Shelved(name, saved));
    }

    /** Nothing could be read. */
    public static DeskState troubled(Exception why) {
        return DeskState.START.stopped(Optional.of(why));
    }
}
