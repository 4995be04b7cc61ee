package org.towercrier.expansion;

/**
 * What counts as full. Sources: target use 70 % is where load balancing begins in practice, control channel 70 % and connected users 60 % of
 * 1,200 and a floor of 2 Mbit/s per user are a vendor's LTE rule; the others are assumptions and said so in the plan.
 *
 * @param targetUse       use of resource blocks up to which a cell is planned, %
 * @param controlUse      use of the control channel up to which a cell is planned, %
 * @param connectedUsers  connected users up to which a cell is planned
 * @param throughputFloor throughput in kbit/s below which a user asks for less than he would
 * @param poorEfficiency  share of the median spectral efficiency of cells of the same technology below which radio quality is poor (assumption)
 * @param spareShare      share of the cut-off demand that neighbours must be able to take for distribution to be the cause (assumption)
 * @param leastDays       measured days below which nothing is said (assumption)
 * @param leastFullness   fullness below which the capacity of a cell is not told from its load (assumption)
 */
public record Limits(double targetUse, double controlUse, double connectedUsers, double throughputFloor, double poorEfficiency,
        double spareShare, int leastDays, double leastFullness) {

    /** The usual limits. */
    public static final Limits USUAL = new Limits(70, 70, 720, 2000, 0.6, 0.5, 3, 0.1);

    public Limits {
        if (!(targetUse > 0 && targetUse <= 100 && controlUse > 0 && connectedUsers > 0 && throughputFloor >= 0)) {
            throw new IllegalArgumentException("limits are above 0, the target use at most 100 %");
        }
    }
}
