package org.towercrier.planning.internal.choice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.towercrier.planning.BudgetedChoice;
import org.towercrier.planning.BudgetedChoice.Pin;
import org.towercrier.planning.BudgetedChoice.Relief;
import org.towercrier.planning.internal.Search;

/**
 * A bound without any solver: Lagrangian relaxation. Money gets a price in each budget, relief a price at each need, capacity a price in each pool; with
 * prices set, each exclusion takes its most profitable actions on its own. Any prices give a bound, subgradient steps look for those that give the
 * least one.
 */
final class ChoiceBound {

    private static final int ROUNDS = 4_000;
    private static final int PATIENCE = 30;
    private static final double LEVEL = 0.03;
    private static final double SMALLEST_STEP = 1e-5;

    private final BudgetedChoice problem;
    private final int budgets;
    private final int[] owner;
    private final int[] atMost;
    private final int[][] members;
    private final double[] amount;
    private final double[] weight;
    private final double[] budgetPrice;
    private final double[] needPrice;
    private final double[] poolPrice;
    private final double[] profit;
    private final double[] taken;
    private final double[] budgetSlope;
    private final double[] needSlope;
    private final double[] poolSlope;
    /** The problem's data as plain arrays: the relaxation is evaluated thousands of times. */
    private final double[][] costs;
    private final double[] needs;
    private final int[] reliefNeed;
    private final int[] reliefPool;
    private final int[] reliefAction;
    private final int[] poolAction;
    private final Pin[] pins;

    ChoiceBound(BudgetedChoice problem) {
        this.problem = problem;
        budgets = problem.budgets().size();
        owner = new int[problem.actions().size()];
        Arrays.fill(owner, -1);
        List<int[]> groups = new ArrayList<>();
        List<Integer> limits = new ArrayList<>();
        for (var exclusion : Exclusions.strengthened(problem)) {
            int group = groups.size();
            int[] own = exclusion.actions().stream().mapToInt(Integer::intValue).distinct().filter(a -> owner[a] < 0).toArray();
            Arrays.stream(own).forEach(a -> owner[a] = group);
            groups.add(own);
            limits.add(exclusion.atMost());
        }
        for (int a = 0; a < owner.length; a++) {
            if (owner[a] < 0) {
                groups.add(new int[]{ a });
                limits.add(1);
            }
        }
        members = groups.toArray(int[][]::new);
        atMost = limits.stream().mapToInt(Integer::intValue).toArray();
        weight = problem.needs().stream().mapToDouble(BudgetedChoice.Need::weight).toArray();
        amount = problem.reliefs().stream().mapToDouble(relief -> Math.min(relief.amount(), problem.needs().get(relief.need()).amount()))
                .toArray();
        costs = new double[budgets][owner.length];
        for (int b = 0; b < budgets; b++) {
            for (int a = 0; a < owner.length; a++) {
                costs[b][a] = problem.actions().get(a).costs().get(b);
            }
        }
        needs = problem.needs().stream().mapToDouble(BudgetedChoice.Need::amount).toArray();
        reliefNeed = problem.reliefs().stream().mapToInt(Relief::need).toArray();
        reliefPool = problem.reliefs().stream().mapToInt(relief -> relief.pool().orElse(-1)).toArray();
        reliefAction = problem.reliefs().stream().mapToInt(relief -> relief.action().orElse(-1)).toArray();
        poolAction = problem.pools().stream().mapToInt(pool -> pool.action().orElse(-1)).toArray();
        pins = problem.actions().stream().map(BudgetedChoice.Action::pin).toArray(Pin[]::new);
        budgetPrice = new double[budgets];
        needPrice = weight.clone();
        poolPrice = new double[problem.pools().size()];
        profit = new double[owner.length];
        taken = new double[owner.length];
        budgetSlope = new double[budgets];
        needSlope = new double[weight.length];
        poolSlope = new double[poolPrice.length];
    }

