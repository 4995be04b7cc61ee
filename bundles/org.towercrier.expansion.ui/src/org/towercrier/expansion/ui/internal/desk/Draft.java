package org.towercrier.expansion.ui.internal.desk;

import java.util.Optional;

/** What was laid down for the next plan and is not solved yet: it outlives the window. */
public interface Draft {

    /** What was kept, if anything can be read. */
    Optional<PlanQuestion> recall();

    /** Keeps it, or forgets it when there is nothing to keep. */
    void keep(Optional<PlanQuestion> question);
}
