package org.towercrier.radio;

import org.hipparchus.special.Erf;

/**
 * The margin that a link budget keeps for shadow fading, which is normal in decibel: at the edge of a cell, and for a share of its area
 * after D. O. Reudink (in W. C. Jakes, Microwave Mobile Communications, 1974, section 2.5.3).
 */
public final class ShadowingMargin {

    private ShadowingMargin() {
    }

    /**
     * @param probability share of places at the edge that shall be served, above 0 and below 1
     * @param deviation   standard deviation of shadow fading in decibel
     * @return margin in decibel, negative below one half
     */
    public static double atEdge(double probability, double deviation) {
        Checked.between(probability, 1e-9, 1 - 1e-9, "share of served places");
        return Math.sqrt(2) * Erf.erfInv(2 * probability - 1) * Checked.positive(deviation, "standard deviation in decibel");
    }

    /**
     * Share of the area of a cell that is served when the edge has this margin.
     *
     * @param margin    margin at the edge in decibel
     * @param deviation standard deviation of shadow fading in decibel
     * @param exponent  exponent n of the path loss, which grows by 10 n decibel a decade
     * @return 0 to 1
     */
    public static double areaServed(double margin, double deviation, double exponent) {
        Checked.positive(deviation, "standard deviation in decibel");
        double a = -margin / (deviation * Math.sqrt(2));
        double b = 10 * Checked.positive(exponent, "exponent") * Math.log10(Math.E) / (deviation * Math.sqrt(2));
        return 0.5 * (1 - Erf.erf(a) + Math.exp((1 - 2 * a * b) / (b * b)) * (1 - Erf.erf((1 - a * b) / b)));
    }

    /**
     * The margin at the edge with which a share of the area is served.
     *
     * @param share     share of the area, above 0 and below 1
     * @param deviation standard deviation of shadow fading in decibel
     * @param exponent  exponent n of the path loss
     * @return margin in decibel
     */
    public static double forArea(double share, double deviation, double exponent) {
        Checked.between(share, 1e-6, 1 - 1e-6, "share of the area");
        double low = -6 * deviation;
        double high = 6 * deviation;
        while (high - low > 1e-9) {
            double middle = (low + high) / 2;
            if (areaServed(middle, deviation, exponent) < share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