    /** Lowers the bound of the search until it is near its best solution or nothing is gained any more. */
    void run(Search<?> search, BooleanSupplier stopped) {
        startBudgetPrices();
        double best = Double.POSITIVE_INFINITY;
        double step = 1;
        int since = 0;
        double[][] kept = null;
        for (int round = 0; round < ROUNDS && step > SMALLEST_STEP && (round == 0 || !stopped.getAsBoolean()); round++) {
            double value = evaluate();
            if (value < best - 1e-6 * Math.abs(best) || kept == null) {
                best = value;
                since = 0;
                kept = new double[][]{ budgetPrice.clone(), needPrice.clone(), poolPrice.clone() };
            } else if (++since >= PATIENCE) {
                step /= 2;
                since = 0;
                System.arraycopy(kept[0], 0, budgetPrice, 0, budgets);
                System.arraycopy(kept[1], 0, needPrice, 0, needPrice.length);
                System.arraycopy(kept[2], 0, poolPrice, 0, poolPrice.length);
                evaluate();
            }
            // A plan far from the best one would make the steps too long.
            double target = Math.max(search.objective(), best - LEVEL * Math.abs(best));
            move(step * Math.max(value - target, 1e-9 * Math.abs(value)));
        }
        search.bound(best);
        if (kept != null) {
            System.arraycopy(kept[0], 0, budgetPrice, 0, budgets);
        }
    }

    /** What money is worth in each budget at the best prices found. */
    double[] prices() {
        double[] prices = new double[budgets];
        Arrays.setAll(prices, this::price);
        return prices;
    }

