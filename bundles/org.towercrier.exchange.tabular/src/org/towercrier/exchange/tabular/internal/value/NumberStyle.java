package org.towercrier.exchange.tabular.internal.value;

/** How numbers are written. */
public enum NumberStyle {
    /** Decimal point, thousands by comma, blank or apostrophe. */
    POINT('.', ','),
    /** Decimal comma, thousands by point, blank or apostrophe. */
    COMMA(',', '.');

    private final char decimal;
    private final char group;

    NumberStyle(char decimal, char group) {
        this.decimal = decimal;
        this.group = group;
    }

    char decimal() {
        return decimal;
    }

    char group() {
        return group;
    }
}
