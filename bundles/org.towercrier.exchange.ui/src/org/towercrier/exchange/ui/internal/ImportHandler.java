package org.towercrier.exchange.ui.internal;

import org.eclipse.e4.core.di.annotations.Execute;

/** Opens the import page. */
public final class ImportHandler {

    @Execute
    void execute(ImportPages pages) {
        pages.openImport();
    }
}
