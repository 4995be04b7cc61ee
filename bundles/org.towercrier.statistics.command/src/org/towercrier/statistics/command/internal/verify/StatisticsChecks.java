package org.towercrier.statistics.command.internal.verify;

import java.util.ArrayList;
import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.towercrier.command.verify.Check;
import org.towercrier.command.verify.Checks;
import org.towercrier.statistics.experiment.Arm;
import org.towercrier.statistics.experiment.Effect;
import org.towercrier.statistics.experiment.IncrementalReturn;
import org.towercrier.statistics.experiment.SampleRatio;
import org.towercrier.statistics.experiment.SampleSize;
import org.towercrier.statistics.survival.KaplanMeier;
import org.towercrier.statistics.survival.LogRank;
import org.towercrier.statistics.value.Concentration;

/** Published survival analyses, sample sizes and concentrations, each to the digits that are printed. */
@Component
public final class StatisticsChecks implements Checks {

    private static final String ROSSI = "customers/survival/rossi.csv";
    private static final String WALTONS = "customers/survival/waltons_dataset.csv";
    private static final String G3 = "customers/survival/g3.csv";
    private static final String TELCO = "customers/ibm-telco-churn/WA_Fn-UseC_-Telco-Customer-Churn.csv";
    private static final List<String> COVARIATES = List.of("fin", "age", "race", "wexp", "mar", "paro", "prio");
    private static final double[] COEFFICIENTS = { -0.3794, -0.0574, 0.3139, -0.1498, -0.4337, -0.0849, 0.0915 };
    private static final List<String> CONTRACTS = List.of("Month-to-month", "One year", "Two year");
    private static final String LIFELINES = "lifelines documentation";
    private static final String ALLISON = "Allison 1995; lifelines documentation";
    private static final String TELCO_SOURCE = "IBM Telco Customer Churn, product-limit estimate of all rows";

