package org.towercrier.expansion.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.towercrier.expansion.Cause;
import org.towercrier.expansion.CellLoad;
import org.towercrier.expansion.CellState;
import org.towercrier.expansion.Demand;
import org.towercrier.expansion.Diagnosis;
import org.towercrier.expansion.Diagnosis.Figure;
import org.towercrier.expansion.Limits;
import org.towercrier.expansion.Sentence;
import org.towercrier.expansion.Situation;
import org.towercrier.model.network.Technology;

/**
 * Says why cells and physical sectors are overloaded. The order is that of practice: enough data, single days only, users, radio quality,
 * distribution, and demand when it is none of these.
 */
public final class Diagnoser {

    private static final int LEAST_PEERS = 5;
    private static final double NOTICEABLE = 0.01;

    private final Situation situation;
    private final Map<Optional<Technology>, Double> usualEfficiency = new HashMap<>();

    /** For one situation. */
    public Diagnoser(Situation situation) {
        this.situation = situation;
        Map<Optional<Technology>, List<Double>> all = new HashMap<>();
        situation.cells().values().forEach(cell -> cell.load().map(load -> load.efficiency(cell.bandwidth()))
                .filter(value -> value > 0)
                .ifPresent(value -> all.computeIfAbsent(cell.technology(), key -> new ArrayList<>()).add(value)));
        all.forEach((technology, values) -> {
            if (values.size() >= LEAST_PEERS) {
                usualEfficiency.put(technology, SituationBuilder.median(values.stream().mapToDouble(Double::doubleValue).toArray()));
            }
        });
    }

    /** Why the cell is overloaded; empty when it is not, and there is enough data to say so. */
    public Optional<Cause> cause(CellState cell, Set<String> alarmed) {
        Optional<CellLoad> load = cell.load();
        boolean known = load.isPresent() && load.get().days() >= limits().leastDays();
        if (!known) {
            return alarmed.contains(cell.id()) || load.filter(some -> some.use() > limits().targetUse()).isPresent()
                    ? Optional.of(Cause.NOT_ENOUGH_DATA)
                    : Optional.empty();
        }
        if (!cell.needy()) {
            return Optional.empty();
        }
        CellLoad some = load.orElseThrow();
        double growth = cell.demand().forecast() ? cell.demand().growth() : Double.NaN;
        if (Demand.of(some, limits(), growth).cutOff() == 0) {
            return Optional.of(Cause.PEAKS_ONLY);
        }
        if (some.usersFirst(limits())) {
            return Optional.of(Cause.USERS);
        }
        if (some.efficiency(cell.bandwidth()) < limits().poorEfficiency() * usual(cell)) {
            return Optional.of(Cause.RADIO_QUALITY);
        }
        return Optional.of(room(cell) >= limits().spareShare() * cell.demand().cutOff() ? Cause.DISTRIBUTION : Cause.DEMAND);
    }

    private Limits limits() {
        return situation.limits();
    }

    private double usual(CellState cell) {
        return usualEfficiency.getOrDefault(cell.technology(), Double.NaN);
    }

    /** Mbit/s that the other carriers of the sector and the neighbours could take. */
    private double room(CellState cell) {
        return receivers(cell).stream().map(situation.cells()::get).filter(Objects::nonNull).mapToDouble(CellState::spare).sum();
    }

    private List<String> receivers(CellState cell) {
        List<String> all = new ArrayList<>(situation.sectors().getOrDefault(cell.sector(), List.of()));
        situation.neighbours().getOrDefault(cell.id(), Map.of()).keySet().stream().filter(id -> !all.contains(id)).forEach(all::add);
        all.remove(cell.id());
        return all;
    }

    /** The diagnoses of cells with a cause, and of the sectors of several cells they belong to; the greatest demand first. */
    public List<Diagnosis> diagnoses() {
        List<Diagnosis> all = new ArrayList<>();
        for (CellState cell : situation.cells().values()) {
            cell.cause().ifPresent(cause -> all.add(of(cell, cause)));
        }
        situation.sectors().forEach((sector, ids) -> {
            List<CellState> members = ids.stream().map(situation.cells()::get).filter(Objects::nonNull).toList();
            if (members.size() > 1 && members.stream().anyMatch(cell -> cell.cause().isPresent())) {
                all.add(ofSector(sector, members));
            }
        });
        all.sort(Comparator.comparingDouble((Diagnosis each) -> -each.demand().cutOff()).thenComparing(Diagnosis::subject));
        return all;
    }

