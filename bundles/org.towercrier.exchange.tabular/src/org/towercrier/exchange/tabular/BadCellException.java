package org.towercrier.exchange.tabular;

/** A value of a table is not what it has to be. The message is a sentence with the reason; line and column are told apart from it. */
public final class BadCellException extends Exception {

    private static final long serialVersionUID = 1L;

    private final long line;
    private final String column;

    /** @param line where the row stands in the file, 1 first */
    public BadCellException(long line, String column, String reason) {
        super(reason);
        this.line = line;
        this.column = column;
    }

    /** Where the row stands in the file, 1 first. */
    public long line() {
        return line;
    }

    /** Name of the column. */
    public String column() {
        return column;
    }
}
