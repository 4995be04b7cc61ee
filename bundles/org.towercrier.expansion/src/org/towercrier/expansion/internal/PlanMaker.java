package org.towercrier.expansion.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.towercrier.expansion.ExpansionPlan;
import org.towercrier.expansion.ExpansionPlan.Chosen;
import org.towercrier.expansion.ExpansionPlan.Outcome;
import org.towercrier.expansion.ExpansionPlan.Point;
import org.towercrier.expansion.ExpansionPlan.Relieved;
import org.towercrier.expansion.PlanCurve;
import org.towercrier.expansion.PlanException;
import org.towercrier.expansion.PlanRequest;
import org.towercrier.expansion.Proposal;
import org.towercrier.expansion.Proposal.Gain;
import org.towercrier.expansion.internal.PlanProblem.Variant;
import org.towercrier.expansion.Sentence;
import org.towercrier.planning.BudgetedChoice;
import org.towercrier.planning.ChoicePlan;
import org.towercrier.planning.GreedyChoice;
import org.towercrier.planning.Planner;
import org.towercrier.planning.PlanningMonitor;
import org.towercrier.planning.PlanningOptions;
import org.towercrier.model.network.ExpansionAction;
import org.towercrier.planning.PlanningResult;

/** Chooses among proposals for a budget. */
public final class PlanMaker {

    /** Budgets of the few points that a plan shows beside itself, and of the whole curve, as shares of the budget. */
    private static final double[] POINTS = { 0, 0.25, 0.5, 0.75, 1.25, 1.5, 2 };
    private static final int CURVE_STEPS = 16;
    private static final double CURVE_END = 2;
    private static final double SHARE_OF_PLAN = 0.6;
    private static final double CURVE_GAP = 0.005;
    private static final double NEGLIGIBLE = 1e-9;
    /** A plan that costs less than this share of its budget has all that is worth doing, or nearly so. */
    private static final double PLENTY = 0.75;
    /** Budgets are rounded up to parts of the budget asked for. */
    private static final double PARTS = 20;

    private final Planner planner;
    private final PlanningMonitor monitor;

    /** With a planner. */
    public PlanMaker(Planner planner, PlanningMonitor monitor) {
        this.planner = planner;
        this.monitor = monitor;
    }

    /** A solved problem. @param greedy the plan taken step by step */
    private record Solved(PlanProblem problem, ChoicePlan plan, ChoicePlan greedy, OptionalDouble bound, String method,
            List<String> notes) {

        private Point point(double budget) {
            Outcome outcome = outcome(problem, plan);
            return new Point(budget, outcome.cost(), outcome.relief(), outcome.value(), bound);
        }
    }

    /**
     * The plan.
     *
     * @throws PlanException when what is pinned cannot be had
     */
    public ExpansionPlan make(Study study, PlanRequest request) throws PlanException {
        return brief(study, request).at(request.budget()).orElseThrow();
    }

    /** The plan with those for a few other budgets. */
    public PlanCurve brief(Study study, PlanRequest request) throws PlanException {
        checkPins(study, request);
        Solved solved = solve(study, request, 1, PlanningOptions.within(share(request.timeLimit(), SHARE_OF_PLAN)), Optional.empty());
        PlanningOptions each = PlanningOptions.within(share(request.timeLimit(), (1 - SHARE_OF_PLAN) / POINTS.length)).withGap(CURVE_GAP);
        TreeMap<Double, Solved> others = new TreeMap<>(Map.of(1.0, solved));
        for (double factor : telling(POINTS, solved, request)) {
            if (!monitor.cancelled() && request.budget() > 0) {
                solve(study, request, factor, each, others);
            }
        }
        return told(study, request, others);
    }

    private PlanCurve told(Study study, PlanRequest request, TreeMap<Double, Solved> solved) {
        List<Point> points = ascending(solved, request);
        List<ExpansionPlan> plans = new ArrayList<>();
        solved.forEach((factor, plan) -> plans.add(told(study, request.withBudget(request.budget() * factor), plan, points)));
        return new PlanCurve(plans, !monitor.cancelled());
    }

    /** How good a plan is proven to be. @param gap of value and bound, relative @param seconds that the search took */
    public record Proof(double value, double greedy, OptionalDouble bound, OptionalDouble gap, double seconds) {
    }

