package org.towercrier.planning.internal;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Assumptions;

/** Real files that are not part of the repository. */
public final class SharedData {

    private SharedData() {
    }

    /** A file or folder of the shared data; the test is skipped where it is not there. */
    public static Path of(String relative) {
        String named = System.getProperty("towercrier.data");
        Path found = named != null ? Path.of(named).resolve(relative) : search(relative);
        Assumptions.assumeTrue(Files.exists(found), relative + " of the shared data is not here; set -Dtowercrier.data=FOLDER");
        return found;
    }

    private static Path search(String relative) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path candidate = folder.resolve("../shared/data").normalize().resolve(relative);
            if (Files.exists(candidate)) {
                return candidate;
            }
        }
        return Path.of("../shared/data").resolve(relative);
    }
}
