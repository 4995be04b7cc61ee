package org.towercrier.customer.ui.internal.figure.value;

import java.util.Optional;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.towercrier.customer.CustomerValue.Level;
import org.towercrier.customer.CustomerValue.Report;
import org.towercrier.customer.CustomerValue.Tier;
import org.towercrier.model.customer.AllOf;
import org.towercrier.model.customer.AttributeCriterion;
import org.towercrier.model.customer.ComparisonOperator;
import org.towercrier.model.customer.Criterion;
import org.towercrier.model.customer.CustomerFactory;
import org.towercrier.model.customer.CutMode;
import org.towercrier.model.customer.FactsAggregation;
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

    /** Whom a tier of persons has, as a rule; empty when nobody is in it. @param among whose spend counts; empty for everyone's */
    static Optional<Criterion> criterion(Report report, ValueTier tier, Optional<Criterion> among) {
        AllOf all = CustomerFactory.eINSTANCE.createAllOf();
        among.map(EcoreUtil::copy).ifPresent(all.getCriteria()::add);
        Optional<Double> above = Optional.empty();
        for (Tier each : report.tiers()) {
            if (each.tier() == tier) {
                if (each.holders() == 0) {
                    return Optional.empty();
                }
                all.getCriteria().add(spend(report, ComparisonOperator.GREATER_OR_EQUAL, each.from()));
                above.ifPresent(border -> all.getCriteria().add(spend(report, ComparisonOperator.LESS, border)));
                return Optional.of(all);
            }
            above = each.holders() == 0 ? above : Optional.of(each.from());
        }
        return Optional.empty();
    }

    private static AttributeCriterion spend(Report report, ComparisonOperator operator, double border) {
        AttributeCriterion spend = leaf("MonthlyFacts.spend", operator, String.valueOf(border));
        spend.setAggregation(FactsAggregation.MEAN);
        spend.setMonths(report.months());
        return spend;
    }

    /** The members of a household or group as a rule. */
    static Criterion members(Level level, String holder) {
        return leaf(level == Level.HOUSEHOLD ? "Customer.household" : "Customer.group", ComparisonOperator.EQUAL, holder);
    }

    private static AttributeCriterion leaf(String attribute, ComparisonOperator operator, String value) {
        AttributeCriterion leaf = CustomerFactory.eINSTANCE.createAttributeCriterion();
        leaf.setAttribute(attribute);
        leaf.setOperator(operator);
        leaf.getValues().add(value);
        return leaf;
    }
}
