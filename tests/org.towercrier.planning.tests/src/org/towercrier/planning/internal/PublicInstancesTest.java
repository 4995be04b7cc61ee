package org.towercrier.planning.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Scanner;

import org.junit.jupiter.api.Test;
import org.towercrier.fixture.SharedData;
import org.towercrier.planning.FacilityLocation;
import org.towercrier.planning.FrequencyAssignment;
import org.towercrier.planning.GraphColouring;
import org.towercrier.planning.PMedian;
import org.towercrier.planning.PlanningMonitor;
import org.towercrier.planning.PlanningOptions;
import org.towercrier.planning.PlanningResult;
import org.towercrier.planning.Problem;
import org.towercrier.planning.internal.instance.Dimacs;
import org.towercrier.planning.internal.instance.OrLibrary;
import org.towercrier.planning.internal.instance.RadioLinks;

/** Public files solved without a solver library; the solutions are checked against the files, read here once more in the plainest way. */
class PublicInstancesTest {

    private static final double EXACT = 1e-3;

    private final PlannerService planner = new PlannerService(Optional.empty());

    @SuppressWarnings("unchecked")
    private <S> PlanningResult<S> solve(Problem<?> problem) {
        return (PlanningResult<S>) planner.solve(problem, PlanningOptions.within(Duration.ofHours(1)), PlanningMonitor.none());
    }

    @Test
    void warehousesReachThePublishedOptimumWithProof() throws Exception {
        Path file = SharedData.path("planning/orlib-facility-location/70/cap71.txt");
        PlanningResult<FacilityLocation.Plan> result = solve(OrLibrary.uncapacitated(file).problem());
        assertTrue(result.optimal());
        assertEquals(932615.75, result.objective().orElseThrow(), EXACT);
        try (Scanner scanner = new Scanner(Files.readString(file).replace(". ", ".0 "))) {
            int facilities = Integer.parseInt(scanner.next());
            int customers = Integer.parseInt(scanner.next());
            double[] fixed = new double[facilities];
            for (int f = 0; f < facilities; f++) {
                scanner.next();
                fixed[f] = Double.parseDouble(scanner.next());
            }
            double cost = result.solution().orElseThrow().open().stream().mapToDouble(f -> fixed[f]).sum();
            Map<Integer, Integer> servedBy = new HashMap<>();
            result.solution().get().shares().forEach(share -> servedBy.put(share.customer(), share.facility()));
            for (int c = 0; c < customers; c++) {
                scanner.next();
                for (int f = 0; f < facilities; f++) {
                    double own = Double.parseDouble(scanner.next());
                    cost += servedBy.get(c) == f ? own : 0;
                }
            }
            assertEquals(932615.75, cost, EXACT);
        }
    }

    @Test
    void mediansReachThePublishedOptimumWithProof() throws Exception {
        Path file = SharedData.path("planning/orlib-pmedian/pmed1.txt");
        PlanningResult<PMedian.Plan> result = solve(OrLibrary.median(file).problem());
        assertTrue(result.optimal());
        assertEquals(5819, result.objective().orElseThrow(), EXACT);
        assertEquals(5, result.solution().orElseThrow().places().size());
        assertEquals(5819, shortestFrom(file, result.solution().get().places()), EXACT);
    }

    /** Distances from the chosen vertices by relaxing all edges again and again. */
    private static double shortestFrom(Path file, List<Integer> sources) throws Exception {
        List<String> lines = Files.readAllLines(file);
        int vertices = Integer.parseInt(lines.getFirst().strip().split("\\s+")[0]);
        Map<Long, Double> edges = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] words = line.strip().split("\\s+");
            if (words.length == 3) {
                long a = Long.parseLong(words[0]) - 1;
                long b = Long.parseLong(words[1]) - 1;
                edges.put(Math.min(a, b) * vertices + Math.max(a, b), Double.parseDouble(words[2]));
            }
        }
        double[] distance = new double[vertices];
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        sources.forEach(source -> distance[source] = 0);
        for (int round = 0; round < vertices; round++) {
            edges.forEach((key, cost) -> {
                int a = (int) (key / vertices);
                int b = (int) (key % vertices);
                distance[a] = Math.min(distance[a], distance[b] + cost);
                distance[b] = Math.min(distance[b], distance[a] + cost);
            });
        }
        return Arrays.stream(distance).sum();
    }

    @Test
    void graphsReachTheirChromaticNumberWithProof() throws Exception {
        for (var expected : Map.of("myciel7", 8, "queen6_6", 7, "homer", 13, "fpsol2.i.1", 65).entrySet()) {
            Path file = SharedData.path("wlan/graph-colouring/" + expected.getKey() + ".col");
            PlanningResult<GraphColouring.Colours> result = solve(Dimacs.read(file).problem());
            assertTrue(result.optimal(), expected.getKey());
            assertEquals(expected.getValue(), result.objective().orElseThrow(), EXACT, expected.getKey());
            List<Integer> colours = result.solution().orElseThrow().of();
            assertEquals((long) expected.getValue(), colours.stream().distinct().count());
            for (String line : Files.readAllLines(file)) {
                String[] words = line.strip().split("\\s+");
                if (words[0].equals("e") && !words[1].equals(words[2])) {
                    assertNotEquals(colours.get(Integer.parseInt(words[1]) - 1), colours.get(Integer.parseInt(words[2]) - 1), line);
                }
            }
        }
    }

    @Test
    void frequenciesKeepEveryDistanceOfTheFile() throws Exception {
        Path file = SharedData.path("wlan/frequency-assignment/rlfap_csp_txt/ctr/ctr3-f10.txt");
        var instance = RadioLinks.read(file, null);
        PlanningResult<FrequencyAssignment.Plan> result = solve(instance.problem());
        assertTrue(result.optimal());
        List<Integer> of = result.solution().orElseThrow().frequencies();
        for (String line : Files.readAllLines(file)) {
            String[] words = line.strip().split("\\s+");
            if (words.length == 4) {
                int difference = Math.abs(of.get(Integer.parseInt(words[0])) - of.get(Integer.parseInt(words[1])));
                int limit = Integer.parseInt(words[3]);
                assertTrue(words[2].equals("=") ? difference == limit : difference > limit, line);
            }
        }
    }
}
