package org.towercrier.planning.internal.location;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.towercrier.planning.FacilityLocation;
import org.towercrier.planning.FacilityLocation.Plan;
import org.towercrier.planning.FacilityLocation.Share;
import org.towercrier.planning.internal.Search;
import org.towercrier.planning.solver.Programme;
import org.towercrier.planning.solver.ProgrammeSolver.Answer;
import org.towercrier.planning.solver.ProgrammeSolver.Kind;
import org.towercrier.planning.solver.ProgrammeSolver.Outcome;

/**
 * Facility location with capacities: the Lagrangian relaxation gives a bound and sets of facilities worth trying, exchanges improve them, and branch and
 * cut finishes over the facilities that are still undecided.
 */
final class CapacitatedSearch {

    private static final int ROUNDS = 1200;
    private static final int PATIENCE = 25;
    private static final double SMALLEST_STEP = 1e-3;
    private static final double TOLERANCE = 1e-9;
    private static final double EXCHANGE_SECONDS = 20;

    private final FacilityLocation problem;
    private final Search<Plan> search;
    private final double[] capacity;
    private final int facilities;
    private final int customers;
    private final double[] reduced;
    private final double[][] share;
    /** 1 open, 0 closed, −1 undecided. */
    private final int[] decided;
    private boolean[] best = new boolean[0];

    CapacitatedSearch(FacilityLocation problem, Search<Plan> search) {
        this.problem = problem;
        this.search = search;
        capacity = problem.capacity().orElseThrow();
        facilities = problem.opening().length;
        customers = problem.service().length;
        reduced = new double[facilities];
        share = new double[facilities][customers];
        decided = new int[facilities];
        Arrays.fill(decided, -1);
    }

    void run() {
        if (Arrays.stream(capacity).sum() < Arrays.stream(problem.demand()).sum() * (1 - TOLERANCE)) {
            search.infeasible();
            search.note("All facilities together have less capacity than the demand.");
            return;
        }
        boolean[] all = new boolean[facilities];
        Arrays.fill(all, true);
        offer(all);
        search.method("Lagrangian relaxation");
        ascend();
        search.method("exchanges");
        exchange(search.elapsed() + Math.min(EXCHANGE_SECONDS, search.left() * 0.2));
        if (!search.finished() && search.hasSolver()) {
            branchAndCut();
        }
        if (!search.finished() && !search.hasSolver()) {
            exchange(Double.MAX_VALUE);
        }
    }

    private double offer(boolean[] open) {
        int[] list = IntStream.range(0, facilities).filter(f -> open[f]).toArray();
        Transport transport = new Transport(problem.service(), problem.demand(), capacity, list);
        if (!transport.solve()) {
            return Double.POSITIVE_INFINITY;
        }
        List<Share> shares = new ArrayList<>();
        boolean[] used = new boolean[facilities];
        for (int customer = 0; customer < customers; customer++) {
            int before = shares.size();
            for (int place = 0; place < list.length; place++) {
                if (transport.share(place, customer) > TOLERANCE) {
                    shares.add(new Share(customer, list[place], transport.share(place, customer)));
                    used[list[place]] = true;
                }
            }
            if (shares.size() == before) {
                // Nothing is asked for: whoever is open may serve it.
                double[] costs = problem.service()[customer];
                int cheapest = Arrays.stream(list).boxed().min(Comparator.comparingDouble(f -> costs[f])).orElseThrow();
                shares.add(new Share(customer, cheapest, 1));
                used[cheapest] = true;
            }
        }
        Plan plan = new Plan(Arrays.stream(list).filter(f -> used[f] || problem.opening()[f] < 0).boxed().toList(), shares);
        double before = search.objective();
        double cost = search.offer(plan);
        if (cost < before) {
            best = used;
        }
        return cost;
    }

    private void ascend() {
        double[] price = new double[customers];
        for (int customer = 0; customer < customers; customer++) {
            double[] sorted = problem.service()[customer].clone();
            Arrays.sort(sorted);
            price[customer] = sorted[Math.min(1, sorted.length - 1)];
        }
        double top = Double.NEGATIVE_INFINITY;
        double step = 1.5;
        int since = 0;
        for (int round = 0; round < ROUNDS && step > SMALLEST_STEP && (round == 0 || !search.finished()); round++) {
            double value = evaluate(price);
            if (value > top + 1e-7 * Math.abs(value)) {
                top = value;
                since = 0;
                search.bound(value);
            } else if (++since >= PATIENCE) {
                step /= 2;
                since = 0;
            }
            if (round % 10 == 0) {
                tryReduced();
            }
            fix(value);
            double norm = 0;
            double[] slope = new double[customers];
            for (int customer = 0; customer < customers; customer++) {
                slope[customer] = 1;
                for (int facility = 0; facility < facilities; facility++) {
                    slope[customer] -= isTaken(facility) ? share[facility][customer] : 0;
                }
                norm += slope[customer] * slope[customer];
            }
            if (norm < TOLERANCE) {
                return;
            }
            for (int customer = 0; customer < customers; customer++) {
                price[customer] += step * (1.005 * search.objective() - value) / norm * slope[customer];
            }
        }
    }

    private boolean isTaken(int facility) {
        return decided[facility] == 1 || decided[facility] < 0 && reduced[facility] < 0;
    }

