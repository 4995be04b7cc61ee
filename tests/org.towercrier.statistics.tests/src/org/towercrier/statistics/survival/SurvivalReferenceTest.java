package org.towercrier.statistics.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.towercrier.statistics.Reference;
import org.towercrier.statistics.survival.ProportionalHazards.Transform;

/** Published survival analyses, recomputed; the digits beyond the published ones were taken with the survival package of R 4.2. */
class SurvivalReferenceTest {

    private static final List<String> CONTRACTS = List.of("Month-to-month", "One year", "Two year");
    private static final List<String> ROSSI = List.of("fin", "age", "race", "wexp", "mar", "paro", "prio");

    @Test
    void grades3PatientsHaveThePublishedCurves() throws IOException {
        Reference data = Reference.of("customers/survival/g3.csv");
        List<EventTable> tables = EventTable.byGroup(data.number("time"), data.is("event", "True"),
                data.codes("group", List.of("RIT", "Control")), 2);
        SurvivalCurve treated = KaplanMeier.estimate(tables.get(0));
        assertEquals(.909091, treated.at(25), 1e-6);
        assertEquals(.779221, treated.at(53), 1e-6);
        assertTrue(treated.median().isEmpty());
        SurvivalCurve control = KaplanMeier.estimate(tables.get(1));
        assertEquals(.833333, control.at(9), 1e-6);
        assertEquals(.666667, control.at(19), 1e-6);
        assertEquals(.5, control.at(32), 1e-6);
        assertEquals(.333333, control.at(34), 1e-6);
        assertEquals(32, control.median().getAsDouble());
        SurvivalCurve.Point last = control.points().stream().filter(point -> point.time() == 34).findFirst().orElseThrow();
        assertEquals(.0460822, last.lower(), 1e-6);
        assertEquals(.675564, last.upper(), 1e-6);
        assertEquals(.192450, last.standardError(), 1e-6);
    }

    @Test
    void waltonsFliesHaveThePublishedMediansAndLimits() throws IOException {
        Reference data = Reference.of("customers/survival/waltons_dataset.csv");
        EventTable all = EventTable.of(data.number("T"), data.is("E", "1"));
        assertEquals(56, KaplanMeier.estimate(all).median().getAsDouble());
        List<EventTable> tables = EventTable.byGroup(data.number("T"), data.is("E", "1"),
                data.codes("group", List.of("control", "miR-137")), 2);
        assertEquals(58, KaplanMeier.estimate(tables.get(0)).median().getAsDouble());
        assertEquals(26, KaplanMeier.estimate(tables.get(1)).median().getAsDouble());
        assertEquals(122.2491256, LogRank.test(tables).chi2(), 1e-6);
        double[][] limits = { limits(all, ConfidenceBand.Transform.LOG_LOG), limits(all, ConfidenceBand.Transform.LOG),
                limits(all, ConfidenceBand.Transform.PLAIN) };
        double[][] published = { { .352689, .50468 }, { .359858, .513582 }, { .353444, .506361 } };
        for (int i = 0; i < limits.length; i++) {
            assertEquals(published[i][0], limits[i][0], 1e-5);
            assertEquals(published[i][1], limits[i][1], 1e-5);
        }
    }

    private static double[] limits(EventTable table, ConfidenceBand.Transform transform) {
        SurvivalCurve curve = KaplanMeier.estimate(table, new ConfidenceBand(.95, transform));
        SurvivalCurve.Point point = curve.points().stream().filter(each -> each.time() == 56).findFirst().orElseThrow();
        assertEquals(.429903, point.survival(), 1e-6);
        assertEquals(87, point.atRisk());
        return new double[]{ point.lower(), point.upper() };
    }

    @Test
    void telecomCustomersLeaveAsPublished() throws IOException {
        Reference data = Reference.of("customers/ibm-telco-churn/WA_Fn-UseC_-Telco-Customer-Churn.csv");
        double[] tenure = data.number("tenure");
        boolean[] churn = data.is("Churn", "Yes");
        EventTable all = EventTable.of(tenure, churn);
        assertEquals(7043, all.subjects());
        assertEquals(1869, all.events());
        SurvivalCurve curve = KaplanMeier.estimate(all);
        double[][] published = { { 1, .945961 }, { 12, .843200 }, { 24, .788736 }, { 48, .708840 }, { 72, .592790 } };
        for (double[] point : published) {
            assertEquals(point[1], curve.at(point[0]), 5e-7);
        }
        List<EventTable> tables = EventTable.byGroup(tenure, churn, data.codes("Contract", CONTRACTS), 3);
        assertEquals(35, KaplanMeier.estimate(tables.get(0)).median().getAsDouble());
        LogRank.Result test = LogRank.test(tables);
        assertEquals(2352.873, test.chi2(), 5e-4);
        assertEquals(2, test.df());
        assertEquals(708.446, test.groups().get(0).expected(), 5e-4);
    }

    @Test
    void releasedPrisonersGiveThePublishedModel() throws IOException {
        CoxFit fit = rossi().fit();
        double[] published = { -.37942217, -.05743774, .31389979, -.14979570, -.43370388, -.08487108, .09149708 };
        double[] errors = { .19137948, .02199947, .30799278, .21222430, .38186806, .19575667, .02864855 };
        for (int j = 0; j < published.length; j++) {
            assertEquals(published[j], fit.coefficients().get(j).coef(), 1e-8);
            assertEquals(errors[j], fit.coefficients().get(j).se(), 1e-8);
        }
        assertEquals(-658.7476594, fit.logLikelihood(), 1e-7);
        assertEquals(-675.3806323, fit.nullLogLikelihood(), 1e-7);
        assertEquals(114, fit.events());
        assertEquals(.0090312, fit.coefficients().get(1).p(), 1e-6);
        assertTrue(fit.converged());
    }

    @Test
    void proportionalHazardsOfReleasedPrisonersAreCheckedAsPublished() throws IOException {
        CoxModel model = rossi();
        ProportionalHazards.Result km = model.proportionalHazards(Transform.KM);
        double[] score = { .06242975136, 5.97398165342, 2.06826538748, 4.22459563342, 1.01102156444, .01838329917, .52058425030 };
        for (int j = 0; j < score.length; j++) {
            assertEquals(score[j], km.covariates().get(j).scoreChi2(), 1e-6);
        }
        assertEquals(17.69441525, km.global().scoreChi2(), 1e-6);
        assertEquals(18.182687039129, model.proportionalHazards(Transform.IDENTITY).global().scoreChi2(), 1e-6);
        assertEquals(17.6615705707, model.proportionalHazards(Transform.LOG).global().scoreChi2(), 1e-6);
    }

    private static CoxModel rossi() throws IOException {
        Reference data = Reference.of("customers/survival/rossi.csv");
        return CoxModel.fit(data.number("week"), data.is("arrest", "1"), ROSSI,
                ROSSI.stream().map(data::number).toArray(double[][]::new));
    }
}
