package org.towercrier.sample.internal;

import java.util.List;
import org.eclipse.emf.ecore.EAttribute;
import org.towercrier.model.measurement.MeasurementPackage.Literals;

/** All measurements of one cell, column by column. Absent values are NaN. */
final class Block {

    /** The measured attributes, in the order of {@link Gauge}. */
    static final List<EAttribute> ATTRIBUTES = List.of(
            Literals.CELL_MEASUREMENT__PRB_USAGE_DL, Literals.CELL_MEASUREMENT__PRB_USAGE_UL,
            Literals.CELL_MEASUREMENT__PRB_USED_DL, Literals.CELL_MEASUREMENT__PRB_USED_UL,
            Literals.CELL_MEASUREMENT__PRB_AVAIL_DL, Literals.CELL_MEASUREMENT__PRB_AVAIL_UL,
            Literals.CELL_MEASUREMENT__RRC_CONN_MEAN, Literals.CELL_MEASUREMENT__RRC_CONN_MAX,
            Literals.CELL_MEASUREMENT__ACTIVE_UE_DL, Literals.CELL_MEASUREMENT__ACTIVE_UE_UL,
            Literals.CELL_MEASUREMENT__RRC_CONN_ESTAB_ATT, Literals.CELL_MEASUREMENT__RRC_CONN_ESTAB_SUCC,
            Literals.CELL_MEASUREMENT__S1_SIG_CONN_ESTAB_ATT, Literals.CELL_MEASUREMENT__S1_SIG_CONN_ESTAB_SUCC,
            Literals.CELL_MEASUREMENT__ERAB_ESTAB_INIT_ATT, Literals.CELL_MEASUREMENT__ERAB_ESTAB_INIT_SUCC,
            Literals.CELL_MEASUREMENT__ERAB_REL_ACT, Literals.CELL_MEASUREMENT__ERAB_SESSION_TIME,
            Literals.CELL_MEASUREMENT__UE_THROUGHPUT_DL, Literals.CELL_MEASUREMENT__UE_THROUGHPUT_UL,
            Literals.CELL_MEASUREMENT__PDCP_VOLUME_DL, Literals.CELL_MEASUREMENT__PDCP_VOLUME_UL,
            Literals.CELL_MEASUREMENT__CCE_USAGE, Literals.CELL_MEASUREMENT__PREAMBLE_USAGE,
            Literals.CELL_MEASUREMENT__VOICE_TRAFFIC, Literals.CELL_MEASUREMENT__TCH_AVAILABLE);

    /** Positions of the measured values. */
    enum Gauge {
        PRB_USAGE_DL, PRB_USAGE_UL, PRB_USED_DL, PRB_USED_UL, PRB_AVAIL_DL, PRB_AVAIL_UL, RRC_MEAN, RRC_MAX,
        ACTIVE_DL, ACTIVE_UL, RRC_ATT, RRC_SUCC, S1_ATT, S1_SUCC, ERAB_ATT, ERAB_SUCC, ERAB_DROPS, SESSION_TIME,
        THROUGHPUT_DL, THROUGHPUT_UL, VOLUME_DL, VOLUME_UL, CCE, PREAMBLES, VOICE, TCH
    }

    private final int[] slots;
    private final boolean[] suspect;
    private final double[][] values;
    private int size;

    Block(int capacity) {
        slots = new int[capacity];
        suspect = new boolean[capacity];
        values = new double[capacity][Gauge.values().length];
    }

    /** Starts over. */
    void clear() {
        size = 0;
    }

    /** Adds a row and returns its values, to be filled. */
    double[] add(int slot, boolean isSuspect) {
        slots[size] = slot;
        suspect[size] = isSuspect;
        return values[size++];
    }

    int size() {
        return size;
    }

    int slot(int row) {
        return slots[row];
    }

    boolean suspect(int row) {
        return suspect[row];
    }

    double[] values(int row) {
        return values[row];
    }
}