    private Diagnosis of(CellState cell, Cause cause) {
        List<Figure> figures = new ArrayList<>();
        cell.load().ifPresent(load -> {
            figures.add(new Figure("days", load.days(), "d", limits().leastDays()));
            figures.add(new Figure("loadedDays", load.loadedDays(), "d", Double.NaN));
            figures.add(new Figure("use", load.use(), "%", limits().targetUse()));
            figures.add(new Figure("peakUse", load.peakUse(), "%", limits().targetUse()));
            figures.add(new Figure("volume", load.volume(), "Mbit/s", cell.capacity()));
            figures.add(new Figure("throughput", load.throughput(), "kbit/s", limits().throughputFloor()));
            figures.add(new Figure("connected", load.connected(), "1", limits().connectedUsers()));
            figures.add(new Figure("control", load.control(), "%", limits().controlUse()));
            figures.add(new Figure("efficiency", load.efficiency(cell.bandwidth()), "bit/s/Hz", limits().poorEfficiency() * usual(cell)));
        });
        figures.add(new Figure("room", room(cell), "Mbit/s", limits().spareShare() * cell.demand().cutOff()));
        return new Diagnosis(cell.id(), false, cell.site().orElse(""), List.of(cell.id()), cause, cell.demand(), figures,
                sentence(cell, cause));
    }

    private Sentence sentence(CellState cell, Cause cause) {
        Optional<CellLoad> load = cell.load();
        int days = load.map(CellLoad::days).orElse(0);
        if (load.isEmpty() || cause == Cause.NOT_ENOUGH_DATA) {
            return Sentence.of("Cause_NOT_ENOUGH_DATA", days, limits().leastDays());
        }
        CellLoad some = load.get();
        return switch (cause) {
            case PEAKS_ONLY -> Sentence.of("Cause_PEAKS_ONLY", some.loadedDays(), days, limits().targetUse(), some.use(), some.peakUse());
            case USERS -> Sentence.of("Cause_USERS", some.connected(), limits().connectedUsers(), some.control(), limits().controlUse(),
                    some.use());
            case RADIO_QUALITY -> Sentence.of("Cause_RADIO_QUALITY", some.efficiency(cell.bandwidth()), usual(cell),
                    100 * limits().poorEfficiency());
            case DISTRIBUTION ->
                Sentence.of("Cause_DISTRIBUTION", some.use(), cell.demand().cutOff(), room(cell)).and(grown(cell.demand()));
            default -> Sentence.of("Cause_DEMAND", some.use(), limits().targetUse(), some.throughput(), cell.demand().cutOff(), room(cell))
                    .and(grown(cell.demand()));
        };
    }

    /** Use is that of today, what is cut off is that of the horizon: what lies between. */
    private static Sentence grown(Demand demand) {
        return demand.forecast() && Math.abs(demand.growth() - 1) >= NOTICEABLE
                ? Sentence.of("Cause_Grown", demand.carriedAbove() + demand.suppressed(), demand.growth())
                : Sentence.none();
    }

    /** A sector is short of capacity where its cells together are; when they are not, the load lies badly between them. */
    private Diagnosis ofSector(String sector, List<CellState> members) {
        double cut = members.stream().mapToDouble(cell -> cell.demand().cutOff()).sum();
        double spare = members.stream().mapToDouble(CellState::spare).sum();
        double volume = members.stream().flatMap(cell -> cell.load().stream()).mapToDouble(CellLoad::volume)
                .filter(value -> !Double.isNaN(value)).sum();
        double capacity = members.stream().filter(cell -> cell.load().isPresent()).mapToDouble(CellState::capacity).sum();
        CellState worst = members.stream().filter(cell -> cell.cause().isPresent())
                .max(Comparator.comparingDouble(cell -> cell.demand().cutOff())).orElseThrow();
        boolean distribution = cut > 0 && spare >= cut;
        Cause cause = distribution ? Cause.DISTRIBUTION : worst.cause().orElseThrow();
        if (!distribution && cause == Cause.DISTRIBUTION) {
            // The worst cell's neighbours have room; the sector by itself has not.
            cause = Cause.DEMAND;
        }
        List<Figure> figures = List.of(new Figure("volume", volume, "Mbit/s", capacity), new Figure("room", spare, "Mbit/s", cut));
        Demand demand = new Demand(members.stream().mapToDouble(cell -> cell.demand().carriedAbove()).sum(),
                members.stream().mapToDouble(cell -> cell.demand().suppressed()).sum(), worst.demand().growth(),
                worst.demand().forecast(), cut);
        return new Diagnosis(sector, true, worst.site().orElse(""), members.stream().map(CellState::id).toList(), cause, demand, figures,
                Sentence.of(distribution ? "Sector_DISTRIBUTION" : "Sector_SHORT", volume, capacity, cut, spare, worst.name()));
    }
}
