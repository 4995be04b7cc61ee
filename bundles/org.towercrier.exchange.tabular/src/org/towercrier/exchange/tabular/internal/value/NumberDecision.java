package org.towercrier.exchange.tabular.internal.value;

import java.util.Optional;

/** How the numbers of a column are to be read, when the other columns of the table are looked at too. */
public enum NumberDecision {
    /** With a decimal point. */
    POINT,
    /** With a decimal comma. */
    COMMA,
    /** Nothing speaks for either yet. */
    OPEN,
    /** There are values that mean different numbers in the two styles, and nothing that decides. */
    AMBIGUOUS;

    /** Decides for all columns of a table. */
    public static NumberDecision[] of(NumberEvidence[] evidence) {
        boolean anyComma = false;
        boolean anyPoint = false;
        for (NumberEvidence one : evidence) {
            Optional<NumberStyle> proven = one.proven();
            anyComma |= proven.filter(NumberStyle.COMMA::equals).isPresent();
            anyPoint |= proven.filter(NumberStyle.POINT::equals).isPresent();
        }
        NumberDecision[] decisions = new NumberDecision[evidence.length];
        for (int i = 0; i < evidence.length; i++) {
            decisions[i] = of(evidence[i], anyComma, anyPoint);
        }
        return decisions;
    }

    private static NumberDecision of(NumberEvidence one, boolean anyComma, boolean anyPoint) {
        Optional<NumberStyle> proven = one.proven();
        if (one.contradictory()) {
            return one.majority() == NumberStyle.COMMA ? COMMA : POINT;
        }
        if (proven.isPresent()) {
            return proven.get() == NumberStyle.COMMA ? COMMA : POINT;
        }
        if (one.ambiguousComma()) {
            return anyComma == anyPoint ? AMBIGUOUS : anyComma ? COMMA : POINT;
        }
        if (one.ambiguousPoint()) {
            return anyComma && !anyPoint ? COMMA : POINT;
        }
        return anyComma && !anyPoint ? COMMA : OPEN;
    }
}
