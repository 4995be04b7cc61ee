package org.towercrier.exchange;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What became of one file. A row is one row of the target table: of a measurement file, one object and period with all its canonical measurements, or one
 * other measurement value.
 *
 * @param file path as found; a member of an archive is {@code archive.zip!/member.xml}
 * @param format id of the importer, empty when none recognised the file
 * @param rows rows read, good and bad
 * @param stored rows new in the store, or filled in or changed by this file
 * @param unchanged rows that the store had already
 * @param quarantined rows and values put aside
 * @param conflicts rows that contradict what the store (or an earlier row) says; what was there is kept
 * @param warnings sentences
 * @param refused why nothing of the file was stored
 */
public record FileReport(String file, String format, long rows, long stored, long unchanged, long quarantined, long conflicts,
        List<String> warnings,
        Optional<String> refused) {

    public FileReport {
        Objects.requireNonNull(file);
        Objects.requireNonNull(format);
        warnings = List.copyOf(warnings);
        Objects.requireNonNull(refused);
    }
}
