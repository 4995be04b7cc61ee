package org.towercrier.planning.internal.instance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import org.towercrier.planning.FrequencyAssignment;
import org.towercrier.planning.FrequencyAssignment.Goal;
import org.towercrier.planning.FrequencyAssignment.Link;
import org.towercrier.planning.FrequencyAssignment.Separation;

/** Collects radio links by the names that a file gives them. */
public final class RadioLinks {

    /** Of the costs of the CALMA project: class 0 must be kept, 1 to 4 have a price. */
    static final int CLASSES = 5;

    private final Map<Integer, Integer> positions = new HashMap<>();
    private final List<Integer> names = new ArrayList<>();
    private final List<int[]> domains = new ArrayList<>();
    private final List<Integer> present = new ArrayList<>();
    private final List<Integer> mobility = new ArrayList<>();
    private final List<int[]> separations = new ArrayList<>();

    /** @return false when the link is there already */
    boolean link(int name, int[] frequencies, Integer now, int mobilityClass) {
        if (positions.putIfAbsent(name, names.size()) != null) {
            return false;
        }
        int[] sorted = Arrays.stream(frequencies).sorted().distinct().toArray();
        names.add(name);
        domains.add(sorted);
        present.add(now);
        mobility.add(mobilityClass);
        return true;
    }

    boolean knows(int name) {
        return positions.containsKey(name);
    }

    int size() {
        return names.size();
    }

    void separation(int one, int other, boolean exact, int distance, int costClass) {
        separations.add(new int[]{ positions.get(one), positions.get(other), exact ? 1 : 0, distance, costClass });
    }

    boolean hasPrices(double[] interference) {
        return separations.stream().anyMatch(separation -> separation[4] > 0 && interference[separation[4]] > 0);
    }

    FrequencyAssignment build(Goal goal, double[] interference, double[] moving) {
        boolean priced = goal == Goal.LEAST_COST;
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int[] domain = domains.get(i);
            Integer now = present.get(i);
            double cost = 0;
            if (now != null && mobility.get(i) == 0) {
                // The link stays where it is.
                domain = new int[]{ now };
            } else if (now != null && priced) {
                cost = moving[mobility.get(i)];
            }
            links.add(new Link(String.valueOf(names.get(i)), domain, cost > 0 && now != null ? OptionalInt.of(now) : OptionalInt.empty(),
                    cost));
        }
        List<Separation> all = new ArrayList<>();
        for (int[] separation : separations) {
            double cost = priced && separation[4] > 0 ? interference[separation[4]] : Double.POSITIVE_INFINITY;
            if (cost > 0) {
                all.add(new Separation(separation[0], separation[1], separation[2] == 1, separation[3], cost));
            }
        }
        return new FrequencyAssignment(links, all, goal);
    }

    /** Reads an instance in any of the forms these problems come in. */
    public static Instance read(Path path, Goal goal) throws IOException, InstanceException {
        return path.toString().endsWith(".json") ? CalmaJson.read(path, goal) : CalmaText.read(path, goal);
    }
}
