package org.towercrier.capacity.ui.internal.data;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.ISchedulingRule;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.ui.di.UISynchronize;
import org.eclipse.emf.common.command.CommandStack;
import org.towercrier.capacity.alarm.AlarmActionException;
import org.towercrier.capacity.situation.SituationException;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;
import org.towercrier.ui.view.OneByOne;
import org.towercrier.ui.view.StoreJob;
import org.towercrier.ui.view.UndoStacks;
import org.towercrier.ui.view.UndoStep;

import jakarta.inject.Inject;

/**
 * What operators have done, for the workbench's undo and redo: one stack for all views of the network that have none of their
 * own. Steps are taken in the background, one after the other.
 */
@Creatable
public final class UndoStack {

    private static final ISchedulingRule ONE_BY_ONE = new OneByOne();

    private final Texts texts;
    private final UISynchronize ui;
    private final CommandStack stack;

    @Inject
    public UndoStack(Texts texts, UISynchronize ui, UndoStacks undo) {
        this.texts = texts;
        this.ui = ui;
        stack = undo.shared();
    }

    /** A step in the store. */
    @FunctionalInterface
    public interface Step {
        /** Takes it; what it returns takes it back. */
        Taken take() throws StoreException;
    }

    /**
     * What became of a step.
     *
     * @param undo    takes it back; absent when there is nothing to take back
     * @param refused what could not be done, a sentence; empty when all was done
     */
    public record Taken(Optional<Reversible> undo, String refused) {
    }

    /** Takes a step in the background; what can be taken back is on the stack then. */
    public void run(String key, Step step) {
        schedule(texts.get(key), () -> {
            Taken taken = step.take();
            taken.undo().ifPresent(undo -> ui.asyncExec(() -> stack.execute(taken(texts.get(key), undo))));
            return taken.refused();
        });
    }

    /** Reversing a step gives what reverses it again. */
    private UndoStep taken(String label, Reversible undo) {
        AtomicReference<Reversible> next = new AtomicReference<>(undo);
        Runnable reverse = () -> schedule(label, () -> {
            next.set(next.get().reverse());
            return "";
        });
        return UndoStep.taken(label, reverse, reverse);
    }

    /** Something done in the background; returns what was refused. */
    @FunctionalInterface
    private interface Work {
        String run() throws StoreException;
    }

    private void schedule(String label, Work work) {
        StoreJob job = new StoreJob(label) {
            @Override
            protected IStatus work(Cancellation cancellation) throws StoreException {
                try {
                    String refused = work.run();
                    return refused.isEmpty() ? Status.OK_STATUS : Status.warning(refused);
                } catch (AlarmActionException refused) {
                    return Status.warning(refused.refusal().text(Locale.getDefault()), refused);
                } catch (SituationException refused) {
                    return Status.warning(refused.text(Locale.getDefault()), refused);
                }
            }
        };
        job.setRule(ONE_BY_ONE);
        job.schedule();
    }
}
