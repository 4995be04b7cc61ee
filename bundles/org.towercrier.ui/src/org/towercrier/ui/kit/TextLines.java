package org.towercrier.ui.kit;

import org.eclipse.swt.widgets.Text;

/** The height of fields of several lines. */
public final class TextLines {

    /** A scroll bar in less is laid out with a negative size, of which GTK complains on the console; pixels, measured with 3.24. */
    private static final int LEAST_SCROLLED = 52;

    private TextLines() {
    }

    /** Room for some lines, pixels, and not less than the field's scroll bar needs. */
    public static int height(Text text, int lines) {
        return Math.max(LEAST_SCROLLED, text.getLineHeight() * lines);
    }
}
