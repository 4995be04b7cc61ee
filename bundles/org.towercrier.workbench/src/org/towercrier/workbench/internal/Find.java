package org.towercrier.workbench.internal;

import java.util.List;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.core.di.extensions.Service;
import org.eclipse.swt.widgets.Shell;

import org.towercrier.ui.FindProvider;

import jakarta.inject.Inject;

/** The search for anything by its name. */
@Creatable
public final class Find {

    private final FindSources sources;
    private final WorkbenchMessages messages;
    private final List<FindProvider> providers;

    @Inject
    Find(FindSources sources, WorkbenchMessages messages, @Service List<FindProvider> providers) {
        this.providers = providers;
        this.sources = sources;
        this.messages = messages;
    }

    /** Opens the field over a window. */
    public void open(Shell window) {
        providers.forEach(FindProvider::prepare);
        new FindPopup(window, new FindMatcher(messages.locale(), sources.collect(), providers), messages.get("Find_Hint")).show();
    }
}
