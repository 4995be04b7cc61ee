package org.towercrier.expansion.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import org.towercrier.expansion.Diagnosis;
import org.towercrier.expansion.ExpansionPlan;
import org.towercrier.expansion.ExpansionPlan.Chosen;
import org.towercrier.expansion.ExpansionPlan.Outcome;
import org.towercrier.expansion.ExpansionPlan.Point;
import org.towercrier.expansion.ExpansionPlan.Relieved;
import org.towercrier.expansion.PlanException;
import org.towercrier.expansion.PlanRequest;
import org.towercrier.expansion.Proposal;
import org.towercrier.expansion.Proposal.Gain;
import org.towercrier.expansion.Situation;
import org.towercrier.expansion.internal.PlanProblem.Variant;
import org.towercrier.planning.BudgetedChoice;
import org.towercrier.planning.ChoicePlan;
import org.towercrier.planning.GreedyChoice;
import org.towercrier.planning.Planner;
import org.towercrier.planning.PlanningMonitor;
import org.towercrier.planning.PlanningOptions;
import org.towercrier.planning.PlanningResult;

/** Chooses among proposals for a budget. */
public final class PlanMaker {

    private static final double[] CURVE = { 0, 0.25, 0.5, 0.75, 1.25, 1.5, 2 };
    private static final double SHARE_OF_PLAN = 0.6;
    private static final double CURVE_GAP = 0.01;
    private static final double NEGLIGIBLE = 1e-9;

    private final Planner planner;
    private final PlanningMonitor monitor;

    /** With a planner. */
    public PlanMaker(Planner planner, PlanningMonitor monitor) {
        this.planner = planner;
        this.monitor = monitor;
    }

    /**
     * The plan.
     *
     * @throws PlanException when what is pinned cannot be had
     */
    public ExpansionPlan make(Situation situation, List<Proposal> proposals, List<Diagnosis> diagnoses, PlanRequest request,
            Instant created,
            String currency, boolean synthetic, List<String> notes) throws PlanException {
        Texts texts = new Texts(request.locale());
        checkPins(proposals, request, texts);
        PlanProblem problem = new PlanProblem(situation, proposals, request, request.budget(), 1);
        ChoicePlan greedy = greedy(problem.choice(), texts);
        Duration planTime = share(request.timeLimit(), SHARE_OF_PLAN);
        PlanningResult<ChoicePlan> result = planner.solve(problem.choice(), PlanningOptions.within(planTime), monitor);
        ChoicePlan found = result.solution().filter(plan -> plan.value() >= greedy.value()).orElse(greedy);
        ChoicePlan plan = withoutIdle(problem, found);
        List<Chosen> chosen = chosen(problem, plan);
        double cost = chosen.stream().mapToDouble(Chosen::cost).sum();
        double relief = chosen.stream().mapToDouble(Chosen::relief).sum();
        List<Point> curve = curve(situation, proposals, request, new Point(request.budget(), cost, relief, plan.value(), result.bound()));
        List<String> told = new ArrayList<>(notes);
        told.addAll(result.notes());
        WhyNot whyNot = new WhyNot(problem, plan, request, chosen, texts);
        return new ExpansionPlan(created, currency, request.horizon(), request.budget(), synthetic, chosen, cost, relief, plan.value(),
                result.bound(), gap(plan.value(), result.bound()), outcome(problem, greedy), curve, whyNot.all(), diagnoses,
                result.method(), told);
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

    private static void checkPins(List<Proposal> proposals, PlanRequest request, Texts texts) throws PlanException {
        for (String pin : request.terms().pins()) {
            if (proposals.stream().noneMatch(proposal -> proposal.id().equals(pin))) {
                throw new PlanException(texts.text("Plan_UnknownPin", pin));
            }
        }
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
                    problem.cost(proposal, variant.year()), proposal.investment(), problem.year(variant), proposal.leadDays(),
                    cells.stream().mapToDouble(Relieved::amount).sum(),
                    cells.stream().mapToDouble(each -> each.amount() * problem.weight(each.cell())).sum(), proposal.latitude(),
                    proposal.longitude(), cells, proposal.why(),
                    proposal.source()));
        }
        chosen.sort(Comparator.comparingDouble((Chosen each) -> -each.relief()).thenComparing(Chosen::id));
        return chosen;
    }

    private static Outcome outcome(PlanProblem problem, ChoicePlan plan) {
        double cost = plan.actions().stream().map(problem.variants()::get)
                .mapToDouble(variant -> problem.cost(variant.proposal(), variant.year())).sum();
        return new Outcome(cost, plan.relieved().stream().mapToDouble(Double::doubleValue).sum(), plan.value());
    }

    /** Other budgets; a greater one is never worse, since the plan for a smaller one fits it too. */
    private List<Point> curve(Situation situation, List<Proposal> proposals, PlanRequest request, Point planned) throws PlanException {
        Map<Double, Point> points = new LinkedHashMap<>();
        points.put(1.0, planned);
        Duration each = share(request.timeLimit(), (1 - SHARE_OF_PLAN) / CURVE.length);
        for (double factor : CURVE) {
            if (monitor.cancelled()) {
                break;
            }
            PlanProblem problem = new PlanProblem(situation, proposals, request, request.budget() * factor, factor);
            PlanningResult<ChoicePlan> result = planner.solve(problem.choice(), PlanningOptions.within(each).withGap(CURVE_GAP), monitor);
            result.solution().ifPresent(plan -> {
                Outcome outcome = outcome(problem, withoutIdle(problem, plan));
                points.put(factor, new Point(request.budget() * factor, outcome.cost(), outcome.relief(), outcome.value(), result.bound()));
            });
        }
        List<Point> curve = new ArrayList<>();
        points.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(Map.Entry::getValue).forEach(point -> {
            Point before = curve.isEmpty() ? point : curve.getLast();
            boolean worse = before.value() > point.value() && point != planned;
            curve.add(worse ? new Point(point.budget(), before.cost(), before.relief(), before.value(), point.bound()) : point);
        });
        return curve;
    }
}
