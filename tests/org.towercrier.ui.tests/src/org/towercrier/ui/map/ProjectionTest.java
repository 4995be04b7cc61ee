package org.towercrier.ui.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectionTest {

    @ParameterizedTest
    @CsvSource({ "0, 0", "104.0665, 30.5723", "-0.1276, 51.5072", "-179.9, -84.9", "179.9, 84.9" })
    void placesSurviveTheRoundTrip(double longitude, double latitude) {
        assertEquals(longitude, Mercator.longitude(Mercator.x(longitude)), 1e-10);
        assertEquals(latitude, Mercator.latitude(Mercator.y(latitude)), 1e-10);
    }

    @Test
    void theWorldIsASquareWithNorthAtTheTop() {
        assertEquals(0, Mercator.y(Mercator.MAX_LATITUDE), 1e-12);
        assertEquals(1, Mercator.y(-90), 1e-12);
        assertTrue(Mercator.y(51) < Mercator.y(30));
    }

    @Test
    void aPixelAtTheEquatorIsAsLongAsTheTileSchemeSays() {
        assertEquals(156_543.034, Mercator.metresPerPixel(0.5, 0), 0.001);
        assertEquals(156_543.034 / 2 / 1024, Mercator.metresPerPixel(Mercator.y(60), 10), 0.001);
    }

    @Test
    void zoomingKeepsThePlaceUnderTheMouse() {
        Viewport before = new Viewport(0.71, 0.42, 11.3, 900, 600);
        Viewport after = before.zoomedAt(123, 456, 14.8);
        assertEquals(before.worldX(123), after.worldX(123), 1e-12);
        assertEquals(before.worldY(456), after.worldY(456), 1e-12);
        assertEquals(14.8, after.zoom());
    }

    @Test
    void draggingMovesThePlaceWithTheMouse() {
        Viewport before = new Viewport(0.71, 0.42, 11.3, 900, 600);
        Viewport after = before.panned(40, -25);
        assertEquals(before.worldX(100), after.worldX(140), 1e-12);
        assertEquals(before.worldY(100), after.worldY(75), 1e-12);
    }

    @Test
    void fittedBoundsAreSeenWhole() {
        MapBounds city = MapBounds.ofDegrees(103.8, 30.4, 104.4, 30.9);
        Viewport viewport = Viewport.fit(city, 800, 500, 20);
        assertTrue(viewport.screenX(city.minX()) >= 19.9 && viewport.screenX(city.maxX()) <= 780.1);
        assertTrue(viewport.screenY(city.minY()) >= 19.9 && viewport.screenY(city.maxY()) <= 480.1);
    }

    @Test
    void nothingIsFittedByTheWholeWorld() {
        assertEquals(Viewport.MIN_ZOOM, Viewport.fit(MapBounds.NONE, 800, 500, 20).zoom());
    }
}
