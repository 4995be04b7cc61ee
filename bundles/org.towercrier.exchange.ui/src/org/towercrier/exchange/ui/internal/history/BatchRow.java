package org.towercrier.exchange.ui.internal.history;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * An import that stored something.
 *
 * @param id its number
 * @param time when
 * @param user who
 * @param formats ids of the importers, parted by commas
 * @param files how many files
 * @param refused how many of them were refused
 * @param rows rows read
 * @param stored rows stored
 * @param unchanged rows that were known
 * @param quarantined rows put aside
 * @param conflicts rows that contradict others
 * @param report its quarantine report, when it had one and it is still there
 */
record BatchRow(int id, Optional<Instant> time, String user, String formats, int files, int refused, long rows, long stored,
        long unchanged, long quarantined, long conflicts, Optional<Path> report) {
}
