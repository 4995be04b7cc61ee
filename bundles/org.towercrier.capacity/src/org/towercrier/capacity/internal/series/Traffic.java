package org.towercrier.capacity.internal.series;

import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;

import org.towercrier.capacity.TrafficBasis;

/**
 * The traffic of an object's samples.
 *
 * @param basis  which figure, absent when a rule names another one
 * @param summed whether the traffic of an hour is the sum of its samples, otherwise their mean
 * @param values one for each sample, NaN when absent or suspect
 */
public record Traffic(Optional<TrafficBasis> basis, boolean summed, double[] values) {

    private static final String VOLUME_DL = "DRB.PdcpSduVolumeDL";
    private static final String VOLUME_UL = "DRB.PdcpSduVolumeUL";
    private static final String THROUGHPUT_DL = "DRB.UEThpDl";
    private static final String THROUGHPUT_UL = "DRB.UEThpUl";
    private static final String ACTIVE_DL = "DRB.MeanActiveUeDl";
    private static final String ACTIVE_UL = "DRB.MeanActiveUeUl";
    private static final String PRB_DL = "RRU.PrbTotDl";
    private static final String PRB_UL = "RRU.PrbTotUl";
    private static final String CONNECTED = "RRC.ConnMean";
    private static final String VOICE = "TCH.Traffic";

    /**
     * The measurements that can matter.
     *
     * @param complete measurements that every trustworthy sample carries: with a complete volume no other figure is needed
     */
    public static Set<String> measurements(Set<String> complete) {
        return complete.contains(VOLUME_DL) ? Set.of(VOLUME_DL, VOLUME_UL)
                : Set.of(VOLUME_DL, VOLUME_UL, THROUGHPUT_DL, THROUGHPUT_UL, ACTIVE_DL, ACTIVE_UL, PRB_DL, PRB_UL, CONNECTED, VOICE);
    }

    /**
     * By the first basis, in order of {@link TrafficBasis}, that a fair part of the samples carries: half as many at least as the
     * most common one. Empty when there is none.
     */
    public static Optional<Traffic> of(CellSeries series) {
        Traffic[] found = new Traffic[TrafficBasis.values().length];
        int most = 0;
        for (TrafficBasis basis : TrafficBasis.values()) {
            Traffic traffic = of(series, basis);
            int present = traffic.present();
            if (present > 0 && 2 * present >= series.size()) {
                // None can be more common than twice as much: the rest need not be looked at.
                return Optional.of(traffic);
            }
            most = Math.max(most, present);
            found[basis.ordinal()] = traffic;
        }
        for (Traffic traffic : found) {
            if (most > 0 && 2 * traffic.present() >= most) {
                return Optional.of(traffic);
            }
        }
        return Optional.empty();
    }

    /** By a given basis. */
    public static Traffic of(CellSeries series, TrafficBasis basis) {
        double[] values = switch (basis) {
            case VOLUME -> combined(series.column(VOLUME_DL), series.column(VOLUME_UL), Double::sum);
            case THROUGHPUT_BY_USERS -> combined(product(series.column(THROUGHPUT_DL), series.column(ACTIVE_DL)),
                    product(series.column(THROUGHPUT_UL), series.column(ACTIVE_UL)), Double::sum);
            case PRB_USAGE -> combined(series.column(PRB_DL), series.column(PRB_UL), Math::max);
            case CONNECTED_USERS -> series.column(CONNECTED);
            case VOICE -> series.column(VOICE);
        };
        return new Traffic(Optional.of(basis), basis == TrafficBasis.VOLUME, values);
    }

    /** Of two directions what is present. */
    private static double[] combined(double[] down, double[] up, DoubleBinaryOperator both) {
        double[] values = new double[down.length];
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(down[i])) {
                values[i] = up[i];
            } else {
                values[i] = Double.isNaN(up[i]) ? down[i] : both.applyAsDouble(down[i], up[i]);
            }
        }
        return values;
    }

    private static double[] product(double[] one, double[] other) {
        double[] values = new double[one.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = one[i] * other[i];
        }
        return values;
    }

    private int present() {
        int count = 0;
        for (double value : values) {
            count += Double.isNaN(value) ? 0 : 1;
        }
        return count;
    }
}
