package org.towercrier.exchange.internal;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Assumptions;

/** The real files that are not part of the repository. */
public final class SharedData {

    private SharedData() {
    }

    /** A folder of the data. Skips the test, saying so, where the data are absent. */
    public static Path folder(String relative) {
        String named = System.getProperty("towercrier.data");
        Path folder = named == null ? above(Path.of("").toAbsolutePath()) : Path.of(named);
        Path found = folder.resolve(relative);
        Assumptions.assumeTrue(Files.isDirectory(found), "the data folder " + relative + " is not here; set -Dtowercrier.data=FOLDER");
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
