package org.towercrier.customer.ui.internal.segment;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.ISchedulingRule;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.ui.di.UISynchronize;
import org.eclipse.emf.common.command.CommandStack;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.towercrier.customer.CustomerException;
import org.towercrier.customer.Segments;
import org.towercrier.customer.ui.internal.Texts;
import org.towercrier.model.customer.Segmentation;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;
import org.towercrier.ui.SegmentSelection;
import org.towercrier.ui.SharedSelection;
import org.towercrier.ui.view.OneByOne;
import org.towercrier.ui.view.StoreJob;
import org.towercrier.ui.view.UndoStacks;
import org.towercrier.ui.view.UndoStep;

import jakarta.inject.Inject;

/** Steps on stored segmentations, in the background and one after the other; the workbench's undo takes them back. */
@Creatable
final class SegmentSteps {

    private static final ISchedulingRule ONE_BY_ONE = new OneByOne();

    private final Texts texts;
    private final UISynchronize ui;
    private final SharedSelection selection;
    private final CommandStack stack;

    @Inject
    SegmentSteps(Texts texts, UISynchronize ui, SharedSelection selection, UndoStacks undo) {
        this.texts = texts;
        this.ui = ui;
        this.selection = selection;
        stack = undo.ofView();
    }

    /** Makes a segmentation. @param edit is given the names that are in use */
    void create(Segments segments, String key, Function<Set<String>, SegmentEdits.Edited> edit) {
        run(key, cancellation -> {
            Set<String> taken = segments.list().stream().map(Segmentation::getName).collect(Collectors.toSet());
            return change(segments, key, Optional.empty(), Optional.of(edit.apply(taken)));
        });
    }

    /** Makes a segmentation like another one. */
    void copy(Segments segments, String name, Function<Segmentation, String> label) {
        run("Segments_Duplicate", cancellation -> {
            Set<String> taken = segments.list().stream().map(Segmentation::getName).collect(Collectors.toSet());
            return change(segments, "Segments_Duplicate", Optional.empty(),
                    segments.find(name).map(root -> SegmentEdits.duplicate(root, label.apply(root), taken)));
        });
    }

    /** Edits a segmentation. */
    void edit(Segments segments, String key, String name, Function<Segmentation, SegmentEdits.Edited> edit) {
        run(key, cancellation -> {
            Optional<Segmentation> before = segments.find(name);
            return before.isEmpty() ? () -> {} : change(segments, key, before, before.map(edit));
        });
    }

    /** Deletes a segmentation; what was assigned by it is kept. */
    void delete(Segments segments, String name) {
        run("Segments_Delete", cancellation -> {
            Optional<Segmentation> before = segments.open(name).map(found -> found.root());
            return before.isEmpty() ? () -> {} : change(segments, "Segments_Delete", before, Optional.empty());
        });
    }

    /** Puts every customer into a segment and keeps it, for the history and the movements. */
    void assign(Segments segments, String name) {
        run("Segments_Assign", cancellation -> {
            Optional<Segmentation> found = segments.find(name);
            if (found.isPresent()) {
                segments.assign(found.get(), segments.latest(), cancellation);
            }
            return () -> {};
        });
    }

    private Runnable change(Segments segments, String key, Optional<Segmentation> before, Optional<SegmentEdits.Edited> after)
            throws CustomerException, StoreException {
        if (before.isEmpty() && after.isEmpty()) {
            return () -> {};
        }
        Step step = new Step(segments, before.map(EcoreUtil::copy), after.map(SegmentEdits.Edited::root));
        step.write(step.after());
        return () -> {
            after.ifPresent(edited -> selection.segment(new SegmentSelection(edited.root().getName(), edited.path(), this)));
            stack.execute(UndoStep.taken(texts.get(key), () -> again(step, step.before()), () -> again(step, step.after())));
        };
    }

    @FunctionalInterface
    private interface Work {
        /** Does it; what it returns is done on the thread of the window afterwards. */
        Runnable run(Cancellation cancellation) throws CustomerException, StoreException;
    }

    private void run(String key, Work work) {
        StoreJob job = new StoreJob(texts.get(key)) {
            @Override
            protected IStatus work(Cancellation cancellation) throws StoreException {
                try {
                    ui.asyncExec(work.run(cancellation));
                    return Status.OK_STATUS;
                } catch (CustomerException refused) {
                    return Status.warning(refused.getMessage(), refused);
                }
            }
        };
        job.setRule(ONE_BY_ONE);
        job.schedule();
    }

    private void again(Step step, Optional<Segmentation> state) {
        run(state.isEmpty() ? "Segments_Delete" : "Segments_Restore", cancellation -> {
            step.write(state);
            return () -> {};
        });
    }

    /** What a step made of what. */
    private record Step(Segments segments, Optional<Segmentation> before, Optional<Segmentation> after) {

        /** Makes what is stored like a state: over whatever version there is now. */
        void write(Optional<Segmentation> state) throws CustomerException, StoreException {
            String name = state.or(() -> before).or(() -> after).orElseThrow().getName();
            long version = segments.open(name).map(found -> found.version()).orElse(0L);
            if (state.isPresent()) {
                segments.save(EcoreUtil.copy(state.get()), version);
            } else if (version > 0) {
                segments.delete(name, version);
            }
        }
    }
}
