package org.towercrier.expansion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Demand that a cell cannot carry")
class DemandTest {

    private static final double EXACT = 1e-6;

    @Test
    @DisplayName("Cut-off demand: what is above the target, grown, and what slow users do not ask for")
    void demand() {
        CellLoad full = new CellLoad(14, 14, 87.5, 95, 50, 60, 1500, 10, 100, 30);
        // capacity 50 × 70 / 87.5 = 40; suppressed 10 × 500 kbit/s = 5; grown by 1.2: 60 − 40 + 6
        Demand demand = Demand.of(full, Limits.USUAL, 1.2);
        assertEquals(10, demand.carriedAbove(), EXACT);
        assertEquals(5, demand.suppressed(), EXACT);
        assertEquals(26, demand.cutOff(), EXACT);
        assertFalse(Demand.of(full, Limits.USUAL, Double.NaN).forecast());
        assertEquals(0, Demand.of(new CellLoad(2, 2, 90, 95, 50, 60, 1500, 10, 100, 30), Limits.USUAL, 1).cutOff(), 0);
    }

    @Test
    @DisplayName("A day in seven over the limit counts for a seventh")
    void peaks() {
        CellLoad peak = new CellLoad(14, 2, 40, 87.5, 30, 50, 3000, 10, 100, 30);
        assertEquals(50 * 0.2 / 7, Demand.ofPeak(peak, Limits.USUAL, Double.NaN).cutOff(), EXACT);
    }

    @Test
    @DisplayName("Demand of single days grows with the forecast, and ends where it falls below the limit")
    void grownPeaks() {
        CellLoad peak = new CellLoad(14, 2, 40, 87.5, 30, 50, 3000, 10, 100, 30);
        assertEquals((60.0 - 40) / 7, Demand.ofPeak(peak, Limits.USUAL, 1.2).cutOff(), EXACT);
        assertEquals(0, Demand.ofPeak(peak, Limits.USUAL, 0.75).cutOff(), 0);
        assertTrue(Demand.ofPeak(peak, Limits.USUAL, 0.75).forecast());
    }
}
