package org.towercrier.exchange.ui.internal.quarantine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Which report is shown.
 *
 * @param reports those of the workspace, the latest first
 * @param chosen  the one that is wanted, else the latest; absent when there is none
 */
record ReportChoice(List<QuarantineReportFile> reports, Optional<QuarantineReportFile> chosen) {

    /** Looks for the reports of a workspace. */
    static ReportChoice of(Optional<Path> workspace, Optional<Path> wanted) throws IOException {
        List<QuarantineReportFile> found = workspace.isEmpty() ? List.of() : QuarantineReportFile.list(workspace.get());
        Optional<QuarantineReportFile> chosen = found.stream().filter(report -> wanted.filter(report.file()::equals).isPresent())
                .findFirst().or(() -> wanted.flatMap(QuarantineReportFile::of).filter(report -> Files.exists(report.file())))
                .or(() -> found.stream().findFirst());
        return new ReportChoice(found, chosen);
    }
}
