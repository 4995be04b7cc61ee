package org.towercrier.ui.figure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.ScrollBar;
import org.towercrier.ui.figure.Sheet.Zoom;
import org.towercrier.ui.kit.Pictures;
import org.towercrier.ui.kit.UiMessages;
import org.towercrier.ui.theme.Theme;
import org.towercrier.ui.theme.Themed;

/**
 * Shows a figure. The mouse says exact values, dragging looks closer where the figure has an axis for it, and a double click shows all again. Arrow keys go from place to
 * place, Enter opens what is behind one; the figure can be copied and saved as a picture.
 */
public final class FigurePane extends Canvas implements Themed {

    private static final int DRAG_PIXELS = 5;
    private static final int LEAST_WIDTH = 160;

    private final UiMessages messages;
    private final FigureFonts fonts;
    private final FigureHead head;
    private final FigureTip tip;
    private final List<Consumer<Object>> openListeners = new ArrayList<>();
    private Consumer<Menu> menuFiller = menu -> {};
    private Theme theme = Theme.LIGHT;
    private Optional<Figure> figure = Optional.empty();
    private Optional<Zoom> zoom = Optional.empty();
    private Optional<Scale> axis = Optional.empty();
    private List<Spot> spots = List.of();
    private int current = -1;
    private Point mouse = new Point(-1, -1);
    private int pressed = -1;
    private int scrolled;

