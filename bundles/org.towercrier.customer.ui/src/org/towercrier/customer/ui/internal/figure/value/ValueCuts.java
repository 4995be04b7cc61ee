package org.towercrier.customer.ui.internal.figure.value;

import java.util.Optional;

import org.towercrier.customer.CustomerValue.Report;
import org.towercrier.customer.CustomerValue.Tier;
import org.towercrier.model.customer.CustomerFactory;
import org.towercrier.model.customer.CutMode;
import org.towercrier.model.customer.ValueCut;
import org.towercrier.model.customer.ValueModel;
import org.towercrier.model.customer.ValueTier;

/** Borders between tiers: shares of the customers counted from the top, or amounts. */
final class ValueCuts {

    private static final double ROUND = 100;

    private ValueCuts() {
    }

    /** The border of a tier. */
    static Optional<Double> get(ValueModel model, ValueTier tier) {
        return model.getCuts().stream().filter(cut -> cut.getTier() == tier).findFirst().map(ValueCut::getValue);
    }

    /** Sets the border of a tier. */
    static void set(ValueModel model, ValueTier tier, double value) {
        for (ValueCut cut : model.getCuts()) {
            if (cut.getTier() == tier) {
                cut.setValue(value);
                return;
            }
        }
        ValueCut cut = CustomerFactory.eINSTANCE.createValueCut();
        cut.setTier(tier);
        cut.setValue(value);
        model.getCuts().add(cut);
    }

    /** Changes between shares and amounts; the borders stay where they are now. */
    static void change(ValueModel model, CutMode mode, Report now) {
        if (model.getMode() == mode) {
            return;
        }
        model.setMode(mode);
        double share = 0;
        for (Tier tier : now.tiers()) {
            share += tier.share();
            if (tier.tier() != ValueTier.ORDINARY) {
                set(model, tier.tier(), Math.round((mode == CutMode.SHARE ? share * ROUND : tier.from()) * ROUND) / ROUND
                        / (mode == CutMode.SHARE ? ROUND : 1));
            }
        }
    }
}
