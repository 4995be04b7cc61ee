package org.towercrier.expansion.internal.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.towercrier.expansion.CellState;
import org.towercrier.expansion.Proposal;
import org.towercrier.expansion.Sentence;
import org.towercrier.expansion.Situation;
import org.towercrier.model.network.CostItem;

/** Actions that multiply the capacity of one cell by a factor: relief up to (factor − 1) × capacity. */
final class CapacityFactor {

    private CapacityFactor() {
    }

    /** @param possible what more is to be said where it is possible, empty where it is not @param group name of the group in which only one can be taken, of the physical sector; empty for none */
    static List<Proposal> propose(String action, Situation situation, CostItem item, String group,
            Function<CellState, Optional<Sentence>> possible) {
        List<Proposal> all = new ArrayList<>();
        double factor = Offer.or(item.getGain(), 1.0);
        for (CellState cell : situation.needy()) {
            double amount = (factor - 1) * cell.capacity();
            Optional<Sentence> given = amount > 0 && Offer.applies(item, cell) ? possible.apply(cell) : Optional.empty();
            if (given.isPresent()) {
                List<String> exclusive = group.isEmpty() ? List.of() : List.of(group + ':' + cell.sector());
                all.add(Offer.atCell(action, cell, item, 1, List.of(Offer.added(cell, amount)), exclusive,
                        Sentence.of("Why_" + action, cell.capacity(), factor, amount, cell.demand().cutOff()).and(given.get())));
            }
        }
        return all;
    }
}
