package org.towercrier.expansion.ui.internal.settings;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.emf.common.command.CommandStack;
import org.towercrier.expansion.CandidateSites;
import org.towercrier.expansion.CandidateSites.Candidate;
import org.towercrier.expansion.ui.internal.Texts;
import org.towercrier.expansion.ui.internal.desk.Ground;
import org.towercrier.expansion.ui.internal.desk.PlanDesk;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;
import org.towercrier.ui.view.StoreJob;
import org.towercrier.ui.view.UndoStacks;
import org.towercrier.ui.view.UndoStep;

import jakarta.inject.Inject;

/** What is done with candidate sites; each step can be undone. */
@Creatable
public final class CandidateSteps {

    private final Texts texts;
    private final CommandStack stack;
    private Optional<CandidateSites> sites = Optional.empty();
    private Optional<PlanDesk> desk = Optional.empty();

    @Inject
    public CandidateSteps(Texts texts, UndoStacks undo) {
        this.texts = texts;
        stack = undo.shared();
    }

    @Inject
    void services(@org.eclipse.e4.core.di.annotations.Optional CandidateSites service,
            @org.eclipse.e4.core.di.annotations.Optional PlanDesk planDesk) {
        sites = Optional.ofNullable(service);
        desk = Optional.ofNullable(planDesk);
    }

    /** What can be read of the sites there are, on the job's own thread. @param use takes it over there */
    public void withGround(Consumer<Ground> use) {
        desk.ifPresent(open -> run(() -> use.accept(open.ground(Cancellation.none()))));
    }

    /** An id that no cell, site or candidate has. */
    public static String freeId(Ground ground) {
        Set<String> taken = new HashSet<>(ground.sites().keySet());
        taken.addAll(ground.cells().keySet());
        int number = 1;
        while (taken.contains(id(number))) {
            number++;
        }
        return id(number);
    }

    private static String id(int number) {
        return "C%03d".formatted(number);
    }

    /** Lists one more. */
    public void add(Candidate candidate) {
        sites.ifPresent(service -> stack.execute(UndoStep.of(texts.get("Candidate_Add"), () -> run(() -> service.put(List.of(candidate))),
                () -> run(() -> service.remove(List.of(candidate.id()))))));
    }

    /** Changes one. */
    public void change(Candidate before, Candidate after) {
        if (!before.equals(after)) {
            sites.ifPresent(
                    service -> stack.execute(UndoStep.of(texts.get("Candidate_Change"), () -> run(() -> service.put(List.of(after))),
                            () -> run(() -> service.put(List.of(before))))));
        }
    }

    /** Takes some off the list. */
    public void remove(List<Candidate> candidates) {
        if (!candidates.isEmpty()) {
            sites.ifPresent(service -> stack.execute(UndoStep.of(texts.get("Candidate_Remove"),
                    () -> run(() -> service.remove(candidates.stream().map(Candidate::id).toList())),
                    () -> run(() -> service.put(candidates)))));
        }
    }

    /** Something done with the store. */
    private interface Work {
        void run() throws StoreException;
    }

    private void run(Work work) {
        new StoreJob(texts.get("Candidate_Job")) {
            @Override
            protected IStatus work(Cancellation cancellation) throws StoreException {
                work.run();
                return Status.OK_STATUS;
            }
        }.schedule();
    }
}
