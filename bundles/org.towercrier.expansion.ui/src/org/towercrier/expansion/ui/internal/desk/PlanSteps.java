package org.towercrier.expansion.ui.internal.desk;

import java.util.Collection;
import java.util.function.UnaryOperator;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.emf.common.command.CommandStack;
import org.towercrier.expansion.ui.internal.Texts;
import org.towercrier.ui.view.PartSite;
import org.towercrier.ui.view.UndoStacks;
import org.towercrier.ui.view.UndoStep;

import jakarta.inject.Inject;

/** What the user does with a plan; each step is on the workbench's undo. */
@Creatable
public final class PlanSteps {

    private final Texts texts;
    private final PartSite site;
    private final CommandStack stack;
    private java.util.Optional<PlanDesk> desk = java.util.Optional.empty();

    @Inject
    public PlanSteps(Texts texts, PartSite site, UndoStacks undo) {
        this.texts = texts;
        this.site = site;
        stack = undo.shared();
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
                stack.execute(UndoStep.of(texts.get(key), () -> open.ask(after), () -> open.ask(before)));
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
}
