package org.towercrier.ui;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.function.BooleanSupplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/** A window for a test; tests are skipped where there is no screen. */
public final class SwtFixture implements AutoCloseable {

    private final Display display;
    private final boolean own;
    private final Shell shell;

    private SwtFixture(Display display, boolean own) {
        this.display = display;
        this.own = own;
        shell = new Shell(display, SWT.NO_TRIM);
        shell.setLayout(new FillLayout());
        shell.setBounds(0, 0, 900, 600);
    }

    /** Opens the fixture; a display that the test runner has on this thread is used and left alone. */
    public static SwtFixture open() {
        assumeTrue(System.getenv("DISPLAY") != null || !"gtk".equals(SWT.getPlatform()), "no screen: DISPLAY is not set");
        Display current = Display.getCurrent();
        return current == null ? new SwtFixture(new Display(), true) : new SwtFixture(current, false);
    }

    public Shell shell() {
        return shell;
    }

    /** Opens the window and lets it draw. */
    public void show() {
        shell.open();
        shell.layout();
        settle();
    }

    /** Handles all events that wait. */
    public void settle() {
        shell.update();
        while (display.readAndDispatch()) {
            // more may wait
        }
    }

    /** Handles events until something has come about, at most five minutes, which only a failure takes. */
    public void until(BooleanSupplier condition, String what) {
        long end = System.nanoTime() + 300_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within five minutes: " + what);
            }
            if (!display.readAndDispatch()) {
                Thread.onSpinWait();
            }
        }
    }

    @Override
    public void close() {
        shell.dispose();
        if (own) {
            display.dispose();
        }
    }
}