    /** Only the plan for the budget, within the whole time limit, and what is proven about it. */
    public Proof prove(Study study, PlanRequest request, double gap) throws PlanException {
        long begun = System.nanoTime();
        Solved solved = solve(study, request, 1, PlanningOptions.within(request.timeLimit()).withGap(gap), Optional.empty());
        double seconds = (System.nanoTime() - begun) / 1e9;
        double value = outcome(solved.problem(), solved.plan()).value();
        return new Proof(value, outcome(solved.problem(), solved.greedy()).value(), solved.bound(), gap(value, solved.bound()), seconds);
    }

    /** Plans for budgets from nothing to twice that of the request; that of the request first. */
    public PlanCurve curve(Study study, PlanRequest request, Consumer<ExpansionPlan> found) throws PlanException {
        checkPins(study, request);
        PlanningOptions each = PlanningOptions.within(share(request.timeLimit(), 1.0 / (CURVE_STEPS + 1))).withGap(CURVE_GAP);
        TreeMap<Double, Solved> solved = new TreeMap<>();
        Optional<Solved> asked = one(study, request, 1, each, solved, found);
        double[] steps = IntStream.rangeClosed(0, CURVE_STEPS).mapToDouble(step -> CURVE_END * step / CURVE_STEPS).toArray();
        for (double factor : asked.map(plan -> telling(steps, plan, request)).orElse(steps)) {
            if (!monitor.cancelled() && factor != 1) {
                one(study, request, factor, each, solved, found);
            }
        }
        return told(study, request, solved);
    }

    /** A plan for less that turns out better takes the place of the plan for more. */
    private static List<Point> ascending(TreeMap<Double, Solved> solved, PlanRequest request) {
        List<Point> points = new ArrayList<>();
        BitSet before = new BitSet();
        for (Map.Entry<Double, Solved> entry : solved.entrySet()) {
            entry.setValue(before.isEmpty() ? entry.getValue() : atLeast(entry.getValue(), before));
            before = entry.getValue().plan().chosen();
            points.add(entry.getValue().point(request.budget() * entry.getKey()));
        }
        return points;
    }

    private Optional<Solved> one(Study study, PlanRequest request, double factor, PlanningOptions options, TreeMap<Double, Solved> solved,
            Consumer<ExpansionPlan> found) throws PlanException {
        Optional<Solved> plan = solve(study, request, factor, options, solved);
        plan.ifPresent(each -> found.accept(told(study, request.withBudget(request.budget() * factor), each, List.of())));
        return plan;
    }

    /**
     * Budgets that tell something, as shares of the one asked for, from the least to the greatest so that each begins with the plan for less. Where
     * that one is more than can be spent they lie below what is: above it all plans are alike, which one far above shows.
     *
     * @param usual ascending
     */
    private static double[] telling(double[] usual, Solved asked, PlanRequest request) {
        double spent = outcome(asked.problem(), asked.plan()).cost() / request.budget();
        if (!(spent < PLENTY)) {
            return usual;
        }
        double reach = Math.max(0.0, Math.ceil(spent * PARTS - NEGLIGIBLE)) / PARTS;
        return DoubleStream.concat(DoubleStream.of(usual).filter(factor -> factor < 1).map(factor -> factor * reach),
                DoubleStream.of(reach, usual[usual.length - 1])).sorted().distinct().toArray();
    }

    /** Solves for a share of the budget; what is pinned may cost more than a small share, then there is no plan for it. */
    private Optional<Solved> solve(Study study, PlanRequest request, double factor, PlanningOptions options,
            TreeMap<Double, Solved> solved) throws PlanException {
        Optional<BitSet> smaller = Optional.ofNullable(solved.lowerEntry(factor)).map(entry -> entry.getValue().plan().chosen());
        try {
            Solved plan = solve(study, request, factor, options, smaller);
            solved.put(factor, plan);
            return Optional.of(plan);
        } catch (PlanException tooLittle) {
            if (factor >= 1) {
                throw tooLittle;
            }
            return Optional.empty();
        }
    }

