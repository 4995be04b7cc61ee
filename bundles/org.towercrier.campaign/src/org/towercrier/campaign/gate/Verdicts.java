package org.towercrier.campaign.gate;

import java.util.Arrays;

import org.towercrier.model.campaign.GateOutcome;
import org.towercrier.model.campaign.GateRule;

/** Decisions while they are made. Rows may be written from several threads, each by one. */
final class Verdicts {

    private static final byte UNDECIDED = -1;

    private final byte[] outcome;
    private final byte[] rule;
    private final byte[] channel;
    private final double[] figure;
    private final double[] limit;
    private final long[] until;
    private final short[] detail;
    private final int[] rank;

    Verdicts(int rows) {
        outcome = new byte[rows];
        Arrays.fill(outcome, UNDECIDED);
        rule = new byte[rows];
        channel = new byte[rows];
        figure = new double[rows];
        Arrays.fill(figure, Double.NaN);
        limit = new double[rows];
        Arrays.fill(limit, Double.NaN);
        until = new long[rows];
        Arrays.fill(until, GateDecisions.UNKNOWN);
        detail = new short[rows];
        Arrays.fill(detail, (short) GatePeople.NONE);
        rank = new int[rows];
        Arrays.fill(rank, GatePeople.NONE);
    }

    void set(int row, GateOutcome is, GateRule by, int on) {
        outcome[row] = (byte) is.getValue();
        rule[row] = (byte) by.getValue();
        channel[row] = (byte) on;
    }

    void figures(int row, double of, double against, long again) {
        figure[row] = of;
        limit[row] = against;
        until[row] = again;
    }

    void detail(int row, int cap) {
        detail[row] = (short) cap;
    }

    /** Stopped by a cap, with what it counted. */
    void capped(Asked asked, int row, int on, int cap) {
        set(row, GateOutcome.STOPPED, GateRule.FREQUENCY_CAP, on);
        figures(row, asked.counts().of(cap, asked.person(row), on), asked.rules().caps().get(cap).maximum(), GateDecisions.UNKNOWN);
        detail(row, cap);
    }

    /** Nothing of an earlier refusal stays. */
    void passed(int row, int position) {
        figures(row, Double.NaN, Double.NaN, GateDecisions.UNKNOWN);
        detail(row, GatePeople.NONE);
        rank[row] = position;
    }

    boolean open(int row) {
        return outcome[row] == UNDECIDED;
    }

    GateOutcome outcome(int row) {
        return GateOutcome.get(outcome[row]);
    }

    GateDecisions decisions() {
        return new GateDecisions(outcome, rule, channel, figure, limit, until, detail, rank);
    }
}
