package org.towercrier.planning.internal.instance;

import java.nio.file.Path;

/** A file that is not what it should be: which, where and why. */
public final class InstanceException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * @param line
     *            from 1; 0 for the file as a whole
     */
    InstanceException(Path file, int line, String reason) {
        super(file + (line > 0 ? ", line " + line : "") + ": " + reason);
    }
}
