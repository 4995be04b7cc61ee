package org.towercrier.expansion.internal.action;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.osgi.service.component.annotations.Component;
import org.towercrier.expansion.ActionKind;
import org.towercrier.expansion.Cause;
import org.towercrier.expansion.CellState;
import org.towercrier.expansion.Proposal;
import org.towercrier.expansion.Proposal.Gain;
import org.towercrier.expansion.Sentence;
import org.towercrier.expansion.Situation;
import org.towercrier.model.network.CostItem;
import org.towercrier.model.network.ExpansionAction;

/** Splits a sector into two: all its cells gain by the factor, which is less than two. Sites that have more than the usual three sectors are split already. */
@Component
public final class SectorSplit implements ActionKind {

    private static final int USUAL_SECTORS = 3;

    @Override
    public String id() {
        return ExpansionAction.SECTOR_SPLIT.getLiteral();
    }

    @Override
    public List<Proposal> propose(Situation situation, CostItem item) {
        Map<String, List<CellState>> needy = new HashMap<>();
        for (CellState cell : situation.needy()) {
            boolean lasting = cell.cause().filter(cause -> cause != Cause.PEAKS_ONLY).isPresent();
            if (lasting && cell.site().isPresent() && !Double.isNaN(cell.azimuth()) && Offer.applies(item, cell)) {
                needy.computeIfAbsent(cell.sector(), key -> new ArrayList<>()).add(cell);
            }
        }
        Map<String, Long> sectorsOfSite = sectorsOfSites(situation);
        double factor = Offer.or(item.getGain(), 1.0);
        List<Proposal> all = new ArrayList<>();
        needy.forEach((sector, cells) -> {
            if (sectorsOfSite.getOrDefault(cells.getFirst().site().orElseThrow(), 0L) <= USUAL_SECTORS && factor > 1) {
                CellState first = cells.stream().max(Comparator.comparingDouble(cell -> cell.demand().cutOff())).orElseThrow();
                List<Gain> gains = cells.stream().map(cell -> Offer.added(cell, (factor - 1) * cell.capacity())).toList();
                double amount = gains.stream().mapToDouble(Gain::amount).sum();
                all.add(Offer.atCell(id(), first, item, 1, gains, List.of("hardware:" + sector),
                        Sentence.of("Why_SECTOR_SPLIT", cells.size(), factor, amount)));
            }
        });
        return all;
    }

    private static Map<String, Long> sectorsOfSites(Situation situation) {
        Map<String, Long> sectors = new HashMap<>();
        situation.sectors().values().forEach(cells -> {
            CellState any = situation.cells().get(cells.getFirst());
            if (any != null) {
                any.site().ifPresent(site -> sectors.merge(site, 1L, Long::sum));
            }
        });
        return sectors;
    }
}
