package org.towercrier.exchange.ui.internal.page;

import java.util.Optional;

/**
 * How far a run is.
 *
 * @param dryRun whether nothing will be stored
 * @param file the file being read, empty before the first
 * @param index its number, 0 first
 * @param count files known
 * @param share 0 to 1 of the bytes
 * @param storing whether all is read and being stored
 */
public record Running(boolean dryRun, Optional<String> file, int index, int count, double share, boolean storing) {

    /** A run that has just begun. */
    public static Running begin(boolean dryRun) {
        return new Running(dryRun, Optional.empty(), 0, 0, 0, false);
    }

    Running at(String name, int number, int files) {
        return new Running(dryRun, Optional.of(name), number, files, share, storing);
    }

    Running read(long bytes, long total) {
        return new Running(dryRun, file, index, count, total <= 0 ? 0 : Math.clamp(bytes / (double) total, 0, 1),
                storing);
    }

    Running merging() {
        return new Running(dryRun, file, index, count, 1, true);
    }
}
