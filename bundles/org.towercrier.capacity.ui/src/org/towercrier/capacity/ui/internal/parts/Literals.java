package org.towercrier.capacity.ui.internal.parts;

/** Model literals as people write them, where that is the same in every language. */
public final class Literals {

    private Literals() {
    }

    /** The usual name of a technology: LTE_FDD is written LTE FDD, TD_SCDMA is TD-SCDMA. */
    public static String technology(String literal) {
        return "TD_SCDMA".equals(literal) ? "TD-SCDMA" : literal.replace('_', ' ');
    }

    /** What an object of no known cell is called: the last part of its distinguished name says it, the whole name is too long. */
    public static String object(String name) {
        int last = name.lastIndexOf('=');
        return last < 0 || last == name.length() - 1 ? name : name.substring(last + 1);
    }
}
