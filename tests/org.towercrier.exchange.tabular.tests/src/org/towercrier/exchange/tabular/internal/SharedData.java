package org.towercrier.exchange.tabular.internal;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Assumptions;

/** The real files that are no part of the repository. */
public final class SharedData {

    private SharedData() {
    }

    /** A file or folder of the data; skips the test, saying so, where it is absent. */
    public static Path path(String relative) {
        String named = System.getProperty("towercrier.data");
        Path folder = named == null ? above(Path.of("").toAbsolutePath()) : Path.of(named);
        Path found = folder.resolve(relative);
        Assumptions.assumeTrue(Files.exists(found), relative + " of the shared data is not here; set -Dtowercrier.data=FOLDER");
        return found;
    }

    private static Path above(Path start) {
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            Path candidate = folder.resolve("shared/data");
            if (Files.isDirectory(candidate)) {
                return candidate;
            }
        }
        return start.resolve("../shared/data");
    }
}
