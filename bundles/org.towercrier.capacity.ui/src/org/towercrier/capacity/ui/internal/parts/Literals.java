package org.towercrier.capacity.ui.internal.parts;

/** Model literals as people write them, where that is the same in every language. */
final class Literals {

    private Literals() {
    }

    /** The usual name of a technology: LTE_FDD is written LTE FDD, TD_SCDMA is TD-SCDMA. */
    static String technology(String literal) {
        return "TD_SCDMA".equals(literal) ? "TD-SCDMA" : literal.replace('_', ' ');
    }
}
