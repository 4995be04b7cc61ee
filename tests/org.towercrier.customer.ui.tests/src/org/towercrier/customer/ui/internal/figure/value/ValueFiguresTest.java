package org.towercrier.customer.ui.internal.figure.value;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.towercrier.customer.CustomerValue.Level;
import org.towercrier.customer.CustomerValue.Report;
import org.towercrier.customer.CustomerValue.Tier;
import org.towercrier.customer.ui.internal.figure.FigureTexts;
import org.towercrier.model.customer.AllOf;
import org.towercrier.model.customer.AttributeCriterion;
import org.towercrier.model.customer.CustomerFactory;
import org.towercrier.model.customer.CutMode;
import org.towercrier.model.customer.ValueModel;
import org.towercrier.model.customer.ValueTier;
import org.towercrier.ui.figure.LorenzFigure;
import org.towercrier.ui.figure.PyramidFigure;
import org.towercrier.ui.kit.NumberFormats;

class ValueFiguresTest {

    private static final Report REPORT = new Report(Level.PERSON, LocalDate.of(2026, 10, 31), 6, 1000, 40, 30_000, 30, 0.42, 0.455,
            Optional.empty(),
            List.of(new Tier(ValueTier.TOP, 200, 60.25, 13_650, 0.2, 0.455), new Tier(ValueTier.BUSINESS, 300, 31, 10_000, 0.3, 1 / 3.0),
                    new Tier(ValueTier.ORDINARY, 500, 1, 6_350, 0.5, 0.2117)),
            List.of(new double[]{ 0, 0 }, new double[]{ 0.8, 0.545 }, new double[]{ 1, 1 }), Optional.empty());

    private static ValueFigures figures() {
        return new ValueFigures(new FigureTexts(Locale.ENGLISH), NumberFormats.of(Locale.ENGLISH));
    }

    @Test
    void thePyramidStandsOnItsOrdinaryCustomers() {
        PyramidFigure pyramid = figures().pyramid(REPORT, Optional.empty());
        assertEquals("Value pyramid: Customers", pyramid.title());
        assertEquals(List.of("Top", "Business", "Ordinary"), pyramid.tiers().stream().map(PyramidFigure.Tier::name).toList());
        assertEquals(List.of("from 60.25", "from 31.00", "below 31.00"), pyramid.tiers().stream().map(PyramidFigure.Tier::note).toList());
        assertEquals("200 · 20.0\u202F%", pyramid.tiers().getFirst().leftText());
        assertEquals("Mean spend of one  68.25 a month", pyramid.tiers().getFirst().tip().get(1));
        assertEquals("Value pyramid: Newcomers", figures().pyramid(REPORT, Optional.of("Newcomers")).title());
    }

    @Test
    void thePointOnTheCurveIsTheMeasuredShareOfTheTopFifth() {
        LorenzFigure lorenz = figures().lorenz(REPORT, Optional.empty());
        assertArrayEquals(new double[]{ 0, 0.8, 1 }, lorenz.population());
        LorenzFigure.Mark mark = lorenz.marked().orElseThrow();
        assertEquals(0.8, mark.population());
        assertEquals(0.545, mark.share(), 1e-12);
        assertEquals("The top 20 % bring 45.5\u202F%", mark.label());
        assertEquals(List.of("Gini 0.42"), lorenz.note());
    }

    @Test
    void bordersStayWhereTheyAreWhenSharesBecomeAmountsAndBack() {
        ValueModel model = CustomerFactory.eINSTANCE.createValueModel();
        model.setMode(CutMode.SHARE);
        ValueCuts.set(model, ValueTier.TOP, 0.2);
        ValueCuts.set(model, ValueTier.BUSINESS, 0.5);
        ValueCuts.change(model, CutMode.AMOUNT, REPORT);
        assertEquals(Optional.of(60.25), ValueCuts.get(model, ValueTier.TOP));
        assertEquals(Optional.of(31.0), ValueCuts.get(model, ValueTier.BUSINESS));
        ValueCuts.change(model, CutMode.SHARE, REPORT);
        assertEquals(0.2, ValueCuts.get(model, ValueTier.TOP).orElseThrow(), 1e-9);
        assertEquals(0.5, ValueCuts.get(model, ValueTier.BUSINESS).orElseThrow(), 1e-9);
        assertEquals(2, model.getCuts().size());
    }

    @Test
    void aTierIsARuleBetweenItsBorders() {
        AllOf business = (AllOf) ValueCuts.criterion(REPORT, ValueTier.BUSINESS, Optional.empty()).orElseThrow();
        List<AttributeCriterion> borders = business.getCriteria().stream().map(AttributeCriterion.class::cast).toList();
        assertEquals(List.of("GREATER_OR_EQUAL 31.0", "LESS 60.25"),
                borders.stream().map(leaf -> leaf.getOperator().getName() + " " + leaf.getValues().getFirst()).toList());
        assertEquals(List.of(6, 6), borders.stream().map(AttributeCriterion::getMonths).toList());
        AllOf top = (AllOf) ValueCuts.criterion(REPORT, ValueTier.TOP, Optional.of(business)).orElseThrow();
        assertEquals(2, top.getCriteria().size());
        assertEquals(2, business.getCriteria().size());
    }
}
