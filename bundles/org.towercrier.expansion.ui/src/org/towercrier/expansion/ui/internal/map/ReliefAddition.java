package org.towercrier.expansion.ui.internal.map;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.swt.widgets.Menu;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.towercrier.expansion.CandidateSites.Candidate;
import org.towercrier.expansion.ExpansionPlan;
import org.towercrier.expansion.ui.internal.Texts;
import org.towercrier.expansion.ui.internal.desk.DeskState;
import org.towercrier.expansion.ui.internal.desk.Ground;
import org.towercrier.expansion.ui.internal.desk.PlanDesk;
import org.towercrier.expansion.ui.internal.hints.HintList;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;
import org.towercrier.ui.kit.UiMessages;
import org.towercrier.ui.map.MapAddition;
import org.towercrier.ui.map.MapLayer;
import org.towercrier.ui.map.MapPlace;
import org.towercrier.ui.view.StoreJob;

/** The plan that is looked at, over the map of the network. */
@Component
public final class ReliefAddition implements MapAddition {

    private final AtomicReference<PlanDesk> desk = new AtomicReference<>();
    private final AtomicReference<Runnable> unfollow = new AtomicReference<>(() -> {});
    private final List<Relief> laid = new CopyOnWriteArrayList<>();

    /** The desk of the open workspace. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    public void setDesk(PlanDesk open) {
        desk.set(open);
        unfollow.getAndSet(open.follow(() -> laid.forEach(Relief::follow))).run();
        laid.forEach(Relief::follow);
    }

    /** The workspace is closed. */
    public void unsetDesk(PlanDesk open) {
        if (desk.compareAndSet(open, null)) {
            unfollow.getAndSet(() -> {}).run();
            laid.forEach(Relief::follow);
        }
    }

    @Override
    public String label(Locale locale) {
        return new Texts(locale).get("Map_Expansion");
    }

    @Override
    public Laid open(UiMessages messages, Executor window) {
        Relief relief = new Relief(messages.numbers().locale(), window);
        laid.add(relief);
        relief.follow();
        return relief;
    }

    /** What a layer shows. */
    private record Shown(Optional<ExpansionPlan> plan, List<Candidate> candidates) {
    }

    /** A layer that follows the desk. */
    private final class Relief implements Laid {

        private final ReliefLayer layer;
        private final Executor window;
        private final AtomicReference<Optional<Shown>> shown = new AtomicReference<>(Optional.empty());

        Relief(Locale locale, Executor window) {
            this.layer = new ReliefLayer(locale);
            this.window = window;
        }

        @Override
        public MapLayer layer() {
            return layer;
        }

        @Override
        public void fillMenu(Menu menu, MapPlace place, CommandRunner commands) {
            new CandidateMenu(layer.texts(), commands).fill(menu, place, layer.candidateAt(place));
        }

        @Override
        public void close() {
            laid.remove(this);
        }

        /** Shows the plan that is looked at now; names and places are read in the background. */
        void follow() {
            PlanDesk open = desk.get();
            if (open == null) {
                shown.set(Optional.empty());
                window.execute(() -> layer.show(List.of(), List.of()));
                return;
            }
            StoreJob job = new StoreJob("") {
                @Override
                protected IStatus work(Cancellation cancellation) throws StoreException {
                    Ground ground = open.ground(cancellation);
                    DeskState state = open.state();
                    Optional<Shown> now = Optional.of(new Shown(state.plan(), ground.candidates()));
                    if (!shown.getAndSet(now).equals(now)) {
                        List<ReliefMark> marks = ReliefMark.of(HintList.of(state, ground), ground);
                        window.execute(() -> layer.show(marks, ground.candidates()));
                    }
                    return Status.OK_STATUS;
                }

                @Override
                protected IStatus failed(StoreException trouble) {
                    // The map says itself that the store cannot be read.
                    return Status.OK_STATUS;
                }
            };
            job.setSystem(true);
            job.schedule();
        }
    }
}
