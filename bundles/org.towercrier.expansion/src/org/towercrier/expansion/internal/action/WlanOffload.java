package org.towercrier.expansion.internal.action;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.osgi.service.component.annotations.Component;
import org.towercrier.expansion.ActionKind;
import org.towercrier.expansion.CellLoad;
import org.towercrier.expansion.CellState;
import org.towercrier.expansion.Proposal;
import org.towercrier.expansion.Sentence;
import org.towercrier.expansion.Situation;
import org.towercrier.expansion.Situation.Place;
import org.towercrier.model.network.CostItem;
import org.towercrier.model.network.ExpansionAction;

/**
 * Hands data traffic over to access points in reach. An access point serves the overloaded cell whose people are nearest, so that none is
 * counted twice. The gain is the share of the carried load that goes over when the cell's area is full of access points: each brings an
 * equal part of it up to the number the catalogue names.
 */
@Component
public final class WlanOffload implements ActionKind {

    private static final double USUAL_REACH = 100;
    private static final double USUAL_RANGE = 600;
    private static final int ENOUGH = 5;

    @Override
    public String id() {
        return ExpansionAction.WLAN_OFFLOAD.getLiteral();
    }

    @Override
    public List<Proposal> propose(Situation situation, CostItem item) {
        double reach = Offer.or(item.getReach(), USUAL_REACH);
        int most = Offer.or(item.getMaximumPerSector(), ENOUGH);
        List<CellState> needy = situation.needy();
        Neighbourhood people = new Neighbourhood(needy.stream().flatMap(cell -> Situation.centre(cell, USUAL_RANGE).stream()).toList());
        Map<String, Integer> points = new HashMap<>();
        for (Place point : situation.accessPoints()) {
            people.within(point.latitude(), point.longitude(), reach).stream().findFirst()
                    .ifPresent(nearest -> points.merge(nearest.id(), 1, Integer::sum));
        }
        List<Proposal> all = new ArrayList<>();
        for (CellState cell : needy) {
            int used = Math.min(most, points.getOrDefault(cell.id(), 0));
            double volume = cell.load().map(CellLoad::volume).orElse(0.0);
            double amount = Offer.or(item.getGain(), 0.0) * volume * used / most;
            if (amount > 0 && Offer.applies(item, cell)) {
                all.add(Offer.atCell(id(), cell, item, used, List.of(Offer.added(cell, amount)), List.of(),
                        Sentence.of("Why_WLAN_OFFLOAD", used, reach, amount, volume)));
            }
        }
        return all;
    }
}
