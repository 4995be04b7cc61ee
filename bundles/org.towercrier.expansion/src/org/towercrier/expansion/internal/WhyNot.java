package org.towercrier.expansion.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.towercrier.expansion.CellState;
import org.towercrier.expansion.ExpansionPlan.Chosen;
import org.towercrier.expansion.ExpansionPlan.NotChosen;
import org.towercrier.expansion.ExpansionPlan.Reason;
import org.towercrier.expansion.ExpansionPlan.Relieved;
import org.towercrier.expansion.PlanRequest;
import org.towercrier.expansion.Proposal;
import org.towercrier.expansion.Proposal.Gain;
import org.towercrier.expansion.Sentence;
import org.towercrier.expansion.internal.PlanProblem.Variant;
import org.towercrier.planning.ChoicePlan;

/**
 * Says of each proposal that is not in a plan why. What it could add is what its cells still lack after the plan, as far as its capacity and
 * the room of its receivers go.
 */
final class WhyNot {

    private static final double NEGLIGIBLE = 1e-6;

    private final PlanProblem problem;
    private final PlanRequest request;
    private final List<Chosen> chosen;
    private final Map<String, Double> lacking = new HashMap<>();
    private final Map<String, Double> taken = new HashMap<>();
    private final Map<String, Chosen> best = new HashMap<>();
    private final Map<String, Proposal> groups = new HashMap<>();
    private final Set<String> ids = new HashSet<>();
    private final Map<String, List<Variant>> variants = new HashMap<>();
    private final ChoicePlan plan;
    private final double dearest;

    WhyNot(PlanProblem problem, ChoicePlan plan, PlanRequest request, List<Chosen> chosen) {
        this.problem = problem;
        this.request = request;
        this.chosen = chosen;
        for (int i = 0; i < problem.needs().size(); i++) {
            CellState cell = problem.needs().get(i);
            lacking.put(cell.id(), cell.demand().cutOff() - plan.relieved().get(i));
        }
        for (Chosen each : chosen) {
            ids.add(each.id());
            for (Relieved relieved : each.relieves()) {
                best.merge(relieved.cell(), each, (one, other) -> one.relief() >= other.relief() ? one : other);
                taken.merge(relieved.receiver(), relieved.amount(), Double::sum);
            }
        }
        plan.actions().stream().map(action -> problem.variants().get(action).proposal())
                .forEach(proposal -> proposal.exclusive().forEach(group -> groups.put(group, proposal)));
        this.plan = plan;
        problem.variants().forEach(variant -> variants.computeIfAbsent(variant.proposal().id(), id -> new ArrayList<>()).add(variant));
        this.dearest = chosen.stream().filter(each -> each.relief() > 0).mapToDouble(each -> each.cost() / each.relief()).max().orElse(0);
    }

    /** What could add the most first. */
    List<NotChosen> all() {
        List<NotChosen> all = new ArrayList<>();
        problem.banned().forEach(proposal -> all.add(not(proposal, Reason.EXCLUDED, Sentence.of("Not_Banned"))));
        problem.late().forEach(proposal -> all.add(not(proposal, Reason.EXCLUDED,
                Sentence.of("Not_Late", proposal.leadDays(), request.horizon()))));
        for (Variant variant : problem.variants()) {
            if (ids.add(variant.proposal().id())) {
                all.add(judge(variant.proposal()));
            }
        }
        all.sort(Comparator.comparingDouble((NotChosen each) -> -each.couldRelieve()).thenComparing(NotChosen::id));
        return all;
    }

    private NotChosen judge(Proposal proposal) {
        Optional<Proposal> rival = proposal.exclusive().stream().filter(groups::containsKey).map(groups::get).findFirst();
        if (rival.isPresent()) {
            return not(proposal, Reason.EXCLUDED, Sentence.of("Not_Exclusive", problem.deed(rival.get().action(), rival.get().id())));
        }
        double could = could(proposal);
        if (could <= NEGLIGIBLE) {
            Optional<Chosen> better = proposal.gains().stream().map(Gain::cell).filter(best::containsKey).map(best::get).findFirst();
            return better
                    .map(each -> not(proposal, Reason.DOMINATED,
                            Sentence.of("Not_Dominated", problem.deed(each.action(), each.id()), each.relief(), each.cost())))
                    .orElseGet(() -> not(proposal, Reason.NO_EFFECT, Sentence.of("Not_NoEffect")));
        }
        Variant nearest = variants.getOrDefault(proposal.id(), List.of()).stream()
                .min(Comparator.comparingDouble(this::missing)).orElseThrow();
        double missing = missing(nearest);
        if (missing <= NEGLIGIBLE) {
            return not(proposal, Reason.DOMINATED, Sentence.of("Not_WithinGap", could, chosen.size()));
        }
        double cost = problem.cost(proposal, nearest.year());
        String year = problem.year(nearest);
        return not(proposal, Reason.OVER_BUDGET, year.isEmpty()
                ? Sentence.of("Not_OverBudget", cost, cost - missing, missing, could, cost / could, dearest)
                : Sentence.of("Not_OverYear", cost, cost - missing, missing, could, cost / could, dearest, year));
    }

    /** Money that is missing to decide it in its year beside the plan. */
    private double missing(Variant variant) {
        return problem.cost(variant.proposal(), variant.year()) - problem.room(plan, variant.year());
    }

    private double could(Proposal proposal) {
        double sum = 0;
        Map<String, Double> open = new HashMap<>();
        for (Gain gain : proposal.gains()) {
            double need = open.getOrDefault(gain.cell(), lacking.getOrDefault(gain.cell(), 0.0));
            double amount = Math.min(gain.amount(), need);
            if (gain.receiver().isPresent()) {
                amount = Math.min(amount, problem.spare(gain.receiver().get()) - taken.getOrDefault(gain.receiver().get(), 0.0));
            }
            amount = Math.max(0, amount);
            open.put(gain.cell(), need - amount);
            sum += amount;
        }
        return proposal.shared().isPresent() ? Math.min(sum, proposal.shared().getAsDouble()) : sum;
    }

    private NotChosen not(Proposal proposal, Reason reason, Sentence why) {
        return new NotChosen(proposal.id(), proposal.cell(), proposal.site().orElse(""), proposal.action(), problem.cost(proposal, 0),
                proposal.investment(), proposal.yearlyCost(), could(proposal), reason, why, proposal.latitude(), proposal.longitude(),
                proposal.leadDays(), proposal.source());
    }
}
