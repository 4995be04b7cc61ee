package org.towercrier.exchange.ui.internal.page;

import org.towercrier.exchange.FileReport;
import org.towercrier.ui.theme.Severity;

/** What became of a file, from worst to best. */
public enum FileState {

    /** Nothing of it was stored. */
    REFUSED(Severity.CRITICAL),
    /** Some rows contradict what is known. */
    CONFLICTS(Severity.MAJOR),
    /** Some rows were put aside. */
    QUARANTINED(Severity.MINOR),
    /** Stored, and there is something to know. */
    WARNED(Severity.WARNING),
    /** All of it is new. */
    STORED(Severity.CLEARED),
    /** All of it was known. */
    UNCHANGED(Severity.CLEARED),
    /** No importer wanted it. */
    SKIPPED(Severity.INDETERMINATE);

    private final Severity severity;

    FileState(Severity severity) {
        this.severity = severity;
    }

    /** The severity whose colour and shape it has. */
    public Severity severity() {
        return severity;
    }

    /** Key of its name. */
    public String labelKey() {
        return "State_" + name();
    }

    public static FileState of(FileReport file) {
        if (file.refused().isPresent()) {
            return REFUSED;
        }
        if (file.format().isEmpty()) {
            return SKIPPED;
        }
        if (file.conflicts() > 0) {
            return CONFLICTS;
        }
        if (file.quarantined() > 0) {
            return QUARANTINED;
        }
        if (file.stored() > 0) {
            return file.warnings().isEmpty() ? STORED : WARNED;
        }
        return file.rows() > 0 ? UNCHANGED : WARNED;
    }
}
