package org.towercrier.sample.internal;

import java.util.Arrays;
import org.towercrier.sample.internal.Block.Gauge;
import org.towercrier.sample.internal.Calendar.Span;
import org.towercrier.sample.internal.City.CellPlan;

/**
 * Computes the measurements of a cell from its offered load, so that they agree with one another: resource blocks
 * follow the load, volume follows the resource blocks and the spectral efficiency, throughput per user falls and users
 * with data pile up as the cell fills, connections follow the volume and the typical size of a connection, failures
 * follow attempts.
 */
final class Traffic {

    private static final int PERIOD = 900;
    /** Share of the resource blocks that control and broadcast take from an idle cell. */
    private static final double OVERHEAD = 0.04;
    private static final double SUSPECT_SHARE = 0.0004;
    private static final double MBIT_TO_KILOBYTE = 125;

    private final Noise noise;
    private final Calendar calendar;
    private final int days;

    Traffic(long seed, int days, Calendar calendar) {
        this.noise = new Noise(seed).stream("traffic");
        this.days = days;
        this.calendar = calendar;
    }

    /** Fills the block with all measurements of the cell. */
    void measure(CellPlan cell, Block block) {
        block.clear();
        float[] crowds = calendar.crowds(cell);
        Span silence = calendar.silence(cell);
        Span degradation = calendar.degradation(cell);
        for (int day = 0; day < days; day++) {
            double[] shape = cell.site().profile().day(calendar.weekend(day));
            double ofTheDay = cell.peak() * dayFactor(cell, day);
            for (int quarter = 0; quarter < Profile.SLOTS; quarter++) {
                int slot = day * Profile.SLOTS + quarter;
                if (silence.covers(slot)) {
                    continue;
                }
                long bits = noise.bits(cell.number(), slot);
                double crowd = crowds.length == 0 ? 1 : crowds[slot];
                double load = Math.max(0, ofTheDay * shape[quarter] * crowd
                        * (1 + 0.06 * Noise.smallBell(bits, 0)));
                boolean suspect = (bits >>> 11) * 0x1.0p-53 < SUSPECT_SHARE;
                double[] row = block.add(slot, suspect);
                if (cell.layer().packet()) {
                    packet(cell, load, crowd > 1, degradation.covers(slot), bits, row);
                } else {
                    voice(cell, load, bits, row);
                }
            }
        }
    }

    /** Growth up to the last day, good and bad days of the city and of the cell. */
    private double dayFactor(CellPlan cell, int day) {
        double growth = 1 + cell.site().district().growth() * (day - days) / 30.0;
        return Math.max(0.3, growth) * (1 + 0.02 * noise.bell(-1, day)) * (1 + 0.04 * noise.bell(-2 - cell.number(), day));
    }

    private static void voice(CellPlan cell, double load, long bits, double[] row) {
        Arrays.fill(row, Double.NaN);
        int channels = cell.layer() == Layer.GSM_900 ? 22 : 46;
        double offered = load * 0.85 * channels * (1 + 0.03 * Noise.smallBell(bits, 16));
        double carried = channels * (1 - 1 / (1 + offered / channels + offered * offered / (channels * channels)));
        set(row, Gauge.VOICE, thousandth(Math.min(offered, Math.max(carried, 0.7 * offered))));
        set(row, Gauge.TCH, channels);
    }

    private static void packet(CellPlan cell, double load, boolean crowd, boolean degraded, long bits,
            double[] row) {
        set(row, Gauge.VOICE, Double.NaN);
        set(row, Gauge.TCH, Double.NaN);
        double available = cell.layer().resourceBlocks();
        double capacity = cell.layer().capacity() * cell.efficiency();
        double used = Math.rint(available * (OVERHEAD + (1 - OVERHEAD) * saturate(load / cell.efficiency())) * 10) / 10;
        double share = used / available;
        double busy = Math.max(0, (share - OVERHEAD) / (1 - OVERHEAD));
        double rate = busy * capacity * (1 - 0.12 * share) * (1 + 0.02 * Noise.smallBell(bits, 16));
        double downlink = thousandth(rate * PERIOD);
        double uplinkShare = cell.uplinkShare() * (crowd ? 1.7 : 1) * (1 + 0.05 * Noise.smallBell(bits, 32));
        double uplinkCapacity = capacity * 0.24;
        double uplinkLoad = saturate(rate * uplinkShare / uplinkCapacity + 0.25 * busy);
        double usedUp = Math.rint(available * (0.02 + 0.98 * uplinkLoad) * 10) / 10;
        double uplink = thousandth(rate * uplinkShare * PERIOD);
        set(row, Gauge.PRB_AVAIL_DL, available);
        set(row, Gauge.PRB_AVAIL_UL, available);
        set(row, Gauge.PRB_USED_DL, used);
        set(row, Gauge.PRB_USED_UL, usedUp);
        // TS 28.552: the percentage is rounded down.
        set(row, Gauge.PRB_USAGE_DL, Math.floor(share * 100));
        set(row, Gauge.PRB_USAGE_UL, Math.floor(usedUp / available * 100));
        set(row, Gauge.VOLUME_DL, downlink);
        set(row, Gauge.VOLUME_UL, uplink);
        users(cell, busy, uplinkLoad, capacity, uplinkCapacity, bits, row);
        connections(cell, downlink + uplink, degraded, busy, bits, row);
    }

