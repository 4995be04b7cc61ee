package org.towercrier.planning.internal.verify;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

import org.towercrier.planning.PlanningMonitor;

/** Ends a search some time after it has reached a published value, which the search itself does not know: that time is for its proof. */
final class Reached implements PlanningMonitor {

    private static final double SECOND = 1000;

    private final double published;
    private final Duration proof;
    private final LongSupplier nanos;
    private final long begun;
    private final AtomicReference<Optional<Duration>> reached = new AtomicReference<>(Optional.empty());

    /**
     * @param published
     *            what counts as reached
     * @param proof
     *            how long the search goes on then
     * @param nanos
     *            a clock
     */
    Reached(double published, Duration proof, LongSupplier nanos) {
        this.published = published;
        this.proof = proof;
        this.nanos = nanos;
        this.begun = nanos.getAsLong();
    }

    @Override
    public void progress(Progress progress) {
        if (progress.objective() <= published) {
            Duration now = elapsed();
            reached.updateAndGet(before -> before.isPresent() ? before : Optional.of(now));
        }
    }

    @Override
    public boolean cancelled() {
        return reached.get().filter(since -> elapsed().compareTo(since.plus(proof)) >= 0).isPresent();
    }

    private Duration elapsed() {
        return Duration.ofNanos(nanos.getAsLong() - begun);
    }

    /** When it was reached, in words. */
    String told() {
        return reached.get().map(after -> String.format(Locale.ROOT, "reached after %.1f s", after.toMillis() / SECOND))
                .orElse("not reached");
    }
}
