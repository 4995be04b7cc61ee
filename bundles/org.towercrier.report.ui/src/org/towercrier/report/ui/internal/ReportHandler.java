package org.towercrier.report.ui.internal;

import org.eclipse.e4.core.di.annotations.Execute;
import org.towercrier.ui.view.Views;

/** Opens the page that writes reports. */
public final class ReportHandler {

    private static final String PAGE = "org.towercrier.part.report";

    @Execute
    void execute(Views views) {
        views.open(PAGE);
    }
}
