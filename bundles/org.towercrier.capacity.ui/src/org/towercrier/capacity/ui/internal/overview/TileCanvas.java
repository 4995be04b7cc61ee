package org.towercrier.capacity.ui.internal.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.towercrier.ui.kit.FittedText;
import org.towercrier.ui.theme.Severity;
import org.towercrier.ui.theme.SeverityGlyph;
import org.towercrier.ui.theme.Theme;
import org.towercrier.ui.theme.Themed;

/** One tile of the overview. The mouse and the keyboard (up, down, Enter) open what its lines stand for. */
final class TileCanvas extends Canvas implements Themed {

    private static final int PAD = 16;
    private static final int LINE = 26;
    private static final int GLYPH = 10;

    private final Font titleFont;
    private final Font figureFont;
    private final Consumer<Tile.Target> open;
    private final List<Rectangle> places = new ArrayList<>();
    private Theme theme = Theme.LIGHT;
    private Tile tile = new Tile("", "", "", List.of(), "", Optional.empty());
    private int hot = -1;

    TileCanvas(Composite parent, Consumer<Tile.Target> open) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.open = open;
        LocalResourceManager resources = new LocalResourceManager(JFaceResources.getResources(), this);
        FontDescriptor base = FontDescriptor.createFrom(getFont());
        titleFont = resources.create(base.setStyle(SWT.BOLD));
        figureFont = resources.create(base.setHeight(Math.round(base.getFontData()[0].height * 2.2f)));
        addListener(SWT.Paint, event -> paint(event.gc));
        addListener(SWT.MouseMove, event -> setHot(lineAt(event.x, event.y)));
        addListener(SWT.MouseExit, event -> setHot(-1));
        addListener(SWT.MouseUp, this::click);
        addListener(SWT.KeyDown, this::key);
        addListener(SWT.Traverse, event -> event.doit = event.detail != SWT.TRAVERSE_RETURN);
        addListener(SWT.FocusIn, event -> redraw());
        addListener(SWT.FocusOut, event -> redraw());
    }

    void show(Tile content) {
        if (!tile.equals(content)) {
            tile = content;
            hot = -1;
            redraw();
        }
    }

    @Override
    public void applyTheme(Theme newTheme) {
        theme = newTheme;
        redraw();
    }

    @Override
    public Point computeSize(int wHint, int hHint, boolean changed) {
        int height = PAD * 2 + LINE + (tile.figure().isEmpty() ? 0 : LINE * 2) + LINE * Math.max(1, tile.lines().size());
        return new Point(wHint == SWT.DEFAULT ? 280 : wHint, hHint == SWT.DEFAULT ? height : hHint);
    }

    private void paint(GC gc) {
        Rectangle area = getClientArea();
        gc.setBackground(theme.surface());
        gc.fillRectangle(area);
        gc.setBackground(theme.background());
        gc.setForeground(isFocusControl() ? theme.accent() : theme.line());
        gc.setAntialias(SWT.ON);
        gc.fillRoundRectangle(0, 0, area.width - 1, area.height - 1, 8, 8);
        gc.drawRoundRectangle(0, 0, area.width - 1, area.height - 1, 8, 8);
        int y = PAD;
        gc.setFont(titleFont);
        gc.setForeground(theme.text());
        gc.drawText(tile.title(), PAD, y, true);
        y += LINE + 2;
        if (!tile.figure().isEmpty()) {
            y = figure(gc, y);
        }
        gc.setFont(getFont());
        places.clear();
        if (tile.lines().isEmpty()) {
            gc.setForeground(theme.mutedText());
            gc.drawText(FittedText.fit(gc, tile.empty(), area.width - 2 * PAD), PAD, y + 4, true);
        }
        for (int i = 0; i < tile.lines().size() && y + LINE <= area.height - 4; i++) {
            line(gc, i, new Rectangle(PAD / 2, y, area.width - PAD, LINE));
            y += LINE;
        }
    }

    private int figure(GC gc, int y) {
        gc.setFont(figureFont);
        gc.drawText(tile.figure(), PAD, y, true);
        Point size = gc.textExtent(tile.figure());
        gc.setFont(getFont());
        gc.setForeground(theme.mutedText());
        int captionHeight = gc.getFontMetrics().getHeight();
        gc.drawText(tile.caption(), PAD + size.x + 8, y + size.y - captionHeight - 6, true);
        return y + size.y + 8;
    }

    private void line(GC gc, int index, Rectangle place) {
        Tile.Line line = tile.lines().get(index);
        places.add(place);
        if (index == hot && line.target().isPresent()) {
            gc.setBackground(theme.hover());
            gc.fillRoundRectangle(place.x, place.y, place.width, place.height, 4, 4);
        }
        if (line.share() > 0) {
            gc.setBackground(line.severity().map(theme::severity).orElse(theme.accent()));
            gc.setAlpha(theme.isDark() ? 90 : 48);
            int width = (int) Math.max(2, Math.round((place.width - PAD) * line.share()));
            gc.fillRoundRectangle(place.x + PAD / 2, place.y + 3, width, place.height - 6, 4, 4);
            gc.setAlpha(255);
        }
        int textY = place.y + (place.height - gc.getFontMetrics().getHeight()) / 2;
        int x = place.x + PAD / 2 + 6;
        if (line.severity().isPresent()) {
            Severity severity = line.severity().get();
            SeverityGlyph.draw(gc, theme, severity, x + GLYPH / 2, place.y + place.height / 2, GLYPH);
            x += GLYPH + 8;
        }
        int valueWidth = gc.textExtent(line.value()).x;
        int right = place.x + place.width - PAD / 2;
        gc.setForeground(theme.text());
        gc.drawText(line.value(), right - valueWidth, textY, true);
        gc.drawText(FittedText.fit(gc, line.label(), right - valueWidth - 8 - x), x, textY, true);
    }

    private int lineAt(int x, int y) {
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i).contains(x, y)) {
                return i;
            }
        }
        return -1;
    }

    private void setHot(int line) {
        if (hot != line) {
            hot = line;
            boolean opens = line >= 0 && tile.lines().get(line).target().isPresent() || line < 0 && tile.target().isPresent();
            setCursor(opens ? getDisplay().getSystemCursor(SWT.CURSOR_HAND) : null);
            setToolTipText(line >= 0 ? tile.lines().get(line).label() : null);
            redraw();
        }
    }

    private void click(Event event) {
        setFocus();
        int line = lineAt(event.x, event.y);
        (line >= 0 ? tile.lines().get(line).target() : tile.target()).ifPresent(open);
    }

    private void key(Event event) {
        switch (event.keyCode) {
            case SWT.ARROW_DOWN -> setHot(Math.min(hot + 1, places.size() - 1));
            case SWT.ARROW_UP -> setHot(Math.max(hot - 1, -1));
            case SWT.CR, SWT.KEYPAD_CR -> (hot >= 0 ? tile.lines().get(hot).target() : tile.target()).ifPresent(open);
            default -> event.doit = true;
        }
    }
}
