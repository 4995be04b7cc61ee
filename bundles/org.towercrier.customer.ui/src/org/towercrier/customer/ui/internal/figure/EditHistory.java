package org.towercrier.customer.ui.internal.figure;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.emf.common.command.CommandStack;
import org.towercrier.customer.CustomerException;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;
import org.towercrier.ui.view.StoreJob;
import org.towercrier.ui.view.UndoStacks;
import org.towercrier.ui.view.UndoStep;

import jakarta.inject.Inject;

/** Changes of a setting that is saved at once, for the workbench's undo and redo while the view is active. */
@Creatable
public final class EditHistory {

    private final CommandStack stack;

    @Inject
    public EditHistory(UndoStacks undo) {
        stack = undo.ofView();
    }

    /** Saves a setting. */
    @FunctionalInterface
    public interface Saving<M> {
        void save(M setting) throws CustomerException, StoreException;
    }

    /** Saves a setting in the background; undo saves what was before. */
    public <M> void change(String label, M before, M after, Saving<M> saving) {
        stack.execute(UndoStep.of(label, () -> schedule(label, after, saving), () -> schedule(label, before, saving)));
    }

    private static <M> void schedule(String label, M setting, Saving<M> saving) {
        new StoreJob(label) {
            @Override
            protected IStatus work(Cancellation cancellation) throws StoreException {
                try {
                    saving.save(setting);
                    return Status.OK_STATUS;
                } catch (CustomerException refused) {
                    return Status.warning(refused.getMessage(), refused);
                }
            }
        }.schedule();
    }
}
