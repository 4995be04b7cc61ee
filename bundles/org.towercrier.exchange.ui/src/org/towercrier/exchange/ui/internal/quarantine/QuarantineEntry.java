package org.towercrier.exchange.ui.internal.quarantine;

/**
 * A row that was put aside.
 *
 * @param file where it came from
 * @param line its line, 0 when the reason concerns the whole file
 * @param column column, element or measurement, may be empty
 * @param value what stood there, may be empty
 * @param reason a sentence
 * @param kind the sentence without the values in it, the same for all of its kind
 */
public record QuarantineEntry(String file, long line, String column, String value, String reason, String kind) {

    /** The file without its folders. */
    public String shortFile() {
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }
}
