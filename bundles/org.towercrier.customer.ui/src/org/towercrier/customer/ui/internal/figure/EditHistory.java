package org.towercrier.customer.ui.internal.figure;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.emf.common.command.AbstractCommand;
import org.eclipse.emf.common.command.BasicCommandStack;
import org.eclipse.emf.common.command.CommandStack;
import org.towercrier.customer.CustomerException;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;
import org.towercrier.ui.view.StoreJob;

import jakarta.inject.Inject;

/** Changes of a setting that is saved at once, for the workbench's undo and redo while the view is active. */
@Creatable
public final class EditHistory {

    private final BasicCommandStack stack = new BasicCommandStack();

    @Inject
    public EditHistory(IEclipseContext context, IEventBroker events) {
        stack.addCommandStackListener(event -> events.post(UIEvents.REQUEST_ENABLEMENT_UPDATE_TOPIC, UIEvents.ALL_ELEMENT_ID));
        context.set(CommandStack.class, stack);
    }

    /** Saves a setting. */
    @FunctionalInterface
    public interface Saving<M> {
        void save(M setting) throws CustomerException, StoreException;
    }

    /** Saves a setting in the background; undo saves what was before. */
    public <M> void change(String label, M before, M after, Saving<M> saving) {
        stack.execute(new Change<>(label, before, after, saving));
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

    private static final class Change<M> extends AbstractCommand {

        private final M before;
        private final M after;
        private final Saving<M> saving;

        Change(String label, M before, M after, Saving<M> saving) {
            super(label);
            this.before = before;
            this.after = after;
            this.saving = saving;
        }

        @Override
        protected boolean prepare() {
            return true;
        }

        @Override
        public void execute() {
            schedule(getLabel(), after, saving);
        }

        @Override
        public void undo() {
            schedule(getLabel(), before, saving);
        }

        @Override
        public void redo() {
            schedule(getLabel(), after, saving);
        }
    }
}
