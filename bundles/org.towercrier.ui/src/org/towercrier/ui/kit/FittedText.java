package org.towercrier.ui.kit;

import org.eclipse.swt.graphics.GC;

/** Text in the room there is. */
public final class FittedText {

    private static final String ELLIPSIS = "…";

    private FittedText() {
    }

    /** As much of a text as fits into a width, pixels, in the font of the drawing; an ellipsis says that something is missing. */
    public static String fit(GC gc, String text, int width) {
        if (gc.textExtent(text).x <= width) {
            return text;
        }
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (gc.textExtent(text.substring(0, middle).stripTrailing() + ELLIPSIS).x <= width) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low == 0 ? "" : text.substring(0, low).stripTrailing() + ELLIPSIS;
    }
}
