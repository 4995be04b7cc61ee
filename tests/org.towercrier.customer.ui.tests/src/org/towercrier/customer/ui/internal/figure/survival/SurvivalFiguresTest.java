package org.towercrier.customer.ui.internal.figure.survival;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.towercrier.customer.CustomerSurvival.Cox;
import org.towercrier.customer.CustomerSurvival.Curve;
import org.towercrier.customer.CustomerSurvival.Report;
import org.towercrier.customer.ui.internal.figure.AttributeNames;
import org.towercrier.customer.ui.internal.figure.FigureTexts;
import org.towercrier.customer.ui.internal.figure.survival.SurvivalFigures.Named;
import org.towercrier.statistics.survival.CoxModel;
import org.towercrier.statistics.survival.EventTable;
import org.towercrier.statistics.survival.Hazard;
import org.towercrier.statistics.survival.KaplanMeier;
import org.towercrier.statistics.survival.LogRank;
import org.towercrier.statistics.survival.ProportionalHazards.Transform;
import org.towercrier.ui.figure.StepFigure;
import org.towercrier.ui.kit.NumberFormats;

class SurvivalFiguresTest {

    private static final FigureTexts TEXTS = new FigureTexts(Locale.ENGLISH);
    /** Leaves at 1, 2 … 20, every fourth is lost from sight. */
    private static final EventTable FAST = table(1);
    private static final EventTable SLOW = table(3);

    private static EventTable table(int pace) {
        double[] times = new double[20];
        boolean[] events = new boolean[20];
        for (int i = 0; i < 20; i++) {
            times[i] = (i + 1) * pace;
            events[i] = i % 4 != 3;
        }
        return EventTable.of(times, events);
    }

    private static Named named(String name, EventTable table) {
        return new Named(name, new Curve(name, KaplanMeier.estimate(table), Hazard.byInterval(table, 3)), Double.NaN);
    }

    private static SurvivalFigures figures() {
        return new SurvivalFigures(TEXTS, NumberFormats.of(Locale.ENGLISH));
    }

    @Test
    void theCurvesAreTheEstimatesWithTheirLimitsAndThoseAtRisk() {
        StepFigure figure = figures().curves("Area", List.of(named("fast", FAST), named("slow", SLOW)));
        assertEquals("How long customers stay: Area", figure.title());
        StepFigure.Curve fast = figure.curves().getFirst();
        assertEquals(0.95, fast.value()[0], 1e-12);
        assertEquals(20, fast.atRisk(0));
        assertEquals(11, fast.atRisk(10));
        assertEquals(20, fast.end());
        assertArrayEquals(KaplanMeier.estimate(FAST).points().stream().mapToDouble(point -> point.lower()).toArray(), fast.lower());
        assertTrue(figure.risk().isPresent());
    }

    @Test
    void aRateOfFewIsNotDrawn() {
        StepFigure hazard = figures().hazard("", List.of(named("fast", FAST)));
        StepFigure.Curve fast = hazard.curves().getFirst();
        assertArrayEquals(new double[]{ 0, 3, 6, 9 }, fast.at());
        assertEquals(12, fast.end());
        assertTrue(hazard.risk().isEmpty());
    }

    @Test
    void theNumbersSayWhetherTheGroupsDiffer() {
        LogRank.Result test = LogRank.test(List.of(FAST, SLOW));
        Report report = new Report(LocalDate.of(2026, 10, 31), 40, 30, 2, List.of(), Optional.of(test));
        var numbers = figures().numbers(report, Optional.of("Newcomers"));
        assertEquals("40", numbers.getFirst().value());
        assertEquals("Newcomers", numbers.getFirst().note());
        assertEquals("75.0\u202F%", numbers.get(1).note());
        assertTrue(numbers.get(3).value().startsWith("p "), numbers.get(3).value());
        assertEquals(test.p() < 0.05 ? "The groups differ" : "No difference shown", numbers.get(4).value());
    }

    @Test
    void aCoefficientSaysWhoLeavesSooner() {
        double[] times = new double[40];
        boolean[] events = new boolean[40];
        double[] spend = new double[40];
        double[] female = new double[40];
        for (int i = 0; i < 40; i++) {
            times[i] = 1 + (i * 7) % 40;
            events[i] = i % 5 != 0;
            spend[i] = times[i] / 10 + (i % 3);
            female[i] = i % 2;
        }
        CoxModel model = CoxModel.fit(times, events, List.of("MonthlyFacts.spend", "Customer.gender=FEMALE"),
                new double[][]{ spend, female });
        Cox cox = new Cox(40, 40, model.fit(), model.proportionalHazards(Transform.KM));
        List<CoxFigures.Row> rows = CoxFigures.rows(cox, TEXTS, new AttributeNames(TEXTS));
        assertEquals(List.of("Spend", "Gender = Female"), rows.stream().map(CoxFigures.Row::name).toList());
        assertTrue(rows.getFirst().says().startsWith("Leaves later: "), rows.getFirst().says());
        assertTrue(rows.get(1).says().startsWith("No effect can be shown."), rows.get(1).says());
        assertEquals(model.proportionalHazards(Transform.KM).covariates().getFirst().p(), rows.getFirst().proportional());
    }
}
