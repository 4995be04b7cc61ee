package org.towercrier.expansion.internal.action;

import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.towercrier.expansion.ActionKind;
import org.towercrier.expansion.Cause;
import org.towercrier.expansion.CellState;
import org.towercrier.expansion.Proposal;
import org.towercrier.expansion.Situation;
import org.towercrier.model.network.CostItem;
import org.towercrier.model.network.ExpansionAction;

/** Adds a carrier to the sector, up to the number of carriers that the catalogue allows; not with a split of the same sector, which needs the same hardware. */
@Component
public final class AddCarrier implements ActionKind {

    @Override
    public String id() {
        return ExpansionAction.ADD_CARRIER.getLiteral();
    }

    @Override
    public List<Proposal> propose(Situation situation, CostItem item) {
        return CapacityFactor.propose(id(), situation, item, "hardware",
                (all, cell) -> all.sectors().getOrDefault(cell.sector(), List.of()).size() < Offer.or(item.getMaximumPerSector(),
                        Integer.MAX_VALUE)
                        && isLasting(cell));
    }

    private static boolean isLasting(CellState cell) {
        return cell.cause().filter(cause -> cause != Cause.PEAKS_ONLY).isPresent();
    }
}
