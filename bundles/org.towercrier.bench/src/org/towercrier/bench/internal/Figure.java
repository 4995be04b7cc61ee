package org.towercrier.bench.internal;

import java.util.Optional;
import org.towercrier.command.bench.BenchInfo;

/**
 * A line of the result.
 *
 * @param id
 *            of the case
 * @param what
 *            what was measured
 * @param size
 *            on how much
 * @param value
 *            the figure
 * @param unit
 *            of the figure and the goal
 * @param goal
 *            what must be reached
 * @param atMost
 *            whether the goal is an upper limit
 * @param ok
 *            whether it is reached; absent when that cannot be said: skipped, or a time at a small scale
 * @param peakMemoryMiB
 *            greatest memory of the process, preparation included
 * @param skipped
 *            why it was not measured
 * @param failed
 *            what went wrong
 */
record Figure(String id, String what, Optional<String> size, Optional<Double> value, String unit, double goal,
        boolean atMost, Optional<Boolean> ok, Optional<Double> peakMemoryMiB, Optional<String> skipped,
        Optional<String> failed) {

    static Figure measured(BenchInfo info, boolean full, Measured measured) {
        // Times of small data say nothing about the time for big data; rates do.
        Optional<Boolean> ok = full || !info.goal().atMost() ? Optional.of(info.goal().reachedBy(measured.value()))
                : Optional.empty();
        return new Figure(info.id(), info.what(), Optional.of(measured.size()), Optional.of(measured.value()),
                info.unit(), info.goal().value(), info.goal().atMost(), ok, measured.peakMemoryMiB(), Optional.empty(),
                Optional.empty());
    }

    static Figure skipped(BenchInfo info, String reason) {
        return new Figure(info.id(), info.what(), Optional.empty(), Optional.empty(), info.unit(), info.goal().value(),
                info.goal().atMost(), Optional.empty(), Optional.empty(), Optional.of(reason), Optional.empty());
    }

    static Figure failed(BenchInfo info, String reason) {
        return new Figure(info.id(), info.what(), Optional.empty(), Optional.empty(), info.unit(), info.goal().value(),
                info.goal().atMost(), Optional.of(false), Optional.empty(), Optional.empty(), Optional.of(reason));
    }

    /** Whether the goal was missed, or nothing could be measured at all. */
    boolean missed() {
        return ok.isPresent() && !ok.get();
    }
}
