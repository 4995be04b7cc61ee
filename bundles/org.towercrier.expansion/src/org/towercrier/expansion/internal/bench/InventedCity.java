package org.towercrier.expansion.internal.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import org.towercrier.expansion.Cause;
import org.towercrier.expansion.CellState;
import org.towercrier.expansion.Demand;
import org.towercrier.expansion.Limits;
import org.towercrier.expansion.Proposal;
import org.towercrier.expansion.Proposal.Gain;
import org.towercrier.expansion.Sentence;
import org.towercrier.expansion.Situation;
import org.towercrier.expansion.internal.Study;

/**
 * Overloaded cells of an invented city in clusters, with seven proposals each, and candidate sites that the cells around them share and that must not
 * stand too near to one another. Beside each overloaded cell stands one with some room, which all its neighbours may use.
 */
final class InventedCity {

    private static final double SIDE_KM = 60;
    private static final double SPREAD_KM = 1.5;
    private static final double SITE_REACH_KM = 1.2;
    private static final double SITE_DISTANCE_KM = 0.5;
    private static final double NEIGHBOUR_KM = 0.6;
    private static final double KM_OF_DEGREE = 111;
    private static final int NEAR = 40;

    /** A kind of action. @param share of the need that it relieves */
    private record Kind(String id, double investment, double yearly, double share) {
    }

    private static final List<Kind> KINDS = List.of(new Kind("LOAD_BALANCING", 0, 0, 0.15), new Kind("RADIO_OPTIMISATION", 5000, 0, 0.25),
            new Kind("ADD_CARRIER", 59_210, 2000, 0.85), new Kind("SECTOR_SPLIT", 90_000, 3000, 1.1),
            new Kind("SMALL_CELL", 45_882, 2500, 0.6), new Kind("WLAN_OFFLOAD", 2500, 600, 0.35),
            new Kind("MOBILE_STATION", 30_000, 9000, 0.7));

    private final RandomGenerator random = RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(1);
    private final List<CellState> cells = new ArrayList<>();
    private final Map<String, CellState> all = new HashMap<>();
    private final List<Proposal> proposals = new ArrayList<>();
    private final double[][] centres;

    private InventedCity(int count, int sites) {
        centres = new double[Math.max(1, count / 40)][];
        for (int c = 0; c < centres.length; c++) {
            centres[c] = new double[]{ random.nextDouble() * SIDE_KM, random.nextDouble() * SIDE_KM };
        }
        for (int cell = 0; cell < count; cell++) {
            cells.add(cell(cell));
        }
        for (int cell = 0; cell < count; cell++) {
            proposals(cell);
        }
        sites(sites);
    }

    /** What a plan rests on. @param cells overloaded @param sites candidates */
    static Study of(int cells, int sites) {
        InventedCity city = new InventedCity(cells, sites);
        Situation situation = new Situation(city.all, Map.of(), Map.of(), List.of(), List.of(), List.of(), Limits.USUAL);
        return new Study(situation, city.proposals, List.of(), Instant.EPOCH, "GBP", true, List.of(), Map.of());
    }

    private CellState cell(int number) {
        double[] centre = centres[random.nextInt(centres.length)];
        double x = centre[0] + random.nextGaussian() * SPREAD_KM;
        double y = centre[1] + random.nextGaussian() * SPREAD_KM;
        double cut = Math.exp(2.5 + 0.6 * random.nextGaussian());
        double weight = 0.2 + 0.8 * Math.pow(random.nextDouble(), 2);
        CellState cell = state("cell " + number, x, y, cut, weight, 0);
        CellState beside = state("beside " + number, x, y, 0, weight, random.nextDouble() * 0.4 * cut);
        all.put(cell.id(), cell);
        all.put(beside.id(), beside);
        return cell;
    }

    private static CellState state(String id, double x, double y, double cut, double weight, double spare) {
        return new CellState(id, id, Optional.empty(), id, Optional.empty(), Optional.empty(), y / KM_OF_DEGREE, x / KM_OF_DEGREE, 0, 600,
                20, Optional.empty(), new Demand(cut, 0, 1, true, cut), cut > 0 ? Optional.of(Cause.DEMAND) : Optional.empty(), weight,
                cut, spare);
    }

    private static double distance(CellState one, double x, double y) {
        return Math.hypot(one.longitude() * KM_OF_DEGREE - x, one.latitude() * KM_OF_DEGREE - y);
    }

    private void proposals(int number) {
        CellState cell = cells.get(number);
        for (Kind kind : KINDS) {
            double dearness = 0.8 + 0.4 * random.nextDouble();
            List<Gain> gains = new ArrayList<>();
            if (kind.investment() == 0) {
                double x = cell.longitude() * KM_OF_DEGREE;
                double y = cell.latitude() * KM_OF_DEGREE;
                for (CellState other : cells.subList(Math.max(0, number - NEAR), Math.min(cells.size(), number + NEAR))) {
                    if (distance(other, x, y) < NEIGHBOUR_KM) {
                        gains.add(new Gain(other.id(), kind.share() * other.demand().cutOff(), Optional.of("beside " + number)));
                    }
                }
            } else {
                double amount = kind.share() * cell.demand().cutOff() * (0.7 + 0.6 * random.nextDouble());
                gains.add(new Gain(cell.id(), amount, Optional.empty()));
            }
            List<String> groups = kind.investment() == 0 ? List.of() : List.of("one of " + cell.id());
            proposals.add(proposal(kind.id() + ':' + cell.id(), kind.id(), cell, kind.investment() * dearness, kind.yearly() * dearness,
                    gains, OptionalDouble.empty(), groups));
        }
    }

    private static Proposal proposal(String id, String action, CellState cell, double investment, double yearly, List<Gain> gains,
            OptionalDouble shared, List<String> groups) {
        return new Proposal(id, action, cell.id(), Optional.empty(), cell.latitude(), cell.longitude(), investment, yearly, 30, gains,
                shared, groups, Sentence.none(), Sentence.none());
    }

    private void sites(int count) {
        double[][] places = new double[count][];
        List<List<String>> groups = new ArrayList<>();
        for (int site = 0; site < count; site++) {
            double[] centre = centres[random.nextInt(centres.length)];
            places[site] = new double[]{ centre[0] + random.nextGaussian() * SPREAD_KM, centre[1] + random.nextGaussian() * SPREAD_KM };
            groups.add(new ArrayList<>());
            for (int other = 0; other < site; other++) {
                if (Math.hypot(places[other][0] - places[site][0], places[other][1] - places[site][1]) < SITE_DISTANCE_KM) {
                    groups.get(site).add("distance " + other + ' ' + site);
                    groups.get(other).add("distance " + other + ' ' + site);
                }
            }
        }
        for (int site = 0; site < count; site++) {
            List<Gain> gains = new ArrayList<>();
            for (CellState cell : cells) {
                double distance = distance(cell, places[site][0], places[site][1]);
                if (distance < SITE_REACH_KM) {
                    gains.add(new Gain(cell.id(), cell.demand().cutOff() * (1 - 0.7 * distance / SITE_REACH_KM), Optional.empty()));
                }
            }
            double dearness = 0.7 + 0.6 * random.nextDouble();
            if (!gains.isEmpty()) {
                CellState first = all.getOrDefault(gains.getFirst().cell(), cells.getFirst());
                proposals.add(proposal("NEW_SITE:" + site, "NEW_SITE", first, 331_487 * dearness, 12_000 * dearness, gains,
                        OptionalDouble.of(150), groups.get(site)));
            }
        }
    }
}
