package org.towercrier.customer.ui.internal.figure.movement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.towercrier.customer.Movements.Flow;
import org.towercrier.customer.Movements.Report;
import org.towercrier.customer.Movements.Wanted;
import org.towercrier.customer.ui.internal.figure.FigureTexts;
import org.towercrier.customer.ui.internal.figure.SegmentNames;
import org.towercrier.model.customer.CustomerFactory;
import org.towercrier.ui.figure.FlowFigure;
import org.towercrier.ui.figure.HeatFigure;
import org.towercrier.ui.figure.NumbersPane;
import org.towercrier.ui.kit.NumberFormats;
import org.towercrier.ui.kit.UiMessages;
import org.towercrier.ui.table.RowSet;

class MovementFiguresTest {

    private static final List<Flow> FLOWS = List.of(new Flow("low", "low", 80, 0.8, 400, 410, Map.of()),
            new Flow("low", "high", 20, 0.2, 100, 900, Map.of("spend > 40", 18L)), new Flow("high", "high", 50, 1, 2500, 2400, Map.of()));
    private static final Report REPORT = new Report("value", LocalDate.of(2026, 6, 30), LocalDate.of(2026, 9, 30), 150, 20,
            List.of("high", "low", "unassigned", "absent"), FLOWS);

    private static MovementFigures figures() {
        return new MovementFigures(new FigureTexts(Locale.ENGLISH), NumberFormats.of(Locale.ENGLISH), SegmentNames.NONE);
    }

    private static MovementPart.Shown shown() {
        return new MovementPart.Shown(SegmentNames.NONE, CustomerFactory.eINSTANCE.createSegmentation(), "Value", REPORT,
                List.of(new Wanted("bundle", 7, 3, 120.5)),
                RowSet.of(MovementFigures.columns(new FigureTexts(Locale.ENGLISH), path -> path), FLOWS, UiMessages.of(Locale.ENGLISH)));
    }

    @Test
    void onlySegmentsThatSomebodyIsInAreDrawn() {
        FlowFigure flow = figures().flow(shown());
        assertEquals(List.of("high", "low"), flow.groups());
        assertEquals(3, flow.flows().size());
        assertEquals("low>high", flow.flows().get(1).target().orElseThrow());
    }

    @Test
    void aFlowSaysHowManyHowMuchMoneyAndWhy() {
        List<String> tip = figures().flow(shown()).flows().get(1).tip();
        assertEquals("low → high", tip.getFirst());
        assertEquals("20 customers, 20.0\u202F% of low", tip.get(1));
        assertEquals("Monthly spend 100.00 → 900.00 (+800.00)", tip.get(2));
        assertEquals("spend > 40: crossed by 18", tip.get(3));
    }

    @Test
    void everyRowOfTheMatrixIsAllOfThoseWhoWereThere() {
        HeatFigure matrix = figures().matrix(shown());
        assertEquals(2, matrix.rows().size());
        matrix.rows().forEach(row -> assertEquals(1,
                row.fields().stream().flatMap(Optional::stream).mapToDouble(HeatFigure.Field::value).sum(), 1e-9));
    }

    @Test
    void theNumbersAreThoseOfTheMoversAlone() {
        List<NumbersPane.Number> numbers = figures().numbers(shown());
        assertEquals("20", numbers.getFirst().value());
        assertEquals("+800.00", numbers.get(1).value());
        assertEquals("To a bundle", numbers.get(2).label());
        assertTrue(numbers.get(2).note().contains("3") && numbers.get(2).note().contains("+120.50"), numbers.get(2).note());
    }
}
