package org.towercrier.capacity.ui.internal.parts;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.towercrier.ui.theme.Severity;
import org.towercrier.ui.theme.SeverityGlyph;
import org.towercrier.ui.theme.Theme;

/** The shape of a severity in its colour. */
final class GlyphLabel extends Canvas {

    private static final int SIZE = 11;
    private static final int ROOM = 18;

    GlyphLabel(Composite parent, Severity severity, Theme theme) {
        super(parent, SWT.NONE);
        addListener(SWT.Paint, event -> {
            Point size = getSize();
            SeverityGlyph.draw(event.gc, theme, severity, size.x / 2, size.y / 2, SIZE);
        });
    }

    @Override
    public Point computeSize(int wHint, int hHint, boolean changed) {
        return new Point(ROOM, ROOM);
    }
}
