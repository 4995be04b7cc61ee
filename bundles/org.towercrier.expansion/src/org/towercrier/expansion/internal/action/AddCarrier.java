package org.towercrier.expansion.internal.action;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

import org.osgi.service.component.annotations.Component;
import org.towercrier.expansion.ActionKind;
import org.towercrier.expansion.Cause;
import org.towercrier.expansion.CellState;
import org.towercrier.expansion.Proposal;
import org.towercrier.expansion.Sentence;
import org.towercrier.expansion.Situation;
import org.towercrier.model.network.CostItem;
import org.towercrier.model.network.ExpansionAction;
import org.towercrier.model.network.Technology;

/**
 * Adds a carrier to the sector, up to the number of carriers that the catalogue allows, in a band that the network uses for this technology elsewhere but
 * not in this sector; not with a split of the same sector, which needs the same hardware.
 */
@Component
public final class AddCarrier implements ActionKind {

    @Override
    public String id() {
        return ExpansionAction.ADD_CARRIER.getLiteral();
    }

    @Override
    public List<Proposal> propose(Situation situation, CostItem item) {
        Map<Optional<Technology>, SortedSet<String>> plan = new HashMap<>();
        situation.cells().values().forEach(cell -> cell.band()
                .ifPresent(band -> plan.computeIfAbsent(cell.technology(), key -> new TreeSet<>()).add(band)));
        int most = Offer.or(item.getMaximumPerSector(), Integer.MAX_VALUE);
        return CapacityFactor.propose(id(), situation, item, "hardware", cell -> {
            List<String> carriers = situation.sectors().getOrDefault(cell.sector(), List.of());
            if (carriers.size() >= most || !isLasting(cell)) {
                return Optional.empty();
            }
            SortedSet<String> bands = plan.getOrDefault(cell.technology(), Collections.emptySortedSet());
            if (bands.size() < 2) {
                // One band tells nothing about what else the operator may use.
                return Optional.of(Sentence.of("Why_SpectrumUnknown"));
            }
            List<String> used = carriers.stream().map(situation.cells()::get).filter(Objects::nonNull)
                    .flatMap(carrier -> carrier.band().stream()).toList();
            List<String> free = bands.stream().filter(band -> !used.contains(band)).toList();
            return free.isEmpty() ? Optional.empty() : Optional.of(Sentence.of("Why_Spectrum", String.join(", ", free)));
        });
    }

    private static boolean isLasting(CellState cell) {
        return cell.cause().filter(cause -> cause != Cause.PEAKS_ONLY).isPresent();
    }
}
