package org.towercrier.capacity.internal.forecast;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.towercrier.capacity.internal.series.CellSeries;

/**
 * Waits for the samples of all objects of a sector. Objects come one after the other, those of a sector usually close together: only what
 * a sector needs of those that have come is kept, and nothing of it once the sector is whole. Used by one thread.
 */
public final class SectorCollector {

    private final Map<Integer, Sector> sectors = new HashMap<>();
    private final Map<String, List<CellSeries>> waiting = new HashMap<>();
    private final Set<String> measurements;

    /**
     * A sector of which all samples are there.
     *
     * @param sector  the sector
     * @param members the samples of its objects, by their names
     */
    public record Whole(Sector sector, List<CellSeries> members) {
    }

    /**
     * @param known        the sectors
     * @param coming       numbers of the objects that will come
     * @param measurements what is needed of them
     */
    public SectorCollector(Collection<Sector> known, Set<Integer> coming, Set<String> measurements) {
        this.measurements = Set.copyOf(measurements);
        for (Sector sector : known) {
            Sector present = sector.with(sector.members().stream().filter(member -> coming.contains(member.object())).toList());
            if (present.members().size() > 1) {
                present.members().forEach(member -> sectors.put(member.object(), present));
            }
        }
    }

    /** Whether there is any sector to wait for. */
    public boolean idle() {
        return sectors.isEmpty();
    }

    /** Takes the samples of the next object; returns its sector when it was the last one missing. */
    public Optional<Whole> add(CellSeries series) {
        Sector sector = sectors.get(series.object().id());
        if (sector == null) {
            return Optional.empty();
        }
        List<CellSeries> here = waiting.computeIfAbsent(sector.name(), name -> new ArrayList<>());
        here.add(series.only(measurements));
        if (here.size() < sector.members().size()) {
            return Optional.empty();
        }
        waiting.remove(sector.name());
        here.sort(Comparator.comparing(each -> each.object().name()));
        return Optional.of(new Whole(sector, here));
    }
}