    private double evaluate(double[] price) {
        double value = Arrays.stream(price).sum();
        double[] demand = problem.demand();
        for (int facility = 0; facility < facilities; facility++) {
            Arrays.fill(share[facility], 0);
            reduced[facility] = problem.opening()[facility];
            if (decided[facility] == 0) {
                continue;
            }
            int f = facility;
            int[] wanted = IntStream.range(0, customers).filter(j -> problem.service()[j][f] < price[j]).boxed()
                    .sorted((a, b) -> Double.compare((problem.service()[a][f] - price[a]) / Math.max(demand[a], TOLERANCE),
                            (problem.service()[b][f] - price[b]) / Math.max(demand[b], TOLERANCE)))
                    .mapToInt(Integer::intValue).toArray();
            double left = capacity[facility];
            for (int customer : wanted) {
                if (left <= 0) {
                    break;
                }
                double part = demand[customer] <= left ? 1 : left / demand[customer];
                share[facility][customer] = part;
                left -= part * demand[customer];
                reduced[facility] += part * (problem.service()[customer][facility] - price[customer]);
            }
            value += isTaken(facility) ? reduced[facility] : 0;
        }
        return value;
    }

    private void fix(double value) {
        double cutoff = search.objective() * (1 - TOLERANCE);
        for (int facility = 0; facility < facilities; facility++) {
            if (decided[facility] < 0 && value + Math.abs(reduced[facility]) > cutoff) {
                decided[facility] = reduced[facility] < 0 ? 1 : 0;
            }
        }
    }

    /** Opens what the prices open and, until the capacity is enough, what they would open next. */
    private void tryReduced() {
        int[] order = IntStream.range(0, facilities).boxed().sorted((a, b) -> Double.compare(reduced[a], reduced[b]))
                .mapToInt(Integer::intValue).toArray();
        boolean[] open = new boolean[facilities];
        double needed = Arrays.stream(problem.demand()).sum();
        for (int facility : order) {
            if (reduced[facility] < 0 || needed > 0) {
                open[facility] = true;
                needed -= capacity[facility];
            }
        }
        offer(open);
    }

    private void exchange(double until) {
        boolean better = true;
        while (better && !search.finished() && search.elapsed() < until) {
            better = false;
            for (int out = -1; out < facilities && !better; out++) {
                for (int in = -1; in < facilities && !better; in++) {
                    if (search.finished() || search.elapsed() >= until) {
                        return;
                    }
                    boolean goes = out >= 0 && best[out] && decided[out] != 1;
                    boolean comes = in >= 0 && !best[in] && decided[in] != 0;
                    if (out >= 0 && !goes || in >= 0 && !comes || !goes && !comes) {
                        continue;
                    }
                    boolean[] trial = best.clone();
                    if (goes) {
                        trial[out] = false;
                    }
                    if (comes) {
                        trial[in] = true;
                    }
                    double before = search.objective();
                    better = offer(trial) < before * (1 - TOLERANCE);
                }
            }
        }
    }

    private void branchAndCut() {
        Programme programme = new Programme();
        int[] opened = new int[facilities];
        for (int facility = 0; facility < facilities; facility++) {
            opened[facility] = programme.binary();
            programme.cost(opened[facility], problem.opening()[facility]);
            if (decided[facility] >= 0) {
                programme.fix(opened[facility], decided[facility]);
            }
        }
        int[] candidates = IntStream.range(0, facilities).filter(f -> decided[f] != 0).toArray();
        int[][] served = new int[facilities][customers];
        for (int customer = 0; customer < customers; customer++) {
            int[] row = new int[candidates.length];
            for (int i = 0; i < candidates.length; i++) {
                int facility = candidates[i];
                row[i] = programme.real(0, 1);
                served[facility][customer] = row[i];
                programme.cost(row[i], problem.service()[customer][facility]);
                programme.atMost(row[i], opened[facility]);
            }
            programme.sum(row, 1, 1);
        }
        for (int facility : candidates) {
            int[] of = Arrays.copyOf(served[facility], customers + 1);
            double[] coefficients = Arrays.copyOf(problem.demand(), customers + 1);
            of[customers] = opened[facility];
            coefficients[customers] = -capacity[facility];
            programme.row(of, coefficients, Double.NEGATIVE_INFINITY, 0);
        }
        addCapacityRows(programme, opened);
        Answer answer = search.ask(programme, Kind.BRANCH_AND_CUT, search.left());
        search.method("branch and cut");
        // What was decided before cannot be better than the best solution known then.
        double known = search.objective();
        answer.values().ifPresent(values -> {
            boolean[] open = new boolean[facilities];
            for (int facility = 0; facility < facilities; facility++) {
                open[facility] = values[opened[facility]] > 0.5;
            }
            offer(open);
        });
        if (answer.outcome() == Outcome.INFEASIBLE) {
            search.optimal();
        } else {
            answer.bound().ifPresent(bound -> search.bound(Math.min(bound, known)));
        }
    }

    /** What follows from the rest and the solver does not see by itself: those that open have room for all, and so they are at least so many. */
    private void addCapacityRows(Programme programme, int[] opened) {
        double needed = Arrays.stream(problem.demand()).sum();
        programme.row(opened, capacity, needed * (1 - TOLERANCE), Double.POSITIVE_INFINITY);
        double[] largest = Arrays.stream(capacity).sorted().toArray();
        int least = 0;
        for (double room = 0; least < facilities && room < needed * (1 - TOLERANCE); least++) {
            room += largest[facilities - 1 - least];
        }
        programme.sum(opened, least, facilities);
    }
}
