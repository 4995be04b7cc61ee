package org.towercrier.expansion.ui.internal.desk;

import org.towercrier.expansion.ExpansionPlan;
import org.towercrier.expansion.ui.internal.Texts;
import org.towercrier.ui.kit.NumberFormats;

/** How the work on a plan stands, in a sentence. */
public final class DeskWords {

    private DeskWords() {
    }

    /** The line beside the buttons. */
    public static String of(DeskState state, Texts texts) {
        NumberFormats numbers = NumberFormats.of(texts.locale());
        if (state.running().isPresent()) {
            return running(state.running().get(), texts, numbers);
        }
        if (state.trouble().isPresent()) {
            return String.valueOf(state.trouble().get().getLocalizedMessage());
        }
        if (state.isStale()) {
            return texts.get("Line_Stale");
        }
        if (state.outdated()) {
            return texts.get("Line_Outdated");
        }
        String stopped = state.solved().filter(found -> !found.complete())
                .map(found -> texts.get("Line_Stopped", found.plans().size()) + " ")
                .orElse("");
        return state.plan().map(plan -> stopped + plan(plan, texts, numbers)).orElse("");
    }

    private static String running(DeskState.Standing standing, Texts texts, NumberFormats numbers) {
        String solved = standing.plans() == 0 ? "" : " " + texts.get("Line_PlansSolved", standing.plans());
        if (Double.isNaN(standing.value())) {
            return texts.get("Line_Searching") + solved;
        }
        return texts.get("Line_Best",
                standing.actions().isPresent() ? numbers.integer(standing.actions().getAsInt()) : NumberFormats.ABSENT,
                numbers.decimal(standing.value(), 1), numbers.decimal(standing.bound().orElse(Double.NaN), 1),
                numbers.percent(standing.gap().orElse(Double.NaN), 2), numbers.integer(standing.elapsed().toSeconds())) + solved;
    }

    private static String plan(ExpansionPlan plan, Texts texts, NumberFormats numbers) {
        return texts.get("Line_Plan", numbers.integer(plan.actions().size()), numbers.decimal(plan.cost(), 0),
                numbers.decimal(plan.budget(), 0), plan.currency(), numbers.decimal(plan.relief(), 1),
                numbers.percent(plan.gap().orElse(Double.NaN), 2));
    }
}
