package org.towercrier.expansion.ui.internal.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.towercrier.expansion.CandidateSites;
import org.towercrier.expansion.Expansion;
import org.towercrier.expansion.ExpansionPlan;
import org.towercrier.expansion.ExpansionPlans;
import org.towercrier.expansion.PlanCurve;
import org.towercrier.expansion.PlanException;
import org.towercrier.expansion.PlanRequest;
import org.towercrier.expansion.ui.internal.Plans;
import org.towercrier.expansion.ui.internal.Texts;
import org.towercrier.network.TopologyService;
import org.towercrier.planning.Planner;
import org.towercrier.planning.PlanningMonitor;
import org.towercrier.store.Store;

/** A search in the background, as the views see it. */
class PlanDeskTest {

    /** Only a search that never ends takes so long. */
    private static final int PATIENCE_MINUTES = 10;

    private final List<String> kept = new CopyOnWriteArrayList<>();

    /** A search as a test wants it. */
    @FunctionalInterface
    private interface Search {
        PlanCurve run(PlanRequest request, PlanningMonitor monitor, Consumer<ExpansionPlan> found) throws PlanException;
    }

    private PlanDesk desk(Search search) {
        Expansion expansion = new Expansion() {
            @Override
            public ExpansionPlan plan(PlanRequest request, PlanningMonitor monitor) {
                throw new AssertionError("the views ask for curves");
            }

            @Override
            public PlanCurve brief(PlanRequest request, PlanningMonitor monitor) {
                throw new AssertionError("the views ask for curves");
            }

            @Override
            public PlanCurve curve(PlanRequest request, PlanningMonitor monitor, Consumer<ExpansionPlan> found) throws PlanException {
                return search.run(request, monitor, found);
            }
        };
        ExpansionPlans plans = proxy(ExpansionPlans.class, "replace", arguments -> {
            kept.add(arguments[0] + " " + ((ExpansionPlan) arguments[1]).budget());
            return 1L;
        });
        Planner planner = proxy(Planner.class, "solver", arguments -> Optional.empty());
        return new PlanDesk(proxy(Store.class, "", arguments -> ""), proxy(TopologyService.class, "", arguments -> ""), expansion, plans,
                planner, proxy(CandidateSites.class, "list", arguments -> List.of()),
                new RememberedDraft());
    }

    /** What a method of a service answers. */
    @FunctionalInterface
    private interface Answer {
        Object to(Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, String method, Answer answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{ type }, (self, called, arguments) -> {
            if (called.getName().equals(method)) {
                return answer.to(arguments);
            }
            throw new AssertionError(called);
        }));
    }

    private static List<DeskState> solve(PlanDesk desk, Consumer<DeskState> watcher) throws InterruptedException {
        List<DeskState> states = new CopyOnWriteArrayList<>();
        CountDownLatch over = new CountDownLatch(1);
        desk.follow(() -> {
            DeskState state = desk.state();
            states.add(state);
            watcher.accept(state);
            if (state.running().isEmpty()) {
                over.countDown();
            }
        });
        desk.solve("Planning", ZoneId.of("UTC"), Locale.ENGLISH);
        assertTrue(over.await(PATIENCE_MINUTES, TimeUnit.MINUTES), "the search has an end");
        return new ArrayList<>(states);
    }

    @Test
    void plansAreThereAsSoonAsTheyAreFoundAndTheOneAskedForIsKept() throws Exception {
        PlanDesk desk = desk((request, monitor, found) -> {
            ExpansionPlan asked = Plans.of(request.budget());
            found.accept(asked);
            found.accept(Plans.of(0));
            return new PlanCurve(List.of(asked, Plans.of(0)), true);
        });
        List<DeskState> states = solve(desk, state -> {});
        assertTrue(states.stream().anyMatch(state -> state.running().isPresent()
                && state.solved().filter(solved -> solved.plans().size() == 1 && !solved.complete()).isPresent()));
        Solved solved = desk.state().solved().orElseThrow();
        assertTrue(solved.complete());
        assertEquals(2, solved.plans().size());
        assertEquals(PlanQuestion.USUAL.budget(), desk.state().plan().orElseThrow().budget());
        assertEquals(List.of("last " + PlanQuestion.USUAL.budget()), kept);
    }

    @Test
    void theBestSoFarItsBoundAndGapAreToldWhileItRuns() throws Exception {
        PlanDesk desk = desk((request, monitor, found) -> {
            while (!monitor.cancelled()) {
                monitor.progress(new PlanningMonitor.Progress("a plan", 100, OptionalDouble.of(110), Duration.ofSeconds(2)));
            }
            return new PlanCurve(List.of(), false);
        });
        List<DeskState> states = solve(desk, state -> {
            if (state.running().filter(standing -> standing.value() == 100).isPresent()) {
                desk.cancel();
            }
        });
        DeskState.Standing told = states.stream().flatMap(state -> state.running().stream()).filter(standing -> standing.value() == 100)
                .findFirst().orElseThrow();
        assertEquals(0.1, told.gap().orElseThrow(), 1e-12);
        assertEquals(Duration.ofSeconds(2), told.elapsed());
    }

    @Test
    void whatWasFoundStandsWhenTheSearchIsStoppedAndIsMarkedSo() throws Exception {
        PlanDesk desk = desk((request, monitor, found) -> {
            found.accept(Plans.of(request.budget()));
            return new PlanCurve(List.of(Plans.of(request.budget())), false);
        });
        solve(desk, state -> {});
        assertFalse(desk.state().solved().orElseThrow().complete());
        assertTrue(DeskWords.of(desk.state(), new Texts(Locale.ENGLISH)).startsWith("Stopped at 1 plan; best so far:"));
        assertEquals(List.of("last " + PlanQuestion.USUAL.budget()), kept);
    }

    @Test
    void whatCannotBeHadIsSaidAndAnotherSearchMayFollow() throws Exception {
        PlanDesk desk = desk((request, monitor, found) -> {
            throw new PlanException("What is pinned cannot be had together.");
        });
        solve(desk, state -> {});
        assertEquals("What is pinned cannot be had together.", desk.state().trouble().orElseThrow().getMessage());
        assertTrue(desk.state().running().isEmpty());
        assertEquals(List.of(), kept);
        solve(desk, state -> {});
    }

    @Test
    void movingAlongTheCurveSolvesNothing() throws Exception {
        PlanDesk desk = desk((request, monitor, found) -> new PlanCurve(List.of(Plans.of(request.budget()), Plans.of(0)), true));
        solve(desk, state -> {});
        desk.lookAt(0);
        assertEquals(0, desk.state().plan().orElseThrow().budget());
        assertTrue(desk.state().running().isEmpty());
    }
}
