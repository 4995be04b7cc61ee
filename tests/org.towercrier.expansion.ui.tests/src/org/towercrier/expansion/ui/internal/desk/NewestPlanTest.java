package org.towercrier.expansion.ui.internal.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.towercrier.expansion.CandidateSites;
import org.towercrier.expansion.Expansion;
import org.towercrier.expansion.ExpansionPlans;
import org.towercrier.expansion.ExpansionPlans.Headline;
import org.towercrier.expansion.ExpansionPlans.Kept;
import org.towercrier.expansion.Limits;
import org.towercrier.expansion.PlanCurve;
import org.towercrier.expansion.ui.internal.Plans;
import org.towercrier.network.CellColumns;
import org.towercrier.network.Topology;
import org.towercrier.network.TopologyService;
import org.towercrier.planning.Planner;
import org.towercrier.store.Cancellation;
import org.towercrier.store.DocumentDamagedException;
import org.towercrier.store.DocumentInfo;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;

/** The plan that views begin with. */
class NewestPlanTest {

    private static final Instant SAVED = Instant.parse("2026-11-20T08:00:00Z");

    private final RememberedDraft draft = new RememberedDraft();

    private static <T> T service(Class<T> type, Map<String, Function<Object[], Object>> answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{ type }, (self, called, arguments) -> {
            Object answer = answers.getOrDefault(called.getName(), any -> new AssertionError(called)).apply(arguments);
            if (answer instanceof Throwable trouble) {
                throw trouble;
            }
            return answer;
        }));
    }

    private static Headline headline(String name, int age) {
        return new Headline(name, 1, SAVED.minusSeconds(age), "planner", "", "GBP", 12, 100_000, 90_000, 60, 30);
    }

    private static Object kept(Headline headline, double budget) {
        return Optional.of(new Kept(headline, Plans.of(budget), PlanCurve.of(Plans.of(budget))));
    }

    private PlanDesk desk(List<Headline> shelf, Function<String, Object> load) {
        Topology nothing = new Topology(List.of(), List.of(), List.of(), 0, new CellColumns.Builder().build(new int[0]), List.of(), 0,
                List.of());
        ExpansionPlans plans = service(ExpansionPlans.class,
                Map.of("list", none -> shelf, "load", arguments -> load.apply(String.valueOf(arguments[0]))));
        return new PlanDesk(service(Store.class, Map.of("read", any -> true)),
                service(TopologyService.class, Map.of("load", none -> nothing)), service(Expansion.class, Map.of()), plans,
                service(Planner.class, Map.of()), service(CandidateSites.class, Map.of("list", none -> List.of())), draft);
    }

    @Test
    void thePlanKeptLastIsTakenUpWhateverItsName() throws Exception {
        Headline newest = headline("council", 0);
        PlanDesk desk = desk(List.of(newest, headline("last", 60)), name -> kept(newest, name.equals("council") ? 250_000 : 1));
        desk.ground(Cancellation.none());
        assertEquals(250_000, desk.state().plan().orElseThrow().budget());
        assertEquals(Optional.of(new Solved.Shelved("council", SAVED)), desk.state().solved().orElseThrow().shelved());
    }

    @Test
    void onePlanThatCannotBeReadIsSaidAndTheNextIsTakenUp() throws Exception {
        Headline older = headline("older", 60);
        DocumentDamagedException damaged = new DocumentDamagedException(
                new DocumentInfo(ExpansionPlans.KIND, "newest", 1, SAVED, "planner"), Optional.empty(),
                new IllegalStateException("cut off"));
        PlanDesk desk = desk(List.of(headline("newest", 0), older), name -> name.equals("newest") ? damaged : kept(older, 250_000));
        desk.ground(Cancellation.none());
        assertEquals("older", desk.state().solved().orElseThrow().shelved().orElseThrow().name());
        assertInstanceOf(DocumentDamagedException.class, desk.state().trouble().orElseThrow());
    }

    @Test
    void withoutAnyPlanThereIsNothingToTakeUp() throws Exception {
        PlanDesk desk = desk(List.of(), name -> new AssertionError(name));
        desk.ground(Cancellation.none());
        assertTrue(desk.state().solved().isEmpty());
        assertTrue(desk.state().trouble().isEmpty());
    }

    @Test
    void aPlanThatIsKeptOrRenamedMeanwhileIsKnownByItsNewName() throws Exception {
        Headline newest = headline("council", 0);
        PlanDesk desk = desk(List.of(newest), name -> kept(newest, 250_000));
        desk.ground(Cancellation.none());
        desk.renamed("council", "board");
        assertEquals("board", desk.state().solved().orElseThrow().shelved().orElseThrow().name());
        desk.renamed("other", "elsewhere");
        desk.kept(Plans.of(1), "not-looked-at", SAVED);
        assertEquals("board", desk.state().solved().orElseThrow().shelved().orElseThrow().name());
        desk.kept(Plans.of(250_000), "agreed", SAVED.plusSeconds(9));
        assertEquals(Optional.of(new Solved.Shelved("agreed", SAVED.plusSeconds(9))), desk.state().solved().orElseThrow().shelved());
    }

    private PlanDesk withPlan() throws StoreException {
        Headline newest = headline("council", 0);
        PlanDesk desk = desk(List.of(newest), name -> kept(newest, 250_000));
        desk.ground(Cancellation.none());
        return desk;
    }

    @Test
    void whatWasLaidDownAndNotSolvedIsThereAgainAtTheNextStart() throws Exception {
        PlanDesk before = withPlan();
        PlanQuestion laidDown = before.state().question().with(300_000, 24, Map.of("2026", 100_000.0), true)
                .with(new Limits(75, 70, 720, 2000, 0.6, 0.5, 3, 0.1)).pin(List.of("SECTOR_SPLIT:A"));
        before.ask(laidDown);
        PlanDesk after = withPlan();
        assertEquals(laidDown, after.state().question());
        assertEquals(250_000, after.state().solved().orElseThrow().question().budget(), "the plan is shown as it was solved");
        assertTrue(after.state().isStale());
    }

    @Test
    void whatIsTakenBackOrAnsweredByAPlanIsForgotten() throws Exception {
        PlanDesk desk = withPlan();
        PlanQuestion solved = desk.state().question();
        desk.ask(solved.forbid(List.of("NEW_SITE:*")));
        desk.ask(solved);
        assertEquals(List.of(Optional.of(solved.forbid(List.of("NEW_SITE:*"))), Optional.empty()), draft.kept());
        desk.ask(solved.pin(List.of("SECTOR_SPLIT:A")));
        Headline other = headline("other", 0);
        desk.show(new Kept(other, Plans.of(400_000), PlanCurve.of(Plans.of(400_000))));
        assertEquals(Optional.empty(), draft.recall());
        assertEquals(250_000, withPlan().state().question().budget(), "a start with the kept plan alone");
    }

    @Test
    void nothingIsKeptBeforeItIsKnownWhatWas() throws Exception {
        PlanQuestion laidDown = PlanQuestion.USUAL.pin(List.of("SECTOR_SPLIT:A"));
        draft.keep(Optional.of(laidDown));
        PlanDesk desk = desk(List.of(), name -> new AssertionError(name));
        desk.lookAt(100);
        assertEquals(Optional.of(laidDown), draft.recall());
        desk.ground(Cancellation.none());
        assertEquals(laidDown, desk.state().question());
        assertEquals(1, draft.kept().size(), "what is the same is not written again");
    }
}
