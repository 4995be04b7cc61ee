package org.towercrier.ui.map;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Cursor;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;

/** Mouse and keyboard of the map. */
final class MapInteraction {

    private static final int DRAG_PIXELS = 4;
    private static final int ARROW_PIXELS = 80;
    private static final double WHEEL_LEVELS = 0.18;

    private final MapCanvas map;
    private final Point mouse = new Point(-1, -1);
    private Point pressed;
    private boolean dragging;
    private boolean banding;
    private MapHit hover;
    private Optional<MapOverlay.Button> hot = Optional.empty();

    MapInteraction(MapCanvas map) {
        this.map = map;
        map.addListener(SWT.MouseDown, this::down);
        map.addListener(SWT.MouseMove, this::move);
        map.addListener(SWT.MouseUp, this::up);
        map.addListener(SWT.MouseExit, event -> leave());
        map.addListener(SWT.MouseDoubleClick, this::doubleClick);
        map.addListener(SWT.MouseVerticalWheel, this::wheel);
        map.addListener(SWT.KeyDown, this::key);
        map.addListener(SWT.Traverse, event -> event.doit = event.detail == SWT.TRAVERSE_TAB_NEXT
                || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
        map.addListener(SWT.FocusIn, event -> map.redraw());
        map.addListener(SWT.FocusOut, event -> map.redraw());
    }

    boolean isDragging() {
        return dragging && !banding;
    }

    Point mouse() {
        return mouse;
    }

    Optional<MapHit> hover() {
        return dragging ? Optional.empty() : Optional.ofNullable(hover);
    }

    Optional<MapOverlay.Button> hotButton() {
        return hot;
    }

    /** The rubber band while it is drawn. */
    Optional<Rectangle> band() {
        if (!banding || !dragging || pressed == null) {
            return Optional.empty();
        }
        return Optional.of(new Rectangle(Math.min(pressed.x, mouse.x), Math.min(pressed.y, mouse.y),
                Math.abs(pressed.x - mouse.x), Math.abs(pressed.y - mouse.y)));
    }

    private void down(Event event) {
        map.setFocus();
        if (event.button == 3) {
            map.hit(event.x, event.y).filter(hit -> !hit.cluster() && !map.selection().containsAll(hit.ids()))
                    .ifPresent(hit -> map.select(hit.ids()));
        }
        if (event.button != 1) {
            return;
        }
        Optional<MapOverlay.Button> button = MapOverlay.buttonAt(map.viewport().width(), event.x, event.y);
        if (button.isPresent()) {
            press(button.get());
            return;
        }
        pressed = new Point(event.x, event.y);
        banding = (event.stateMask & SWT.SHIFT) != 0;
        dragging = false;
    }

    private void press(MapOverlay.Button button) {
        int cx = map.viewport().width() / 2;
        int cy = map.viewport().height() / 2;
        switch (button) {
            case ZOOM_IN -> map.zoomBy(1, cx, cy);
            case ZOOM_OUT -> map.zoomBy(-1, cx, cy);
            case FIT -> map.fit();
        }
    }

    private void move(Event event) {
        int dx = event.x - mouse.x;
        int dy = event.y - mouse.y;
        mouse.x = event.x;
        mouse.y = event.y;
        if (pressed != null) {
            if (!dragging && Math.hypot(event.x - pressed.x, event.y - pressed.y) > DRAG_PIXELS) {
                dragging = true;
                map.setCursor(cursor(banding ? SWT.CURSOR_CROSS : SWT.CURSOR_SIZEALL));
                dx = event.x - pressed.x;
                dy = event.y - pressed.y;
            }
            if (isDragging()) {
                map.panBy(dx, dy);
            } else if (dragging) {
                map.redraw();
            }
            return;
        }
        Optional<MapOverlay.Button> button = MapOverlay.buttonAt(map.viewport().width(), event.x, event.y);
        MapHit now = button.isPresent() ? null : map.hit(event.x, event.y).orElse(null);
        if (now != null || hover != null || !button.equals(hot)) {
            map.redraw();
        }
        hover = now;
        hot = button;
        map.setCursor(cursor(now != null || button.isPresent() ? SWT.CURSOR_HAND : SWT.CURSOR_ARROW));
    }

    private Cursor cursor(int kind) {
        return map.getDisplay().getSystemCursor(kind);
    }

    private void up(Event event) {
        if (event.button != 1 || pressed == null) {
            return;
        }
        Optional<Rectangle> band = band();
        boolean moved = dragging;
        pressed = null;
        dragging = false;
        map.setCursor(cursor(SWT.CURSOR_ARROW));
        boolean add = (event.stateMask & SWT.MOD1) != 0;
        if (band.isPresent()) {
            selectBand(band.get(), add);
        } else if (!moved) {
            click(event, add);
        } else {
            map.redraw();
        }
    }

    private void selectBand(Rectangle band, boolean add) {
        Viewport viewport = map.viewport();
        MapBounds bounds = new MapBounds(viewport.worldX(band.x), viewport.worldY(band.y),
                viewport.worldX(band.x + band.width), viewport.worldY(band.y + band.height));
        Set<String> ids = new LinkedHashSet<>(add ? map.selection() : List.of());
        map.shownLayers().forEach(layer -> ids.addAll(layer.idsIn(bounds)));
        map.select(ids);
        map.redraw();
    }

    private void click(Event event, boolean add) {
        Optional<MapHit> hit = map.hit(event.x, event.y);
        if (hit.isEmpty()) {
            if (!add) {
                map.select(List.of());
            }
        } else if (hit.get().cluster()) {
            MapBounds bounds = hit.get().bounds();
            Viewport fitted = Viewport.fit(bounds, map.viewport().width(), map.viewport().height(), 160);
            double zoom = Math.clamp(fitted.zoom(), map.viewport().zoom() + 1, map.viewport().zoom() + 4);
            map.moveTo(new Viewport(fitted.centerX(), fitted.centerY(), zoom, map.viewport().width(),
                    map.viewport().height()));
        } else if (add) {
            List<String> ids = new ArrayList<>(map.selection());
            if (!ids.removeAll(hit.get().ids())) {
                ids.addAll(hit.get().ids());
            }
            map.select(ids);
        } else {
            map.select(hit.get().ids());
        }
    }

    private void leave() {
        if (hover != null || hot.isPresent()) {
            hover = null;
            hot = Optional.empty();
            map.redraw();
        }
    }

    private void doubleClick(Event event) {
        if (event.button != 1 || MapOverlay.buttonAt(map.viewport().width(), event.x, event.y).isPresent()) {
            return;
        }
        Optional<MapHit> hit = map.hit(event.x, event.y);
        if (hit.isEmpty()) {
            map.zoomBy(1, event.x, event.y);
        } else if (!hit.get().cluster()) {
            map.open(hit.get().ids().getFirst());
        }
    }

    private void wheel(Event event) {
        map.zoomBy(event.count * WHEEL_LEVELS, event.x, event.y);
        event.doit = false;
    }

    private void key(Event event) {
        int cx = map.viewport().width() / 2;
        int cy = map.viewport().height() / 2;
        switch (event.keyCode) {
            case SWT.ARROW_LEFT -> map.panBy(ARROW_PIXELS, 0);
            case SWT.ARROW_RIGHT -> map.panBy(-ARROW_PIXELS, 0);
            case SWT.ARROW_UP -> map.panBy(0, ARROW_PIXELS);
            case SWT.ARROW_DOWN -> map.panBy(0, -ARROW_PIXELS);
            case SWT.HOME -> map.fit();
            case SWT.KEYPAD_ADD -> map.zoomBy(1, cx, cy);
            case SWT.KEYPAD_SUBTRACT -> map.zoomBy(-1, cx, cy);
            case SWT.ESC -> map.select(List.of());
            case SWT.CR, SWT.KEYPAD_CR -> map.selection().stream().reduce((a, b) -> b).ifPresent(map::open);
            default -> {
                if (event.character == '+' || event.character == '=') {
                    map.zoomBy(1, cx, cy);
                } else if (event.character == '-') {
                    map.zoomBy(-1, cx, cy);
                }
            }
        }
    }
}
