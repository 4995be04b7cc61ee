package org.towercrier.expansion.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import org.towercrier.expansion.CellState;
import org.towercrier.expansion.PlanRequest;
import org.towercrier.expansion.Proposal;
import org.towercrier.expansion.Proposal.Gain;
import org.towercrier.expansion.Sentence.Deed;
import org.towercrier.expansion.Situation.Place;
import org.towercrier.expansion.Situation;
import org.towercrier.planning.BudgetedChoice;
import org.towercrier.planning.BudgetedChoice.Pin;
import org.towercrier.planning.ChoicePlan;

/**
 * The budgeted choice of a situation. A proposal becomes one action for each year in which its capacity would be there before the horizon;
 * at most one of them is taken. A year's budget holds for what is decided in it.
 */
final class PlanProblem {

    /** A proposal decided in a year. */
    record Variant(Proposal proposal, int year) {
    }

    private static final double DAYS_OF_MONTH = 365.25 / 12;
    private static final int MONTHS = 12;
    /** Later is a little worse, so that nothing waits without a reason; far below any relief that counts. */
    private static final double LATER = -1e-9;
    private static final String TOTAL = "total";

    private final Situation situation;
    private final PlanRequest request;
    private final List<String> years;
    private final boolean total;
    private final List<Variant> variants = new ArrayList<>();
    private final List<Gain> gains = new ArrayList<>();
    private final List<CellState> needs = new ArrayList<>();
    private final List<Proposal> late = new ArrayList<>();
    private final List<Proposal> banned = new ArrayList<>();
    private final BudgetedChoice choice;

    /** @param budget in all; budgets of years shrink with it. @param scale of the years' budgets */
    PlanProblem(Situation situation, List<Proposal> proposals, PlanRequest request, double budget, double scale) {
        this.situation = situation;
        this.request = request;
        this.years = List.copyOf(request.terms().years().keySet());
        this.total = !request.terms().carryOver() || years.isEmpty();
        BudgetedChoice.Builder builder = new BudgetedChoice.Builder();
        budgets(builder, budget, scale);
        Map<String, Integer> needOf = new HashMap<>();
        for (CellState cell : situation.needy()) {
            needOf.put(cell.id(), builder.need(cell.id(), cell.demand().cutOff(), cell.weight()));
            needs.add(cell);
        }
        Map<String, Integer> spareOf = new HashMap<>();
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        Set<String> pins = new HashSet<>(request.terms().pins());
        for (Proposal proposal : proposals) {
            List<Integer> same = add(builder, proposal, needOf, spareOf, pins);
            if (same.size() > 1) {
                builder.exclusive("once:" + proposal.id(), same);
            }
            proposal.exclusive().forEach(group -> groups.computeIfAbsent(group, key -> new ArrayList<>()).addAll(same));
        }
        groups.forEach((group, members) -> {
            if (members.size() > 1) {
                builder.exclusive(group, members);
            }
        });
        this.choice = builder.build();
    }

    private void budgets(BudgetedChoice.Builder builder, double budget, double scale) {
        if (total) {
            builder.budget(TOTAL, budget);
        }
        double left = budget;
        for (String year : years) {
            double limit = scale * request.terms().years().getOrDefault(year, 0.0);
            // With money carried over, the budget in all is kept by cutting what comes last.
            double kept = request.terms().carryOver() ? Math.min(limit, left) : limit;
            left -= kept;
            builder.budget(year, kept);
        }
        if (request.terms().carryOver()) {
            builder.carryOver();
        }
    }

    private List<Integer> add(BudgetedChoice.Builder builder, Proposal proposal, Map<String, Integer> needOf,
            Map<String, Integer> spareOf, Set<String> pins) {
        List<Integer> same = new ArrayList<>();
        if (ban(proposal, request.terms()).isPresent()) {
            banned.add(proposal);
            return same;
        }
        for (int year = 0; year < Math.max(1, years.size()); year++) {
            if (isReady(proposal, year, request.horizon())) {
                Pin pin = same.isEmpty() && pins.contains(proposal.id()) ? Pin.PINNED : Pin.FREE;
                int action = builder.action(proposal.id() + (years.isEmpty() ? "" : '@' + years.get(year)), pin, LATER * year,
                        costs(proposal, year));
                variants.add(new Variant(proposal, year));
                same.add(action);
                reliefs(builder, proposal, action, needOf, spareOf);
            }
        }
        if (same.isEmpty()) {
            late.add(proposal);
        }
        return same;
    }

