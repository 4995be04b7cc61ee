package org.towercrier.store;

/** How staged rows meet rows of the same key. */
public enum MergePolicy {

    /**
     * For observations: a measurement does not change. Absent values are filled, equal values are unchanged, a different
     * value is a conflict and the one already stored is kept (within a batch: the earlier file and line); the other
     * columns of the row are still filled.
     */
    FILL,

    /**
     * For inventory: the newer non-absent values replace the stored ones. Two different rows for one key in the same batch
     * are a conflict, and the earlier file and line is kept.
     */
    UPDATE
}
