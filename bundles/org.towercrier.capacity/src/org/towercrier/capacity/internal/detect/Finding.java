package org.towercrier.capacity.internal.detect;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.towercrier.capacity.Evidence;
import org.towercrier.capacity.SeverityChange;

/**
 * A stretch of trouble.
 *
 * @param raised     when it was raised
 * @param severities its severities
 * @param cleared    when it was cleared
 * @param evidence   why
 */
public record Finding(Instant raised, List<SeverityChange> severities, Optional<Instant> cleared, Evidence evidence) {
}
