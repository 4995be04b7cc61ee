package org.towercrier.expansion.ui.internal.compare;

import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.emf.common.command.AbstractCommand;
import org.towercrier.expansion.ExpansionPlan;
import org.towercrier.expansion.ExpansionPlans;
import org.towercrier.expansion.ExpansionPlans.Kept;
import org.towercrier.expansion.ui.internal.Texts;
import org.towercrier.expansion.ui.internal.desk.PlanDesk;
import org.towercrier.expansion.ui.internal.desk.StepStack;
import org.towercrier.ui.view.PartSite;

import jakarta.inject.Inject;

/** What is done with kept plans; renaming and deleting can be undone. */
@Creatable
public final class PlanShelf {

    private final Texts texts;
    private final PartSite site;
    private final PlanFiles files;
    private final StepStack steps;
    private Optional<ExpansionPlans> plans = Optional.empty();
    private Optional<PlanDesk> desk = Optional.empty();

    @Inject
    public PlanShelf(Texts texts, PartSite site, PlanFiles files, StepStack steps) {
        this.texts = texts;
        this.site = site;
        this.files = files;
        this.steps = steps;
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
        plans.ifPresent(service -> steps.execute(texts.get("Action_Rename"), () -> rename(service, name, to),
                () -> rename(service, to, name)));
    }

    private void rename(ExpansionPlans service, String name, String to) {
        files.run(texts.get("Action_Rename"), () -> service.rename(name, to));
    }

    /** Deletes a plan; undo keeps it again, without the versions it had. */
    void delete(String name) {
        plans.ifPresent(service -> files.run(texts.get("Action_Delete"), () -> {
            Optional<Kept> kept = service.load(name);
            if (kept.isPresent()) {
                service.delete(name, kept.get().headline().version());
                site.later(() -> steps.execute(new Deleted(service, kept.get())));
            }
        }));
    }

    /** A plan that has been deleted. */
    private final class Deleted extends AbstractCommand {

        private final ExpansionPlans service;
        private final Kept kept;

        Deleted(ExpansionPlans service, Kept kept) {
            super(texts.get("Action_Delete"));
            this.service = service;
            this.kept = kept;
        }

        @Override
        protected boolean prepare() {
            return true;
        }

        @Override
        public void execute() {
            // it is done already
        }

        @Override
        public void undo() {
            files.run(getLabel(), () -> service.replace(kept.headline().name(), kept.plan(), kept.curve(), kept.headline().note()));
        }

        @Override
        public void redo() {
            files.run(getLabel(), () -> {
                Optional<Kept> again = service.load(kept.headline().name());
                if (again.isPresent()) {
                    service.delete(kept.headline().name(), again.get().headline().version());
                }
            });
        }
    }
}
