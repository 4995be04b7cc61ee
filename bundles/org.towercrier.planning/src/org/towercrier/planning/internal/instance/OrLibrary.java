package org.towercrier.planning.internal.instance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.towercrier.planning.FacilityLocation;
import org.towercrier.planning.PMedian;

/** Location problems in the forms of the OR-Library. */
public final class OrLibrary {

    private static final int MOST = 100_000;
    /** A distance, its place in the order of distances, and room to work. */
    private static final int BYTES_A_PAIR = 24;

    private OrLibrary() {
    }

    /** Warehouse location: capacities are there and not looked at. */
    public static Instance uncapacitated(Path file) throws IOException, InstanceException {
        FacilityLocation read = warehouses(file, OptionalDouble.of(0));
        return new Instance(Instance.nameOf(file), FacilityLocation.uncapacitated(read.opening(), read.service()));
    }

    /**
     * Warehouse location with capacities.
     *
     * @param capacity
     *            what stands for the word {@code capacity} in the large files
     */
    public static Instance capacitated(Path file, OptionalDouble capacity) throws IOException, InstanceException {
        return new Instance(Instance.nameOf(file), warehouses(file, capacity));
    }

    private static FacilityLocation warehouses(Path file, OptionalDouble word) throws IOException, InstanceException {
        Tokens tokens = Tokens.of(file);
        int facilities = tokens.integer("the number of warehouses", 1, MOST);
        int customers = tokens.integer("the number of customers", 1, MOST);
        double[] opening = new double[facilities];
        double[] capacity = new double[facilities];
        for (int f = 0; f < facilities; f++) {
            capacity[f] = capacity(tokens, word, f + 1);
            opening[f] = tokens.number("the fixed cost of warehouse " + (f + 1));
        }
        double[] demand = new double[customers];
        double[][] service = new double[customers][facilities];
        for (int c = 0; c < customers; c++) {
            demand[c] = tokens.amount("the demand of customer " + (c + 1));
            for (int f = 0; f < facilities; f++) {
                service[c][f] = tokens.number("the cost of customer " + (c + 1) + " with warehouse " + (f + 1));
            }
        }
        if (tokens.hasNext()) {
            String more = tokens.word("the end");
            throw tokens.refused("there is more than " + facilities + " warehouses and " + customers + " customers: " + more);
        }
        return new FacilityLocation(opening, service, demand, Optional.of(capacity));
    }

    private static double capacity(Tokens tokens, OptionalDouble word, int warehouse) throws InstanceException {
        String text = tokens.word("the capacity of warehouse " + warehouse);
        if (text.equalsIgnoreCase("capacity")) {
            if (word.isEmpty()) {
                throw tokens.refused("the capacity stands open in this file: name it with --capacity");
            }
            return word.getAsDouble();
        }
        return tokens.asAmount("the capacity of warehouse " + warehouse, text);
    }

    /** Customers and candidate places are the vertices of a graph; of a repeated edge the last cost counts; distances are shortest paths. */
    public static Instance median(Path file) throws IOException, InstanceException {
        Tokens tokens = Tokens.of(file);
        int vertices = tokens.integer("the number of vertices", 1, 20_000);
        if ((long) vertices * vertices * BYTES_A_PAIR > Runtime.getRuntime().maxMemory()) {
            throw tokens.refused("the distances between " + vertices + " vertices do not fit into the memory of this run");
        }
        int edges = tokens.integer("the number of edges", 0, Integer.MAX_VALUE);
        int p = tokens.integer("the number of medians", 1, vertices);
        Map<Long, Double> costs = new LinkedHashMap<>();
        for (int e = 0; e < edges; e++) {
            long one = tokens.integer("the first end of edge " + (e + 1), 1, vertices) - 1L;
            long other = tokens.integer("the second end of edge " + (e + 1), 1, vertices) - 1L;
            double cost = tokens.amount("the cost of edge " + (e + 1));
            if (one != other) {
                costs.put(Math.min(one, other) * vertices + Math.max(one, other), cost);
            }
        }
        if (tokens.hasNext()) {
            String more = tokens.word("the end");
            throw tokens.refused("there is more than " + edges + " edges: " + more);
        }
        Distances distances = new Distances(vertices, costs);
        if (!distances.connected()) {
            throw new InstanceException(file, 0, "the graph falls apart: some vertices cannot be reached from others");
        }
        return new Instance(Instance.nameOf(file), new PMedian(distances.all(), p));
    }
}
