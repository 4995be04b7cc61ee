package org.towercrier.capacity.internal.detect;

import java.time.Instant;
import java.time.ZoneId;

import org.towercrier.capacity.internal.series.LocalClock;

/**
 * What a judge has to know beside the samples.
 *
 * @param zone  whose days and hours
 * @param begin begin of the samples that were read, in epoch seconds
 * @param end   end of the period looked at, in epoch seconds
 * @param heard until when samples are expected, in epoch seconds: the network's own latest sample, or the present
 */
public record Surroundings(ZoneId zone, long begin, long end, long heard) {

    /** A clock of the caller's own. */
    public LocalClock clock() {
        return new LocalClock(zone, Instant.ofEpochSecond(begin), Instant.ofEpochSecond(Math.max(end, heard)));
    }
}