    public FigurePane(Composite parent, UiMessages messages) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.V_SCROLL);
        this.messages = messages;
        fonts = new FigureFonts(this);
        head = new FigureHead(fonts);
        tip = new FigureTip(fonts);
        Theme.keepsOwnColours(this);
        addListener(SWT.Paint, event -> paint(event.gc, true));
        addListener(SWT.Resize, event -> fitScrollBar());
        addListener(SWT.MouseMove, event -> moveTo(event.x, event.y));
        addListener(SWT.MouseExit, event -> leave());
        addListener(SWT.MouseDown, this::down);
        addListener(SWT.MouseUp, this::up);
        addListener(SWT.MouseDoubleClick, event -> zoom(Optional.empty()));
        addListener(SWT.KeyDown, this::key);
        addListener(SWT.FocusIn, event -> redraw());
        addListener(SWT.FocusOut, event -> redraw());
        getVerticalBar().addListener(SWT.Selection, event -> scrollTo(getVerticalBar().getSelection()));
        setMenu(PictureMenu.on(this, messages, this::copy, this::save, menu -> menuFiller.accept(menu)));
        getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = figure.map(Figure::title).orElse("");
            }

            @Override
            public void getDescription(AccessibleEvent event) {
                event.result = current().map(spot -> String.join(", ", spot.tip())).orElse("");
            }
        });
        fitScrollBar();
    }

    /** Shows another figure; the old one is replaced at once. */
    public void show(Figure shown) {
        boolean same = figure.filter(old -> old.title().equals(shown.title())).isPresent();
        figure = Optional.of(shown);
        zoom = same ? zoom : Optional.empty();
        current = -1;
        fitScrollBar();
        redraw();
    }

    /** Shows nothing. */
    public void clear() {
        figure = Optional.empty();
        spots = List.of();
        current = -1;
        fitScrollBar();
        redraw();
    }

    /** What is shown. */
    public Optional<Figure> figure() {
        return figure;
    }

    /** The places that say more, as they were last drawn. */
    public List<Spot> spots() {
        return spots;
    }

    private Optional<Spot> current() {
        return current >= 0 && current < spots.size() ? Optional.of(spots.get(current)) : Optional.empty();
    }

    /** Tells what is behind a place that was clicked or opened by Enter. */
    public void onOpen(Consumer<Object> listener) {
        openListeners.add(listener);
    }

    /** Adds to the context menu whenever it is opened. */
    public void onMenu(Consumer<Menu> filler) {
        menuFiller = filler;
    }

    /** Looks at a part of the horizontal axis, or at all of it. */
    public void zoom(Optional<Zoom> part) {
        zoom = part;
        pressed = -1;
        redraw();
    }

    @Override
    public void applyTheme(Theme newTheme) {
        theme = newTheme;
        setBackground(theme.background());
        redraw();
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        int least = needed();
        return new Point(widthHint == SWT.DEFAULT ? LEAST_WIDTH : widthHint, heightHint == SWT.DEFAULT ? least : heightHint);
    }

    private int needed() {
        int width = Math.max(LEAST_WIDTH, getClientArea().width);
        return figure.map(shown -> (int) Math.ceil(shown.leastHeight(width)) + headHeight(shown)).orElse(0);
    }

    private int headHeight(Figure shown) {
        GC gc = new GC(this);
        int height = head.height(gc, shown, Math.max(LEAST_WIDTH, getClientArea().width));
        gc.dispose();
        return height;
    }

    private void fitScrollBar() {
        ScrollBar bar = getVerticalBar();
        int needed = needed();
        int seen = Math.max(1, getClientArea().height);
        boolean scrolls = needed > seen && figure.isPresent();
        bar.setVisible(scrolls);
        if (scrolls) {
            bar.setValues(Math.min(scrolled, needed - seen), 0, needed, seen, 24, seen);
            scrolled = bar.getSelection();
        } else {
            scrolled = 0;
        }
    }

    private void scrollTo(int place) {
        scrolled = place;
        redraw();
    }

    private void paint(GC gc, boolean screen) {
        Rectangle area = getClientArea();
        gc.setBackground(theme.background());
        gc.fillRectangle(area);
        if (figure.isEmpty()) {
            return;
        }
        Figure shown = figure.get();
        int above = head.height(gc, shown, area.width);
        int top = above - (screen ? scrolled : 0);
        double high = Math.max(shown.leastHeight(area.width), area.height - above);
        GcSheet sheet = new GcSheet(gc, fonts, theme, messages.numbers(), new double[]{ 0, top, area.width, high }, zoom);
        shown.draw(sheet);
        head.paint(gc, shown, theme, messages.numbers(), area.width);
        if (!screen) {
            return;
        }
        spots = sheet.spots().stream().map(spot -> moved(spot, top)).toList();
        axis = sheet.axis();
        if (pressed >= 0 && Math.abs(mouse.x - pressed) > DRAG_PIXELS && axis.isPresent()) {
            gc.setBackground(theme.accent());
            gc.setAlpha(50);
            gc.fillRectangle(Math.min(mouse.x, pressed), top, Math.abs(mouse.x - pressed), area.height - top);
            gc.setAlpha(255);
        } else {
            current().ifPresent(spot -> tip.paint(gc, spot, mouse, theme, area));
        }
        if (isFocusControl()) {
            gc.setForeground(theme.accent());
            gc.setLineWidth(1);
            gc.drawRectangle(0, 0, area.width - 1, area.height - 1);
        }
    }

    private static Spot moved(Spot spot, double down) {
        double[] outline = spot.outline().clone();
        for (int i = 1; i < outline.length; i += 2) {
            outline[i] += down;
        }
        return new Spot(outline, spot.tip(), spot.target());
    }

    private void moveTo(int x, int y) {
        mouse = new Point(x, y);
        current = spots.size() - 1;
        while (current >= 0 && !spots.get(current).contains(x, y)) {
            current--;
        }
        setCursor(getDisplay().getSystemCursor(current().flatMap(Spot::target).isPresent() ? SWT.CURSOR_HAND : SWT.CURSOR_ARROW));
        redraw();
    }

    private void leave() {
        current = -1;
        redraw();
    }

    private void down(Event event) {
        forceFocus();
        pressed = event.button == 1 ? event.x : -1;
    }

    private void up(Event event) {
        int from = pressed;
        pressed = -1;
        if (event.button != 1 || from < 0) {
            return;
        }
        if (axis.isPresent() && Math.abs(event.x - from) > DRAG_PIXELS) {
            Scale seen = axis.get();
            double one = seen.value(Math.clamp(Math.min(from, event.x), seen.start(), seen.end()));
            double other = seen.value(Math.clamp(Math.max(from, event.x), seen.start(), seen.end()));
            if (other > one) {
                zoom(Optional.of(new Zoom(one, other)));
            }
        } else {
            open();
        }
    }

    private void open() {
        current().flatMap(Spot::target).ifPresent(target -> openListeners.forEach(listener -> listener.accept(target)));
    }

    private void key(Event event) {
        switch (event.keyCode) {
            case SWT.ARROW_RIGHT, SWT.ARROW_DOWN -> step(1);
            case SWT.ARROW_LEFT, SWT.ARROW_UP -> step(-1);
            case SWT.CR, SWT.KEYPAD_CR -> open();
            case SWT.ESC -> leave();
            case 'c' -> {
                if ((event.stateMask & SWT.MOD1) != 0) {
                    copy();
                }
            }
            default -> {
                // other keys belong to the workbench
            }
        }
    }

    private void step(int by) {
        if (!spots.isEmpty()) {
            current = Math.floorMod(current < 0 && by < 0 ? -1 : current + by, spots.size());
            double[] middle = spots.get(current).middle();
            mouse = new Point((int) middle[0], (int) middle[1]);
            getAccessible().setFocus(org.eclipse.swt.accessibility.ACC.CHILDID_SELF);
            redraw();
        }
    }

    /** A picture of the figure in full, which the caller disposes of. */
    public Image picture() {
        Rectangle area = getClientArea();
        Image picture = new Image(getDisplay(), Math.max(1, area.width), Math.max(1, area.height));
        GC gc = new GC(picture);
        gc.setFont(getFont());
        paint(gc, false);
        gc.dispose();
        return picture;
    }

    /** Copies the picture. */
    public void copy() {
        Pictures.copy(getDisplay(), picture());
    }

    /** Saves the picture, as SVG when the name of the file ends so, else as PNG. */
    public void save(Path file) throws IOException {
        Pictures.save(file, this::picture, this::svg);
    }

    private String svg() {
        if (figure.isEmpty()) {
            return "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
        }
        Rectangle area = getClientArea();
        int above = headHeight(figure.get());
        double high = Math.max(figure.get().leastHeight(Math.max(LEAST_WIDTH, area.width)), area.height - above);
        GC gc = new GC(this);
        SvgSheet sheet = new SvgSheet(
                new GcSheet(gc, fonts, theme, messages.numbers(), new double[]{ 0, 0, Math.max(LEAST_WIDTH, area.width), high }, zoom),
                above, high, zoom);
        head.keys(sheet, figure.get(), above);
        figure.get().draw(sheet);
        gc.dispose();
        return sheet.drawing(figure.get().title());
    }
}
