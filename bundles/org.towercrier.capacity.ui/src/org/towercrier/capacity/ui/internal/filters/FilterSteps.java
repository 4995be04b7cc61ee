package org.towercrier.capacity.ui.internal.filters;

import java.util.List;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.core.di.annotations.Optional;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.store.Cancellation;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.ui.view.StoreJob;

import jakarta.inject.Inject;

/** Keeps and removes filters of the open workspace, in the background; views hear of it from the store. */
@Creatable
public final class FilterSteps {

    /** Something done with the kept filters. */
    @FunctionalInterface
    private interface Step {
        void with(SavedFilters filters) throws StoreException;
    }

    private final Texts texts;
    private volatile Store store;

    @Inject
    public FilterSteps(Texts texts) {
        this.texts = texts;
    }

    @Inject
    void service(@Optional Store open) {
        store = open;
    }

    /** The kept filters; none while no workspace is open. To be called away from the window's thread. */
    public List<SavedFilters.Saved> list() throws StoreException {
        Store open = store;
        return open == null ? List.of() : new SavedFilters(open).list();
    }

    public void save(String name, ListFilter filter) {
        run("Filters_Save", filters -> filters.save(name, filter));
    }

    public void remove(String name) {
        run("Filters_Remove", filters -> filters.remove(name));
    }

    private void run(String key, Step step) {
        Store open = store;
        if (open != null) {
            StoreJob job = new StoreJob(texts.get(key)) {
                @Override
                protected IStatus work(Cancellation cancellation) throws StoreException {
                    step.with(new SavedFilters(open));
                    return Status.OK_STATUS;
                }
            };
            job.schedule();
        }
    }
}
