package org.towercrier.workbench.internal;

import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.core.services.nls.ILocaleChangeService;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.swt.widgets.Composite;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/** A page of texts and buttons, written again when the user chooses another language. */
abstract class PagePart {

    private final WorkbenchMessages messages;
    private Composite column;

    PagePart(WorkbenchMessages messages) {
        this.messages = messages;
    }

    /** Writes the page into its column. */
    abstract void fill(Composite page, WorkbenchMessages texts);

    @PostConstruct
    final void build(Composite parent) {
        column = Pages.column(parent);
        write();
    }

    @Inject
    @Optional
    final void languageChanged(@UIEventTopic(ILocaleChangeService.LOCALE_CHANGE) Object locale) {
        if (column != null && !column.isDisposed()) {
            Pages.clear(column);
            write();
        }
    }

    @Focus
    final void focus() {
        column.setFocus();
    }

    private void write() {
        fill(column, messages);
        Pages.layout(column);
    }
}
