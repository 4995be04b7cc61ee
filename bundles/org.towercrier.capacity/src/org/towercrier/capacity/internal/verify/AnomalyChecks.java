package org.towercrier.capacity.internal.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.osgi.service.component.annotations.Component;
import org.towercrier.command.verify.Check;
import org.towercrier.command.verify.CheckContext;
import org.towercrier.command.verify.Checks;
import org.towercrier.statistics.classify.Confusion;

/**
 * Unusual quarter hours of real cells, found by the product's seasonal baseline and compared with the labels of people. Seven tenths of
 * the rows are learnt from, three tenths are judged. The labels mean whole days on which less than usual goes on, not overload: the rule
 * for peaks is not made to find those, and says so here.
 */
@Component
public final class AnomalyChecks implements Checks {

    private static final String FILE = "measurements/lte-kpi-15min/ML-MATT-CompetitionQT1920_train.csv";
    private static final String OWN = "nothing is published for these labels: the figure of this method on the held-out 30 %, fixed so that a change shows "
            + "(1 would be without error, flagging everything has F1 .435)";
    private static final String LABELS = "the labels of the held-out 30 % themselves: share p of unusual rows, F1 = 2p / (1 + p)";
    private static final double FLAG_ALL = 0.435385;
    private static final double EXACT = 1e-6;
    /** A method is the same when its figures are: rounding of another machine moves no row over its limit, or hardly one. */
    private static final double FIXED = 0.005;

    @Override
    public List<Check> checks() {
        Once once = new Once();
        List<Check> checks = new ArrayList<>();
        add(checks, once, "peak-rule", "the shipped rule for peaks, downlink load alone, no label seen",
                new Figures(0.3186, 0.0633, 0.1056),
                LabelledKpis::peakRule);
        add(checks, once, "any-kpi", "any KPI far from its baseline", new Figures(0.3008, 0.9315, 0.4547), LabelledKpis::anyKpi);
        add(checks, once, "multivariate", "all KPIs' distances from their baselines together", new Figures(0.5656, 0.6608, 0.6095),
                LabelledKpis::together);
        checks.add(
                Check.number("anomaly.kpi-15min.flag-all.f1", "F1 of flagging everything, which any method has to beat", LABELS, FLAG_ALL,
                        EXACT, context -> once.of(context).everything().f1()));
        return checks;
    }

    private static void add(List<Check> checks, Once once, String name, String what, Figures reached,
            Function<LabelledKpis, Confusion> method) {
        String id = "anomaly.kpi-15min." + name;
        checks.add(Check.number(id + ".precision", "precision: " + what, OWN, reached.precision(), FIXED,
                context -> method.apply(once.of(context)).precision()));
        checks.add(Check.number(id + ".recall", "recall: " + what, OWN, reached.recall(), FIXED,
                context -> method.apply(once.of(context)).recall()));
        checks.add(Check.number(id + ".f1", "F1: " + what, OWN, reached.f1(), FIXED, context -> method.apply(once.of(context)).f1()));
    }

    /** What a method has reached. */
    private record Figures(double precision, double recall, double f1) {
    }

    /** The file is read once for all checks. */
    private static final class Once {

        private LabelledKpis kpis;

        LabelledKpis of(CheckContext context) throws IOException {
            if (kpis == null) {
                kpis = LabelledKpis.of(context.data(FILE));
            }
            return kpis;
        }
    }
}