    @Override
    public List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        sampleSizes(checks);
        experiments(checks);
        flies(checks);
        patients(checks);
        prisoners(checks);
        customers(checks);
        return checks;
    }

    private static void sampleSizes(List<Check> checks) {
        String source = "formula of two proportions, alpha 0.05, power 0.80";
        checks.add(Check.number("statistics.sample-size.14-9", "persons per arm to tell 1.4 % from 0.9 %", source, 7135, 0,
                context -> SampleSize.perArm(0.014, 0.009, 0.05, 0.80)));
        checks.add(Check.number("statistics.sample-size.70-29", "persons per arm to tell 0.7 % from 0.29 %", source, 4596, 0,
                context -> SampleSize.perArm(0.007, 0.0029, 0.05, 0.80)));
    }

    /** By hand from the formulas. */
    private static void experiments(List<Check> checks) {
        checks.add(Check.number("statistics.sample-ratio.52-48", "chi-squared of arms of 5,200 and 4,800 planned equal",
                "(200^2 + 200^2) / 5000, by hand", 16, 1e-9, context -> SampleRatio.equal(5200, 4800).chi2()));
        checks.add(Check.number("statistics.lift.6-5", "lift of a rate of 6 % over 5 %", "(0.06 - 0.05) / 0.05, by hand", 0.2, 1e-12,
                context -> Effect.ofRates(Arm.ofRate(10_000, 600), Arm.ofRate(10_000, 500), 0.95).relative()));
        checks.add(Check.number("statistics.incremental-return", "return of 10,000 persons who spend 0.30 more, margin 0.4, cost 800",
                "(10000 * 0.30 * 0.4 - 800) / 800, the cost subtracted once, by hand", 0.5, 1e-9,
                context -> IncrementalReturn.of(Effect.ofMeans(new Arm(10_000, 1.3, 4), new Arm(10_000, 1, 4), 0.95), 10_000, 0.4, 800)
                        .value()));
    }

    private static void flies(List<Check> checks) {
        List<String> groups = List.of("control", "miR-137");
        checks.add(Check.number("statistics.waltons.median", "median survival of all flies, days", LIFELINES, 56, 0,
                context -> KaplanMeier.estimate(new ReferenceTable(context, WALTONS).events("T", "E")).median().orElse(Double.NaN)));
        double[] medians = { 58, 26 };
        for (int i = 0; i < medians.length; i++) {
            int group = i;
            checks.add(
                    Check.number("statistics.waltons.median-" + groups.get(i), "median survival of " + groups.get(i) + ", days", LIFELINES,
                            medians[i], 0, context -> KaplanMeier
                                    .estimate(new ReferenceTable(context, WALTONS).events("T", "E", "group", groups).get(group)).median()
                                    .orElse(Double.NaN)));
        }
    }

    private static void patients(List<Check> checks) {
        List<String> groups = List.of("RIT", "Control");
        double[][] published = { { 0, 25, .909 }, { 0, 53, .779 }, { 1, 9, .833 }, { 1, 19, .667 }, { 1, 32, .5 }, { 1, 34, .333 } };
        for (double[] point : published) {
            int group = (int) point[0];
            checks.add(Check.number("statistics.g3." + groups.get(group) + "-" + (int) point[1],
                    "survival of " + groups.get(group) + " at " + (int) point[1], LIFELINES, point[2], 0.0005,
                    context -> KaplanMeier.estimate(new ReferenceTable(context, G3).events("time", "event", "group", groups).get(group))
                            .at(point[1])));
        }
    }

    private static void prisoners(List<Check> checks) {
        for (int i = 0; i < COEFFICIENTS.length; i++) {
            int covariate = i;
            checks.add(Check.number("statistics.rossi." + COVARIATES.get(i), "Cox coefficient of " + COVARIATES.get(i) + ", Efron ties",
                    ALLISON,
                    COEFFICIENTS[i], 0.00005 + 1e-9, context -> new ReferenceTable(context, ROSSI).cox("week", "arrest", COVARIATES)
                            .coefficients().get(covariate).coef()));
        }
        checks.add(Check.number("statistics.rossi.log-likelihood", "partial log-likelihood, Efron ties", ALLISON, -658.75, 0.005,
                context -> new ReferenceTable(context, ROSSI).cox("week", "arrest", COVARIATES).logLikelihood()));
    }

    private static void customers(List<Check> checks) {
        double[][] published = { { 1, .945961 }, { 12, .843200 }, { 24, .788736 }, { 48, .708840 }, { 72, .592790 } };
        for (double[] point : published) {
            checks.add(Check.number("statistics.telco.survival-" + (int) point[0],
                    "share of customers kept after " + (int) point[0] + " months",
                    TELCO_SOURCE, point[1], 5e-7,
                    context -> KaplanMeier.estimate(new ReferenceTable(context, TELCO).events("tenure", "Churn")).at(point[0])));
        }
        checks.add(Check.number("statistics.telco.median-month-to-month", "median tenure of month-to-month contracts, months", TELCO_SOURCE,
                35, 0,
                context -> KaplanMeier.estimate(new ReferenceTable(context, TELCO).events("tenure", "Churn", "Contract", CONTRACTS).get(0))
                        .median().orElse(Double.NaN)));
        checks.add(Check.number("statistics.telco.log-rank", "log-rank chi-squared over the contracts", TELCO_SOURCE, 2352.873, 0.0005,
                context -> LogRank.test(new ReferenceTable(context, TELCO).events("tenure", "Churn", "Contract", CONTRACTS)).chi2()));
        checks.add(Check.number("statistics.telco.top-total", "share of TotalCharges that the top 20 % of all customers hold, %",
                "IBM Telco Customer Churn, measured", 53.7, 0.05,
                context -> 100 * Concentration.ofAllHolders(new ReferenceTable(context, TELCO).numbers("TotalCharges")).top(0.2)));
        checks.add(Check.number("statistics.telco.top-monthly", "share of MonthlyCharges that the top 20 % of all customers hold, %",
                "IBM Telco Customer Churn, measured", 31.9, 0.05,
                context -> 100 * Concentration.ofAllHolders(new ReferenceTable(context, TELCO).numbers("MonthlyCharges")).top(0.2)));
    }
}
