package org.towercrier.expansion;

/**
 * Busy-hour demand that a cell cannot carry within its limits, in Mbit/s.
 *
 * @param carriedAbove carried today above the limit
 * @param suppressed   not even asked for, because throughput per user is below its floor
 * @param growth       factor from today to the horizon
 * @param forecast     whether the factor is a forecast (else 1 is assumed)
 * @param cutOff       at the horizon: what a plan may relieve
 */
public record Demand(double carriedAbove, double suppressed, double growth, boolean forecast, double cutOff) {

    /** Greatest factor of growth that is believed (assumption: a use in percent saturates, short series exaggerate). */
    public static final double MOST = 3;
    /** Least such factor. */
    private static final double LEAST = 0.5;

    /** Nothing is cut off. */
    public static final Demand NONE = new Demand(0, 0, 1, false, 0);

    /**
     * Cut-off demand: {@code max(0, volume × growth − capacity) + suppressed × growth}. Suppressed demand is users × (floor − throughput),
     * at most what is carried (assumption).
     *
     * @param growth forecast factor, NaN when there is none
     */
    public static Demand of(CellLoad load, Limits limits, double growth) {
        double capacity = load.capacity(limits);
        if (load.days() < limits.leastDays() || !(load.volume() > 0) || Double.isNaN(capacity)) {
            return NONE;
        }
        boolean forecast = !Double.isNaN(growth);
        double factor = forecast ? Math.clamp(growth, LEAST, MOST) : 1;
        double suppressed = suppressed(load, limits);
        double cutOff = Math.max(0, load.volume() * factor - capacity) + suppressed * factor;
        return new Demand(Math.max(0, load.volume() - capacity), suppressed, factor, forecast, cutOff);
    }

    /**
     * Demand of a cell that is full on single days only: what the worst day, grown to the horizon, is above the limit, times the share of days
     * that are over it, so that it compares with demand of every day.
     *
     * @param growth forecast factor, NaN when there is none
     */
    public static Demand ofPeak(CellLoad load, Limits limits, double growth) {
        if (load.days() < limits.leastDays() || !(load.peakUse() > limits.targetUse())) {
            return NONE;
        }
        boolean forecast = !Double.isNaN(growth);
        double factor = forecast ? Math.clamp(growth, LEAST, MOST) : 1;
        double capacity = load.peakVolume() * limits.targetUse() / load.peakUse();
        double above = Math.max(0, load.peakVolume() * factor - capacity);
        return new Demand(load.peakVolume() - capacity, 0, factor, forecast, above * load.loadedDays() / load.days());
    }

    private static double suppressed(CellLoad load, Limits limits) {
        double missing = limits.throughputFloor() - load.throughput();
        if (!(missing > 0) || !(load.fullness(limits) > LEAST)) {
            return 0;
        }
        double asked = load.users() > 0 ? load.users() * missing / 1000 : load.volume() * missing / Math.max(1, load.throughput());
        return Math.min(load.volume(), asked);
    }
}
