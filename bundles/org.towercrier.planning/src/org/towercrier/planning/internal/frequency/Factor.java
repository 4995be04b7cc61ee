package org.towercrier.planning.internal.frequency;

import java.util.Arrays;
import java.util.List;

/**
 * Prices over the choices of some units.
 *
 * @param scope
 *            the units
 * @param values
 *            for all combinations of their choices, the last unit's running fastest
 */
record Factor(int[] scope, double[] values) {

    /**
     * The least sum of factors over the choices of a unit, for all combinations of the others.
     *
     * @param scope
     *            the others, ascending
     * @param sizes
     *            choices of each unit
     * @param best
     *            takes the unit's best choice for each combination; empty when that is not asked for
     */
    static double[] eliminate(int unit, int[] scope, List<Factor> factors, int[] sizes, byte[] best) {
        double[] result = new double[combinations(scope, sizes)];
        sums(unit, scope, factors, sizes, (at, sums) -> {
            int least = 0;
            for (int i = 1; i < sums.length; i++) {
                if (sums[i] < sums[least]) {
                    least = i;
                }
            }
            result[at] = sums[least];
            if (best.length > 0) {
                best[at] = (byte) least;
            }
        });
        return result;
    }

    /** Takes the sums of factors over the choices of a unit, for one combination of the others after another. */
    private interface Sums {
        void take(int combination, double[] sums);
    }

    /** The sums of factors over the choices of a unit, for all combinations of the others (ascending). */
    private static void sums(int unit, int[] scope, List<Factor> factors, int[] sizes, Sums taker) {
        int[][] strides = new int[factors.size()][scope.length];
        int[] own = new int[factors.size()];
        double[][] tables = new double[factors.size()][];
        for (int f = 0; f < tables.length; f++) {
            Factor factor = factors.get(f);
            tables[f] = factor.values();
            int stride = 1;
            for (int at = factor.scope().length - 1; at >= 0; at--) {
                int v = factor.scope()[at];
                if (v == unit) {
                    own[f] = stride;
                } else {
                    strides[f][Arrays.binarySearch(scope, v)] = stride;
                }
                stride *= sizes[v];
            }
        }
        int combinations = combinations(scope, sizes);
        int[] digits = new int[scope.length];
        int[] offsets = new int[tables.length];
        double[] sums = new double[sizes[unit]];
        for (int at = 0; at < combinations; at++) {
            sum(tables, own, offsets, sums);
            taker.take(at, sums);
            for (int digit = scope.length - 1; digit >= 0; digit--) {
                int size = sizes[scope[digit]];
                boolean carry = ++digits[digit] == size;
                int by = carry ? 1 - size : 1;
                for (int f = 0; f < offsets.length; f++) {
                    offsets[f] += by * strides[f][digit];
                }
                if (!carry) {
                    break;
                }
                digits[digit] = 0;
            }
        }
    }

    private static int combinations(int[] scope, int[] sizes) {
        int product = 1;
        for (int v : scope) {
            product *= sizes[v];
        }
        return product;
    }

    private static void sum(double[][] tables, int[] own, int[] offsets, double[] sums) {
        Arrays.fill(sums, 0);
        for (int f = 0; f < tables.length; f++) {
            double[] table = tables[f];
            int stride = own[f];
            int offset = offsets[f];
            for (int i = 0; i < sums.length; i++) {
                sums[i] += table[offset + i * stride];
            }
        }
    }
}
