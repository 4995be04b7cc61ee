package org.towercrier.capacity.internal.series;

import java.util.List;
import java.util.Optional;

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

	/** The measurements any basis may need. */
	public static final List<String> MEASUREMENTS = List.of(VOLUME_DL, VOLUME_UL, THROUGHPUT_DL, THROUGHPUT_UL, ACTIVE_DL,
			ACTIVE_UL, PRB_DL, PRB_UL, CONNECTED, VOICE);

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
			if (present == series.size() && present > 0 && most == 0) {
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
		double[] values = new double[series.size()];
		for (int i = 0; i < values.length; i++) {
			values[i] = value(series, basis, i);
		}
		return new Traffic(Optional.of(basis), basis == TrafficBasis.VOLUME, values);
	}

	private int present() {
		int count = 0;
		for (double value : values) {
			count += Double.isNaN(value) ? 0 : 1;
		}
		return count;
	}

	private static double value(CellSeries series, TrafficBasis basis, int index) {
		return switch (basis) {
			case VOLUME -> present(series.value(VOLUME_DL, index), series.value(VOLUME_UL, index));
			case THROUGHPUT_BY_USERS -> present(series.value(THROUGHPUT_DL, index) * series.value(ACTIVE_DL, index),
					series.value(THROUGHPUT_UL, index) * series.value(ACTIVE_UL, index));
			case PRB_USAGE -> greater(series.value(PRB_DL, index), series.value(PRB_UL, index));
			case CONNECTED_USERS -> series.value(CONNECTED, index);
			case VOICE -> series.value(VOICE, index);
		};
	}

	/** The sum of what is present. */
	private static double present(double first, double second) {
		if (Double.isNaN(first)) {
			return second;
		}
		return Double.isNaN(second) ? first : first + second;
	}

	private static double greater(double first, double second) {
		if (Double.isNaN(first)) {
			return second;
		}
		return Double.isNaN(second) ? first : Math.max(first, second);
	}
}
