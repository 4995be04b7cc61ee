package org.towercrier.report.ui.internal;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A report that was written.
 *
 * @param kind name of the kind for people
 * @param file where it is
 * @param time when
 */
record Written(String kind, Path file, Instant time) {

    String name() {
        return String.valueOf(file.getFileName());
    }

    String folder() {
        return String.valueOf(file.getParent());
    }
}