    /** @param before a plan for a smaller budget: it fits this one, too, so that more money never gives less */
    private Solved solve(Study study, PlanRequest request, double factor, PlanningOptions options, Optional<BitSet> before)
            throws PlanException {
        PlanProblem problem = new PlanProblem(study.situation(), study.proposals(), request, request.budget() * factor, factor);
        ChoicePlan greedy = greedy(problem.choice(), new Texts(request.locale()));
        PlanningResult<ChoicePlan> result = planner.solve(problem.choice(), options, monitor);
        ChoicePlan best = greedy;
        if (result.solution().isPresent() && result.solution().get().value() >= best.value()) {
            best = result.solution().get();
        }
        Solved solved = new Solved(problem, withoutIdle(problem, best), greedy, result.bound(), result.method(), result.notes());
        return before.isPresent() ? atLeast(solved, before.get()) : solved;
    }

    private static Solved atLeast(Solved solved, BitSet smaller) {
        ChoicePlan kept = solved.problem().choice().evaluate(smaller);
        return kept.value() <= solved.plan().value() ? solved
                : new Solved(solved.problem(), kept, solved.greedy(), solved.bound(), solved.method(), solved.notes());
    }

    private static ExpansionPlan told(Study study, PlanRequest request, Solved solved, List<Point> points) {
        PlanProblem problem = solved.problem();
        List<Chosen> chosen = chosen(problem, solved.plan());
        Outcome outcome = outcome(problem, solved.plan());
        List<Sentence> notes = new ArrayList<>(study.notes());
        notes.addAll(idleBans(study, request));
        solved.notes().forEach(note -> notes.add(switch (note) {
            case PlanningResult.NO_LIBRARY -> Sentence.of("Note_NoLibrary");
            case PlanningResult.STOPPED -> Sentence.of("Note_Stopped");
            default -> Sentence.verbatim(note);
        }));
        if (solved.bound().isEmpty()) {
            notes.add(Sentence.of("Note_NoBound"));
        }
        WhyNot whyNot = new WhyNot(problem, solved.plan(), request, chosen);
        return new ExpansionPlan(study.created(), study.currency(), request.horizon(), request.budget(), study.synthetic(), chosen,
                outcome.cost(), outcome.relief(), outcome.value(), solved.bound(), gap(outcome.value(), solved.bound()),
                outcome(problem, solved.greedy()), points, whyNot.all(), study.diagnoses(), solved.method(), notes, request.terms(),
                study.kinds(), study.names());
    }

    private static Duration share(Duration whole, double share) {
        return Duration.ofMillis(Math.max(1, Math.round(whole.toMillis() * share)));
    }

    private static OptionalDouble gap(double value, OptionalDouble bound) {
        if (bound.isEmpty()) {
            return bound;
        }
        double difference = bound.getAsDouble() - value;
        return Math.abs(difference) <= NEGLIGIBLE * Math.max(1, value) ? OptionalDouble.of(0)
                : value > 0 ? OptionalDouble.of(difference / value) : OptionalDouble.empty();
    }

    /** What is pinned must be there, not be forbidden at once, and be ready before the horizon. */
    private static void checkPins(Study study, PlanRequest request) throws PlanException {
        Texts texts = new Texts(request.locale());
        for (String pin : request.terms().pins()) {
            Proposal pinned = study.proposals().stream().filter(proposal -> proposal.id().equals(pin)).findFirst()
                    .orElseThrow(() -> new PlanException(texts.text("Plan_UnknownPin", pin)));
            Optional<String> ban = PlanProblem.ban(pinned, request.terms());
            if (ban.isPresent()) {
                throw new PlanException(texts.text("Plan_PinnedAndBanned", pin, ban.get()));
            }
            if (!PlanProblem.isReady(pinned, 0, request.horizon())) {
                throw new PlanException(texts.text("Plan_PinnedLate", pin, pinned.leadDays(), request.horizon()));
            }
        }
    }

