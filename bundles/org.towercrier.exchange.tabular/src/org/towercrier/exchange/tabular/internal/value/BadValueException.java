package org.towercrier.exchange.tabular.internal.value;

/** A value that cannot be what its column says; the message is a sentence for the user. */
public final class BadValueException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String column;
    private final String value;

    public BadValueException(String column, String value, String reason) {
        super(reason, null, false, false);
        this.column = column;
        this.value = value;
    }

    /** Name of the column, may be empty. */
    public String column() {
        return column;
    }

    /** The value as found. */
    public String value() {
        return value;
    }
}
