package org.towercrier.capacity.internal.rules;

import java.math.BigDecimal;

/** Numbers as they are written in rules. */
final class RuleNumbers {

    private RuleNumbers() {
    }

    /** The shortest text that is read as the same number. */
    static String text(double number) {
        if (!Double.isFinite(number)) {
            return Double.toString(number);
        }
        if (number == 0) {
            return 1 / number < 0 ? "-0.0" : "0";
        }
        String plain = new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
        return plain.length() > 20 ? Double.toString(number) : plain;
    }
}
