package org.towercrier.radio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Path loss")
class PathLossTest {

    @ParameterizedTest(name = "{0}, large city {1}: {2} dB")
    @DisplayName("Hata's formula at 869 MHz and 2 km, base 30 m, terminal 1 m")
    @CsvSource({ "URBAN, true, 137.93", "URBAN, false, 137.88", "SUBURBAN, true, 128.079", "OPEN, true, 109.57" })
    void hata(Surroundings place, boolean largeCity, double published) {
        assertEquals(published, new OkumuraHata(869, 30, 1, place, largeCity).decibel(2000), 0.005);
    }

    @Test
    @DisplayName("Below 300 MHz the large city has a correction of its own")
    void hataLow() {
        double low = new OkumuraHata(200, 30, 3, Surroundings.URBAN, true).decibel(2000);
        double correction = 8.29 * Math.pow(Math.log10(1.54 * 3), 2) - 1.1;
        double rest = 69.55 + 26.16 * Math.log10(200) - 13.82 * Math.log10(30) + (44.9 - 6.55 * Math.log10(30)) * Math.log10(2);
        assertEquals(rest - correction, low, 1e-9);
    }

    @Test
    @DisplayName("COST 231 at 2114 MHz: the large city has 3 dB and its own terminal correction")
    void cost231() {
        assertEquals(150.641, new Cost231Hata(2114, 30, 1, false).decibel(2000), 0.001);
        assertEquals(153.52, new Cost231Hata(2114, 30, 1, true).decibel(2000), 0.005);
    }

    @ParameterizedTest(name = "{0} m: {1} dB")
    @DisplayName("Urban macro without sight, optional formula, 3.5 GHz")
    @CsvSource({ "1000.41, 133.29", "5000.08, 154.25", "10000.04, 163.28" })
    void urbanMacro(double slant, double published) {
        Tr38901 model = new Tr38901(Tr38901.Scenario.UMA, Tr38901.Sight.BLOCKED_OPTIONAL, 3.5, 25, 1.5);
        assertEquals(published, model.slant(slant), 0.005);
    }

    @ParameterizedTest
    @DisplayName("Blocked sight never loses less than open sight, and loss grows with distance, also across the break point")
    @EnumSource(Tr38901.Scenario.class)
    void ordered(Tr38901.Scenario scenario) {
        double base = scenario == Tr38901.Scenario.UMA ? 25 : 10;
        PathLoss open = new Tr38901(scenario, Tr38901.Sight.LINE_OF_SIGHT, 3.5, base, 1.5);
        PathLoss blocked = new Tr38901(scenario, Tr38901.Sight.BLOCKED, 3.5, base, 1.5);
        double last = 0;
        for (double metre = 10; metre <= 5000; metre += 10) {
            assertTrue(blocked.decibel(metre) >= open.decibel(metre), "at " + metre);
            assertTrue(open.decibel(metre) > last, "at " + metre);
            last = open.decibel(metre);
        }
    }

    @Test
    @DisplayName("The two branches of open sight meet at the break point")
    void breakPoint() {
        Tr38901 open = new Tr38901(Tr38901.Scenario.UMA, Tr38901.Sight.LINE_OF_SIGHT, 2.6, 25, 1.5);
        assertEquals(open.decibel(open.breakPoint() - 1e-6), open.decibel(open.breakPoint() + 1e-6), 1e-3);
    }

    @Test
    @DisplayName("A line of sight is certain near the mast and rare far from it")
    void sight() {
        Tr38901 macro = new Tr38901(Tr38901.Scenario.UMA, Tr38901.Sight.BLOCKED, 3.5, 25, 1.5);
        assertEquals(1, macro.sightProbability(10), 0);
        assertEquals(0.18 + Math.exp(-100 / 63.0) * 0.82, macro.sightProbability(100), 1e-12);
        Tr38901 micro = new Tr38901(Tr38901.Scenario.UMI_STREET_CANYON, Tr38901.Sight.BLOCKED, 3.5, 10, 1.5);
        assertTrue(micro.sightProbability(100) < macro.sightProbability(100));
    }

    @Test
    @DisplayName("Free space at 5.8 GHz over 10 km, and its first Fresnel zone in the middle")
    void freeSpace() {
        FreeSpace space = new FreeSpace(5.8);
        assertEquals(127.719, space.decibel(10_000), 0.001);
        assertEquals(11.371, space.fresnelRadius(5, 5), 0.001);
    }

    @Test
    @DisplayName("The range undoes the loss; a budget that is too small has none; one that is ample ends where the model ends")
    void range() {
        PathLoss model = new OkumuraHata(900, 30, 1.5, Surroundings.URBAN, false);
        assertEquals(3217, model.range(model.decibel(3217)).orElseThrow(), 0.01);
        assertTrue(model.range(model.decibel(1000) - 1).isEmpty());
        assertEquals(20_000, model.range(300).orElseThrow(), 0);
    }

    @Test
    @DisplayName("Rain at 26.48 mm/h and an elevation of 31.077°")
    void rain() {
        assertEquals(1.581308, Rain.decibelPerKilometre(14.25, 31.077, 0, 26.48052), 1e-6);
        assertEquals(5.021802, Rain.decibelPerKilometre(29, 31.077, 0, 26.48052), 1e-6);
        assertEquals(0, Rain.decibelPerKilometre(29, 0, 90, 0), 0);
    }

    @Test
    @DisplayName("What cannot be computed is refused by name")
    void refused() {
        IllegalArgumentException distance = assertThrows(IllegalArgumentException.class, () -> new FreeSpace(5.8).decibel(0));
        assertTrue(distance.getMessage().contains("distance in metre"), distance.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new FreeSpace(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Rain.decibelPerKilometre(0.5, 0, 0, 10));
        assertThrows(IllegalArgumentException.class,
                () -> new Tr38901(Tr38901.Scenario.UMA, Tr38901.Sight.BLOCKED, 200, 25, 1.5));
    }
}
