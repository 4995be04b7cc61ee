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
    private static final String OWN = "labels of the file, 1 would be without error; our own bound, held-out 30 %";
    /** Told, not bounded. */
    private static final double ANY = 1;

    @Override
    public List<Check> checks() {
        Once once = new Once();
        List<Check> checks = new ArrayList<>();
        add(checks, once, "peak-rule", "the shipped rule for peaks, downlink load alone, no label seen", ANY, LabelledKpis::peakRule);
        add(checks, once, "any-kpi", "any KPI far from its baseline", ANY, LabelledKpis::anyKpi);
        add(checks, once, "multivariate", "all KPIs' distances from their baselines together", 0.46, LabelledKpis::together);
        checks.add(Check.number("anomaly.kpi-15min.flag-all.f1", "F1 of flagging everything, which any method has to beat", OWN, 1, ANY,
                context -> once.of(context).everything().f1()));
        return checks;
    }

    private static void add(List<Check> checks, Once once, String name, String what, double tolerance,
            Function<LabelledKpis, Confusion> method) {
        String id = "anomaly.kpi-15min." + name;
        checks.add(Check.number(id + ".precision", "precision: " + what, OWN, 1, ANY,
                context -> method.apply(once.of(context)).precision()));
        checks.add(Check.number(id + ".recall", "recall: " + what, OWN, 1, ANY, context -> method.apply(once.of(context)).recall()));
        checks.add(Check.number(id + ".f1", "F1: " + what, OWN, 1, tolerance, context -> method.apply(once.of(context)).f1()));
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
