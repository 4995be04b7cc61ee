package org.towercrier.ui.kit;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.towercrier.ui.theme.Contrast;
import org.towercrier.ui.theme.Theme;

/** Colours a row of buttons: the first is the one that most people want, and has the accent. */
final class Buttons {

    private Buttons() {
    }

    static void paint(Composite row, Theme theme) {
        boolean first = true;
        for (Control control : row.getChildren()) {
            if (control instanceof Button button) {
                Color ground = first ? theme.accent() : theme.raised();
                button.setBackground(ground);
                button.setForeground(first ? Contrast.ink(ground) : theme.text());
                first = false;
            }
        }
    }
}
