package org.towercrier.ui.kit;

import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Objects;

/** Numbers as people of one locale write them. An absent value (NaN) is an en dash. */
public final class NumberFormats {

    /** What stands for a value that is not there. */
    public static final String ABSENT = "\u2013";

    private final Locale locale;

    private NumberFormats(Locale locale) {
        this.locale = Objects.requireNonNull(locale, "locale");
    }

    public static NumberFormats of(Locale locale) {
        return new NumberFormats(locale);
    }

    public Locale locale() {
        return locale;
    }

    /** A whole number with thousands separated: 98,311. */
    public String integer(long value) {
        return NumberFormat.getIntegerInstance(locale).format(value);
    }

    /** A number with exactly {@code digits} digits after the point, so that columns line up. */
    public String decimal(double value, int digits) {
        if (Double.isNaN(value)) {
            return ABSENT;
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setRoundingMode(RoundingMode.HALF_UP);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(value);
    }

    /** A number with as many digits as it needs, at most {@code digits} after the point, and its unit. */
    public String measure(double value, int digits, String unit) {
        if (Double.isNaN(value)) {
            return ABSENT;
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setRoundingMode(RoundingMode.HALF_UP);
        format.setMaximumFractionDigits(digits);
        String number = format.format(value);
        return unit.isEmpty() || "1".equals(unit) ? number : number + "\u202F" + unit;
    }

    /** A share of one as a percentage: 0.873 is 87.3 %. */
    public String percent(double share, int digits) {
        return Double.isNaN(share) ? ABSENT : decimal(share * 100, digits) + "\u202F%";
    }

    /** A large number in few letters: 12.4k, 3.1M; exact below a thousand. */
    public String compact(double value) {
        double size = Math.abs(value);
        if (size < 1000) {
            return new DecimalFormat("0.##", java.text.DecimalFormatSymbols.getInstance(locale)).format(value);
        }
        String[] units = { "k", "M", "G", "T" };
        int unit = -1;
        double rest = value;
        while (Math.abs(rest) >= 999.5 && unit < units.length - 1) {
            rest /= 1000;
            unit++;
        }
        return decimal(rest, Math.abs(rest) < 100 ? 1 : 0) + units[unit];
    }
}
