package org.towercrier.expansion.internal.action;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.osgi.service.component.annotations.Component;
import org.towercrier.expansion.ActionKind;
import org.towercrier.expansion.Cause;
import org.towercrier.expansion.CellLoad;
import org.towercrier.expansion.CellState;
import org.towercrier.expansion.Proposal;
import org.towercrier.expansion.Proposal.Gain;
import org.towercrier.expansion.Sentence;
import org.towercrier.expansion.Situation;
import org.towercrier.model.network.CostItem;
import org.towercrier.model.network.ExpansionAction;

/**
 * Hands busy-hour load over to other carriers of the sector and to neighbours with room. The gain is the share of the carried load that can
 * be handed over in all: to neighbours as the handovers divide it, to each other carrier of the sector up to the whole of it.
 */
@Component
public final class LoadBalancing implements ActionKind {

    @Override
    public String id() {
        return ExpansionAction.LOAD_BALANCING.getLiteral();
    }

    @Override
    public List<Proposal> propose(Situation situation, CostItem item) {
        List<Proposal> all = new ArrayList<>();
        for (CellState cell : situation.needy()) {
            double volume = cell.load().map(CellLoad::volume).orElse(0.0);
            if (cell.cause().filter(cause -> cause == Cause.PEAKS_ONLY).isPresent() || !Offer.applies(item, cell)) {
                continue;
            }
            List<Gain> gains = gains(situation, cell, volume * Offer.or(item.getGain(), 0.0));
            if (!gains.isEmpty()) {
                double sum = gains.stream().mapToDouble(Gain::amount).sum();
                all.add(Offer.atCell(id(), cell, item, 1, gains, List.of(),
                        Sentence.of("Why_LOAD_BALANCING", gains.size(), sum, Offer.or(item.getGain(), 0.0) * 100, volume)));
            }
        }
        return all;
    }

    private static List<Gain> gains(Situation situation, CellState cell, double movable) {
        Map<String, Double> shares = new HashMap<>(situation.neighbours().getOrDefault(cell.id(), Map.of()));
        situation.sectors().getOrDefault(cell.sector(), List.of()).forEach(other -> shares.put(other, 1.0));
        shares.remove(cell.id());
        List<Gain> gains = new ArrayList<>();
        shares.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> {
            CellState receiver = situation.cells().get(entry.getKey());
            double amount = receiver == null ? 0 : Math.min(receiver.spare(), movable * entry.getValue());
            if (receiver != null && amount > 0) {
                gains.add(new Gain(cell.id(), amount, Optional.of(receiver.id())));
            }
        });
        double sum = gains.stream().mapToDouble(Gain::amount).sum();
        if (sum <= movable) {
            return gains;
        }
        // All receivers together take no more than can be handed over.
        return gains.stream().map(gain -> new Gain(gain.cell(), gain.amount() * movable / sum, gain.receiver())).toList();
    }
}
