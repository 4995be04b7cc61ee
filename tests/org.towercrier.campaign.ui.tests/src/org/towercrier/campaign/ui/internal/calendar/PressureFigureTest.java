package org.towercrier.campaign.ui.internal.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.towercrier.campaign.CampaignBoard.Pressure;
import org.towercrier.campaign.CampaignBoard.PressureCell;
import org.towercrier.campaign.ui.internal.Texts;
import org.towercrier.ui.figure.HeatFigure;

/** The calendar of contact pressure. */
class PressureFigureTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 2);
    private static final LocalDate SECOND = FIRST.plusWeeks(1);

    @Test
    void everySegmentHasAFieldForEveryWeekWithContacts() {
        HeatFigure calendar = calendar(List.of(new PressureCell("top", SECOND, 30, 5, 20, 1.5))).figure();
        assertEquals(List.of("11-02", "11-09"), calendar.columns());
        assertEquals("Top spenders", calendar.rows().getFirst().name());
        assertEquals(Optional.empty(), calendar.rows().getFirst().fields().getFirst());
        HeatFigure.Field field = calendar.rows().getFirst().fields().get(1).orElseThrow();
        assertEquals("30", field.text());
        assertEquals("1.50 +5", field.second(), "pressure on each customer, and what is planned");
        assertEquals(1.5, field.value());
    }

    @Test
    void withoutASegmentTheContactedStandForThePressure() {
        HeatFigure calendar = calendar(List.of(new PressureCell("top", FIRST, 30, 0, 20, Double.NaN))).figure();
        HeatFigure.Field field = calendar.rows().getFirst().fields().getFirst().orElseThrow();
        assertEquals(1.5, field.value());
        assertEquals("", field.second());
    }

    @Test
    void withoutContactsThereIsNoPressure() {
        assertTrue(calendar(List.of()).isEmpty());
        assertFalse(calendar(List.of(new PressureCell("top", FIRST, 0, 1, 0, 0))).isEmpty(), "planned contacts count");
    }

    private static PressureFigure calendar(List<PressureCell> cells) {
        return new PressureFigure(new Pressure(List.of("top"), List.of(FIRST, SECOND), cells), Map.of("top", "Top spenders")::get,
                new Texts(Locale.ENGLISH));
    }
}
