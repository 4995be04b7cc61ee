package org.towercrier.sample;

/**
 * What was written.
 *
 * @param city
 *            name of the invented city
 * @param regions
 *            districts
 * @param sites
 *            antenna sites
 * @param cells
 *            cells
 * @param measurements
 *            rows of measurements
 * @param accessPoints
 *            WLAN access points
 * @param customers
 *            customers
 * @param facts
 *            rows of monthly facts
 * @param seconds
 *            how long it took
 */
public record SampleReport(String city, int regions, int sites, int cells, long measurements, int accessPoints,
        int customers, long facts, double seconds) {

    /** The same city, with what the areas have added to it. */
    public SampleReport took(double all) {
        return new SampleReport(city, regions, sites, cells, measurements, accessPoints, customers, facts, all);
    }
}
