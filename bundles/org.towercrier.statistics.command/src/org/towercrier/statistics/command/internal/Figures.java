package org.towercrier.statistics.command.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;

import org.towercrier.command.CommandContext;
import org.towercrier.command.Table;

/** Numbers for people. */
final class Figures {

    private static final double SMALLEST = 1e-4;

    private Figures() {
    }

    static String number(double value, int digits, CommandContext context) {
        if (!Double.isFinite(value)) {
            return Table.ABSENT;
        }
        NumberFormat format = NumberFormat.getNumberInstance(context.locale());
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(value);
    }

    static String percent(double value, int digits, CommandContext context) {
        return Double.isFinite(value) ? number(value * 100, digits, context) + " %" : Table.ABSENT;
    }

    /** A probability: four digits, small ones with their power of ten. */
    static String probability(double p, CommandContext context) {
        if (Double.isNaN(p)) {
            return Table.ABSENT;
        }
        if (p < Double.MIN_NORMAL) {
            return "< 1e-300";
        }
        return p < SMALLEST ? String.format(Locale.ROOT, "%.1e", p) : number(p, 4, context);
    }

    /** Without needless decimals. */
    static String plain(double value) {
        return new BigDecimal(value).setScale(4, RoundingMode.HALF_EVEN).stripTrailingZeros().toPlainString();
    }

    /** The next of 1, 2, 2.5, 5, 6 and 12 times a power of ten: steps people count in. */
    static double niceStep(double atLeast) {
        if (!(atLeast > 0)) {
            return 0;
        }
        double power = Math.pow(10, Math.floor(Math.log10(atLeast)));
        for (double factor : new double[]{ 1, 1.2, 2, 2.5, 5, 6, 10 }) {
            if (factor * power >= atLeast * (1 - 1e-12)) {
                return factor * power;
            }
        }
        return 10 * power;
    }
}
