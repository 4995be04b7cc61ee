package org.towercrier.expansion.ui.internal.desk;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.emf.common.command.AbstractCommand;
import org.eclipse.emf.common.command.BasicCommandStack;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.common.command.CommandStack;

import jakarta.inject.Inject;

/** The undo that all steps of the workbench share. */
@Creatable
public final class StepStack {

    private final CommandStack stack;

    @Inject
    public StepStack(MApplication application, IEventBroker events) {
        Object known = application.getContext().getLocal(CommandStack.class);
        if (known instanceof CommandStack shared) {
            stack = shared;
        } else {
            stack = new BasicCommandStack();
            stack.addCommandStackListener(event -> events.post(UIEvents.REQUEST_ENABLEMENT_UPDATE_TOPIC, UIEvents.ALL_ELEMENT_ID));
            application.getContext().set(CommandStack.class, stack);
        }
    }

    /** Takes a step. */
    public void execute(Command step) {
        stack.execute(step);
    }

    /** Takes a step. @param label what it is called on undo @param there takes it, also again @param back takes it back */
    public void execute(String label, Runnable there, Runnable back) {
        stack.execute(new Step(label, there, back));
    }

    /** A step that is taken when it is executed. */
    private static final class Step extends AbstractCommand {

        private final Runnable there;
        private final Runnable back;

        Step(String label, Runnable there, Runnable back) {
            super(label);
            this.there = there;
            this.back = back;
        }

        @Override
        protected boolean prepare() {
            return true;
        }

        @Override
        public void execute() {
            there.run();
        }

        @Override
        public void undo() {
            back.run();
        }

        @Override
        public void redo() {
            there.run();
        }
    }
}
