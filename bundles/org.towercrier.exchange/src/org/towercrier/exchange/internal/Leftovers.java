package org.towercrier.exchange.internal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Temporary files of imports that were killed. */
final class Leftovers {

    private Leftovers() {
    }

    /** Removes them. Called by the one writer of a workspace before it makes such files itself. */
    static void remove(Path workspace, Path quarantine) throws IOException {
        remove(workspace, Spill.PREFIX + "*" + Spill.SUFFIX);
        if (Files.isDirectory(quarantine)) {
            remove(quarantine, QuarantineReport.PREFIX + "*" + QuarantineReport.PART);
        }
    }

    private static void remove(Path folder, String pattern) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, pattern)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
    }
}
