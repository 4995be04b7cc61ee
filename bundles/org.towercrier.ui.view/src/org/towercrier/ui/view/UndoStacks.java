package org.towercrier.ui.view;

import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.emf.common.command.BasicCommandStack;
import org.eclipse.emf.common.command.CommandStack;

import jakarta.inject.Inject;

/** The stacks that the workbench's undo and redo work on. */
@Creatable
public final class UndoStacks {

    private final IEclipseContext context;
    private final MApplication application;
    private final IEventBroker events;

    @Inject
    public UndoStacks(IEclipseContext context, MApplication application, IEventBroker events) {
        this.context = context;
        this.application = application;
        this.events = events;
    }

    /** A new stack of a view's own: undo and redo work on it while the view is active. */
    public BasicCommandStack ofView() {
        return offer(new BasicCommandStack(), context);
    }

    /** The stack of all views that have none of their own: what was done in one can be undone in another. */
    public CommandStack shared() {
        return application.getContext().getLocal(CommandStack.class) instanceof CommandStack known ? known
                : offer(new BasicCommandStack(), application.getContext());
    }

    private <S extends CommandStack> S offer(S stack, IEclipseContext where) {
        stack.addCommandStackListener(event -> events.post(UIEvents.REQUEST_ENABLEMENT_UPDATE_TOPIC, UIEvents.ALL_ELEMENT_ID));
        where.set(CommandStack.class, stack);
        return stack;
    }
}