    /** Keeps the load below one: what does not fit waits. */
    private static double saturate(double load) {
        return load <= 0.8 ? load : 0.8 + 0.2 * (1 - 1 / (1 + (load - 0.8) * 5));
    }

    private static void users(CellPlan cell, double busy, double busyUp, double capacity, double uplinkCapacity,
            long bits, double[] row) {
        double scale = Math.min(1.7, Math.sqrt(cell.layer().capacity() / 25));
        double crowding = (cell.kilobytesPerErab() >= 1000 ? 6 : cell.kilobytesPerErab() >= 300 ? 11 : 24) * scale;
        double active = thousandth(crowding * busy / (1.1 - busy) * (1 + 0.05 * Noise.smallBell(bits, 48)));
        double mean = thousandth(2.1 * active + 8 * busy * scale + 0.4);
        set(row, Gauge.ACTIVE_DL, active);
        set(row, Gauge.ACTIVE_UL, thousandth(active * 0.62));
        set(row, Gauge.RRC_MEAN, mean);
        set(row, Gauge.RRC_MAX, Math.ceil(mean * (1.3 + 0.06 * Math.abs(Noise.smallBell(bits, 40))) + 1));
        set(row, Gauge.SESSION_TIME, Math.rint(mean * 0.85 * PERIOD));
        double each = capacity * 1000 * 0.55 * (1.02 - busy) * (1 + 0.05 * Noise.smallBell(bits, 24));
        double eachUp = uplinkCapacity * 1000 * 0.5 * (1.02 - busyUp) * (1 + 0.05 * Noise.smallBell(bits, 8));
        set(row, Gauge.THROUGHPUT_DL, Math.rint(Math.max(96, each)));
        set(row, Gauge.THROUGHPUT_UL, Math.rint(Math.max(32, eachUp)));
        set(row, Gauge.CCE, thousandth(Math.min(100, 5 + 0.3 * active / scale + 22 * busy)));
    }

    private static void connections(CellPlan cell, double volume, boolean degraded, double busy, long bits,
            double[] row) {
        long more = Noise.mix(bits);
        double blocking = busy > 0.88 ? (busy - 0.88) * 0.25 : 0;
        double failing = (degraded ? 0.11 : 0.0025) + blocking;
        double dropping = degraded ? 0.055 : cell.efficiency() < 0.6 ? 0.011 : 0.0022;
        double erabs = Math.rint(volume * MBIT_TO_KILOBYTE / cell.kilobytesPerErab()
                * (1 + 0.03 * Noise.smallBell(more, 0)) + 2);
        double erabFails = failures(erabs, failing * 0.5, more, 16);
        double s1Succ = erabs + Math.rint(0.03 * erabs);
        double s1Att = s1Succ + failures(s1Succ, failing * 0.2, more, 32);
        double rrcSucc = s1Att + Math.rint(0.12 * s1Att);
        double rrcAtt = rrcSucc + failures(rrcSucc, failing * 0.8, more, 48);
        set(row, Gauge.RRC_ATT, rrcAtt);
        set(row, Gauge.RRC_SUCC, rrcSucc);
        set(row, Gauge.S1_ATT, s1Att);
        set(row, Gauge.S1_SUCC, s1Succ);
        set(row, Gauge.ERAB_ATT, erabs);
        set(row, Gauge.ERAB_SUCC, erabs - erabFails);
        set(row, Gauge.ERAB_DROPS, failures(erabs - erabFails, dropping, more, 24));
        set(row, Gauge.PREAMBLES, thousandth(Math.min(100, rrcAtt / PERIOD * 2)));
    }

    /** A whole number around {@code attempts × share}, as widely scattered as chance would have it. */
    private static double failures(double attempts, double share, long bits, int shift) {
        double expected = attempts * share;
        double count = Math.rint(expected + Math.sqrt(expected) * Noise.smallBell(bits, shift));
        return Math.clamp(count, 0, attempts);
    }

    private static double thousandth(double value) {
        return Math.rint(value * 1000) / 1000;
    }

    private static void set(double[] row, Gauge gauge, double value) {
        row[gauge.ordinal()] = value;
    }
}
