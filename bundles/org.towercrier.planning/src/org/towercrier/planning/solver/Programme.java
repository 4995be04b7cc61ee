package org.towercrier.planning.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A mixed-integer programme: linear rows over bounded variables, some of them integer, rows that hold only while a binary variable has a value, and a
 * linear objective. Collected once, then read by a solver.
 *
 * <p>
 * For solvers that count in whole numbers all coefficients and bounds of rows have to be whole (below 2^53); callers scale their data and know what
 * rounding costs.
 */
public final class Programme {

    private double[] lower = new double[64];
    private double[] upper = new double[64];
    private double[] cost = new double[64];
    private boolean[] integer = new boolean[64];
    private double[] hint = new double[64];
    private boolean hinted;
    private int variables;
    private final List<Row> rows = new ArrayList<>();
    private boolean minimise = true;

    /**
     * A linear row.
     *
     * @param condition
     *            variable (binary) on which it depends, or -1 when it always holds
     * @param when
     *            value of that variable with which the row holds
     */
    public record Row(int[] variables, double[] coefficients, double lower, double upper, int condition, boolean when) {
    }

    /** A variable that is 0 or 1. */
    public int binary() {
        return variable(0, 1, true);
    }

    /** A whole number. */
    public int integer(double from, double to) {
        return variable(from, to, true);
    }

    /** A real number. */
    public int real(double from, double to) {
        return variable(from, to, false);
    }

    private int variable(double from, double to, boolean whole) {
        if (variables == lower.length) {
            int size = variables * 2;
            lower = Arrays.copyOf(lower, size);
            upper = Arrays.copyOf(upper, size);
            cost = Arrays.copyOf(cost, size);
            integer = Arrays.copyOf(integer, size);
            hint = Arrays.copyOf(hint, size);
        }
        lower[variables] = from;
        upper[variables] = to;
        integer[variables] = whole;
        return variables++;
    }

    /** Sets a variable to one value. */
    public void fix(int variable, double value) {
        lower[variable] = value;
        upper[variable] = value;
    }

    /** {@code from} ≤ Σ coefficient × variable ≤ {@code to}; either may be infinite. */
    public void row(int[] of, double[] coefficients, double from, double to) {
        rows.add(new Row(of.clone(), coefficients.clone(), from, to, -1, true));
    }

    /** As {@link #row(int[], double[], double, double)}, when the binary variable has that value. */
    public void rowIf(int condition, boolean when, int[] of, double[] coefficients, double from, double to) {
        rows.add(new Row(of.clone(), coefficients.clone(), from, to, condition, when));
    }

    /** {@code from} ≤ Σ variable ≤ {@code to}. */
    public void sum(int[] of, double from, double to) {
        double[] ones = new double[of.length];
        Arrays.fill(ones, 1);
        row(of, ones, from, to);
    }

    /** one ≤ other. */
    public void atMost(int one, int other) {
        row(new int[]{ one, other }, new double[]{ 1, -1 }, Double.NEGATIVE_INFINITY, 0);
    }

    public void cost(int variable, double coefficient) {
        cost[variable] = coefficient;
    }

    public void minimise() {
        minimise = true;
    }

    public void maximise() {
        minimise = false;
    }

    /** A value that the variable has in a good solution; given for all variables or for none. */
    public void hint(int variable, double value) {
        hint[variable] = value;
        hinted = true;
    }

    public int variables() {
        return variables;
    }

    public double lower(int variable) {
        return lower[variable];
    }

    public double upper(int variable) {
        return upper[variable];
    }

    public boolean isInteger(int variable) {
        return integer[variable];
    }

    public double cost(int variable) {
        return cost[variable];
    }

    public boolean hinted() {
        return hinted;
    }

    public double hint(int variable) {
        return hint[variable];
    }

    public boolean minimises() {
        return minimise;
    }

    public List<Row> rows() {
        return rows;
    }

    /** Whether all is whole, so that a solver that counts in whole numbers can take it. */
    public boolean isWhole() {
        for (int v = 0; v < variables; v++) {
            if (!integer[v] || !whole(cost[v]) || !whole(lower[v]) || !whole(upper[v])) {
                return false;
            }
        }
        return rows.stream()
                .allMatch(row -> whole(row.lower()) && whole(row.upper()) && Arrays.stream(row.coefficients()).allMatch(Programme::whole));
    }

    private static boolean whole(double value) {
        return Double.isInfinite(value) || value == Math.rint(value);
    }
}
