package org.towercrier.planning.internal.choice;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import org.towercrier.planning.BudgetedChoice;
import org.towercrier.planning.BudgetedChoice.Exclusion;

/**
 * The same exclusions said stronger: actions that exclude one another in pairs become one group of which one may be taken. A solver sees much more in
 * one such group than in its pairs.
 */
final class Exclusions {

    private Exclusions() {
    }

    static List<Exclusion> strengthened(BudgetedChoice problem) {
        int actions = problem.actions().size();
        BitSet[] against = new BitSet[actions];
        for (Exclusion exclusion : problem.exclusions()) {
            if (exclusion.atMost() == 1) {
                for (int action : exclusion.actions()) {
                    against[action] = against[action] == null ? new BitSet() : against[action];
                    exclusion.actions().forEach(against[action]::set);
                    against[action].clear(action);
                }
            }
        }
        BitSet[] open = new BitSet[actions];
        for (int a = 0; a < actions; a++) {
            open[a] = against[a] == null ? new BitSet() : (BitSet) against[a].clone();
        }
        List<Exclusion> result = new ArrayList<>();
        for (Exclusion exclusion : problem.exclusions()) {
            if (exclusion.atMost() != 1) {
                result.add(exclusion);
            } else if (isOpen(exclusion.actions(), open)) {
                List<Integer> group = grown(exclusion.actions(), against);
                group.forEach(one -> group.forEach(open[one]::clear));
                result.add(new Exclusion(exclusion.id(), group, 1));
            }
        }
        return result;
    }

    private static boolean isOpen(List<Integer> group, BitSet[] open) {
        return group.stream().anyMatch(one -> group.stream().anyMatch(open[one]::get));
    }

    private static List<Integer> grown(List<Integer> group, BitSet[] against) {
        List<Integer> grown = new ArrayList<>(group.stream().distinct().toList());
        BitSet candidates = (BitSet) against[grown.getFirst()].clone();
        grown.forEach(one -> candidates.and(withSelf(against[one], one)));
        grown.forEach(candidates::clear);
        for (int next = candidates.nextSetBit(0); next >= 0; next = candidates.nextSetBit(0)) {
            grown.add(next);
            candidates.and(against[next]);
        }
        return grown;
    }

    private static BitSet withSelf(BitSet set, int self) {
        BitSet with = (BitSet) set.clone();
        with.set(self);
        return with;
    }
}
