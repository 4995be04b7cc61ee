package org.towercrier.exchange.internal;

import java.util.Optional;

import org.towercrier.exchange.internal.CanonicalMeasurements.Canonical;

/** The rules for measurements, for importers that fill the measurement classes row by row. */
final class MeasurementCheck implements RowCheck {

    private final CanonicalMeasurements canonicals;
    private final MeasurementRules rules;
    private final UnitBreach breach;
    private final FileTally tally;
    private final int start;
    private final int period;

    /** @param canonicals of the table whose rows are checked, none for single values */
    MeasurementCheck(TargetTable table, CanonicalMeasurements canonicals, MeasurementRules rules, UnitBreach breach, FileTally tally) {
        this.canonicals = canonicals;
        this.rules = rules;
        this.breach = breach;
        this.tally = tally;
        this.start = table.column("start");
        this.period = table.column("period");
    }

    @Override
    public boolean accept(RowBlock row, long line) {
        Optional<String> badTime = rules.badTime(row.bits(start), (int) row.bits(period));
        if (badTime.isPresent()) {
            tally.quarantine(line, "start", MeasurementRules.iso(row.bits(start)), badTime.get());
            return false;
        }
        for (Canonical canonical : canonicals.all()) {
            if (row.isSet(canonical.column())) {
                value(row, line, canonical);
            }
        }
        return true;
    }

    private void value(RowBlock row, long line, Canonical canonical) {
        double value = Double.longBitsToDouble(row.bits(canonical.column()));
        Optional<String> bad = rules.badValue(canonical, value);
        if (bad.isPresent()) {
            tally.quarantine(line, canonical.name(), Double.toString(value), bad.get());
            row.unset(canonical.column());
        } else if (rules.rawBlocks(canonical, value)) {
            breach.seen(line, canonical.name(), value);
        }
    }
}
