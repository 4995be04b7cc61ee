package org.towercrier.ui.map;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.towercrier.ui.kit.UiMessages;
import org.towercrier.ui.theme.Theme;
import org.towercrier.ui.theme.Themed;

/**
 * The map. Drag moves it, the wheel zooms to the mouse, arrows and + and − do the same from the keyboard, Home shows
 * all. A click selects, Ctrl-click adds, Shift-drag selects by a rectangle, a double click opens.
 *
 * <p>A frame is drawn whole into an image. While the map moves and frames are dear, the last one is moved and scaled
 * and the true one follows as soon as the hand rests.
 */
public final class MapCanvas extends Canvas implements Themed {

    /** A frame dearer than this is replaced by a moved picture of the last one while the map moves. */
    private static final double DEAR_MILLIS = 35;
    private static final int SETTLE_MILLIS = 60;
    private static final int STEP_MILLIS = 14;
    private static final int PADDING = 48;

    private final List<MapLayer> layers = new ArrayList<>();
    private final Set<MapLayer> hidden = new LinkedHashSet<>();
    private final Set<String> selection = new LinkedHashSet<>();
    private final List<Consumer<List<String>>> selectionListeners = new ArrayList<>();
    private final List<Consumer<String>> openListeners = new ArrayList<>();
    private final MapOverlay overlay;
    private final MapInteraction interaction;
    private final Font bold;
    private Theme theme = Theme.LIGHT;
    private MapOptions options = MapOptions.NONE;
    private Viewport viewport = new Viewport(0.5, 0.5, Viewport.MIN_ZOOM, 1, 1);
    private Viewport target;
    private Point anchor;
    private Image frame;
    private Viewport frameViewport;
    private boolean stale = true;
    private boolean fitWhenSized = true;
    private double lastMillis;

