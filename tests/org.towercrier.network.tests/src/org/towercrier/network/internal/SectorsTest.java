package org.towercrier.network.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.towercrier.network.PhysicalSector;
import org.towercrier.network.internal.Sectors.Antenna;

class SectorsTest {

    @Test
    void cellsWithinFifteenDegreesShareASector() {
        assertEquals(List.of(List.of(0, 1), List.of(2)), cellsOf(directed(10, 25, 130)));
    }

    @Test
    void sixteenDegreesAreTwoSectors() {
        assertEquals(List.of(List.of(0), List.of(1)), cellsOf(directed(10, 26)));
    }

    @Test
    void northIsNoBorder() {
        assertEquals(List.of(List.of(0, 1), List.of(2)), cellsOf(directed(356, 4, 120)));
        assertEquals(0, Sectors.of(directed(356, 4)).getFirst().azimuth().orElseThrow(), 0.05);
    }

    @Test
    void aChainOfCloseAntennasDoesNotBecomeOneWideSector() {
        List<PhysicalSector> sectors = Sectors.of(directed(0, 10, 20, 30, 40));

        assertEquals(List.of(List.of(0, 1), List.of(2, 3), List.of(4)), cells(sectors));
    }

    @Test
    void threeHundredAndSixtyIsNorth() {
        assertEquals(List.of(List.of(0, 1)), cellsOf(directed(360, 0)));
    }

    @Test
    void otherSitesAreOtherSectors() {
        List<Antenna> antennas = List.of(new Antenna(0, "A", Optional.empty(), 90, false),
                new Antenna(1, "B", Optional.empty(), 90, false));

        assertEquals(List.of(List.of(0), List.of(1)), cellsOf(antennas));
    }

    @Test
    void aSectorThatTheInventoryNamesIsBelieved() {
        List<Antenna> antennas = List.of(new Antenna(0, "A", Optional.of("A-x"), 10, false),
                new Antenna(1, "A", Optional.of("A-x"), 40, false), new Antenna(2, "A", Optional.empty(), 12, false));

        List<PhysicalSector> sectors = Sectors.of(antennas);

        assertEquals(List.of(List.of(0, 1), List.of(2)),
                sectors.stream().sorted((a, b) -> b.cells().size() - a.cells().size()).map(PhysicalSector::cells).toList());
        assertTrue(sectors.stream().anyMatch(sector -> sector.id().equals("A-x")));
    }

    @Test
    void cellsThatCoverAllRoundShareOneSectorAndUnknownOnesShareNone() {
        List<Antenna> antennas = List.of(new Antenna(0, "A", Optional.empty(), Double.NaN, true),
                new Antenna(1, "A", Optional.empty(), Double.NaN, true),
                new Antenna(2, "A", Optional.empty(), Double.NaN, false),
                new Antenna(3, "A", Optional.empty(), Double.NaN, false));

        assertEquals(List.of(List.of(0, 1), List.of(2), List.of(3)), cellsOf(antennas));
        assertTrue(Sectors.of(antennas).stream().allMatch(sector -> sector.azimuth().isEmpty()));
    }

    private static List<Antenna> directed(double... azimuths) {
        List<Antenna> antennas = new ArrayList<>();
        for (double azimuth : azimuths) {
            antennas.add(new Antenna(antennas.size(), "A", Optional.empty(), azimuth, false));
        }
        return antennas;
    }

    private static List<List<Integer>> cellsOf(List<Antenna> antennas) {
        return cells(Sectors.of(antennas));
    }

    private static List<List<Integer>> cells(List<PhysicalSector> sectors) {
        return sectors.stream().map(PhysicalSector::cells).sorted((a, b) -> a.getFirst() - b.getFirst()).toList();
    }
}
