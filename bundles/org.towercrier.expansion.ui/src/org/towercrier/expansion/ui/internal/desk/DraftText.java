package org.towercrier.expansion.ui.internal.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.towercrier.expansion.PlanException;
import org.towercrier.expansion.PlanRequest;
import org.towercrier.expansion.PlanTerms;

/** A question as plain texts by name, and back. */
final class DraftText {

    private static final String BUDGET = "budget";
    private static final String HORIZON = "horizon";
    private static final String TERMS = "terms";

    private DraftText() {
    }

    static Map<String, String> write(PlanQuestion question) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(BUDGET, Double.toString(question.budget()));
        texts.put(HORIZON, Integer.toString(question.horizon()));
        texts.put(TERMS, PlanTerms.write(question.terms()));
        return texts;
    }

    /** The names that are used. */
    static Iterable<String> names() {
        return List.of(BUDGET, HORIZON, TERMS);
    }

    /** @throws PlanException when they are not what was written */
    static PlanQuestion read(Map<String, String> texts) throws PlanException {
        try {
            double budget = Double.parseDouble(texts.getOrDefault(BUDGET, ""));
            int horizon = Integer.parseInt(texts.getOrDefault(HORIZON, ""));
            if (!(budget >= 0) || Double.isInfinite(budget) || horizon < 1 || horizon > PlanRequest.LONGEST) {
                throw new PlanException(budget + " " + horizon);
            }
            return new PlanQuestion(budget, horizon, PlanTerms.read(texts.getOrDefault(TERMS, ""), TERMS, Locale.getDefault()));
        } catch (NumberFormatException wrong) {
            throw new PlanException(String.valueOf(wrong.getMessage()), wrong);
        }
    }
}
