package org.towercrier.expansion.internal.action;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.towercrier.expansion.CellState;
import org.towercrier.expansion.Sentence;
import org.towercrier.expansion.Situation;
import org.towercrier.expansion.Situation.Usual;
import org.towercrier.model.network.CostItem;
import org.towercrier.model.network.Technology;

/**
 * What new equipment carries: so many usual cells as its gain says. The technology is that of the cell it relieves, or the one that the
 * catalogue names when the cell has another one; the bandwidth is that of the cell while the technology is the same.
 */
final class UsualCells {

    private final Situation situation;
    private final CostItem item;
    private final Map<Kind, Usual> known = new HashMap<>();

    /** What makes cells alike. */
    private record Kind(Optional<Technology> technology, double bandwidth) {
    }

    /** What it carries. @param megabits a second @param why how it comes about */
    record Carried(double megabits, Sentence why) {
    }

    UsualCells(Situation situation, CostItem item) {
        this.situation = situation;
        this.item = item;
    }

    /** Equipment that relieves a cell. */
    Carried relieving(CellState cell) {
        List<Technology> named = item.getTechnologies();
        boolean same = named.isEmpty() || cell.technology().filter(named::contains).isPresent();
        Kind kind = same ? new Kind(cell.technology(), cell.bandwidth()) : new Kind(Optional.of(named.getFirst()), Double.NaN);
        Usual usual = known.computeIfAbsent(kind, wanted -> situation.usual(wanted.technology(), wanted.bandwidth()));
        double gain = Offer.or(item.getGain(), 0.0);
        return new Carried(gain * usual.capacity(), why(usual, gain));
    }

    private static Sentence why(Usual usual, double gain) {
        if (usual.technology().isEmpty()) {
            return Sentence.of("Why_UsualOfAll", gain, usual.capacity(), usual.cells());
        }
        String technology = usual.technology().get().getLiteral().replace('_', ' ').toUpperCase(Locale.ROOT);
        return Double.isNaN(usual.bandwidth()) ? Sentence.of("Why_UsualOfTechnology", gain, usual.capacity(), usual.cells(), technology)
                : Sentence.of("Why_UsualOfBandwidth", gain, usual.capacity(), usual.cells(), technology, usual.bandwidth());
    }
}
