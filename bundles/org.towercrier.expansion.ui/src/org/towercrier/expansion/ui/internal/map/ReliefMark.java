package org.towercrier.expansion.ui.internal.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.towercrier.expansion.ui.internal.desk.Ground;
import org.towercrier.expansion.ui.internal.hints.Hint;

/**
 * One place on the map at which something is done or could be.
 *
 * @param latitude  degrees
 * @param longitude degrees
 * @param azimuth   direction in which it stands beside its site, degrees; NaN when it stands at its own place
 * @param relief    Mbit/s of what is done here; 0 when nothing is
 * @param share     of the demand of the cells it relieves, 0 to 1; NaN when unknown
 * @param hints     what is done here; what could be done when nothing is
 */
record ReliefMark(double latitude, double longitude, double azimuth, double relief, double share, List<Hint> hints) {

    private static final double SAME_PLACE = 1e-9;

    ReliefMark {
        hints = List.copyOf(hints);
    }

    /** Whether anything is done here. */
    boolean chosen() {
        return hints.getFirst().chosen();
    }

    /** Ids of the cells it is about. */
    Set<String> cells() {
        Set<String> cells = new LinkedHashSet<>();
        hints.forEach(hint -> cells.addAll(hint.cells()));
        return cells;
    }

    /** The marks of hints, one for each place; the greatest relief first, candidates last. */
    static List<ReliefMark> of(List<Hint> hints, Ground ground) {
        Map<String, List<Hint>> places = new LinkedHashMap<>();
        for (Hint hint : hints) {
            if (!Double.isNaN(hint.place().latitude()) && !Double.isNaN(hint.place().longitude())) {
                String key = besideSite(hint, ground) ? "cell " + hint.place().cell() : "place " + hint.place().latitude() + ' '
                        + hint.place().longitude();
                places.computeIfAbsent(key, place -> new ArrayList<>()).add(hint);
            }
        }
        return places.values().stream().map(here -> mark(here, ground))
                .sorted(Comparator.comparing(ReliefMark::chosen).reversed().thenComparing(mark -> -mark.relief())).toList();
    }

    private static boolean besideSite(Hint hint, Ground ground) {
        Ground.Spot spot = ground.cells().get(hint.place().cell());
        return spot != null && Math.abs(spot.latitude() - hint.place().latitude()) < SAME_PLACE
                && Math.abs(spot.longitude() - hint.place().longitude()) < SAME_PLACE;
    }

    private static ReliefMark mark(List<Hint> here, Ground ground) {
        List<Hint> done = here.stream().filter(Hint::chosen).toList();
        List<Hint> shown = done.isEmpty() ? here : done;
        Hint first = shown.getFirst();
        double relief = done.stream().mapToDouble(hint -> hint.effect().relief()).sum();
        double demand = shown.stream().mapToDouble(hint -> hint.effect().demand()).max().orElse(Double.NaN);
        Ground.Spot spot = ground.cells().get(first.place().cell());
        double azimuth = spot != null && besideSite(first, ground) ? spot.azimuth() : Double.NaN;
        return new ReliefMark(first.place().latitude(), first.place().longitude(), azimuth, relief,
                demand > 0 ? Math.min(1, relief / demand) : Double.NaN, shown);
    }
}
