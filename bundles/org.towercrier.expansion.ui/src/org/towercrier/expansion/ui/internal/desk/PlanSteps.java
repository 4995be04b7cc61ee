package org.towercrier.expansion.ui.internal.desk;

import java.util.Collection;
import java.util.function.UnaryOperator;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.emf.common.command.AbstractCommand;
import org.eclipse.emf.common.command.BasicCommandStack;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.common.command.CommandStack;
import org.towercrier.expansion.ui.internal.Texts;
import org.towercrier.ui.view.PartSite;

import jakarta.inject.Inject;

/** What the user does with a plan; each step is on the workbench's undo. */
@Creatable
public final class PlanSteps {

    private final Texts texts;
    private final PartSite site;
    private final CommandStack stack;
    private java.util.Optional<PlanDesk> desk = java.util.Optional.empty();

    @Inject
    public PlanSteps(Texts texts, PartSite site, MApplication application, IEventBroker events) {
        this.texts = texts;
        this.site = site;
        Object known = application.getContext().getLocal(CommandStack.class);
        if (known instanceof CommandStack shared) {
            stack = shared;
        } else {
            stack = new BasicCommandStack();
            stack.addCommandStackListener(event -> events.post(UIEvents.REQUEST_ENABLEMENT_UPDATE_TOPIC, UIEvents.ALL_ELEMENT_ID));
            application.getContext().set(CommandStack.class, stack);
        }
    }

    @Inject
    void desk(@Optional PlanDesk service) {
        desk = java.util.Optional.ofNullable(service);
    }

    /** These actions must be taken. */
    public void pin(Collection<String> actions) {
        ask("Step_Pin", question -> question.pin(actions));
    }

    /** These actions, cells or sites must not be. */
    public void forbid(Collection<String> things) {
        ask("Step_Forbid", question -> question.forbid(things));
    }

    /** Nothing is laid down about these any more. */
    public void release(Collection<String> things) {
        ask("Step_Release", question -> question.release(things));
    }

    /** Asks something else. @param key what was done, for undo */
    public void ask(String key, UnaryOperator<PlanQuestion> change) {
        desk.ifPresent(open -> {
            PlanQuestion before = open.state().question();
            PlanQuestion after = change.apply(before);
            if (!after.equals(before)) {
                stack.execute(new Asked(texts.get(key), open, before, after));
            }
        });
    }

    /** Solves what is asked now. */
    public void solve() {
        desk.ifPresent(open -> open.solve(texts.get("Job_Solve"), site.zone(), texts.locale()));
    }

    /** Stops the search. */
    public void cancel() {
        desk.ifPresent(PlanDesk::cancel);
    }

    /** Takes a step of another kind; it stands on the same undo. */
    public void execute(Command step) {
        stack.execute(step);
    }

    /** Another question. */
    private static final class Asked extends AbstractCommand {

        private final PlanDesk desk;
        private final PlanQuestion before;
        private final PlanQuestion after;

        Asked(String label, PlanDesk desk, PlanQuestion before, PlanQuestion after) {
            super(label);
            this.desk = desk;
            this.before = before;
            this.after = after;
        }

        @Override
        protected boolean prepare() {
            return true;
        }

        @Override
        public void execute() {
            desk.ask(after);
        }

        @Override
        public void undo() {
            desk.ask(before);
        }

        @Override
        public void redo() {
            desk.ask(after);
        }
    }
}
