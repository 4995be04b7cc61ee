package org.towercrier.exchange.tabular.internal.value;

import java.util.Optional;

/**
 * Finds out from the values of a column whether its decimal mark is a point or a comma.
 * <p>
 * {@code 1,5} and {@code 1.234,5} can only have a decimal comma, {@code 0.37} and {@code 1,234.5} only a decimal point. {@code 1,234} may be either and proves
 * nothing; {@code 1.234} alone is taken as a decimal point unless something else in the file speaks for commas.
 */
public final class NumberEvidence {

    private long point;
    private long comma;
    private long eitherComma;
    private long eitherPoint;

    /** Takes one value into account. */
    public void add(String text) {
        if (text.indexOf(',') < 0 && text.indexOf('.') < 0) {
            return;
        }
        String s = Numbers.clean(text);
        if (s.isEmpty() || !numeric(s)) {
            return;
        }
        int commas = count(s, ',');
        int points = count(s, '.');
        if (commas > 0 && points > 0) {
            tally(s.lastIndexOf(',') > s.lastIndexOf('.'), commas, points);
        } else if (commas > 1) {
            point++;
        } else if (points > 1) {
            comma++;
        } else if (commas == 1) {
            if (thousands(s, ',')) {
                eitherComma++;
            } else {
                comma++;
            }
        } else if (thousands(s, '.')) {
            eitherPoint++;
        } else {
            point++;
        }
    }

    private void tally(boolean commaLast, int commas, int points) {
        if (commaLast && commas == 1) {
            comma++;
        } else if (!commaLast && points == 1) {
            point++;
        }
    }

    /** The style that the values prove; empty when they prove none or contradict one another. */
    public Optional<NumberStyle> proven() {
        if (comma > 0 && point == 0) {
            return Optional.of(NumberStyle.COMMA);
        }
        return point > 0 && comma == 0 ? Optional.of(NumberStyle.POINT) : Optional.empty();
    }

    /** Values of both styles in one column. */
    public boolean contradictory() {
        return comma > 0 && point > 0;
    }

    /** The majority of a contradictory column. */
    public NumberStyle majority() {
        return comma > point ? NumberStyle.COMMA : NumberStyle.POINT;
    }

    /** Are there values such as {@code 1,234} that mean different numbers in the two styles? */
    public boolean ambiguousComma() {
        return eitherComma > 0;
    }

    /** Are there values such as {@code 1.234}? */
    public boolean ambiguousPoint() {
        return eitherPoint > 0;
    }

    private static boolean numeric(String s) {
        int digits = 0;
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (",.+- '%eE()".indexOf(c) < 0) {
                return false;
            }
        }
        return digits > 0;
    }

    /** One mark with one to three digits before it, not a lone zero, and exactly three after it. */
    private static boolean thousands(String s, char mark) {
        String t = s.startsWith("-") || s.startsWith("+") ? s.substring(1) : s;
        int at = t.indexOf(mark);
        if (at < 1 || at > 3 || t.length() != at + 4 || t.charAt(0) == '0') {
            return false;
        }
        for (int i = at + 1; i < t.length(); i++) {
            if (t.charAt(i) < '0' || t.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static int count(String s, char wanted) {
        int n = 0;
        for (int i = 0; i < s.length(); i++) {
            if (s.charAt(i) == wanted) {
                n++;
            }
        }
        return n;
    }
}
