package org.towercrier.expansion.internal.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.osgi.service.component.annotations.Component;
import org.towercrier.expansion.ActionKind;
import org.towercrier.expansion.Cause;
import org.towercrier.expansion.CellState;
import org.towercrier.expansion.Proposal;
import org.towercrier.expansion.Proposal.Gain;
import org.towercrier.expansion.Sentence;
import org.towercrier.expansion.Situation;
import org.towercrier.expansion.Situation.Place;
import org.towercrier.expansion.internal.action.UsualCells.Carried;
import org.towercrier.model.network.CostItem;
import org.towercrier.model.network.ExpansionAction;
import org.towercrier.radio.Tr38901.Scenario;

/** A small cell where the people of an overloaded cell are taken to be; its capacity is a share of that of a usual cell like it, and serves all cells whose people are in reach. */
@Component
public final class SmallCell implements ActionKind {

    private static final double USUAL_REACH = 150;
    private static final double USUAL_RANGE = 600;
    /** Metres within which two would stand at one position. */
    private static final double SAME_PLACE = 10;

    @Override
    public String id() {
        return ExpansionAction.SMALL_CELL.getLiteral();
    }

    @Override
    public List<Proposal> propose(Situation situation, CostItem item) {
        UsualCells usual = new UsualCells(situation, item);
        Reach reach = Reach.of(item, Scenario.UMI_STREET_CANYON, USUAL_REACH);
        List<CellState> needy = situation.needy();
        List<Place> centres = needy.stream().flatMap(cell -> Situation.centre(cell, USUAL_RANGE).stream()).toList();
        Neighbourhood around = new Neighbourhood(centres);
        Map<String, List<String>> exclusive = NewSite.tooNear(id(), centres, Offer.or(item.getMinimumDistance(), SAME_PLACE));
        List<Proposal> all = new ArrayList<>();
        for (CellState cell : needy) {
            boolean peak = cell.cause().filter(cause -> cause == Cause.PEAKS_ONLY).isPresent();
            Optional<Place> centre = Situation.centre(cell, USUAL_RANGE);
            Carried carried = usual.relieving(cell);
            double capacity = carried.megabits();
            if (capacity > 0 && !peak && centre.isPresent() && Offer.applies(item, cell)) {
                List<Gain> gains = new ArrayList<>();
                around.within(centre.get().latitude(), centre.get().longitude(), reach.metres()).forEach(near -> {
                    CellState served = situation.cells().get(near.id());
                    if (served != null) {
                        gains.add(Offer.added(served, Math.min(capacity, served.demand().cutOff())));
                    }
                });
                all.add(Offer.atPlace(id(), centre.get(), cell.id(), item, gains, capacity,
                        exclusive.getOrDefault(cell.id(), List.of()),
                        Sentence.of("Why_SMALL_CELL", gains.size(), reach.metres(), capacity).and(carried.why()).and(reach.why())));
            }
        }
        return all;
    }
}
