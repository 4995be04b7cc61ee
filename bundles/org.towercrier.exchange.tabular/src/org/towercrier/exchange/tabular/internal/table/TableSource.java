package org.towercrier.exchange.tabular.internal.table;

import java.io.IOException;
import java.util.function.LongConsumer;

import org.towercrier.exchange.ImportRefusedException;

/** A table that can be read more than once: to learn from its values before they are taken. */
@FunctionalInterface
public interface TableSource {

    /** Opens the table before its first row. @param bytes told now and then how far the reading is */
    Table open(LongConsumer bytes) throws IOException, ImportRefusedException;

    /** Opens it without telling how far the reading is. */
    default Table open() throws IOException, ImportRefusedException {
        return open(bytes -> {});
    }
}
