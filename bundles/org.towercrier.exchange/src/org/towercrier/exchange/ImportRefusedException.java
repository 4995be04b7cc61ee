package org.towercrier.exchange;

/** A file is refused as a whole; the message is a sentence for the user. Nothing of the file is stored. */
public final class ImportRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final long line;
    private final long column;

    /** Refusal without a place. */
    public ImportRefusedException(String message) {
        this(message, 0, 0);
    }

    /** @param line 1 first, 0 when unknown @param column 1 first, 0 when unknown */
    public ImportRefusedException(String message, long line, long column) {
        super(message);
        this.line = line;
        this.column = column;
    }

    /** Line of the trouble, 1 first; 0 when there is none. */
    public long line() {
        return line;
    }

    /** Column of the trouble, 1 first; 0 when there is none. */
    public long column() {
        return column;
    }
}
