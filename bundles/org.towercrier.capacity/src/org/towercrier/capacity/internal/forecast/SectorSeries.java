package org.towercrier.capacity.internal.forecast;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.towercrier.capacity.forecast.LoadForecast.Subject;
import org.towercrier.capacity.internal.forecast.Sector.Member;
import org.towercrier.capacity.internal.kpi.Measurements;
import org.towercrier.capacity.internal.series.CellSeries;
import org.towercrier.capacity.internal.series.MeasuredObject;

/**
 * The samples of a physical sector: at each time the mean of its cells, so that a limit for a cell is one for the sector, too, however
 * many cells it has. Percentages are weighted by bandwidth when that of every cell is known: 70 % of 20 MHz is four times as much as 70 %
 * of 5 MHz. A cell that reports nothing at a time does not count at that time. The sum is made in the order of the cells' names, whatever
 * the order in which they arrived.
 */
public final class SectorSeries {

    /** No object of the store has this number. */
    private static final int NUMBER = -1;
    private static final String PERCENT = "%";

    private final Measurements units;

    /** With the units of the model. */
    public SectorSeries(Measurements units) {
        this.units = units;
    }

    /**
     * Combines the samples of some of a sector's objects.
     *
     * @param members by their names
     * @return empty with samples of fewer than two objects that have the same length
     */
    public Optional<CellSeries> combine(Sector sector, List<CellSeries> members, Set<String> measurements) {
        if (members.size() < 2) {
            return Optional.empty();
        }
        int period = members.stream().mapToInt(CellSeries::period).min().orElseThrow();
        List<CellSeries> alike = members.stream().filter(each -> each.period() == period && each.size() > 0).toList();
        if (alike.size() < 2) {
            return Optional.empty();
        }
        long[] starts = starts(alike);
        Map<String, double[]> columns = new HashMap<>();
        measurements.stream().filter(each -> alike.stream().anyMatch(series -> series.has(each)))
                .forEach(each -> columns.put(each, mean(each, starts, alike, weights(sector, alike, each))));
        return Optional.of(
                new CellSeries(object(sector, alike, subject(sector, alike).cell()), period, starts, new boolean[starts.length], columns,
                        units.naturals()));
    }

    /** The times of all samples; usually those of the first. */
    private static long[] starts(List<CellSeries> members) {
        long[] first = starts(members.getFirst());
        for (CellSeries each : members) {
            if (!Arrays.equals(first, starts(each))) {
                return members.stream().flatMapToLong(one -> Arrays.stream(starts(one))).sorted().distinct().toArray();
            }
        }
        return first;
    }

    private static long[] starts(CellSeries series) {
        long[] starts = new long[series.size()];
        Arrays.setAll(starts, series::start);
        return starts;
    }

    /** Who the sector is. */
    public static Subject subject(Sector sector, List<CellSeries> members) {
        List<String> cells = members.stream().map(each -> each.object().cell()).distinct().sorted().toList();
        return new Subject(sector.name(), cells.getFirst(), cells, true);
    }

    private double[] weights(Sector sector, List<CellSeries> members, String measurement) {
        double[] weights = new double[members.size()];
        Arrays.fill(weights, 1);
        if (units.unit(measurement).equals(PERCENT)) {
            Map<Integer, Double> bandwidths = sector.members().stream().collect(Collectors.toMap(Member::object, Member::bandwidth));
            double[] found = members.stream().mapToDouble(each -> bandwidths.getOrDefault(each.object().id(), Double.NaN)).toArray();
            if (Arrays.stream(found).allMatch(bandwidth -> bandwidth > 0)) {
                return found;
            }
        }
        return weights;
    }

    private static double[] mean(String measurement, long[] starts, List<CellSeries> members, double[] weights) {
        double[] sums = new double[starts.length];
        double[] shares = new double[starts.length];
        for (int member = 0; member < weights.length; member++) {
            CellSeries series = members.get(member);
            if (!series.has(measurement)) {
                continue;
            }
            double[] values = series.column(measurement);
            boolean aligned = values.length == starts.length;
            int place = 0;
            for (int i = 0; i < values.length; i++) {
                place = aligned ? i : place;
                while (!aligned && starts[place] != series.start(i)) {
                    place++;
                }
                if (!Double.isNaN(values[i])) {
                    sums[place] += weights[member] * values[i];
                    shares[place] += weights[member];
                }
            }
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] = shares[i] == 0 ? Double.NaN : sums[i] / shares[i];
        }
        return sums;
    }

    /** The sector as an object that overrides of rules are looked up for: those of its region, site and sector, not of a single cell. */
    public static MeasuredObject whole(SectorCollector.Whole whole) {
        return object(whole.sector(), whole.members(), whole.sector().name());
    }

    /** The sector as an object at the place of its cells; what they do not share is unknown. */
    private static MeasuredObject object(Sector sector, List<CellSeries> members, String cell) {
        Set<String> technologies = new HashSet<>();
        Set<String> scenarios = new HashSet<>();
        members.forEach(each -> {
            technologies.add(each.object().technology());
            scenarios.add(each.object().scenario());
        });
        return new MeasuredObject(NUMBER, sector.name(), cell, common(technologies), common(scenarios),
                members.getFirst().object().location());
    }

    private static String common(Set<String> literals) {
        return literals.size() == 1 ? literals.iterator().next() : "";
    }
}
