package org.towercrier.exchange.internal;

/** Judges a finished row of a table. */
@FunctionalInterface
interface RowCheck {

    /** @return false when the row is not to be stored; the check has told the tally why */
    boolean accept(RowBlock row, long line);
}
