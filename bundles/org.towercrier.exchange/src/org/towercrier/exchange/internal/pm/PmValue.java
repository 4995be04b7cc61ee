package org.towercrier.exchange.internal.pm;

/**
 * Turns the characters of a result into a number without making objects: files hold millions of them, nearly all short whole numbers. What is not a plain
 * decimal number goes through {@link Double#parseDouble}.
 */
final class PmValue {

    /** What the characters are. */
    enum Kind {
        NUMBER, ABSENT, TEXT
    }

    private static final double[] POWERS = { 1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
            1e18, 1e19, 1e20,
            1e21, 1e22 };
    /** Up to here a long is a double without loss. */
    private static final long EXACT = 1L << 53;

    private double number;
    private String text = "";

    /** The number of the last {@link #parse} that gave {@link Kind#NUMBER}. */
    double number() {
        return number;
    }

    /** The text of the last {@link #parse} that gave {@link Kind#TEXT}, without blanks at its ends. */
    String text() {
        return text;
    }

    Kind parse(char[] chars, int from, int length) {
        int start = from;
        int end = from + length;
        while (start < end && chars[start] <= ' ') {
            start++;
        }
        while (end > start && chars[end - 1] <= ' ') {
            end--;
        }
        if (start == end) {
            return Kind.ABSENT;
        }
        return plain(chars, start, end) ? Kind.NUMBER : other(new String(chars, start, end - start));
    }

    /** Digits with at most one point: mantissa and power are exact, so their quotient is the nearest double. */
    private boolean plain(char[] chars, int start, int end) {
        boolean negative = chars[start] == '-';
        int at = negative || chars[start] == '+' ? start + 1 : start;
        long mantissa = 0;
        int digits = 0;
        int point = -1;
        for (; at < end; at++) {
            char c = chars[at];
            if (c >= '0' && c <= '9') {
                mantissa = mantissa * 10 + (c - '0');
                if (mantissa > EXACT) {
                    return false;
                }
                digits++;
            } else if (c == '.' && point < 0) {
                point = digits;
            } else {
                return false;
            }
        }
        int fraction = point < 0 ? 0 : digits - point;
        if (digits == 0 || fraction >= POWERS.length) {
            return false;
        }
        double value = fraction == 0 ? mantissa : mantissa / POWERS[fraction];
        number = negative ? -value : value;
        return true;
    }

    private Kind other(String trimmed) {
        switch (trimmed.toUpperCase(java.util.Locale.ROOT)) {
            case "NIL", "NULL", "NAN", "N/A", "#N/A" -> {
                return Kind.ABSENT;
            }
            default -> text = trimmed;
        }
        char first = trimmed.charAt(0);
        char last = trimmed.charAt(trimmed.length() - 1);
        boolean looksNumeric = (Character.isDigit(first) || first == '-' || first == '+' || first == '.')
                && (Character.isDigit(last) || last == '.');
        if (!looksNumeric) {
            return Kind.TEXT;
        }
        try {
            double value = Double.parseDouble(trimmed);
            if (Double.isFinite(value)) {
                number = value;
                return Kind.NUMBER;
            }
            return Kind.TEXT;
        } catch (NumberFormatException list) {
            return Kind.TEXT;
        }
    }
}
