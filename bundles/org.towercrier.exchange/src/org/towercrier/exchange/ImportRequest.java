package org.towercrier.exchange;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One import: everything in it is stored in one transaction.
 *
 * @param paths files, archives and folders (with all below them)
 * @param format id of the importer to use, else each file is recognised by its content
 * @param profile mapping profile file, else a shipped one is found by the content
 * @param zone zone of times that carry none, else UTC
 * @param dryRun do everything but keep nothing
 * @param strict refuse a file as soon as one of its rows is bad
 */
public record ImportRequest(List<Path> paths, Optional<String> format, Optional<Path> profile, Optional<ZoneId> zone, boolean dryRun,
        boolean strict) {

    public ImportRequest {
        paths = List.copyOf(paths);
        if (paths.isEmpty()) {
            throw new IllegalArgumentException("nothing to import");
        }
        Objects.requireNonNull(format);
        Objects.requireNonNull(profile);
        Objects.requireNonNull(zone);
    }

    /** Imports files by their content. */
    public static ImportRequest of(Path... paths) {
        return new ImportRequest(List.of(paths), Optional.empty(), Optional.empty(), Optional.empty(), false, false);
    }

    public ImportRequest withFormat(String id) {
        return new ImportRequest(paths, Optional.of(id), profile, zone, dryRun, strict);
    }

    public ImportRequest withProfile(Path file) {
        return new ImportRequest(paths, format, Optional.of(file), zone, dryRun, strict);
    }

    public ImportRequest withZone(ZoneId id) {
        return new ImportRequest(paths, format, profile, Optional.of(id), dryRun, strict);
    }

    public ImportRequest withDryRun(boolean dry) {
        return new ImportRequest(paths, format, profile, zone, dry, strict);
    }

    public ImportRequest withStrict(boolean refuseBadRows) {
        return new ImportRequest(paths, format, profile, zone, dryRun, refuseBadRows);
    }
}
