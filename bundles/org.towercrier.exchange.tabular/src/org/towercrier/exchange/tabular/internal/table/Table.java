package org.towercrier.exchange.tabular.internal.table;

import java.io.IOException;
import java.util.List;

import org.towercrier.exchange.ImportRefusedException;

/** Rows of a file under named columns, read once from the beginning to the end. */
public interface Table extends AutoCloseable {

    /** Names of the columns, unique: a repeated one gets {@code " (2)"}, an empty one its number from 1. */
    List<String> header();

    /** Goes to the next row. @return false at the end @throws ImportRefusedException when the rest of the file cannot be read as a table */
    boolean next() throws IOException, ImportRefusedException;

    /** Where the row stands in the file, 1 first. */
    long line();

    /** Number of values in the row, not counting empty ones after the last column. */
    int width();

    /** Value of the row under a column; empty when there is none. */
    String text(int column);

    /** Does the file itself give the value a type? Then numbers have a decimal point and times are ISO 8601, whatever the texts around look like. */
    default boolean typed(int column) {
        return false;
    }

    /** Must every row have as many values as there are columns? */
    default boolean rectangular() {
        return true;
    }

    @Override
    void close() throws IOException;
}
