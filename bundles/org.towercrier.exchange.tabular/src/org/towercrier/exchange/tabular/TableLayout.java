package org.towercrier.exchange.tabular;

import java.util.Objects;

/**
 * How a table file is written, as far as its content shall not decide.
 *
 * @param encoding character set, or {@value #AUTO}
 * @param delimiter one character, {@code tab}, or {@value #AUTO}
 * @param decimal {@code .}, {@code ,} or {@value #AUTO}
 * @param sheet name of the sheet of a workbook; empty for the first that has rows
 * @param header number of the header row from 1, 0 for none, negative to find it
 */
public record TableLayout(String encoding, String delimiter, String decimal, String sheet, int header) {

    /** Decided by the content. */
    public static final String AUTO = "auto";

    /** Everything decided by the content. */
    public static final TableLayout BY_CONTENT = new TableLayout(AUTO, AUTO, AUTO, "", -1);

    public TableLayout {
        Objects.requireNonNull(encoding);
        Objects.requireNonNull(delimiter);
        Objects.requireNonNull(decimal);
        Objects.requireNonNull(sheet);
    }
}
