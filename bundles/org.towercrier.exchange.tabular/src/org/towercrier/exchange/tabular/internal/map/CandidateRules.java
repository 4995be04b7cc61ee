package org.towercrier.exchange.tabular.internal.map;

import org.towercrier.exchange.tabular.internal.Messages;
import org.towercrier.exchange.tabular.internal.value.BadValueException;

/** A candidate site without a place is none. */
final class CandidateRules implements Finish {

    @Override
    public void apply(Draft row) throws BadValueException {
        if (row.number("latitude").isEmpty()) {
            throw new BadValueException(row.column("latitude"), "", Messages.of("position.none"));
        }
    }
}
