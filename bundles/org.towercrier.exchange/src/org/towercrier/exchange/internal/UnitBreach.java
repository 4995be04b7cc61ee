package org.towercrier.exchange.internal;

import java.util.Optional;

import org.towercrier.exchange.ImportRefusedException;

/** Remembers the first value of a file that shows raw resource block counts under the name of a percentage. */
final class UnitBreach {

    private Optional<ImportRefusedException> first = Optional.empty();

    void seen(long line, String measurement, double value) {
        if (first.isEmpty()) {
            first = Optional
                    .of(new ImportRefusedException(Texts.text("Measurement_RawBlocks", measurement, Double.toString(value)), line, 0));
        }
    }

    Optional<ImportRefusedException> first() {
        return first;
    }
}
