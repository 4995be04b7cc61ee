package org.towercrier.exchange.ui.internal.quarantine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A report in the workspace, known by its name alone.
 *
 * @param file the CSV file
 * @param time time of the import
 * @param dryRun whether that import stored nothing on purpose
 */
public record QuarantineReportFile(Path file, Instant time, boolean dryRun) {

    /** Folder of the reports in a workspace. */
    public static final String FOLDER = "quarantine";

    private static final Pattern NAME = Pattern.compile("(import|dry-run)-(\\d{8}-\\d{6}-\\d{3})(-\\d+)?\\.csv");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");

    /** The report in a file, when its name is that of one. */
    public static Optional<QuarantineReportFile> of(Path file) {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        if (!name.matches()) {
            return Optional.empty();
        }
        try {
            Instant time = LocalDateTime.parse(name.group(2), STAMP).toInstant(ZoneOffset.UTC);
            return Optional.of(new QuarantineReportFile(file, time, name.group(1).equals("dry-run")));
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
        }
    }

    /** The reports of a workspace, the latest first; none when there is no folder yet. */
    public static List<QuarantineReportFile> list(Path workspace) throws IOException {
        Path folder = workspace.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.flatMap(file -> of(file).stream()).sorted(Comparator.comparing(QuarantineReportFile::time)
                    .thenComparing(report -> report.file().toString()).reversed()).toList();
        }
    }

    /** Whether this is the report of the import at a time. */
    public boolean belongsTo(Instant batchTime) {
        return !dryRun && time.equals(batchTime.truncatedTo(ChronoUnit.MILLIS));
    }
}
