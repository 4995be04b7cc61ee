package org.towercrier.ui.kit;

import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;

/** Push buttons of bars and pages, named by the texts of their bundle. */
public final class Buttons {

    private Buttons() {
    }

    /**
     * A button that does something.
     *
     * @param key the text of the button; what {@code key_Tip} says, if anything, is its tool tip
     */
    public static Button push(Composite parent, BundleTexts texts, String key, Runnable action) {
        return anchor(parent, texts, key, button -> action.run());
    }

    /** A button whose action opens something beside it. */
    public static Button anchor(Composite parent, BundleTexts texts, String key, Consumer<Button> action) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(texts.get(key));
        texts.find(key + "_Tip").ifPresent(button::setToolTipText);
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.accept(button)));
        return button;
    }
}
