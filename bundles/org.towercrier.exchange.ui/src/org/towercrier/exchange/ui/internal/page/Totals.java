package org.towercrier.exchange.ui.internal.page;

import java.util.List;

import org.towercrier.exchange.FileReport;

/** Sums over the files of a run. */
public record Totals(int files, int refused, int skipped, long rows, long stored, long unchanged, long quarantined,
        long conflicts) {

    public static Totals of(List<FileReport> files) {
        int refused = (int) files.stream().filter(file -> file.refused().isPresent()).count();
        int skipped = (int) files.stream().filter(file -> FileState.of(file) == FileState.SKIPPED).count();
        return new Totals(files.size(), refused, skipped, files.stream().mapToLong(FileReport::rows).sum(),
                files.stream().mapToLong(FileReport::stored).sum(),
                files.stream().mapToLong(FileReport::unchanged).sum(),
                files.stream().mapToLong(FileReport::quarantined).sum(),
                files.stream().mapToLong(FileReport::conflicts).sum());
    }
}
