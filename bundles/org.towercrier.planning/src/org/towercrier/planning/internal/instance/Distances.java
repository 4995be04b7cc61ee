package org.towercrier.planning.internal.instance;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/** Shortest paths between all vertices of a graph without direction, by Dijkstra's search from each of them. */
final class Distances {

    private final int[][] neighbours;
    private final double[][] costs;

    /**
     * @param edges
     *            cost, not negative, by {@code smaller vertex * vertices + greater vertex}
     */
    Distances(int vertices, Map<Long, Double> edges) {
        int[] degree = new int[vertices];
        for (long edge : edges.keySet()) {
            degree[(int) (edge / vertices)]++;
            degree[(int) (edge % vertices)]++;
        }
        neighbours = Arrays.stream(degree).mapToObj(int[]::new).toArray(int[][]::new);
        costs = Arrays.stream(degree).mapToObj(double[]::new).toArray(double[][]::new);
        edges.forEach((edge, cost) -> {
            int one = (int) (edge / vertices);
            int other = (int) (edge % vertices);
            add(one, other, cost, --degree[one]);
            add(other, one, cost, --degree[other]);
        });
    }

    private void add(int from, int to, double cost, int place) {
        neighbours[from][place] = to;
        costs[from][place] = cost;
    }

    /** Whether every vertex can be reached from every other. */
    boolean connected() {
        boolean[] reached = new boolean[neighbours.length];
        ArrayDeque<Integer> open = new ArrayDeque<>();
        open.add(0);
        reached[0] = true;
        int count = 1;
        while (!open.isEmpty()) {
            for (int other : neighbours[open.remove()]) {
                if (!reached[other]) {
                    reached[other] = true;
                    count++;
                    open.add(other);
                }
            }
        }
        return count == neighbours.length;
    }

    /** The distance of each vertex to each other. */
    double[][] all() {
        return IntStream.range(0, neighbours.length).parallel().mapToObj(this::from).toArray(double[][]::new);
    }

    private record Reached(int vertex, double distance) {
    }

    private double[] from(int start) {
        double[] distance = new double[neighbours.length];
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        distance[start] = 0;
        PriorityQueue<Reached> open = new PriorityQueue<>((one, other) -> Double.compare(one.distance(), other.distance()));
        open.add(new Reached(start, 0));
        while (!open.isEmpty()) {
            Reached next = open.remove();
            int vertex = next.vertex();
            if (next.distance() > distance[vertex]) {
                continue;
            }
            for (int i = 0; i < neighbours[vertex].length; i++) {
                double there = next.distance() + costs[vertex][i];
                if (there < distance[neighbours[vertex][i]]) {
                    distance[neighbours[vertex][i]] = there;
                    open.add(new Reached(neighbours[vertex][i], there));
                }
            }
        }
        return distance;
    }
}
