package org.towercrier.radio;

/**
 * Specific attenuation by rain, γ = k R^α (Recommendation ITU-R P.838-3), 1 to 1,000 GHz, for any polarisation and path elevation.
 */
public final class Rain {

    private static final double[][] K_HORIZONTAL = { { -5.33980, -0.10008, 1.13098 }, { -0.35351, 1.26970, 0.45400 },
            { -0.23789, 0.86036, 0.15354 }, { -0.94158, 0.64552, 0.16817 } };
    private static final double[][] K_VERTICAL = { { -3.80595, 0.56934, 0.81061 }, { -3.44965, -0.22911, 0.51059 },
            { -0.39902, 0.73042, 0.11899 }, { 0.50167, 1.07319, 0.27195 } };
    private static final double[][] ALPHA_HORIZONTAL = { { -0.14318, 1.82442, -0.55187 }, { 0.29591, 0.77564, 0.19822 },
            { 0.32177, 0.63773, 0.13164 }, { -5.37610, -0.96230, 1.47828 }, { 16.1721, -3.29980, 3.43990 } };
    private static final double[][] ALPHA_VERTICAL = { { -0.07771, 2.33840, -0.76284 }, { 0.56727, 0.95545, 0.54039 },
            { -0.20238, 1.14520, 0.26809 }, { -48.2991, 0.791669, 0.116226 }, { 48.5833, 0.791459, 0.116479 } };

    private Rain() {
    }

    /**
     * @param gigahertz         frequency, 1 to 1,000
     * @param elevation         elevation of the path in degrees
     * @param tilt              tilt of the polarisation against the horizontal in degrees: 0 horizontal, 90 vertical, 45 circular
     * @param millimetrePerHour rain rate
     * @return decibel per kilometre
     */
    public static double decibelPerKilometre(double gigahertz, double elevation, double tilt, double millimetrePerHour) {
        Checked.between(gigahertz, 1, 1000, "frequency in gigahertz");
        Checked.between(millimetrePerHour, 0, 1000, "rain rate in millimetre per hour");
        double log = Math.log10(gigahertz);
        double kh = Math.pow(10, sum(K_HORIZONTAL, log) - 0.18961 * log + 0.71147);
        double kv = Math.pow(10, sum(K_VERTICAL, log) - 0.16398 * log + 0.63297);
        double ah = sum(ALPHA_HORIZONTAL, log) + 0.67849 * log - 1.95537;
        double av = sum(ALPHA_VERTICAL, log) - 0.053739 * log + 0.83433;
        double geometry = Math.pow(Math.cos(Math.toRadians(elevation)), 2) * Math.cos(2 * Math.toRadians(tilt));
        double k = (kh + kv + (kh - kv) * geometry) / 2;
        double alpha = (kh * ah + kv * av + (kh * ah - kv * av) * geometry) / (2 * k);
        return k * Math.pow(millimetrePerHour, alpha);
    }

    private static double sum(double[][] terms, double log) {
        double sum = 0;
        for (double[] term : terms) {
            sum += term[0] * Math.exp(-Math.pow((log - term[1]) / term[2], 2));
        }
        return sum;
    }
}