    /** The price at which a budget is used up roughly: found by halving, the same for all budgets. */
    private void startBudgetPrices() {
        double low = 0;
        double high = 1e-9;
        for (int i = 0; i < 200 && !within(high); i++) {
            high *= 2;
        }
        for (int i = 0; i < 40; i++) {
            double middle = (low + high) / 2;
            if (within(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        within(high);
    }

    private boolean within(double price) {
        Arrays.fill(budgetPrice, price);
        evaluate();
        return Arrays.stream(budgetSlope).sum() >= 0;
    }

    /** Value of the relaxation at the present prices, and its slopes (what is left of each price's constraint). */
    private double evaluate() {
        double value = 0;
        for (int a = 0; a < profit.length; a++) {
            profit[a] = problem.actions().get(a).value();
        }
        for (int b = 0; b < budgets; b++) {
            double price = price(b);
            for (int a = 0; a < profit.length; a++) {
                profit[a] -= price * costs[b][a];
            }
        }
        for (int n = 0; n < weight.length; n++) {
            double need = needs[n];
            boolean relieved = weight[n] > needPrice[n];
            value += relieved ? (weight[n] - needPrice[n]) * need : 0;
            needSlope[n] = relieved ? -need : 0;
        }
        for (int p = 0; p < poolPrice.length; p++) {
            var pool = problem.pools().get(p);
            poolSlope[p] = 0;
            if (poolAction[p] >= 0) {
                profit[poolAction[p]] += poolPrice[p] * pool.capacity();
            } else {
                value += poolPrice[p] * pool.capacity();
                poolSlope[p] = pool.capacity();
            }
        }
        for (int r = 0; r < amount.length; r++) {
            double gain = gain(r);
            if (gain > 0) {
                if (reliefAction[r] >= 0) {
                    profit[reliefAction[r]] += gain * amount[r];
                } else {
                    value += gain * amount[r];
                    use(r);
                }
            }
        }
        value += choose();
        for (int b = 0; b < budgets; b++) {
            value += price(b) * problem.budgets().get(b).limit();
        }
        slopes();
        return value;
    }

    private double gain(int r) {
        return needPrice[reliefNeed[r]] - (reliefPool[r] >= 0 ? poolPrice[reliefPool[r]] : 0);
    }

    /** With carry-over the limits are those of the sums so far, so money of an early budget pays all later prices. */
    private double price(int budget) {
        if (!problem.carryOver()) {
            return budgetPrice[budget];
        }
        double sum = 0;
        for (int b = budget; b < budgets; b++) {
            sum += budgetPrice[b];
        }
        return sum;
    }

    private double choose() {
        double value = 0;
        Arrays.fill(taken, 0);
        for (int g = 0; g < members.length; g++) {
            int free = atMost[g];
            for (int a : members[g]) {
                if (pins[a] == Pin.PINNED) {
                    taken[a] = 1;
                    value += profit[a];
                    free--;
                }
            }
            while (free-- > 0) {
                int best = -1;
                for (int a : members[g]) {
                    if (taken[a] == 0 && profit[a] > 0 && pins[a] != Pin.BANNED
                            && (best < 0 || profit[a] > profit[best])) {
                        best = a;
                    }
                }
                if (best < 0) {
                    break;
                }
                taken[best] = 1;
                value += profit[best];
            }
        }
        return value;
    }

    private void use(int r) {
        needSlope[reliefNeed[r]] += amount[r];
        if (reliefPool[r] >= 0) {
            poolSlope[reliefPool[r]] -= amount[r];
        }
    }

    private void slopes() {
        for (int r = 0; r < amount.length; r++) {
            if (reliefAction[r] >= 0 && taken[reliefAction[r]] > 0 && gain(r) > 0) {
                use(r);
            }
        }
        for (int p = 0; p < poolPrice.length; p++) {
            if (poolAction[p] >= 0 && taken[poolAction[p]] > 0) {
                poolSlope[p] += problem.pools().get(p).capacity();
            }
        }
        double sum = 0;
        for (int b = 0; b < budgets; b++) {
            double free = problem.budgets().get(b).limit();
            for (int a = 0; a < taken.length; a++) {
                if (taken[a] > 0) {
                    free -= costs[b][a];
                }
            }
            sum += free;
            budgetSlope[b] = problem.carryOver() ? sum : free;
        }
    }

    /** A step against the slopes, each kind of price on its own scale. */
    private void move(double distance) {
        double norm = 0;
        double budgetScale = scale(budgetPrice);
        for (int b = 0; b < budgets; b++) {
            norm += square(budgetSlope[b] * budgetScale);
        }
        for (int n = 0; n < needPrice.length; n++) {
            norm += square(needSlope(n) * weight[n]);
        }
        double poolScale = Arrays.stream(weight).average().orElse(1);
        for (int p = 0; p < poolPrice.length; p++) {
            norm += square(poolSlope(p) * poolScale);
        }
        if (norm <= 0) {
            return;
        }
        double length = distance / norm;
        for (int b = 0; b < budgets; b++) {
            budgetPrice[b] = Math.max(0, budgetPrice[b] - length * budgetSlope[b] * budgetScale * budgetScale);
        }
        for (int n = 0; n < needPrice.length; n++) {
            needPrice[n] = Math.clamp(needPrice[n] - length * needSlope(n) * weight[n] * weight[n], 0, weight[n]);
        }
        for (int p = 0; p < poolPrice.length; p++) {
            poolPrice[p] = Math.max(0, poolPrice[p] - length * poolSlope(p) * poolScale * poolScale);
        }
    }

    /** A slope that would push a price over its end does not count. */
    private double needSlope(int n) {
        return needPrice[n] >= weight[n] && needSlope[n] < 0 || needPrice[n] <= 0 && needSlope[n] > 0 ? 0 : needSlope[n];
    }

    private double poolSlope(int p) {
        return poolPrice[p] <= 0 && poolSlope[p] > 0 ? 0 : poolSlope[p];
    }

    private static double scale(double[] prices) {
        return Math.max(Arrays.stream(prices).max().orElse(0), 1e-12);
    }

    private static double square(double value) {
        return value * value;
    }
}
