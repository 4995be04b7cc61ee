package org.towercrier.capacity.ui.internal;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.towercrier.store.StoreException;
import org.towercrier.ui.Icon;
import org.towercrier.ui.kit.EmptyState;
import org.towercrier.ui.kit.ErrorPanel;
import org.towercrier.ui.kit.UiMessages;
import org.towercrier.ui.theme.ThemeTracker;

/** The three faces of a view: its content, what stands there when there is nothing yet, and what went wrong. */
public final class StatePane extends Composite {

    private final Texts texts;
    private final ThemeTracker themes;
    private final StackLayout stack = new StackLayout();
    private Control content;
    private EmptyState empty;
    private ErrorPanel error;
    private StoreException shownTrouble;

    public StatePane(Composite parent, Texts texts, ThemeTracker themes) {
        super(parent, SWT.NONE);
        this.texts = texts;
        this.themes = themes;
        setLayout(stack);
    }

    /** Sets the content, a child of this pane. */
    public void setContent(Control newContent) {
        content = newContent;
    }

    /** Sets what stands there when there is nothing yet, with the button that changes it. */
    public void setEmpty(Icon icon, String title, String text, String button, Runnable action) {
        empty = new EmptyState(this, icon, title, text);
        if (!button.isEmpty()) {
            empty.button(button, action);
        }
        themes.track(empty);
    }

    /** Shows the face that fits: trouble before emptiness before content. */
    public void show(StoreException trouble, boolean nothing) {
        Control top = nothing ? empty : content;
        if (trouble != null) {
            if (!Objects.equals(trouble, shownTrouble)) {
                if (error != null) {
                    error.dispose();
                }
                error = new ErrorPanel(this, UiMessages.of(texts.locale()), trouble.what(texts.locale()),
                        trouble.remedy(texts.locale()), details(trouble));
                themes.track(error);
            }
            top = error;
        }
        shownTrouble = trouble;
        if (stack.topControl != top) {
            stack.topControl = top;
            layout(true);
        }
    }

    private static String details(Throwable trouble) {
        return trouble + "\n" + Arrays.stream(trouble.getStackTrace()).map(StackTraceElement::toString)
                .collect(Collectors.joining("\n"));
    }
}
