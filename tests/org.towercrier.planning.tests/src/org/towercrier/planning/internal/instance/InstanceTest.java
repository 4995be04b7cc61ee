package org.towercrier.planning.internal.instance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.towercrier.planning.FrequencyAssignment;
import org.towercrier.planning.FrequencyAssignment.Goal;
import org.towercrier.planning.GraphColouring;
import org.towercrier.planning.PMedian;

class InstanceTest {

    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String refusal(Executable reading) {
        return String.valueOf(assertThrows(InstanceException.class, reading).getMessage());
    }

    @Test
    void mistakesAreToldWithFileAndLine() throws IOException {
        Path median = file("pmed.txt", "3 2 1\n1 2 4\n2 x 5\n");
        assertTrue(refusal(() -> OrLibrary.median(median)).endsWith("pmed.txt, line 3: the second end of edge 2 is not a number: x"));
        Path longer = file("longer.txt", "3 2 1\n1 2 4\n2 3 5\n1 3 6\n");
        assertTrue(refusal(() -> OrLibrary.median(longer)).endsWith("longer.txt, line 4: there is more than 2 edges: 1"));
        Path graph = file("a.col", "c a graph\np edge 3 2\ne 1 2\ne 1 4\n");
        assertTrue(refusal(() -> Dimacs.read(graph)).endsWith("a.col, line 4: 4 is not between 1 and 3"));
        Path warehouse = file("capa.txt", "1 1\ncapacity 10\n5\n7\n");
        assertTrue(refusal(() -> OrLibrary.capacitated(warehouse, OptionalDouble.empty())).contains("line 2: the capacity stands open"));
        Path points = file("points.csv", "x,y,traffic\n1,2,3\n1,2,many\n");
        assertTrue(refusal(() -> new Coverage().read(points)).endsWith("points.csv, line 3: traffic is not a number: many"));
        Path bytes = Files.write(folder.resolve("bytes.csv"), new byte[]{ (byte) 0xff, (byte) 0xfe, 'x' });
        assertTrue(refusal(() -> new Coverage().read(bytes)).endsWith("bytes.csv, line 1: this is not a text in UTF-8"));
        Path json = file("max.json", "{\"domains\": [[1,2]],\n \"vars\": [{]}");
        assertTrue(refusal(() -> RadioLinks.read(json, null)).contains("line 2"));
    }

    @Test
    void ofARepeatedEdgeTheLastCostCounts() throws IOException, InstanceException {
        Path median = file("pmed.txt", "2 2 1\n1 2 4\n2 1 9\n");
        assertEquals(9, ((PMedian) OrLibrary.median(median).problem()).cost()[0][1]);
    }

    @Test
    void edgesListedInBothDirectionsAreOneAndLoopsAreLeftOut() throws IOException, InstanceException {
        Instance instance = Dimacs.read(file("a.col", "p col 3 4\ne 1 2\ne 2 1\ne 3 3\n"));
        assertEquals(1, ((GraphColouring) instance.problem()).edges().size());
        assertEquals(1, instance.notes().size());
    }

    @Test
    void aFolderInTheOriginalFormIsOneInstance() throws IOException, InstanceException {
        file("var.txt", "1 1\n2 1 16 0\n3 2 30 2\n");
        file("dom.txt", "1 2 16 30\n2 3 16 30 44\n");
        file("ctr.txt", "1 2 C > 10 1\n2 3 D = 14\n");
        file("cst.txt", "a1 = 1000 a2 = 100 a3 = 10 a4 = 1\nb1 = 5 b2 = 4 b3 = 3 b4 = 2\n");
        FrequencyAssignment problem = (FrequencyAssignment) RadioLinks.read(folder, null).problem();
        assertEquals(Goal.LEAST_COST, problem.goal());
        assertEquals(1, problem.links().get(1).frequencies().length);
        assertEquals(4, problem.links().get(2).movingCost());
        assertEquals(1000, problem.separations().getFirst().cost());
        assertTrue(problem.separations().get(1).hard());
    }
}
