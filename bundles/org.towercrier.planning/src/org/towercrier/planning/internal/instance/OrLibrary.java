package org.towercrier.planning.internal.instance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

import org.towercrier.planning.FacilityLocation;
import org.towercrier.planning.PMedian;

/** Location problems in the forms of the OR-Library. */
public final class OrLibrary {

    private static final int MOST = 100_000;

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
            demand[c] = tokens.number("the demand of customer " + (c + 1));
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
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            throw tokens.refused("the capacity of warehouse " + warehouse + " is not a number: " + text);
        }
    }

    /** Customers and candidate places are the vertices of a graph; of a repeated edge the last cost counts; distances are shortest paths. */
    public static Instance median(Path file) throws IOException, InstanceException {
        Tokens tokens = Tokens.of(file);
        int vertices = tokens.integer("the number of vertices", 1, 20_000);
        int edges = tokens.integer("the number of edges", 0, Integer.MAX_VALUE);
        int p = tokens.integer("the number of medians", 1, vertices);
        double[][] distance = new double[vertices][vertices];
        for (int v = 0; v < vertices; v++) {
            Arrays.fill(distance[v], Double.POSITIVE_INFINITY);
            distance[v][v] = 0;
        }
        for (int e = 0; e < edges; e++) {
            int one = tokens.integer("the first end of edge " + (e + 1), 1, vertices) - 1;
            int other = tokens.integer("the second end of edge " + (e + 1), 1, vertices) - 1;
            double cost = tokens.number("the cost of edge " + (e + 1));
            if (cost < 0) {
                throw tokens.refused("the cost of edge " + (e + 1) + " is negative");
            }
            if (one != other) {
                distance[one][other] = cost;
                distance[other][one] = cost;
            }
        }
        if (tokens.hasNext()) {
            String more = tokens.word("the end");
            throw tokens.refused("there is more than " + edges + " edges: " + more);
        }
        shortestPaths(distance);
        if (Arrays.stream(distance[0]).anyMatch(Double::isInfinite)) {
            throw new InstanceException(file, 0, "the graph falls apart: some vertices cannot be reached from others");
        }
        return new Instance(Instance.nameOf(file), new PMedian(distance, p));
    }

    private static void shortestPaths(double[][] distance) {
        for (int over = 0; over < distance.length; over++) {
            double[] rest = distance[over];
            for (double[] row : distance) {
                double first = row[over];
                if (Double.isInfinite(first)) {
                    continue;
                }
                for (int to = 0; to < row.length; to++) {
                    if (first + rest[to] < row[to]) {
                        row[to] = first + rest[to];
                    }
                }
            }
        }
    }
}
