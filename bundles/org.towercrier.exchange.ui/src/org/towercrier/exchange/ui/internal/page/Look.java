package org.towercrier.exchange.ui.internal.page;

import org.towercrier.exchange.Survey;

/** What looking at the sources has shown. */
public sealed interface Look {

    /** There is nothing to look at. */
    record Nothing() implements Look {
    }

    /** What was found. */
    record Found(Survey survey) implements Look {
    }

    /** The sources or the profile make no sense. @param reason a sentence */
    record Failed(String reason) implements Look {
    }
}
