package org.towercrier.ui.figure;

import java.util.EnumMap;
import java.util.Map;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Control;
import org.towercrier.ui.figure.Sheet.Face;

/** The letters of figures, made from those of their control and gone with it. */
final class FigureFonts {

    private final Map<Face, Font> fonts = new EnumMap<>(Face.class);
    private final Font normal;
    private final Font title;

    FigureFonts(Control control) {
        FontDescriptor usual = FontDescriptor.createFrom(control.getFont());
        // The usual letters are the control's own, and stay when the figure goes.
        normal = control.getFont();
        fonts.put(Face.SMALL, usual.increaseHeight(-1).createFont(control.getDisplay()));
        fonts.put(Face.BOLD, usual.setStyle(SWT.BOLD).createFont(control.getDisplay()));
        title = usual.setStyle(SWT.BOLD).increaseHeight(1).createFont(control.getDisplay());
        control.addDisposeListener(event -> {
            fonts.values().forEach(Font::dispose);
            title.dispose();
        });
    }

    Font of(Face face) {
        return fonts.getOrDefault(face, normal);
    }

    Font title() {
        return title;
    }
}