    public MapCanvas(Composite parent, UiMessages messages) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
        bold = FontDescriptor.createFrom(getFont()).setStyle(SWT.BOLD).createFont(getDisplay());
        overlay = new MapOverlay(messages, bold);
        interaction = new MapInteraction(this);
        Theme.keepsOwnColours(this);
        addPaintListener(event -> paint(event.gc));
        addListener(SWT.Resize, event -> resized());
        addDisposeListener(event -> {
            bold.dispose();
            disposeFrame();
        });
    }

    @Override
    public void applyTheme(Theme newTheme) {
        theme = newTheme;
        refresh();
    }

    /** Adds a layer above those that are there. */
    public void addLayer(MapLayer layer) {
        layers.add(Objects.requireNonNull(layer, "layer"));
        layer.attach(this::refresh);
        refresh();
    }

    /** Shows or hides a layer. */
    public void setVisible(MapLayer layer, boolean visible) {
        if (visible ? hidden.remove(layer) : hidden.add(layer)) {
            refresh();
        }
    }

    /** Whether a layer is shown. */
    public boolean isVisible(MapLayer layer) {
        return !hidden.contains(layer);
    }

    /** The layers that are shown, lowest first. */
    List<MapLayer> shownLayers() {
        return layers.stream().filter(this::isVisible).toList();
    }

    /** Sets what is written around the map. */
    public void setOptions(MapOptions newOptions) {
        options = newOptions;
        redraw();
    }

    /** Draws the map again after a layer has changed. */
    public void refresh() {
        stale = true;
        if (!isDisposed()) {
            redraw();
        }
    }

    public Viewport viewport() {
        return viewport;
    }

    /** Jumps to a viewport; its size is that of the window. */
    public void setViewport(Viewport wanted) {
        target = null;
        fitWhenSized = false;
        show(wanted.resized(viewport.width(), viewport.height()));
    }

    /** Shows all that the layers hold. */
    public void fit() {
        MapBounds all = MapBounds.NONE;
        for (MapLayer layer : shownLayers()) {
            all = all.join(layer.bounds());
        }
        fit(all);
    }

    /** Shows a part of the world. */
    public void fit(MapBounds bounds) {
        if (viewport.width() <= 1) {
            fitWhenSized = true;
        } else if (!bounds.isEmpty()) {
            moveTo(Viewport.fit(bounds, viewport.width(), viewport.height(), PADDING));
        }
    }

    /** Brings things into view: one is centred, several are fitted. Things without a place are left out. */
    public void reveal(Collection<String> ids) {
        Set<String> wanted = Set.copyOf(ids);
        MapBounds bounds = MapBounds.NONE;
        for (MapLayer layer : shownLayers()) {
            bounds = bounds.join(layer.boundsOf(wanted));
        }
        if (bounds.isEmpty()) {
            return;
        }
        Viewport fitted = Viewport.fit(bounds, viewport.width(), viewport.height(), 3 * PADDING);
        boolean spot = bounds.width() < 1e-7 && bounds.height() < 1e-7;
        moveTo(spot ? new Viewport(fitted.centerX(), fitted.centerY(), Math.max(viewport.zoom(), 15),
                viewport.width(), viewport.height()) : fitted);
    }

    /** Moves smoothly to a viewport. */
    void moveTo(Viewport wanted) {
        fitWhenSized = false;
        anchor = null;
        target = wanted;
        step();
    }

    /** Zooms smoothly by some levels, with the place under the pixel kept there. */
    void zoomBy(double levels, int x, int y) {
        double from = target != null && anchor != null ? target.zoom() : viewport.zoom();
        fitWhenSized = false;
        anchor = new Point(x, y);
        target = viewport.zoomedAt(x, y, from + levels);
        step();
    }

    /** Moves by pixels at once. */
    void panBy(double right, double down) {
        target = null;
        fitWhenSized = false;
        show(viewport.panned(right, down));
    }

    private void step() {
        Viewport goal = target;
        if (goal == null || isDisposed()) {
            return;
        }
        double left = Math.abs(goal.zoom() - viewport.zoom());
        double apart = Math.hypot(goal.centerX() - viewport.centerX(), goal.centerY() - viewport.centerY())
                * viewport.scale();
        boolean arrived = left < 0.02 && apart < 2 || apart > 4.0 * viewport.width();
        Viewport next = arrived ? goal
                : anchor == null ? viewport.towards(goal, 0.3)
                        : viewport.zoomedAt(anchor.x, anchor.y, viewport.zoom() + (goal.zoom() - viewport.zoom()) * 0.4);
        if (arrived) {
            target = null;
        }
        show(next);
        if (!arrived) {
            getDisplay().timerExec(STEP_MILLIS, this::step);
        }
    }

    private void show(Viewport next) {
        viewport = next;
        redraw();
    }

    private void resized() {
        Rectangle area = getClientArea();
        viewport = viewport.resized(area.width, area.height);
        if (fitWhenSized && area.width > 40 && area.height > 40) {
            MapBounds all = layers.stream().map(MapLayer::bounds).reduce(MapBounds.NONE, MapBounds::join);
            if (!all.isEmpty()) {
                viewport = Viewport.fit(all, area.width, area.height, PADDING);
            }
        }
        redraw();
    }

    private void paint(GC gc) {
        if (fitWhenSized) {
            resized();
        }
        boolean moved = !viewport.equals(frameViewport);
        if (stale || frame == null || moved) {
            if (frame != null && !stale && lastMillis > DEAR_MILLIS && (interaction.isDragging() || target != null)
                    && sameSize()) {
                paintMoved(gc);
                getDisplay().timerExec(SETTLE_MILLIS, () -> {
                    if (!isDisposed() && target == null && !interaction.isDragging()) {
                        refresh();
                    }
                });
                paintOverlay(gc);
                return;
            }
            render();
        }
        gc.drawImage(frame, 0, 0);
        paintOverlay(gc);
    }

    private boolean sameSize() {
        return frameViewport.width() == viewport.width() && frameViewport.height() == viewport.height();
    }

    private void render() {
        if (frame == null || !sameSize()) {
            disposeFrame();
            frame = new Image(getDisplay(), viewport.width(), viewport.height());
        }
        long start = System.nanoTime();
        GC gc = new GC(frame);
        try {
            gc.setFont(getFont());
            MapRenderer.render(gc, viewport, theme, shownLayers(), selection);
        } finally {
            gc.dispose();
        }
        lastMillis = (System.nanoTime() - start) / 1e6;
        frameViewport = viewport;
        stale = false;
    }

    /** The last frame where it would be now. */
    private void paintMoved(GC gc) {
        double ratio = viewport.scale() / frameViewport.scale();
        int left = (int) Math.round(viewport.screenX(frameViewport.worldX(0)));
        int top = (int) Math.round(viewport.screenY(frameViewport.worldY(0)));
        gc.setBackground(theme.mapGround());
        gc.fillRectangle(0, 0, viewport.width(), viewport.height());
        gc.setInterpolation(SWT.LOW);
        gc.drawImage(frame, 0, 0, frameViewport.width(), frameViewport.height(), left, top,
                (int) Math.round(frameViewport.width() * ratio), (int) Math.round(frameViewport.height() * ratio));
    }

    private void paintOverlay(GC gc) {
        gc.setAntialias(SWT.ON);
        List<LegendEntry> entries = shownLayers().stream().flatMap(layer -> layer.legend().stream()).toList();
        overlay.paintLegend(gc, theme, viewport.height(), entries);
        overlay.paintScaleBar(gc, theme, viewport, options.attribution());
        overlay.paintTime(gc, theme, options.time());
        overlay.paintButtons(gc, theme, viewport.width(), interaction.hotButton());
        interaction.band().ifPresent(band -> overlay.paintBand(gc, theme, band));
        interaction.hover().ifPresent(hit -> overlay.paintTip(gc, theme, viewport, hit.tip(),
                interaction.mouse().x, interaction.mouse().y));
        if (isFocusControl()) {
            gc.setForeground(theme.accent());
            gc.drawRectangle(0, 0, viewport.width() - 1, viewport.height() - 1);
        }
    }

    /** What lies under a pixel of the map. */
    public Optional<MapHit> hit(int x, int y) {
        for (MapLayer layer : shownLayers().reversed()) {
            Optional<MapHit> hit = layer.hit(viewport, x, y);
            if (hit.isPresent()) {
                return hit;
            }
        }
        return Optional.empty();
    }

    /** Ids of the selected things, in the order they were selected. */
    public List<String> selection() {
        return List.copyOf(selection);
    }

    /** Marks things as selected without telling the listeners. */
    public void setSelection(Collection<String> ids) {
        if (!List.copyOf(selection).equals(List.copyOf(ids))) {
            selection.clear();
            selection.addAll(ids);
            refresh();
        }
    }

    /** Selects on behalf of the user: listeners are told. */
    void select(Collection<String> ids) {
        setSelection(ids);
        List<String> now = selection();
        selectionListeners.forEach(listener -> listener.accept(now));
    }

    void open(String id) {
        openListeners.forEach(listener -> listener.accept(id));
    }

    /** Is told the ids whenever the user selects. */
    public void onSelection(Consumer<List<String>> listener) {
        selectionListeners.add(listener);
    }

    /** Is told the id that the user opens. */
    public void onOpen(Consumer<String> listener) {
        openListeners.add(listener);
    }

    /** A picture of the map as it is seen, which the caller disposes of. */
    public Image picture() {
        Image picture = new Image(getDisplay(), viewport.width(), viewport.height());
        GC gc = new GC(picture);
        try {
            gc.setFont(getFont());
            MapRenderer.render(gc, viewport, theme, shownLayers(), selection);
            paintOverlay(gc);
        } finally {
            gc.dispose();
        }
        return picture;
    }

    /** Milliseconds that the last frame took. */
    public double lastFrameMillis() {
        return lastMillis;
    }

    private void disposeFrame() {
        if (frame != null) {
            frame.dispose();
            frame = null;
        }
    }
}
