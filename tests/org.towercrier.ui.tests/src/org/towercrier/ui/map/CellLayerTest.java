package org.towercrier.ui.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.towercrier.ui.kit.UiMessages;
import org.towercrier.ui.theme.Severity;

class CellLayerTest {

    private static final double LONGITUDE = 104.06;
    private static final double LATITUDE = 30.66;

    private CellLayer layer;
    private Viewport near;

    @BeforeEach
    void aSiteWithThreeSectorsTheFirstOnTwoCarriers() {
        double[] lon = new double[5];
        double[] lat = new double[5];
        Arrays.fill(lon, LONGITUDE);
        Arrays.fill(lat, LATITUDE);
        lon[4] = Double.NaN;
        layer = new CellLayer(UiMessages.of(Locale.ENGLISH));
        layer.setCells(new MapCells(lon, lat, new float[]{ 0, 0, 120, 240, 0 }, new float[]{ 60, 60, 60, 60, 60 },
                new float[]{ 100, 100, 100, 100, 100 }, new String[]{ "a1", "a2", "b", "c", "lost" },
                new String[]{ "A 1", "A 2", "B", "C", "Lost" }, new String[]{ "S", "S", "S", "S", "" }));
        near = new Viewport(Mercator.x(LONGITUDE), Mercator.y(LATITUDE), 17, 800, 600);
    }

    private List<String> at(double dx, double dy) {
        return layer.hit(near, 400 + dx, 300 + dy).map(MapHit::ids).orElse(List.of());
    }

    @Test
    void aWedgeIsHitInTheDirectionItShines() {
        assertEquals(List.of("b"), at(30, 17));
        assertEquals(List.of("c"), at(-30, 17));
        assertEquals(List.of(), at(0, 40));
    }

    @Test
    void carriersOfOneSectorAreRingsFromTheInside() {
        assertEquals(List.of("a1"), at(0, -15));
        assertEquals(List.of("a2"), at(0, -50));
        assertEquals(List.of(), at(0, -150));
    }

    @Test
    void cellsWithoutAPlaceAreCountedAndLeftOut() {
        assertEquals(1, layer.unplaced());
        assertEquals(4, layer.idsIn(layer.bounds()).size());
        assertTrue(layer.boundsOf(Set.of("lost")).isEmpty());
        assertFalse(layer.boundsOf(Set.of("lost", "b")).isEmpty());
    }

    @Test
    void farAwayManyCellsAreOneBubbleThatNamesTheirSeverities() {
        int n = 50;
        double[] lon = new double[n];
        double[] lat = new double[n];
        float[] zero = new float[n];
        String[] text = new String[n];
        byte[] severity = new byte[n];
        for (int i = 0; i < n; i++) {
            lon[i] = LONGITUDE + i * 1e-4;
            lat[i] = LATITUDE;
            text[i] = "c" + i;
            severity[i] = (byte) (i < 3 ? Severity.CRITICAL.ordinal() : -1);
        }
        layer.setCells(new MapCells(lon, lat, zero, zero, zero, text, text, text), new CellColouring.BySeverity(severity));
        Viewport far = new Viewport(Mercator.x(LONGITUDE), Mercator.y(LATITUDE), 8, 800, 600);
        Optional<MapHit> hit = layer.hit(far, 400, 300);
        assertTrue(hit.orElseThrow().cluster());
        assertEquals(50, hit.get().ids().size());
        assertEquals("50 cells", hit.get().tip().get(0));
        assertEquals("\u25CF Critical  3", hit.get().tip().get(1));
    }

    @Test
    void theLegendCountsSeveritiesAndTheRest() {
        layer.setColouring(new CellColouring.BySeverity(new byte[]{ 0, 1, 1, -1, -1 }));
        assertTrue(layer.legend().contains(new LegendEntry.Level(Severity.CRITICAL, 1)));
        assertTrue(layer.legend().contains(new LegendEntry.Level(Severity.MAJOR, 2)));
        assertTrue(layer.legend().contains(new LegendEntry.Rest("No alarm", 2)));
    }

    @Test
    void coloursMustMatchTheCells() {
        CellColouring two = new CellColouring.BySeverity(new byte[2]);
        assertThrows(IllegalArgumentException.class, () -> layer.setColouring(two));
    }

    @Test
    void aFrameHasABoundedNumberOfShapes() {
        int n = 60_000;
        double[] x = new double[n];
        double[] y = new double[n];
        java.util.Random random = new java.util.Random(5);
        for (int i = 0; i < n; i++) {
            x[i] = 0.7 + random.nextGaussian() * 1e-5;
            y[i] = 0.4 + random.nextGaussian() * 1e-5;
        }
        SpatialIndex index = SpatialIndex.of(x, y);
        for (double zoom = 5; zoom < 19; zoom += 0.5) {
            Arrangement arrangement = Arrangement.of(index, new Viewport(0.7, 0.4, zoom, 1600, 1000), 40);
            assertTrue(arrangement.singles().length <= 2000, "singles at " + zoom);
            assertTrue(arrangement.bubbles().size() <= 600, "bubbles at " + zoom);
        }
    }
}
