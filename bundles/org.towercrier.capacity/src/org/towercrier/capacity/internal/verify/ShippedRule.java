package org.towercrier.capacity.internal.verify;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;

import org.towercrier.capacity.internal.detect.Finding;
import org.towercrier.capacity.internal.detect.Judge;
import org.towercrier.capacity.internal.detect.RuleCompiler;
import org.towercrier.capacity.internal.detect.RuleProblems;
import org.towercrier.capacity.internal.detect.Surroundings;
import org.towercrier.capacity.internal.kpi.KpiBook;
import org.towercrier.capacity.internal.kpi.KpiDocuments;
import org.towercrier.capacity.internal.kpi.Measurements;
import org.towercrier.capacity.internal.kpi.ShippedModels;
import org.towercrier.capacity.internal.series.CellSeries;
import org.towercrier.model.alarm.DenseLoadRule;
import org.towercrier.model.alarm.RuleSet;

/** A dense-load rule of a shipped rule set, compiled as detection compiles it. */
final class ShippedRule {

    static final String CHINA_MOBILE = "china-mobile-td-lte";
    static final String VENDOR = "vendor-lte";

    /** More halvings than a double has bits. */
    private static final int HALVINGS = 64;

    private final Judge judge;

    private ShippedRule(Judge judge) {
        this.judge = judge;
    }

    static ShippedRule of(String set, String id) {
        return of(set, id, rule -> {});
    }

    /** With a change to the rule before it is compiled. */
    static ShippedRule of(String set, String id, Consumer<DenseLoadRule> change) {
        RuleSet rules = ShippedModels.load(set, RuleSet.class);
        rules.getRules().removeIf(rule -> !rule.getId().equals(id));
        change.accept((DenseLoadRule) rules.getRules().getFirst());
        RuleProblems problems = new RuleProblems();
        List<Judge> judges = new RuleCompiler(new KpiBook(KpiDocuments.shipped(), new Measurements()), problems).compile(rules);
        if (problems.count() > 0) {
            throw new IllegalStateException(problems.in(Locale.ENGLISH).toString());
        }
        return new ShippedRule(judges.getFirst());
    }

    List<Finding> findings(ConstructedSeries constructed) {
        CellSeries series = constructed.build();
        long end = series.end(series.size() - 1);
        Judge.Outcome outcome = judge.judge(series, new Surroundings(ZoneOffset.UTC, series.start(0), end, end));
        if (!outcome.decided()) {
            throw new IllegalStateException("The rule could not be decided");
        }
        return outcome.findings();
    }

    /**
     * The value at which the verdict changes, found by halving: what the rule really does, whatever its document says.
     *
     * @param good   a value without alarm
     * @param bad    a value with alarm
     * @param series the samples for a value
     */
    double border(double good, double bad, DoubleFunction<ConstructedSeries> series) {
        if (!findings(series.apply(good)).isEmpty() || findings(series.apply(bad)).isEmpty()) {
            throw new IllegalStateException("There is no border between " + good + " and " + bad);
        }
        double without = good;
        double with = bad;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (without + with) / 2;
            if (findings(series.apply(middle)).isEmpty()) {
                without = middle;
            } else {
                with = middle;
            }
        }
        return with;
    }
}
