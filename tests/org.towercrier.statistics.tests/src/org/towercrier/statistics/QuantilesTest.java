package org.towercrier.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Order statistics")
class QuantilesTest {

    @Test
    @DisplayName("Quartiles interpolate as definition 7 says, and missing values do not count")
    void quartiles() {
        double[] values = { 4, Double.NaN, 1, 3, 2 };
        assertEquals(1.75, Quantiles.quantile(values, 0.25), 1e-12);
        assertEquals(2.5, Quantiles.median(values), 1e-12);
        assertEquals(1, Quantiles.quantile(values, 0), 0);
        assertEquals(4, Quantiles.quantile(values, 1), 0);
        assertTrue(Double.isNaN(Quantiles.median(new double[]{ Double.NaN })));
    }

    @Test
    @DisplayName("One wild value does not move the spread")
    void spread() {
        assertEquals(1.482602218505602, Quantiles.scaledMad(new double[]{ 1, 2, 3, 4, 1000 }), 1e-12);
    }
}
