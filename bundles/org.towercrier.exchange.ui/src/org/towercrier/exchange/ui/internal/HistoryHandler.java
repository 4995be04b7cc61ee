package org.towercrier.exchange.ui.internal;

import org.eclipse.e4.core.di.annotations.Execute;

/** Opens the history of imports. */
public final class HistoryHandler {

    @Execute
    void execute(ImportPages pages) {
        pages.openHistory();
    }
}
