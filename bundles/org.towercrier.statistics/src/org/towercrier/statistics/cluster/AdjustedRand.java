package org.towercrier.statistics.cluster;

import java.util.HashMap;
import java.util.Map;

/** Agreement of two groupings of the same rows (Hubert and Arabie 1985): 1 when they are the same, about 0 when they agree as much as chance has it. */
public final class AdjustedRand {

    private AdjustedRand() {
    }

    /**
     * The index: (Σ C(n_ij,2) − e) / (½(Σ C(a_i,2) + Σ C(b_j,2)) − e), e = Σ C(a_i,2) Σ C(b_j,2) / C(n,2). Any whole number may be the name of a group.
     *
     * @return 1 when both put all rows, or no two rows, together
     */
    public static double index(int[] one, int[] other) {
        if (one.length != other.length) {
            throw new IllegalArgumentException("The groupings are of different numbers of rows");
        }
        Map<Long, Long> both = new HashMap<>();
        Map<Integer, Long> left = new HashMap<>();
        Map<Integer, Long> right = new HashMap<>();
        for (int i = 0; i < one.length; i++) {
            both.merge(((long) one[i] << 32) | (other[i] & 0xffffffffL), 1L, Long::sum);
            left.merge(one[i], 1L, Long::sum);
            right.merge(other[i], 1L, Long::sum);
        }
        double together = pairs(both);
        double a = pairs(left);
        double b = pairs(right);
        double all = pairs(one.length);
        double expected = all == 0 ? 0 : a * b / all;
        double most = (a + b) / 2;
        return most == expected ? 1 : (together - expected) / (most - expected);
    }

    private static double pairs(Map<?, Long> counts) {
        return counts.values().stream().mapToDouble(AdjustedRand::pairs).sum();
    }

    private static double pairs(long count) {
        return count * (count - 1.0) / 2;
    }
}
