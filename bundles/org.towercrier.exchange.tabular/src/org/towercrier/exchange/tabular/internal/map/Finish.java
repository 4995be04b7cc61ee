package org.towercrier.exchange.tabular.internal.map;

import org.towercrier.exchange.tabular.internal.value.BadValueException;

/** Completes and checks a row of an inventory class after its columns were read. */
@FunctionalInterface
interface Finish {

    /** @throws BadValueException when the row cannot be true */
    void apply(Draft row) throws BadValueException;
}
