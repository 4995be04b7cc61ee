package org.towercrier.capacity.internal.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.towercrier.capacity.Evidence.Sentence;
import org.towercrier.capacity.RuleProblem;

/** What is wrong with a rule set. */
public final class RuleProblems {

    /** The features of the model that can be wrong. */
    enum Feature {
        NAME("name"), ID("id"), DAYS("days"), OF_DAYS("ofDays"), CONDITIONS("conditions"), THRESHOLDS("thresholds"),
        EXPRESSION("expression"), TRAFFIC_KPI("trafficKpi"), KPI("kpi"), DEVIATIONS("deviations"), DELAY("delay"), REPEAT("repeat"),
        REPEAT_WINDOW("repeatWindow"), BASELINE_DAYS("baselineDays"), MISSING_PERIODS("missingPeriods"), THRESHOLD("threshold"),
        SEVERITY_STEPS("severitySteps"), SEVERITY("severity"), TRIGGER_COUNT("triggerCount"), CLEAR_COUNT("clearCount"),
        MINIMUM_DURATION("minimumDuration"), WINDOW("window"), RULE("rule"), SCOPE("scope"), VALUES("values"), LIMIT("limit"),
        HORIZON_DAYS("horizonDays"), CONFIDENCE("confidence"), MINIMUM_HISTORY_DAYS("minimumHistoryDays");

        private final String feature;

        Feature(String feature) {
            this.feature = feature;
        }
    }

    private record Entry(String rule, String feature, Sentence sentence) {
    }

    private final List<Entry> entries = new ArrayList<>();
    private String within = "";

    void add(String rule, Feature feature, String key, Object... arguments) {
        entries.add(new Entry(rule, within + feature.feature, Sentence.of(key, arguments)));
    }

    /** What is wrong from now on is about a part of the set, e.g. {@code overrides[0].}; an empty text ends that. */
    void within(String part) {
        within = part;
    }

    /** How many there are. */
    public int count() {
        return entries.size();
    }

    /** The problems in a language of the product. */
    public List<RuleProblem> in(Locale locale) {
        return entries.stream().map(each -> new RuleProblem(each.rule(), each.feature(), each.sentence().text(locale))).toList();
    }
}
