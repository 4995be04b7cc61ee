package org.towercrier.exchange.ui.internal;

import org.eclipse.e4.core.di.annotations.Execute;

/** Opens the quarantine view on the report it shows already, at first the latest. */
public final class QuarantineHandler {

    @Execute
    void execute(ImportPages pages) {
        pages.openQuarantine();
    }
}
