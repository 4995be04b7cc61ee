package org.towercrier.exchange.ui.internal.page;

import org.towercrier.exchange.ImportReport;

/** How the last run ended. */
public sealed interface Outcome {

    /** None yet. */
    record None() implements Outcome {
    }

    /**
     * It ran to its end.
     *
     * @param dryRun whether nothing was stored on purpose
     * @param report what became of each file
     */
    record Finished(boolean dryRun, ImportReport report) implements Outcome {
    }

    /**
     * It failed as a whole and nothing was stored.
     *
     * @param dryRun whether it would not have stored anything
     * @param reason a sentence
     * @param detail what a specialist wants to see; may be empty
     */
    record Failed(boolean dryRun, String reason, String detail) implements Outcome {
    }

    /** The user stopped it and nothing was stored. */
    record Cancelled() implements Outcome {
    }
}
