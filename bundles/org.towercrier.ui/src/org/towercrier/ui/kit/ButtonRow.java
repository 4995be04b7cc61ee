package org.towercrier.ui.kit;

import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.towercrier.ui.theme.Contrast;
import org.towercrier.ui.theme.Theme;
import org.towercrier.ui.theme.Themed;

/** A row of buttons; the first is the one that most people want, and has the accent. */
final class ButtonRow extends Composite implements Themed {

    private static final int GAP = 8;

    private Theme theme = Theme.LIGHT;

    ButtonRow(Composite parent) {
        super(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(0).spacing(GAP, 0).applyTo(this);
        Theme.keepsOwnColours(this);
    }

    void add(String label, Runnable action) {
        Button button = new Button(this, SWT.PUSH);
        button.setText(label);
        button.addListener(SWT.Selection, event -> action.run());
        Theme.keepsOwnColours(button);
        ((GridLayout) getLayout()).numColumns++;
        applyTheme(theme);
        requestLayout();
    }

    /** Gives the focus to the first button; refuses it while the widgets go. */
    boolean focusFirst() {
        return !isDisposed() && getChildren().length > 0 && getChildren()[0].setFocus();
    }

    @Override
    public void applyTheme(Theme newTheme) {
        theme = newTheme;
        setBackground(theme.background());
        boolean first = true;
        for (Control button : getChildren()) {
            Color ground = first ? theme.accent() : theme.raised();
            button.setBackground(ground);
            button.setForeground(first ? Contrast.ink(ground) : theme.text());
            first = false;
        }
    }
}