    private void reliefs(BudgetedChoice.Builder builder, Proposal proposal, int action, Map<String, Integer> needOf,
            Map<String, Integer> spareOf) {
        OptionalInt pool = proposal.shared().isPresent()
                ? OptionalInt.of(builder.poolOf(action, proposal.id(), proposal.shared().getAsDouble()))
                : OptionalInt.empty();
        for (Gain gain : proposal.gains()) {
            Integer need = needOf.get(gain.cell());
            if (need == null || !(gain.amount() > 0)) {
                continue;
            }
            if (gain.receiver().isPresent()) {
                int from = spareOf.computeIfAbsent(gain.receiver().get(), id -> builder.pool("spare:" + id, spare(id)));
                builder.relief(action, need, gain.amount(), from);
            } else if (pool.isPresent()) {
                builder.relief(action, need, gain.amount(), pool.getAsInt());
            } else {
                builder.relief(action, need, gain.amount());
            }
            gains.add(gain);
        }
    }

    private double[] costs(Proposal proposal, int year) {
        double[] costs = new double[years.size() + (total ? 1 : 0)];
        double cost = cost(proposal, year);
        if (total) {
            costs[0] = cost;
        }
        if (!years.isEmpty()) {
            costs[year + (total ? 1 : 0)] = cost;
        }
        return costs;
    }

    /** What a plan leaves for something more that is decided in a year: of the budget in all, of the year's, of those after it with money carried over. */
    double room(ChoicePlan plan, int year) {
        double room = total ? left(plan, 0) : Double.POSITIVE_INFINITY;
        int first = total ? 1 : 0;
        if (!years.isEmpty() && !choice.carryOver()) {
            return Math.min(room, left(plan, first + year));
        }
        double carried = 0;
        for (int each = 0; each < years.size(); each++) {
            carried += choice.budgets().get(first + each).limit() - plan.spent().get(first + each);
            room = each < year ? room : Math.min(room, carried);
        }
        return Math.max(0, room);
    }

    private double left(ChoicePlan plan, int budget) {
        return Math.max(0, choice.budgets().get(budget).limit() - plan.spent().get(budget));
    }

    /** Investment, and running cost from the decision to the horizon. */
    double cost(Proposal proposal, int year) {
        return proposal.cost(Math.max(0, request.horizon() - MONTHS * year));
    }

    /** Whether what is decided in a year is in service before the horizon. */
    static boolean isReady(Proposal proposal, int year, int horizon) {
        return proposal.leadDays() + 365.0 * year <= horizon * DAYS_OF_MONTH;
    }

    /** The ban that a proposal falls under. */
    static Optional<String> ban(Proposal proposal, PlanRequest.Terms terms) {
        return terms.bans().stream().filter(ban -> ban.equals(proposal.id()) || ban.equals(proposal.action() + ":*")
                || ban.equals(proposal.cell()) || proposal.site().filter(ban::equals).isPresent()).findFirst();
    }

    BudgetedChoice choice() {
        return choice;
    }

    /** By action of the choice. */
    List<Variant> variants() {
        return variants;
    }

    /** By relief of the choice. */
    List<Gain> gains() {
        return gains;
    }

    /** By need of the choice. */
    List<CellState> needs() {
        return needs;
    }

    List<Proposal> late() {
        return late;
    }

    List<Proposal> banned() {
        return banned;
    }

    /** Mbit/s that a cell can take over. */
    double spare(String cell) {
        CellState receiver = situation.cells().get(cell);
        return receiver == null ? 0 : receiver.spare();
    }

    /** Worth of one Mbit/s relieved in a cell. */
    double weight(String cell) {
        CellState relieved = situation.cells().get(cell);
        return relieved == null ? 0 : relieved.weight();
    }

    /** An action as sentences call it: by the name of its cell, else by its place. @param id {@code KIND:PLACE} */
    Deed deed(String action, String id) {
        String place = id.startsWith(action + ':') ? id.substring(action.length() + 1) : id;
        CellState cell = situation.cells().get(place);
        return new Deed(action, cell != null ? cell.name() : situation.candidates().stream().filter(each -> each.id().equals(place))
                .map(Place::name).findFirst().orElse(place));
    }

    String year(Variant variant) {
        return years.isEmpty() ? "" : years.get(variant.year());
    }
}