    /** Bans of what nobody knows would be passed over: mostly they are misspelt. */
    private static List<Sentence> idleBans(Study study, PlanRequest request) {
        Set<String> known = new HashSet<>();
        study.proposals().forEach(proposal -> {
            known.addAll(List.of(proposal.id(), proposal.action() + ":*", proposal.cell()));
            proposal.site().ifPresent(known::add);
        });
        // A kind may be forbidden before there is anything of it to do.
        Stream.concat(Arrays.stream(ExpansionAction.values()).map(ExpansionAction::getLiteral), study.kinds().keySet().stream())
                .forEach(kind -> known.add(kind + ":*"));
        known.addAll(study.situation().cells().keySet());
        study.situation().sites().forEach(site -> known.add(site.id()));
        study.situation().candidates().forEach(site -> known.add(site.id()));
        return request.terms().bans().stream().filter(ban -> !known.contains(ban)).map(ban -> Sentence.of("Note_IdleBan", ban)).toList();
    }

    private static ChoicePlan greedy(BudgetedChoice choice, Texts texts) throws PlanException {
        try {
            return GreedyChoice.of(choice);
        } catch (IllegalArgumentException broken) {
            throw new PlanException(texts.text("Plan_Pins", String.valueOf(broken.getMessage())), broken);
        }
    }

    /** Leaves out what costs nothing or something and relieves nothing; what the user pinned stays. */
    private static ChoicePlan withoutIdle(PlanProblem problem, ChoicePlan plan) {
        double[] relief = reliefOfActions(problem.choice(), plan);
        BitSet kept = plan.chosen();
        plan.actions().forEach(action -> {
            boolean pinned = problem.choice().actions().get(action).pin() == BudgetedChoice.Pin.PINNED;
            if (relief[action] <= NEGLIGIBLE && !pinned) {
                kept.clear(action);
            }
        });
        return kept.equals(plan.chosen()) ? plan : problem.choice().evaluate(kept);
    }

    private static double[] reliefOfActions(BudgetedChoice choice, ChoicePlan plan) {
        double[] relief = new double[choice.actions().size()];
        for (int i = 0; i < choice.reliefs().size(); i++) {
            double drawn = plan.drawn().get(i);
            choice.reliefs().get(i).action().ifPresent(action -> relief[action] += drawn);
        }
        return relief;
    }

    private static List<Chosen> chosen(PlanProblem problem, ChoicePlan plan) {
        Map<Integer, List<Relieved>> relieved = new HashMap<>();
        for (int i = 0; i < problem.choice().reliefs().size(); i++) {
            double drawn = plan.drawn().get(i);
            Gain gain = problem.gains().get(i);
            if (drawn > NEGLIGIBLE) {
                problem.choice().reliefs().get(i).action().ifPresent(action -> relieved
                        .computeIfAbsent(action, key -> new ArrayList<>())
                        .add(new Relieved(gain.cell(), drawn, gain.receiver().orElse(""))));
            }
        }
        List<Chosen> chosen = new ArrayList<>();
        for (int action : plan.actions()) {
            Variant variant = problem.variants().get(action);
            Proposal proposal = variant.proposal();
            List<Relieved> cells = relieved.getOrDefault(action, List.of());
            chosen.add(new Chosen(proposal.id(), proposal.cell(), proposal.site().orElse(""), proposal.action(),
                    problem.cost(proposal, variant.year()), proposal.investment(), proposal.yearlyCost(), problem.year(variant),
                    proposal.leadDays(),
                    cells.stream().mapToDouble(Relieved::amount).sum(),
                    cells.stream().mapToDouble(each -> each.amount() * problem.weight(each.cell())).sum(), proposal.latitude(),
                    proposal.longitude(), cells, proposal.why(),
                    proposal.source()));
        }
        chosen.sort(Comparator.comparingDouble((Chosen each) -> -each.relief()).thenComparing(Chosen::id));
        return chosen;
    }

    /** Relief and value are sums over what is drawn, as in the lines of the plan: the greedy plan is measured alike. */
    private static Outcome outcome(PlanProblem problem, ChoicePlan plan) {
        double cost = plan.actions().stream().map(problem.variants()::get)
                .mapToDouble(variant -> problem.cost(variant.proposal(), variant.year())).sum();
        double relief = 0;
        double value = 0;
        for (int i = 0; i < problem.gains().size(); i++) {
            double drawn = plan.drawn().get(i);
            relief += drawn;
            value += drawn * problem.weight(problem.gains().get(i).cell());
        }
        return new Outcome(cost, relief, value);
    }
}
