package org.towercrier.exchange.tabular.internal.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Physical sectors: cells of one site whose azimuths lie within 15 degrees (of every other of the sector, not in a chain). */
final class Sectors {

    private static final double WIDTH = 15;

    private final Map<String, TreeSet<Double>> azimuths = new HashMap<>();
    private final Map<String, List<double[]>> sectors = new HashMap<>();

    /** Takes a cell into account, before any sector is asked for. */
    void add(String site, double azimuth) {
        azimuths.computeIfAbsent(site, key -> new TreeSet<>()).add(azimuth);
    }

    /** Name of the sector that a cell belongs to: the site and the sector's first azimuth. */
    Optional<String> sector(String site, double azimuth) {
        for (double[] sector : sectors.computeIfAbsent(site, key -> cluster(azimuths.getOrDefault(site, new TreeSet<>())))) {
            if (turn(sector[0], azimuth) <= sector[1]) {
                return Optional.of(site + "/" + String.format(Locale.ROOT, "%.0f", sector[0]));
            }
        }
        return Optional.empty();
    }

    /** First azimuth and width of each sector, found clockwise from the widest gap, so that none is cut at north. */
    private static List<double[]> cluster(TreeSet<Double> all) {
        List<Double> sorted = new ArrayList<>(all);
        int begin = 0;
        double widest = -1;
        for (int i = 0; i < sorted.size(); i++) {
            double gap = turn(sorted.get((i + sorted.size() - 1) % sorted.size()), sorted.get(i));
            if (gap > widest) {
                widest = gap;
                begin = i;
            }
        }
        List<double[]> result = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            double azimuth = sorted.get((begin + i) % sorted.size());
            double[] last = result.isEmpty() ? null : result.get(result.size() - 1);
            if (last != null && turn(last[0], azimuth) <= WIDTH) {
                last[1] = turn(last[0], azimuth);
            } else {
                result.add(new double[]{ azimuth, 0 });
            }
        }
        return result;
    }

    /** Degrees clockwise from one azimuth to another. */
    private static double turn(double from, double to) {
        return ((to - from) % 360 + 360) % 360;
    }
}
