package org.towercrier.expansion;

import java.util.LinkedHashMap;
import java.util.Map;

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

    /** The limits by their names, in the order above. */
    public Map<String, Double> figures() {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("targetUse", targetUse);
        figures.put("controlUse", controlUse);
        figures.put("connectedUsers", connectedUsers);
        figures.put("throughputFloor", throughputFloor);
        figures.put("poorEfficiency", poorEfficiency);
        figures.put("spareShare", spareShare);
        figures.put("leastDays", (double) leastDays);
        figures.put("leastFullness", leastFullness);
        return figures;
    }

    /**
     * Limits of {@link #figures}.
     *
     * @throws IllegalArgumentException when they cannot be limits
     */
    public static Limits of(Map<String, Double> figures) {
        return new Limits(figures.get("targetUse"), figures.get("controlUse"), figures.get("connectedUsers"),
                figures.get("throughputFloor"),
                figures.get("poorEfficiency"), figures.get("spareShare"), figures.get("leastDays").intValue(),
                figures.get("leastFullness"));
    }
}
