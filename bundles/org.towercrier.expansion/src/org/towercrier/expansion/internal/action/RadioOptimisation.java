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

/** Raises the spectral efficiency of cells with poor radio quality. */
@Component
public final class RadioOptimisation implements ActionKind {

    @Override
    public String id() {
        return ExpansionAction.RADIO_OPTIMISATION.getLiteral();
    }

    @Override
    public List<Proposal> propose(Situation situation, CostItem item) {
        return CapacityFactor.propose(id(), situation, item, "", cell -> isPoor(cell) ? Optional.of(Sentence.none()) : Optional.empty());
    }

    private static boolean isPoor(CellState cell) {
        return cell.cause().filter(cause -> cause == Cause.RADIO_QUALITY).isPresent();
    }
}
