package org.towercrier.expansion;

/**
 * What a cell carried in its daily busy hours (sliding 60 minutes of greatest downlink volume, FS-1037C), mean over the days measured; a
 * figure that was not measured is NaN.
 *
 * @param days       days with a covered busy hour
 * @param loadedDays days among them over the target use
 * @param use        use of the downlink resource blocks in %
 * @param peakUse    that of the worst day
 * @param volume     carried downlink traffic in Mbit/s, mean of the hour
 * @param peakVolume that of the worst day
 * @param throughput downlink throughput of a user in kbit/s
 * @param users      users with data, downlink
 * @param connected  connected users
 * @param control    use of the control channel in %
 */
public record CellLoad(int days, int loadedDays, double use, double peakUse, double volume, double peakVolume, double throughput,
        double users, double connected, double control) {

    /** How full the fullest resource is: 1 is exactly at its limit; NaN when nothing was measured. */
    public double fullness(Limits limits) {
        double full = use / limits.targetUse();
        full = greater(full, control / limits.controlUse());
        return greater(full, connected / limits.connectedUsers());
    }

    /** Whether connections or the control channel are fuller than the resource blocks. */
    public boolean usersFirst(Limits limits) {
        double users = greater(control / limits.controlUse(), connected / limits.connectedUsers());
        return users > use / limits.targetUse() || Double.isNaN(use) && !Double.isNaN(users);
    }

    /** Traffic in Mbit/s that the cell carries at its limits; NaN when the load is too small to tell. */
    public double capacity(Limits limits) {
        double full = fullness(limits);
        return full >= limits.leastFullness() ? volume / full : Double.NaN;
    }

    /** Spectral efficiency in bit/s/Hz over the resource blocks used. @param megahertz bandwidth of the cell */
    public double efficiency(double megahertz) {
        return use > 0 && megahertz > 0 ? volume / (megahertz * use / 100) : Double.NaN;
    }

    private static double greater(double one, double other) {
        return Double.isNaN(one) || other > one ? other : one;
    }
}
