package org.towercrier.ui.table;

/** Kinds of columns: they decide how values are written, aligned, sorted and filtered. */
public enum ColumnType {

    /** Words. */
    TEXT,
    /** Words of a short list, filtered by choosing among them. */
    CHOICE,
    /** A severity, with its shape. */
    SEVERITY,
    /** Whole numbers. */
    INTEGER,
    /** Numbers with a fixed number of digits after the point. */
    NUMBER,
    /** Points in time, in the operator's zone. */
    TIME;

    /** Whether values stand at the right of their column. */
    public boolean isRightAligned() {
        return this == INTEGER || this == NUMBER;
    }

    /** Whether values are chosen from a list. */
    public boolean isChoice() {
        return this == CHOICE || this == SEVERITY;
    }
}
