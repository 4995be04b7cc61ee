package org.towercrier.exchange;

import java.util.Objects;

/**
 * How sure an importer is that a file is its own.
 *
 * @param confidence 0 (not mine) to 100 (certain); 50 is a fair guess by structure, 90 an unmistakable signature
 * @param reason one clause that says why, for the dry run
 */
public record Recognition(int confidence, String reason) {

    /** The file is of another kind. */
    public static final Recognition NONE = new Recognition(0, "");

    public Recognition {
        if (confidence < 0 || confidence > 100) {
            throw new IllegalArgumentException("a confidence lies between 0 and 100, not at " + confidence);
        }
        Objects.requireNonNull(reason);
    }
}
