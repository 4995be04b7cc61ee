package org.towercrier.expansion.internal.action;

import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Component;
import org.towercrier.expansion.ActionKind;
import org.towercrier.expansion.Cause;
import org.towercrier.expansion.CellState;
import org.towercrier.expansion.Proposal;
import org.towercrier.expansion.Sentence;
import org.towercrier.expansion.Situation;
import org.towercrier.model.network.CostItem;
import org.towercrier.model.network.ExpansionAction;

/** A mobile station for cells that are full on single days only. */
@Component
public final class MobileStation implements ActionKind {

    @Override
    public String id() {
        return ExpansionAction.MOBILE_STATION.getLiteral();
    }

    @Override
    public List<Proposal> propose(Situation situation, CostItem item) {
        return CapacityFactor.propose(id(), situation, item, "", cell -> isPeak(cell) ? Optional.of(Sentence.none()) : Optional.empty());
    }

    private static boolean isPeak(CellState cell) {
        return cell.cause().filter(cause -> cause == Cause.PEAKS_ONLY).isPresent();
    }
}
