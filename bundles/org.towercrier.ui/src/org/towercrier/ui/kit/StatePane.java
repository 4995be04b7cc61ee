package org.towercrier.ui.kit;

import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Layout;
import org.towercrier.ui.Icon;
import org.towercrier.ui.theme.Theme;
import org.towercrier.ui.theme.ThemeTracker;
import org.towercrier.ui.theme.Themed;

/**
 * The faces of a view: its content, what stands there while there is nothing, and what went wrong. While it loads, the
 * old content stays and is dimmed, under a thin bar; nothing jumps.
 *
 * <p>The content is any child control, named by {@link #setContent}.
 */
public final class StatePane extends Composite implements Themed {

    /** What a pane shows. */
    public enum Face {
        /** What the view is for. */
        CONTENT,
        /** What would be there, and how to get it. */
        EMPTY,
        /** What went wrong, and what to do. */
        TROUBLE
    }

    /** Loading that is done sooner than this does not dim anything: a flash would disturb more than it tells. */
    private static final int PATIENCE_MILLIS = 250;
    private static final int DIMMED = 110;

    private final UiMessages messages;
    private final ThemeTracker themes;
    private final ThinProgress progress;
    private Theme theme = Theme.LIGHT;
    private Control content;
    private EmptyState empty;
    private ErrorPanel error;
    private Optional<Trouble> shownTrouble = Optional.empty();
    private Face face = Face.CONTENT;
    private Veil veil;
    private boolean loading;
    private int loads;

    public StatePane(Composite parent, UiMessages messages, ThemeTracker themes) {
        super(parent, SWT.NONE);
        this.messages = messages;
        this.themes = themes;
        progress = new ThinProgress(this);
        setLayout(new Faces());
        themes.track(this, progress);
    }

    /** Names the content, a child of this pane. */
    public void setContent(Control newContent) {
        content = newContent;
        arrange();
    }

    /** Sets what stands there while there is nothing; add the buttons that change it to what is returned. */
    public EmptyState setEmpty(Icon icon, String title, String text) {
        if (empty != null) {
            empty.dispose();
        }
        empty = new EmptyState(this, icon, title, text);
        themes.track(empty);
        arrange();
        return empty;
    }

    /** Shows the content. */
    public void showContent() {
        show(Face.CONTENT);
    }

    /** Shows what stands there while there is nothing. */
    public void showEmpty() {
        show(empty == null ? Face.CONTENT : Face.EMPTY);
    }

    /** Shows the content, or that there is nothing. */
    public void showUnless(boolean nothing) {
        if (nothing) {
            showEmpty();
        } else {
            showContent();
        }
    }

    /** Shows what went wrong, with a button that tries again. */
    public void showTrouble(Trouble trouble, Runnable retry) {
        if (!shownTrouble.equals(Optional.of(trouble))) {
            if (error != null) {
                error.dispose();
            }
            error = new ErrorPanel(this, messages, trouble.happened(), trouble.remedy(), trouble.detail())
                    .button(messages.get("Trouble_Retry"), retry);
            themes.track(error);
            shownTrouble = Optional.of(trouble);
        }
        show(Face.TROUBLE);
    }

    /** What is shown. */
    public Face face() {
        return face;
    }

    /** The trouble that is shown. */
    public Optional<Trouble> trouble() {
        return face == Face.TROUBLE ? shownTrouble : Optional.empty();
    }

    /** Whether something is being loaded. */
    public boolean isLoading() {
        return loading;
    }

    /** Says that loading begins or has ended. */
    public void setLoading(boolean begins) {
        if (loading == begins) {
            return;
        }
        loading = begins;
        if (begins) {
            int mine = ++loads;
            getDisplay().timerExec(PATIENCE_MILLIS, () -> {
                if (!isDisposed() && loading && mine == loads) {
                    dim();
                }
            });
        } else {
            progress.stop();
            undim();
        }
    }

    @Override
    public boolean setFocus() {
        Control top = top();
        return top != null && !top.isDisposed() && top.setFocus();
    }

    @Override
    public void applyTheme(Theme newTheme) {
        theme = newTheme;
        setBackground(theme.background());
        if (veil != null) {
            veil.redraw();
        }
    }

    private void show(Face newFace) {
        face = newFace;
        if (newFace != Face.TROUBLE) {
            shownTrouble = Optional.empty();
        }
        arrange();
    }

    private Control top() {
        return switch (face) {
            case CONTENT -> content;
            case EMPTY -> empty;
            case TROUBLE -> error;
        };
    }

    private void arrange() {
        Control top = top();
        for (Control child : getChildren()) {
            if (child != progress && child != veil && child != top) {
                child.setVisible(false);
            }
        }
        if (top != null) {
            top.setVisible(true);
        }
        layout(true);
    }

    private void dim() {
        progress.start();
        Rectangle area = getClientArea();
        Control top = top();
        if (top == null || veil != null || area.width < 1 || area.height < 1) {
            return;
        }
        veil = new Veil(this, top);
        layout(true);
    }

    private void undim() {
        if (veil != null) {
            veil.dispose();
            veil = null;
        }
    }

    /** A faded picture of the old content, laid over it. */
    private final class Veil extends Canvas {

        private final Image picture;

        Veil(Composite parent, Control below) {
            super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
            Theme.keepsOwnColours(this);
            Point size = below.getSize();
            picture = new Image(getDisplay(), Math.max(1, size.x), Math.max(1, size.y));
            GC gc = new GC(picture);
            gc.setBackground(theme.background());
            gc.fillRectangle(picture.getBounds());
            below.print(gc);
            gc.dispose();
            addDisposeListener(event -> picture.dispose());
            addPaintListener(event -> {
                event.gc.setBackground(theme.background());
                event.gc.fillRectangle(getClientArea());
                event.gc.setAlpha(DIMMED);
                event.gc.drawImage(picture, 0, 0);
            });
            moveAbove(null);
        }
    }

    /** The bar at the top, what is shown below it. */
    private final class Faces extends Layout {

        @Override
        protected Point computeSize(Composite composite, int widthHint, int heightHint, boolean flushCache) {
            int bar = progress.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
            Control top = top();
            Point size = top == null ? new Point(0, 0)
                    : top.computeSize(widthHint, heightHint == SWT.DEFAULT ? SWT.DEFAULT : Math.max(0, heightHint - bar), flushCache);
            return new Point(size.x, size.y + bar);
        }

        @Override
        protected void layout(Composite composite, boolean flushCache) {
            Rectangle area = getClientArea();
            int bar = progress.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
            progress.setBounds(area.x, area.y, area.width, bar);
            Rectangle rest = new Rectangle(area.x, area.y + bar, area.width, Math.max(0, area.height - bar));
            Control top = top();
            if (top != null) {
                top.setBounds(rest);
            }
            if (veil != null) {
                veil.setBounds(rest);
            }
        }
    }
}
