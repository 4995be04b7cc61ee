package org.towercrier.capacity.exchange.internal.in;

import org.towercrier.capacity.exchange.internal.Texts;

/** An event breaks a rule of its format. The message is a sentence for the user. */
final class BadEvent extends Exception {

    private static final long serialVersionUID = 1L;

    private final String where;
    private final String value;

    /**
     * @param where path of the field within the file
     * @param value what stood there, may be empty
     * @param reason what is wrong with it
     */
    BadEvent(String where, String value, String reason) {
        super(reason);
        this.where = where;
        this.value = value;
    }

    String where() {
        return where;
    }

    String value() {
        return value;
    }

    /** Place, reason and value as one sentence. */
    String sentence() {
        return value.isEmpty() ? where + ": " + getMessage() : where + ": " + getMessage() + " (“" + Texts.shorten(value) + "”)";
    }
}
