package org.towercrier.cli.internal;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.towercrier.command.CancelledException;
import org.towercrier.command.CommandMonitor;
import org.towercrier.command.TextOutput;

/** Draws one progress line on a terminal, overwritten in place, and nothing elsewhere. */
final class TerminalMonitor implements CommandMonitor {

    private static final long REDRAW_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int BAR = 24;
    private static final String ERASE = "\r\u001b[K";

    private final TextOutput err;
    private final boolean terminal;
    private final Locale locale;
    private final LongSupplier nanoTime;
    private final String cancelledText;
    private final List<Runnable> stops = new ArrayList<>();

    private String task = "";
    private String unit = "";
    private long total;
    private long begun;
    private long drawn;
    private boolean visible;
    private boolean cancelled;

    TerminalMonitor(TextOutput err, boolean terminal, Locale locale, LongSupplier nanoTime, String cancelledText) {
        this.err = err;
        this.terminal = terminal;
        this.locale = locale;
        this.nanoTime = nanoTime;
        this.cancelledText = cancelledText;
    }

    @Override
    public synchronized void task(String name, long size, String unitName) {
        task = name;
        total = size;
        unit = unitName;
        begun = nanoTime.getAsLong();
        drawn = begun - REDRAW_NANOS;
        draw(0);
    }

    @Override
    public synchronized void progress(long done) {
        draw(done);
    }

    private void draw(long done) {
        long now = nanoTime.getAsLong();
        if (!terminal || now - drawn < REDRAW_NANOS) {
            return;
        }
        drawn = now;
        visible = true;
        err.print(ERASE + line(done, now));
    }

    private String line(long done, long now) {
        NumberFormat numbers = NumberFormat.getIntegerInstance(locale);
        StringBuilder line = new StringBuilder(task);
        if (total > 0) {
            double share = Math.clamp((double) done / total, 0, 1);
            int filled = (int) (share * BAR);
            line.append("  [").append("#".repeat(filled)).append("·".repeat(BAR - filled)).append("] ")
                    .append((int) (share * 100)).append(" %");
        }
        if (done > 0) {
            double seconds = Math.max((now - begun) / 1e9, 1e-3);
            line.append("  ").append(numbers.format(done)).append(' ').append(unit);
            line.append("  ").append(numbers.format(Math.round(done / seconds))).append(" /s");
        }
        return line.toString();
    }

    /** Takes the line away, before anything else is printed. */
    synchronized void clear() {
        if (visible) {
            visible = false;
            err.print(ERASE);
        }
    }

    /** Asks everything that runs to stop. */
    void cancel() {
        List<Runnable> called;
        synchronized (this) {
            if (cancelled) {
                return;
            }
            cancelled = true;
            called = List.copyOf(stops);
            stops.clear();
        }
        called.forEach(Runnable::run);
    }

    @Override
    public synchronized boolean cancelled() {
        return cancelled;
    }

    @Override
    public void checkCancelled() {
        if (cancelled()) {
            throw new CancelledException(cancelledText);
        }
    }

    @Override
    public Registration onCancel(Runnable stop) {
        synchronized (this) {
            if (!cancelled) {
                stops.add(stop);
                return () -> remove(stop);
            }
        }
        stop.run();
        return () -> {};
    }

    private synchronized void remove(Runnable stop) {
        stops.remove(stop);
    }
}
