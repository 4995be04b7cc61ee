package org.towercrier.capacity.ui.internal.simulation;

import java.util.List;

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
import org.towercrier.capacity.ui.internal.simulation.SimulationModels.Figure;
import org.towercrier.ui.theme.Theme;
import org.towercrier.ui.theme.Themed;

/** Figures side by side: what each is, its value, and beside it the one it is compared with. */
final class FigureStrip extends Canvas implements Themed {

    private static final int PAD = 8;
    private static final int GAP = 8;

    private final Font figureFont;
    private List<Figure> figures = List.of();
    private Theme theme = Theme.LIGHT;

    FigureStrip(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        LocalResourceManager resources = new LocalResourceManager(JFaceResources.getResources(), this);
        FontDescriptor base = FontDescriptor.createFrom(getFont());
        figureFont = resources.create(base.setHeight(Math.round(base.getFontData()[0].height * 1.7f)));
        Theme.keepsOwnColours(this);
        addListener(SWT.Paint, event -> paint(event.gc));
    }

    void show(List<Figure> content) {
        figures = List.copyOf(content);
        redraw();
    }

    @Override
    public void applyTheme(Theme newTheme) {
        theme = newTheme;
        redraw();
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(widthHint == SWT.DEFAULT ? 600 : widthHint, heightHint == SWT.DEFAULT ? 88 : heightHint);
    }

    private void paint(GC gc) {
        Rectangle area = getClientArea();
        gc.setBackground(theme.surface());
        gc.fillRectangle(area);
        gc.setAntialias(SWT.ON);
        if (figures.isEmpty()) {
            return;
        }
        int width = (area.width - GAP * (figures.size() + 1)) / figures.size();
        for (int i = 0; i < figures.size(); i++) {
            paint(gc, figures.get(i), new Rectangle(GAP + i * (width + GAP), GAP / 2, width, area.height - GAP));
        }
    }

    private void paint(GC gc, Figure figure, Rectangle place) {
        gc.setClipping(place);
        gc.setBackground(theme.background());
        gc.setForeground(theme.line());
        gc.fillRoundRectangle(place.x, place.y, place.width - 1, place.height - 1, 8, 8);
        gc.drawRoundRectangle(place.x, place.y, place.width - 1, place.height - 1, 8, 8);
        gc.setFont(getFont());
        gc.setForeground(theme.mutedText());
        int line = gc.getFontMetrics().getHeight();
        gc.drawText(figure.label(), place.x + PAD, place.y + PAD / 2, true);
        gc.drawText(figure.beside(), place.x + PAD, place.y + place.height - line - PAD / 2, true);
        gc.setFont(figureFont);
        gc.setForeground(theme.text());
        int height = gc.getFontMetrics().getHeight();
        gc.drawText(figure.value(), place.x + PAD, place.y + (place.height - height) / 2, true);
        gc.setClipping((Rectangle) null);
    }
}
