package org.towercrier.command.verify;

import java.nio.file.Path;

/** What a check may use. */
public interface CheckContext {

    /**
     * A file or folder of the reference data.
     *
     * @param relative
     *            path below the data folder, for example {@code customers/survival/rossi.csv}
     * @throws org.towercrier.command.SkippedException
     *             when no data folder was named or it has no such file
     */
    Path data(String relative);

    /** An empty folder for files of the checks; deleted afterwards. */
    Path folder();

    /** A service of an empty scratch workspace that all checks share; opened by the first call. */
    <T> T service(Class<T> type);
}
