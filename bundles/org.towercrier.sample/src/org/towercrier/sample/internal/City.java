package org.towercrier.sample.internal;

import java.util.List;
import org.towercrier.model.network.CoverageScenario;

/**
 * The plan of an invented city, in metres east and north of its centre.
 *
 * @param districts
 *            regions, from the centre outwards
 * @param sites
 *            antenna sites
 * @param cells
 *            cells, grouped by site
 * @param venues
 *            places where crowds gather now and then
 */
record City(List<District> districts, List<SitePlan> sites, List<CellPlan> cells, List<Venue> venues) {

    /** An invented name; there is no such city. */
    static final String NAME = "Lindenquay";
    /** What people see: never without the word. */
    static final String LABEL = NAME + " (synthetic city)";
    /** The city lies in the open Atlantic, where nobody looks for it among real sites. */
    static final double LATITUDE = 46.3;
    static final double LONGITUDE = -8.6;

    private static final double METRES_PER_DEGREE = 111_319.49;
    private static final double COSINE = StrictMath.cos(StrictMath.toRadians(LATITUDE));

    /** Degrees, rounded to about a decimetre. */
    static double latitude(double north) {
        return Math.rint((LATITUDE + north / METRES_PER_DEGREE) * 1e6) / 1e6;
    }

    /** Degrees, rounded to about a decimetre. */
    static double longitude(double east) {
        return Math.rint((LONGITUDE + east / (METRES_PER_DEGREE * COSINE)) * 1e6) / 1e6;
    }

    record District(int number, String name, CoverageScenario scenario, Profile profile, double growth, double east,
            double north, double radius, int sites) {

        String id() {
            return String.format("SYN-R-%03d", number + 1);
        }

        District at(double newEast, double newNorth) {
            return new District(number, name, scenario, profile, growth, newEast, newNorth, radius, sites);
        }
    }

    record SitePlan(int number, String name, District district, CoverageScenario scenario, Profile profile,
            double east, double north, boolean indoor) {

        String id() {
            return String.format("SYN-%05d", number + 1);
        }
    }

    /**
     * A cell and how it behaves.
     *
     * @param sector
     *            1 to 3, 0 for an indoor cell that covers all round
     * @param peak
     *            offered load at the usual peak, as a share of the capacity with good radio conditions
     * @param efficiency
     *            spectral efficiency as a share of a good cell's
     * @param kilobytesPerErab
     *            typical size of a connection
     * @param uplinkShare
     *            uplink volume per downlink volume
     */
    record CellPlan(int number, String id, SitePlan site, int sector, int localId, Layer layer, double azimuth,
            double height, double power, double peak, double efficiency, double kilobytesPerErab,
            double uplinkShare) {

        int nodeId() {
            return 20_000 + site.number() * 4 + layer.technology().getValue() % 4;
        }

        /** The distinguished name under which a measurement file would report the cell. */
        String objectName() {
            String kind = switch (layer.technology()) {
                case NR -> "NRCellDU";
                case LTE_TDD -> "EUtranCellTDD";
                case LTE_FDD -> "EUtranCellFDD";
                case GSM -> "GsmCell";
                default -> "UtranCell";
            };
            return "SubNetwork=" + NAME + "-synthetic,ManagedElement=" + site.id() + "," + kind + "=" + id;
        }
    }

    record Venue(String name, Profile profile, double east, double north, double reach) {
    }
}
