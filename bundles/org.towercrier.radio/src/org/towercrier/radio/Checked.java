package org.towercrier.radio;

import java.util.Locale;

/** Arguments that formulas cannot do with are refused by name. */
final class Checked {

    private Checked() {
    }

    static double positive(double value, String name) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "%s must be positive, not %s", name, value));
        }
        return value;
    }

    static double between(double value, double least, double greatest, String name) {
        if (!(value >= least && value <= greatest)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%s must be from %s to %s, not %s", name, least, greatest, value));
        }
        return value;
    }
}
