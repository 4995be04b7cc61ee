package org.towercrier.exchange;

/** Follows an import and can stop it. Methods are called from other threads than the caller's, often; they must be quick. */
public interface ImportMonitor {

    /** Watches nothing and never cancels. */
    ImportMonitor NONE = new ImportMonitor() {
    };

    /** A file is begun. @param file path or archive member @param index 0 first @param count files known so far (archives are counted as one until opened) */
    default void file(String file, int index, int count) {
    }

    /** Bytes of input read so far, of all bytes on disk. */
    default void progress(long bytes, long total) {
    }

    /** All files are read and the rows are being merged into the store. */
    default void storing() {
    }

    /** True from the moment the user wants to stop: nothing is stored then. */
    default boolean cancelled() {
        return false;
    }
}
