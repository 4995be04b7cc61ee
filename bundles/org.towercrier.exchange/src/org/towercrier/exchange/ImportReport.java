package org.towercrier.exchange;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Outcome of a request.
 *
 * @param files every file looked at, in the order they were read
 * @param quarantine CSV file (file, line, column, value, reason) of what was put aside, of conflicts and refusals; empty when there was none
 */
public record ImportReport(List<FileReport> files, Optional<Path> quarantine) {

    public ImportReport {
        files = List.copyOf(files);
        Objects.requireNonNull(quarantine);
    }

    /** Was any file refused? */
    public boolean anyRefused() {
        return files.stream().anyMatch(file -> file.refused().isPresent());
    }

    /** Rows stored, of all files. */
    public long stored() {
        return files.stream().mapToLong(FileReport::stored).sum();
    }
}
