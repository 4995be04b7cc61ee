package org.towercrier.exchange.ui.internal;

import java.nio.file.Path;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.ui.model.application.MApplication;
import org.towercrier.ui.view.Views;

import jakarta.inject.Inject;

/** Opens the pages of this bundle in the perspective that the user is in. */
@Creatable
public final class ImportPages {

    private final MApplication application;
    private final Views views;

    @Inject
    public ImportPages(MApplication application, Views views) {
        this.application = application;
        this.views = views;
    }

    /** Opens the import page. */
    public void openImport() {
        views.open(ExchangeIds.PART_IMPORT);
    }

    /** Opens the history of imports. */
    public void openHistory() {
        views.open(ExchangeIds.PART_HISTORY);
    }

    /** Opens the editor of mapping profiles. */
    public void openProfile() {
        views.open(ExchangeIds.PART_PROFILE);
    }

    /** Opens the quarantine view on the report it showed last. */
    public void openQuarantine() {
        views.open(ExchangeIds.PART_QUARANTINE);
    }

    /** Opens the quarantine view on a report. */
    public void openQuarantine(Path report) {
        application.getContext().set(ExchangeIds.QUARANTINE_REPORT, report);
        openQuarantine();
    }
}
