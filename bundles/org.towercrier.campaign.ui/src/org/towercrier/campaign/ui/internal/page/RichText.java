package org.towercrier.campaign.ui.internal.page;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;

/** Sentences below headings, which can be read and copied. */
public final class RichText {

    private final StyledText text;
    private final StringBuilder written = new StringBuilder();
    private final List<StyleRange> styles = new ArrayList<>();

    public RichText(Composite parent) {
        text = new StyledText(parent, SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL);
        text.setMargins(16, 12, 12, 12);
        text.setLineSpacing(3);
        text.setEditable(false);
        text.setCaret(null);
    }

    /** The widget. */
    public StyledText control() {
        return text;
    }

    /** Begins anew. */
    public RichText clear() {
        written.setLength(0);
        styles.clear();
        return this;
    }

    /** A heading, with room above it. */
    public RichText heading(String words) {
        if (!written.isEmpty()) {
            written.append('\n');
        }
        styles.add(new StyleRange(written.length(), words.length(), null, null, SWT.BOLD));
        written.append(words).append('\n');
        return this;
    }

    /** A sentence in a line of its own; nothing for an empty one. */
    public RichText line(String words) {
        if (!words.isEmpty()) {
            written.append(words).append('\n');
        }
        return this;
    }

    /** Shows what was written. */
    public void show() {
        if (!text.isDisposed()) {
            text.setText(written.toString().stripTrailing());
            text.setStyleRanges(styles.toArray(StyleRange[]::new));
        }
    }
}
