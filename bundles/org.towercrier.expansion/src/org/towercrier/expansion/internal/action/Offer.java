package org.towercrier.expansion.internal.action;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.towercrier.expansion.CellState;
import org.towercrier.expansion.Proposal;
import org.towercrier.expansion.Proposal.Gain;
import org.towercrier.expansion.Sentence;
import org.towercrier.expansion.Situation.Place;
import org.towercrier.expansion.internal.ShippedTexts;
import org.towercrier.model.network.CostItem;

/** Makes proposals of a catalogue item. */
final class Offer {

    private static final double FREE = 0;

    private Offer() {
    }

    /** For one cell, at its site. @param times how often the item's cost is due */
    static Proposal atCell(String action, CellState cell, CostItem item, double times, List<Gain> gains, List<String> exclusive,
            Sentence why) {
        return new Proposal(action + ':' + cell.id(), action, cell.id(), cell.site(), cell.latitude(), cell.longitude(),
                times * or(item.getInvestment(), FREE), times * or(item.getYearlyCost(), FREE), days(item), gains, OptionalDouble.empty(),
                exclusive, why, source(item));
    }

    /** At a place of its own, with capacity that several cells share. */
    static Proposal atPlace(String action, Place place, String cell, CostItem item, List<Gain> gains, double capacity,
            List<String> exclusive, Sentence why) {
        return new Proposal(action + ':' + place.id(), action, cell, Optional.of(place.id()), place.latitude(), place.longitude(),
                or(item.getInvestment(), FREE), or(item.getYearlyCost(), FREE), days(item), gains, OptionalDouble.of(capacity), exclusive,
                why, source(item));
    }

    static double or(Double value, double otherwise) {
        return value == null ? otherwise : value;
    }

    static int or(Integer value, int otherwise) {
        return value == null ? otherwise : value;
    }

    private static int days(CostItem item) {
        return or(item.getLeadTime(), 0);
    }

    private static Sentence source(CostItem item) {
        return ShippedTexts.sentence(item.getSource());
    }

    /** Whether an item is for cells of this kind. */
    static boolean applies(CostItem item, CellState cell) {
        return (item.getTechnologies().isEmpty() || cell.technology().filter(item.getTechnologies()::contains).isPresent())
                && (item.getScenarios().isEmpty() || cell.scenario().filter(item.getScenarios()::contains).isPresent());
    }

    /** New capacity for one cell. */
    static Gain added(CellState cell, double amount) {
        return new Gain(cell.id(), amount, Optional.empty());
    }
}
