package org.towercrier.campaign.ui.internal.page;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.towercrier.ui.theme.Severity;
import org.towercrier.ui.theme.SeverityGlyph;
import org.towercrier.ui.theme.Theme;
import org.towercrier.ui.theme.Themed;

/** Figures side by side: what each is, its value, and a few words below it. */
public final class FigureStrip extends Canvas implements Themed {

    private static final int HEIGHT = 82;
    private static final int PAD = 8;
    private static final int GAP = 8;
    private static final int GLYPH = 11;

    /** A figure. @param beside words below it, may be empty @param mark shape and colour before it */
    public record Figure(String label, String value, String beside, Optional<Severity> mark) {

        /** A figure without a mark. */
        public static Figure of(String label, String value, String beside) {
            return new Figure(label, value, beside, Optional.empty());
        }
    }

    private final Font large;
    private List<Figure> figures = List.of();
    private Theme theme = Theme.LIGHT;

    public FigureStrip(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        LocalResourceManager resources = new LocalResourceManager(JFaceResources.getResources(), this);
        FontDescriptor base = FontDescriptor.createFrom(getFont());
        large = resources.create(base.setHeight(Math.round(base.getFontData()[0].height * 1.4f)));
        Theme.keepsOwnColours(this);
        addListener(SWT.Paint, event -> paint(event.gc));
        addListener(SWT.MouseMove, event -> tip(event.x));
        getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = String.join(", ", figures.stream().map(figure -> figure.label() + " " + figure.value()).toList());
            }
        });
    }

    /** Shows other figures. */
    public void show(List<Figure> content) {
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
        return new Point(widthHint == SWT.DEFAULT ? 600 : widthHint, heightHint == SWT.DEFAULT ? HEIGHT : heightHint);
    }

    private int wide() {
        return (getClientArea().width - GAP * (figures.size() + 1)) / Math.max(1, figures.size());
    }

    private void tip(int x) {
        int index = figures.isEmpty() ? -1 : Math.clamp(x / Math.max(1, wide() + GAP), 0, figures.size() - 1);
        String tip = index < 0 ? null : figures.get(index).label() + ": " + figures.get(index).value() + "\n" + figures.get(index).beside();
        if (tip != null && !tip.equals(getToolTipText())) {
            setToolTipText(tip);
        }
    }

    private void paint(GC gc) {
        Rectangle area = getClientArea();
        gc.setBackground(theme.surface());
        gc.fillRectangle(area);
        gc.setAntialias(SWT.ON);
        for (int i = 0; i < figures.size(); i++) {
            paint(gc, figures.get(i), new Rectangle(GAP + i * (wide() + GAP), GAP / 2, wide(), area.height - GAP));
        }
    }

    private void paint(GC gc, Figure figure, Rectangle place) {
        gc.setBackground(theme.background());
        gc.setForeground(theme.line());
        gc.fillRoundRectangle(place.x, place.y, place.width - 1, place.height - 1, 8, 8);
        gc.drawRoundRectangle(place.x, place.y, place.width - 1, place.height - 1, 8, 8);
        int room = place.width - 2 * PAD;
        gc.setFont(getFont());
        gc.setForeground(theme.mutedText());
        int line = gc.getFontMetrics().getHeight();
        gc.drawText(fit(gc, figure.label(), room), place.x + PAD, place.y + PAD / 2, true);
        gc.drawText(fit(gc, figure.beside(), room), place.x + PAD, place.y + place.height - line - PAD / 2, true);
        gc.setFont(large);
        gc.setForeground(theme.text());
        int height = gc.getFontMetrics().getHeight();
        int left = place.x + PAD;
        if (figure.mark().isPresent()) {
            SeverityGlyph.draw(gc, theme, figure.mark().get(), left + GLYPH / 2, place.y + place.height / 2, GLYPH);
            left += GLYPH + 6;
            gc.setForeground(theme.text());
        }
        gc.drawText(fit(gc, figure.value(), place.x + place.width - PAD - left), left, place.y + (place.height - height) / 2, true);
    }

    private static String fit(GC gc, String text, int room) {
        if (gc.textExtent(text).x <= room) {
            return text;
        }
        int length = text.length();
        while (length > 1 && gc.textExtent(text.substring(0, length) + "…").x > room) {
            length--;
        }
        return text.substring(0, length) + "…";
    }
}
