package org.towercrier.workbench.internal;

import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.core.services.nls.ILocaleChangeService;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.swt.widgets.Composite;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/** The short guide: how to get from files to alarms one can act on. */
public final class GuidePart {

    private static final int STEPS = 6;

    private Composite column;

    @PostConstruct
    void build(Composite parent, WorkbenchMessages messages) {
        column = Pages.column(parent);
        fill(messages);
    }

    @Inject
    @Optional
    void languageChanged(@UIEventTopic(ILocaleChangeService.LOCALE_CHANGE) Object locale, WorkbenchMessages messages) {
        if (column != null && !column.isDisposed()) {
            Pages.clear(column);
            fill(messages);
        }
    }

    @Focus
    void focus() {
        column.setFocus();
    }

    private void fill(WorkbenchMessages messages) {
        Pages.title(column, messages.get("Guide_Title"));
        for (int step = 1; step <= STEPS; step++) {
            Pages.heading(column, messages.get("Guide_" + step));
            Pages.text(column, messages.get("Guide_" + step + "_Text"));
        }
        Pages.layout(column);
    }
}
