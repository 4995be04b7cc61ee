package org.towercrier.expansion.ui.internal.compare;

import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.emf.common.command.CommandStack;
import org.towercrier.expansion.ExpansionPlan;
import org.towercrier.expansion.ExpansionPlans;
import org.towercrier.expansion.ExpansionPlans.Headline;
import org.towercrier.expansion.ExpansionPlans.Kept;
import org.towercrier.store.DocumentDamagedException;
import org.towercrier.store.StoreException;
import org.towercrier.expansion.ui.internal.Texts;
import org.towercrier.expansion.ui.internal.desk.PlanDesk;
import org.towercrier.ui.view.PartSite;
import org.towercrier.ui.view.UndoStacks;
import org.towercrier.ui.view.UndoStep;

import jakarta.inject.Inject;

/** What is done with kept plans; renaming and deleting can be undone. */
@Creatable
public final class PlanShelf {

    private final Texts texts;
    private final PartSite site;
    private final PlanFiles files;
    private final CommandStack stack;
    private Optional<ExpansionPlans> plans = Optional.empty();
    private Optional<PlanDesk> desk = Optional.empty();

    @Inject
    public PlanShelf(Texts texts, PartSite site, PlanFiles files, UndoStacks undo) {
        this.texts = texts;
        this.site = site;
        this.files = files;
        stack = undo.shared();
    }

    @Inject
    void services(@org.eclipse.e4.core.di.annotations.Optional ExpansionPlans kept,
            @org.eclipse.e4.core.di.annotations.Optional PlanDesk planDesk) {
        plans = Optional.ofNullable(kept);
        desk = Optional.ofNullable(planDesk);
    }

    /** Puts a kept plan on the desk. */
    void take(String name) {
        desk.ifPresent(open -> withPlan("Action_Take", name, kept -> open.show(kept)));
    }

    /** Reads a kept plan and hands it over on the thread of the window. */
    void read(String name, Consumer<ExpansionPlan> reader) {
        withPlan("Action_Export", name, kept -> site.later(() -> reader.accept(kept.plan())));
    }

    private void withPlan(String job, String name, Consumer<Kept> use) {
        plans.ifPresent(service -> files.run(texts.get(job), () -> service.load(name).ifPresent(use)));
    }

    /** Gives a plan another name. */
    void rename(String name, String to) {
        plans.ifPresent(service -> stack.execute(UndoStep.of(texts.get("Action_Rename"), () -> rename(service, name, to),
                () -> rename(service, to, name))));
    }

    private void rename(ExpansionPlans service, String name, String to) {
        files.run(texts.get("Action_Rename"), () -> {
            service.rename(name, to);
            desk.ifPresent(open -> open.renamed(name, to));
        });
    }

    /** Deletes a plan; undo keeps it again, without the versions it had. One that cannot be read goes for good. */
    void delete(Headline headline) {
        String name = headline.name();
        plans.ifPresent(service -> files.run(texts.get("Action_Delete"), () -> {
            Optional<Kept> kept = readable(service, name);
            service.delete(name, kept.map(each -> each.headline().version()).orElse(headline.version()));
            kept.ifPresent(each -> site.later(() -> stack.execute(deleted(service, each))));
        }));
    }

    private static Optional<Kept> readable(ExpansionPlans service, String name) throws StoreException {
        try {
            return service.load(name);
        } catch (DocumentDamagedException damaged) {
            return Optional.empty();
        }
    }

    /** The deletion of a plan as a step: it was deleted already. */
    private UndoStep deleted(ExpansionPlans service, Kept kept) {
        String label = texts.get("Action_Delete");
        String name = kept.headline().name();
        return UndoStep.taken(label,
                () -> files.run(label, () -> service.replace(name, kept.plan(), kept.curve(), kept.headline().note())),
                () -> files.run(label, () -> {
                    Optional<Kept> again = service.load(name);
                    if (again.isPresent()) {
                        service.delete(name, again.get().headline().version());
                    }
                }));
    }
}
