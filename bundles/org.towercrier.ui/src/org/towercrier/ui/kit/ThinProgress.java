package org.towercrier.ui.kit;

import java.util.OptionalDouble;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.towercrier.ui.theme.Theme;
import org.towercrier.ui.theme.Themed;

/**
 * A thin bar at the top of a view while it loads. It keeps its place when nothing runs, so that nothing jumps.
 */
public final class ThinProgress extends Canvas implements Themed {

    private static final int HEIGHT = 3;
    private static final int STEP_MILLIS = 33;

    private Theme theme = Theme.LIGHT;
    private boolean running;
    private OptionalDouble share = OptionalDouble.empty();
    private int phase;

    public ThinProgress(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        Theme.keepsOwnColours(this);
        addPaintListener(event -> paint(event.gc));
    }

    /** Starts moving to and fro: how long it takes is not known. */
    public void start() {
        share = OptionalDouble.empty();
        if (!running) {
            running = true;
            step();
        }
    }

    /** Shows how much is done, 0 to 1. */
    public void done(double part) {
        running = true;
        share = OptionalDouble.of(Math.clamp(part, 0, 1));
        redraw();
    }

    /** Shows that nothing runs. */
    public void stop() {
        running = false;
        redraw();
    }

    public boolean isRunning() {
        return running;
    }

    private void step() {
        if (running && !isDisposed() && share.isEmpty()) {
            phase++;
            redraw();
            getDisplay().timerExec(STEP_MILLIS, this::step);
        }
    }

    @Override
    public void applyTheme(Theme newTheme) {
        theme = newTheme;
        setBackground(theme.background());
        redraw();
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(widthHint == SWT.DEFAULT ? 100 : widthHint, HEIGHT);
    }

    private void paint(GC gc) {
        int width = getClientArea().width;
        gc.setBackground(theme.background());
        gc.fillRectangle(0, 0, width, HEIGHT);
        if (running) {
            gc.setBackground(theme.line());
            gc.fillRectangle(0, 0, width, HEIGHT);
            gc.setBackground(theme.accent());
            if (share.isPresent()) {
                gc.fillRectangle(0, 0, (int) Math.round(width * share.getAsDouble()), HEIGHT);
            } else {
                int part = Math.max(40, width / 4);
                int left = (int) ((phase * 0.02 % 1.0) * (width + part)) - part;
                gc.fillRectangle(left, 0, part, HEIGHT);
            }
        }
    }
}
