package org.towercrier.expansion.ui.internal.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;

import org.towercrier.expansion.Limits;
import org.towercrier.expansion.PlanRequest.Weights;
import org.towercrier.expansion.ui.internal.desk.PlanQuestion;
import org.towercrier.model.network.CoverageScenario;

/** The numbers that are laid down for plans, without a widget: what counts as full, and what relief is worth. */
final class PlanSettings {

    private static final double PERCENT = 100;
    private static final double MOST = 1_000_000;
    private static final double MOST_WEIGHT = 100;
    private static final int MOST_DAYS = 28;

    /**
     * A number that can be laid down.
     *
     * @param name  stable; what it is called and where it is from are texts of this name
     * @param unit  as shown, may be empty
     * @param least that is possible
     * @param most  that is possible
     * @param digits after the decimal point that are shown
     * @param get   as shown
     * @param set   as shown
     */
    record Setting(String name, String unit, double least, double most, int digits, ToDoubleFunction<PlanQuestion> get,
            BiFunction<PlanQuestion, Double, PlanQuestion> set) {

        /** Whether it can be this. */
        boolean allows(double value) {
            return value >= least && value <= most && (digits > 0 || value == Math.rint(value));
        }

        /** Whether it is what it usually is. */
        boolean isUsual(PlanQuestion question) {
            return get.applyAsDouble(question) == get.applyAsDouble(PlanQuestion.USUAL);
        }
    }

    private PlanSettings() {
    }

    /** What counts as full. */
    static List<Setting> limits() {
        return List.of(limit("targetUse", "%", 1, PERCENT, 1, 1), limit("controlUse", "%", 1, PERCENT, 1, 1),
                limit("connectedUsers", "", 1, MOST, 1, 0), limit("throughputFloor", "kbit/s", 0, MOST, 1, 0),
                limit("poorEfficiency", "%", 0, PERCENT, PERCENT, 1), limit("spareShare", "%", 0, PERCENT, PERCENT, 1),
                limit("leastDays", "d", 1, MOST_DAYS, 1, 0), limit("leastFullness", "%", 1, PERCENT, PERCENT, 1));
    }

    private static Setting limit(String name, String unit, double least, double most, double scale, int digits) {
        return new Setting(name, unit, least, most, digits,
                question -> Math.round(question.terms().limits().figures().get(name) * scale * MOST) / MOST,
                (question, value) -> {
                    Map<String, Double> figures = question.terms().limits().figures();
                    figures.put(name, value / scale);
                    return question.with(Limits.of(figures));
                });
    }

    /** What a cell's people add to the worth of its relief. */
    static List<Setting> worth() {
        return List.of(
                weight("people", Weights::people, (old, value) -> new Weights(value, old.spendAtRisk(), old.groups(), old.scenarios())),
                weight("spendAtRisk", Weights::spendAtRisk,
                        (old, value) -> new Weights(old.people(), value, old.groups(), old.scenarios())),
                weight("groups", Weights::groups, (old, value) -> new Weights(old.people(), old.spendAtRisk(), value, old.scenarios())));
    }

    private static Setting weight(String name, ToDoubleFunction<Weights> get, BiFunction<Weights, Double, Weights> set) {
        return new Setting(name, "", 0, MOST_WEIGHT, 2, question -> get.applyAsDouble(question.terms().weights()),
                (question, value) -> question.with(set.apply(question.terms().weights(), value)));
    }

    /** By what the worth of a cell is multiplied, by its surroundings; the name is that of the literal. */
    static List<Setting> scenarios() {
        List<Setting> all = new ArrayList<>();
        for (CoverageScenario scenario : CoverageScenario.values()) {
            String name = scenario.getLiteral();
            all.add(weight(name, weights -> weights.scenarios().getOrDefault(name, 1.0), (old, value) -> {
                Map<String, Double> factors = new LinkedHashMap<>(old.scenarios());
                factors.put(name, value);
                factors.values().removeIf(factor -> factor == 1);
                return new Weights(old.people(), old.spendAtRisk(), old.groups(), Map.copyOf(factors));
            }));
        }
        return all;
    }

    /** All back to what it usually is; money, time, pins and bans stay. */
    static PlanQuestion usual(PlanQuestion question) {
        return question.with(Weights.USUAL).with(Limits.USUAL).withoutFigures();
    }
}
