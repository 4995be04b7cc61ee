package org.towercrier.ui.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.towercrier.ui.SwtFixture;
import org.towercrier.ui.demo.DemoCity;
import org.towercrier.ui.kit.UiMessages;
import org.towercrier.ui.theme.Theme;

class MapCanvasTest {

    private SwtFixture window;
    private MapCanvas map;
    private CellLayer cells;
    private final DemoCity city = new DemoCity(3000);

    @BeforeEach
    void aMapOfACity() {
        window = SwtFixture.open();
        UiMessages messages = UiMessages.of(Locale.ENGLISH);
        map = new MapCanvas(window.shell(), messages);
        PolygonLayer districts = new PolygonLayer();
        districts.setPolygons(city.districts());
        cells = new CellLayer(messages);
        cells.setCells(city.cells(), new CellColouring.BySeverity(city.severities()));
        map.addLayer(new GraticuleLayer());
        map.addLayer(districts);
        map.addLayer(cells);
        window.show();
    }

    @AfterEach
    void close() {
        window.close();
    }

    private void mouse(int type, int x, int y, int mask) {
        Event event = new Event();
        event.x = x;
        event.y = y;
        event.button = 1;
        event.stateMask = mask;
        map.notifyListeners(type, event);
    }

    private void near(int cell) {
        map.setViewport(new Viewport(Mercator.x(city.cells().longitude()[cell]),
                Mercator.y(city.cells().latitude()[cell]), 18, 1, 1));
    }

    @Test
    void itOpensOnAllThereIs() {
        MapBounds seen = map.viewport().bounds();
        assertTrue(seen.contains(cells.bounds().minX(), cells.bounds().minY()));
        assertTrue(seen.contains(cells.bounds().maxX(), cells.bounds().maxY()));
    }

    @Test
    void aFrameShowsMoreThanItsGroundInBothThemes() {
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            map.applyTheme(theme);
            Image picture = map.picture();
            ImageData data = picture.getImageData();
            picture.dispose();
            Set<Integer> colours = new HashSet<>();
            for (int y = 0; y < data.height; y += 3) {
                for (int x = 0; x < data.width; x += 3) {
                    colours.add(data.getPixel(x, y));
                }
            }
            assertTrue(colours.size() > 30, "only " + colours.size() + " colours");
        }
    }

    @Test
    void aClickSelectsAndTellsAndAClickBesideSelectsNothing() {
        List<List<String>> told = new ArrayList<>();
        map.onSelection(told::add);
        near(0);
        mouse(SWT.MouseDown, 450, 300, 0);
        mouse(SWT.MouseUp, 450, 300, 0);
        assertEquals(1, told.size());
        assertEquals(map.selection(), told.getFirst());
        mouse(SWT.MouseDown, 4, 4, 0);
        mouse(SWT.MouseUp, 4, 4, 0);
        assertEquals(List.of(), map.selection());
    }

    @Test
    void aRubberBandSelectsWhatLiesInIt() {
        near(0);
        mouse(SWT.MouseDown, 430, 280, SWT.SHIFT);
        mouse(SWT.MouseMove, 470, 320, SWT.SHIFT);
        mouse(SWT.MouseUp, 470, 320, SWT.SHIFT);
        assertTrue(map.selection().contains(city.cells().id()[0]));
    }

    @Test
    void draggingMovesTheMapAndSelectsNothing() {
        Viewport before = map.viewport();
        mouse(SWT.MouseDown, 100, 100, 0);
        mouse(SWT.MouseMove, 160, 100, 0);
        mouse(SWT.MouseUp, 160, 100, 0);
        assertEquals(before.worldX(100), map.viewport().worldX(160), 1e-9);
        assertEquals(List.of(), map.selection());
    }

    @Test
    void theWheelZoomsToTheMouse() {
        Viewport before = map.viewport();
        Event event = new Event();
        event.x = 200;
        event.y = 150;
        event.count = 3;
        map.notifyListeners(SWT.MouseVerticalWheel, event);
        window.until(() -> map.viewport().zoom() > before.zoom() + 0.5, "the map has zoomed");
        assertEquals(before.worldX(200), map.viewport().worldX(200), 1e-9);
    }

    @Test
    void theKeyboardMovesAndZooms() {
        Viewport before = map.viewport();
        Event event = new Event();
        event.keyCode = SWT.ARROW_RIGHT;
        map.notifyListeners(SWT.KeyDown, event);
        assertNotEquals(before.centerX(), map.viewport().centerX());
    }

    @Test
    void whatIsRevealedIsSeen() {
        String id = city.cells().id()[2500];
        map.reveal(List.of(id));
        MapBounds place = cells.boundsOf(Set.of(id));
        window.until(() -> map.viewport().zoom() >= 15
                && map.viewport().bounds().contains(place.minX(), place.minY()), "the cell is seen");
    }

    @Test
    void aHiddenLayerIsNeitherDrawnNorHit() {
        near(0);
        assertTrue(map.hit(450, 300).isPresent());
        map.setVisible(cells, false);
        assertFalse(map.hit(450, 300).isPresent());
    }
}
