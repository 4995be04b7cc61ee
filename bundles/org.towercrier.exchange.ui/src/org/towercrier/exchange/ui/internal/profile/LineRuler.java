package org.towercrier.exchange.ui.internal.profile;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.towercrier.ui.theme.Severity;
import org.towercrier.ui.theme.SeverityGlyph;
import org.towercrier.ui.theme.Theme;
import org.towercrier.ui.theme.Themed;

/** Numbers the lines of a text and marks one of them. */
final class LineRuler extends Canvas implements Themed {

    private static final int PAD = 6;
    private static final int GLYPH = 8;

    private final StyledText text;
    private Theme theme = Theme.LIGHT;
    private int marked;

    LineRuler(Composite parent, StyledText text) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        this.text = text;
        addPaintListener(event -> paint(event.gc));
        text.addListener(SWT.Modify, event -> redraw());
        text.addListener(SWT.Resize, event -> redraw());
        text.getVerticalBar().addListener(SWT.Selection, event -> redraw());
        text.addCaretListener(event -> redraw());
    }

    @Override
    public void applyTheme(Theme newTheme) {
        theme = newTheme;
        setBackground(theme.surface());
        redraw();
    }

    /** Marks a line, 1 first; 0 for none. */
    void mark(int line) {
        marked = line;
        redraw();
    }

    private void paint(GC gc) {
        gc.setFont(text.getFont());
        int height = getClientArea().height;
        int right = getClientArea().width - PAD;
        for (int line = text.getTopIndex(); line < text.getLineCount(); line++) {
            int y = text.getLinePixel(line);
            if (y > height) {
                break;
            }
            String number = Integer.toString(line + 1);
            gc.setForeground(line + 1 == marked ? theme.text() : theme.mutedText());
            gc.drawText(number, right - gc.textExtent(number).x, y, true);
            if (line + 1 == marked) {
                SeverityGlyph.draw(gc, theme, Severity.CRITICAL, PAD + GLYPH / 2, y + text.getLineHeight() / 2, GLYPH);
            }
        }
    }
}
