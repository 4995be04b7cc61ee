package org.towercrier.capacity.ui.internal.parts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.towercrier.capacity.ui.internal.Snapshots;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.model.alarm.PerceivedSeverity;
import org.towercrier.ui.map.CellColouring;
import org.towercrier.ui.theme.Severity;

class MapContentTest {

    private final Texts texts = new Texts(Locale.ENGLISH);
    private final MapContent content = new MapContent(new Snapshots().cell("a", "S1", "R").cell("b", "S1", "R").cell("c", "S2", "R")
            .alarm("a", PerceivedSeverity.MINOR).alarm("a", PerceivedSeverity.CRITICAL)
            .alarm("b", PerceivedSeverity.MAJOR, Optional.of(Snapshots.LATEST)).build(), texts);

    @Test
    void aCellHasTheColourOfItsWorstAlarmThatIsUp() {
        CellColouring.BySeverity colours = assertInstanceOf(CellColouring.BySeverity.class, content.bySeverity());
        assertArrayEquals(new byte[]{ (byte) Severity.CRITICAL.ordinal(), -1, -1 }, colours.severity());
    }

    @Test
    void aCellWithoutAValueHasNoColourOfTheScale() {
        CellColouring.ByValue colours = assertInstanceOf(CellColouring.ByValue.class,
                content.byValue("PRB", "%", Map.of("a", 40.0, "c", 80.0)));
        assertEquals(40f, colours.value()[0]);
        assertTrue(Float.isNaN(colours.value()[1]));
    }

    @Test
    void aSectorWithoutBeamWidthIsDrawnWithAUsualOne() {
        assertEquals(65f, content.cells().beamWidth()[0]);
    }

    @Test
    void theTipNamesThePlaceTheValueAndTheAlarms() {
        List<String> tip = content.tip(0, Map.of("a", 40.0), "PRB", "%");
        assertEquals("Cell a", tip.getFirst());
        assertTrue(tip.contains("S1 · R"), tip.toString());
        assertTrue(tip.stream().anyMatch(line -> line.startsWith("PRB: 40")), tip.toString());
        assertTrue(tip.stream().anyMatch(line -> line.endsWith("Dense load 1")), tip.toString());
    }
}
