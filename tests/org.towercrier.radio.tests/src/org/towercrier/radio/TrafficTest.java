package org.towercrier.radio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Traffic and margins")
class TrafficTest {

    @ParameterizedTest(name = "{0} channels, {1}: {2} E")
    @DisplayName("Erlang B tables")
    @CsvSource({ "15, 0.01, 8.1080", "7, 0.02, 2.9354", "14, 0.02, 8.2003", "30, 0.02, 21.9316", "50, 0.02, 40.2551",
            "100, 0.02, 87.9720" })
    void offered(int channels, double blocking, double published) {
        assertEquals(published, Erlang.offered(channels, blocking), 5.1e-5);
    }

    @Test
    @DisplayName("The channels for a traffic are the fewest that keep the grade of service")
    void channels() {
        for (double erlang : new double[]{ 0.1, 2.9354, 8.2, 40, 500 }) {
            int channels = Erlang.channels(erlang, 0.02);
            assertTrue(Erlang.blocking(erlang, channels) <= 0.02, "at " + erlang);
            assertTrue(Erlang.blocking(erlang, channels - 1) > 0.02, "at " + erlang);
        }
        assertEquals(0, Erlang.channels(0, 0.02));
    }

    @Test
    @DisplayName("More calls wait than would be lost, and all wait when there is too much traffic")
    void waiting() {
        double blocking = Erlang.blocking(8, 10);
        assertEquals(blocking / (1 - 0.8 * (1 - blocking)), Erlang.waiting(8, 10), 1e-12);
        assertTrue(Erlang.waiting(8, 10) > blocking);
        assertEquals(1, Erlang.waiting(10, 10), 0);
        assertEquals(0, Erlang.waiting(0, 0), 0);
    }

    @Test
    @DisplayName("Ninety percent at the edge need 1.2816 deviations")
    void edge() {
        assertEquals(1.2815515655 * 8, ShadowingMargin.atEdge(0.9, 8), 1e-6);
        assertEquals(0, ShadowingMargin.atEdge(0.5, 8), 1e-12);
    }

    @Test
    @DisplayName("The share of the area follows from integrating over the disc")
    void area() {
        double deviation = 8;
        double exponent = 3.5;
        double margin = 4;
        double sum = 0;
        int rings = 20_000;
        for (int i = 0; i < rings; i++) {
            double radius = (i + 0.5) / rings;
            double mean = margin - 10 * exponent * Math.log10(radius);
            sum += 2 * radius / rings * (1 + org.hipparchus.special.Erf.erf(mean / deviation / Math.sqrt(2))) / 2;
        }
        assertEquals(sum, ShadowingMargin.areaServed(margin, deviation, exponent), 1e-4);
        assertEquals(0.95, ShadowingMargin.areaServed(ShadowingMargin.forArea(0.95, deviation, exponent), deviation, exponent), 1e-6);
    }

    @Test
    @DisplayName("Shares outside of 0 to 1 are refused")
    void refused() {
        assertThrows(IllegalArgumentException.class, () -> ShadowingMargin.atEdge(1, 8));
        assertThrows(IllegalArgumentException.class, () -> Erlang.offered(10, 0));
        assertThrows(IllegalArgumentException.class, () -> Erlang.blocking(-1, 10));
    }
}
