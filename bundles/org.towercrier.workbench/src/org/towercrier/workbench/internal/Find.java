package org.towercrier.workbench.internal;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.swt.widgets.Shell;

import jakarta.inject.Inject;

/** The search for anything by its name. */
@Creatable
public final class Find {

    private final FindSources sources;
    private final WorkbenchMessages messages;

    @Inject
    Find(FindSources sources, WorkbenchMessages messages) {
        this.sources = sources;
        this.messages = messages;
    }

    /** Opens the field over a window. */
    public void open(Shell window) {
        new FindPopup(window, new FindMatcher(messages.locale(), sources.collect()), messages.get("Find_Hint")).show();
    }
}
