package org.towercrier.exchange.tabular.internal.value;

import java.text.Normalizer;

/** Reads numbers as people and machines of many countries write them. */
public final class Numbers {

    private static final double[] POWERS = { 1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
            1e17, 1e18 };
    /** Below this an integer is exact as a double. */
    private static final long EXACT = 1L << 53;

    private Numbers() {
    }

    /**
     * Reads a number.
     *
     * @return the number, NaN when the text is none in that style
     */
    public static double parse(String text, NumberStyle style) {
        double fast = plain(text, style.decimal());
        return Double.isNaN(fast) ? careful(text, style) : fast;
    }

    /** Digits with at most one decimal mark, the case of nearly every value: exact, because the digits and the power of ten both are. */
    private static double plain(String text, char mark) {
        int length = text.length();
        int at = 0;
        boolean negative = false;
        if (length > 0 && (text.charAt(0) == '-' || text.charAt(0) == '+')) {
            negative = text.charAt(0) == '-';
            at = 1;
        }
        if (at == length || length - at > 17) {
            return Double.NaN;
        }
        long digits = 0;
        int decimals = -1;
        int seen = 0;
        for (; at < length; at++) {
            char c = text.charAt(at);
            if (c >= '0' && c <= '9') {
                digits = digits * 10 + (c - '0');
                seen++;
                if (decimals >= 0) {
                    decimals++;
                }
            } else if (c == mark && decimals < 0) {
                decimals = 0;
            } else {
                return Double.NaN;
            }
        }
        if (seen == 0 || digits >= EXACT) {
            return Double.NaN;
        }
        double value = decimals > 0 ? digits / POWERS[decimals] : digits;
        return negative ? -value : value;
    }

    private static double careful(String text, NumberStyle style) {
        String s = clean(text);
        if (s.endsWith("%")) {
            s = s.substring(0, s.length() - 1).strip();
        }
        if (s.startsWith("(") && s.endsWith(")") && s.length() > 2) {
            s = "-" + s.substring(1, s.length() - 1);
        }
        s = ungroup(s, style);
        if (s == null || !looksNumeric(s)) {
            return Double.NaN;
        }
        try {
            double value = Double.parseDouble(s.replace(style.decimal(), '.'));
            return Double.isInfinite(value) ? Double.NaN : value;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** Full-width digits and the many kinds of blanks, minus signs and apostrophes become their plain form. */
    static String clean(String text) {
        String s = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        StringBuilder out = new StringBuilder(s.length());
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            out.append(switch (c) {
                case '\u2212', '\u2012', '\u2013' -> '-';
                case '\u00a0', '\u202f', '\u2009' -> ' ';
                case '\u2019', '\u02bc' -> '\'';
                default -> c;
            });
        }
        return out.toString();
    }

    /** Takes thousands separators out when they stand where they belong. @return null when they do not */
    private static String ungroup(String s, NumberStyle style) {
        int end = s.indexOf(style.decimal());
        int e = Math.max(s.indexOf('e'), s.indexOf('E'));
        String whole = end >= 0 ? s.substring(0, end) : e > 0 ? s.substring(0, e) : s;
        String rest = s.substring(whole.length());
        for (char group : new char[]{ style.group(), ' ', '\'' }) {
            if (whole.indexOf(group) >= 0) {
                if (!grouped(whole, group)) {
                    return null;
                }
                whole = whole.replace(String.valueOf(group), "");
            }
        }
        return rest.indexOf(style.group()) >= 0 ? null : whole + rest;
    }

    private static boolean grouped(String whole, char group) {
        String[] parts = (whole.startsWith("-") || whole.startsWith("+") ? whole.substring(1) : whole)
                .split(java.util.regex.Pattern.quote(String.valueOf(group)), -1);
        for (int i = 0; i < parts.length; i++) {
            int length = parts[i].length();
            if (i == 0 ? length < 1 || length > 3 : length != 3) {
                return false;
            }
        }
        return true;
    }

    /** Double.parseDouble also takes hexadecimal, NaN, Infinity and type suffixes, none of which is a number in a table. */
    private static boolean looksNumeric(String s) {
        boolean digit = false;
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c >= '0' && c <= '9') {
                digit = true;
            } else if (c != '.' && c != ',' && c != '-' && c != '+' && !(c == 'e' || c == 'E')) {
                return false;
            }
        }
        return digit;
    }

    /** Reads a whole number exactly. @return the number, empty when the text is none or has decimals other than zeros */
    public static java.util.OptionalLong whole(String text, NumberStyle style) {
        int length = text.length();
        if (length > 0 && length <= 18) {
            boolean digits = true;
            for (int i = text.charAt(0) == '-' && length > 1 ? 1 : 0; digits && i < length; i++) {
                digits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
            }
            if (digits) {
                return java.util.OptionalLong.of(Long.parseLong(text));
            }
        }
        double value = parse(text, style);
        return value == Math.rint(value) && Math.abs(value) < EXACT ? java.util.OptionalLong.of((long) value)
                : java.util.OptionalLong.empty();
    }
}
