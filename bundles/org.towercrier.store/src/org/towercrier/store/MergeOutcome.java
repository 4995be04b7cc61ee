package org.towercrier.store;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a merge did.
 *
 * @param byFile    the counts by file ordinal, in ascending order
 * @param conflicts the first {@value #MAX_CONFLICTS} conflicting values by file, line and column
 */
public record MergeOutcome(Map<Integer, Counts> byFile, List<Conflict> conflicts) {

    /** So many conflicts are listed; all are counted. */
    public static final int MAX_CONFLICTS = 10_000;

    public MergeOutcome {
        byFile = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(byFile));
        conflicts = List.copyOf(conflicts);
    }

    /** The sum over all files. */
    public Counts total() {
        return byFile.values().stream().reduce(Counts.NONE, Counts::plus);
    }

    /**
     * Rows of one file. {@code rows = stored + unchanged + conflicts}: a row that has a conflict in any column counts as a
     * conflict, even when other columns were filled.
     *
     * @param rows      staged rows
     * @param stored    rows that were inserted or changed something
     * @param unchanged rows that brought nothing new
     * @param conflicts rows with a value that was refused
     */
    public record Counts(long rows, long stored, long unchanged, long conflicts) {

        /** No rows. */
        public static final Counts NONE = new Counts(0, 0, 0, 0);

        /** The sum. */
        public Counts plus(Counts other) {
            return new Counts(rows + other.rows, stored + other.stored, unchanged + other.unchanged,
                    conflicts + other.conflicts);
        }
    }

    /**
     * A value that was refused.
     *
     * @param file    the ordinal of the file
     * @param line    the line in the file
     * @param key     the key of the row, columns joined with {@code /}
     * @param column  the column, or an empty text when the key is incomplete
     * @param kept    the value that stays
     * @param refused the value of this file and line
     */
    public record Conflict(int file, long line, String key, String column, String kept, String refused) {

        public Conflict {
            Objects.requireNonNull(key);
            Objects.requireNonNull(column);
            Objects.requireNonNull(kept);
            Objects.requireNonNull(refused);
        }
    }
}
