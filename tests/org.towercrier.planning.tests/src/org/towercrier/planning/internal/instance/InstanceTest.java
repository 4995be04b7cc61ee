package org.towercrier.planning.internal.instance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.towercrier.planning.FrequencyAssignment;
import org.towercrier.planning.FrequencyAssignment.Goal;
import org.towercrier.planning.GraphColouring;
import org.towercrier.planning.PMedian;
import org.towercrier.planning.SitePlanning;

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
        assertTrue(refusal(() -> new Coverage().read(bytes)).endsWith("bytes.csv, line 1: this is not a text in UTF-8 or GB18030"));
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
        Instance instance = Dimacs.read(file("a.col", "p col 3 3\ne 1 2\ne 2 1\ne 3 3\n"));
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

    @Test
    void quantitiesThatCannotBeAreRefusedWhereTheyStand() throws IOException {
        Path capacity = file("cap1.txt", "1 1\n-4 10\n5\n7\n");
        assertTrue(
                refusal(() -> OrLibrary.uncapacitated(capacity)).endsWith("cap1.txt, line 2: the capacity of warehouse 1 is negative: -4"));
        Path demand = file("cap2.txt", "1 1\n4 10\n-5\n7\n");
        assertTrue(refusal(() -> OrLibrary.capacitated(demand, OptionalDouble.empty()))
                .endsWith("line 3: the demand of customer 1 is negative: -5"));
        Path unknown = file("cap3.txt", "1 1\nNaN 10\n5\n7\n");
        assertTrue(refusal(() -> OrLibrary.uncapacitated(unknown)).endsWith("line 2: the capacity of warehouse 1 is not a number: NaN"));
        Path suffix = file("cap4.txt", "1 1\n4 10f\n5\n7\n");
        assertTrue(refusal(() -> OrLibrary.uncapacitated(suffix)).contains("line 2: the fixed cost of warehouse 1 is not a number: 10f"));
        Path frequency = file("span.json", "{\"domains\": [[-5]], \"vars\": [{\"domain\": 0}], \"ctrs\": []}");
        assertTrue(refusal(() -> RadioLinks.read(frequency, null)).contains("a frequency must be a whole number that is not negative: -5"));
        Path price = file("max.json", "{\"domains\": [[5]], \"vars\": [{\"domain\": 0}], \"ctrs\": [], \"interferenceCosts\": [0, \"x\"]}");
        assertTrue(refusal(() -> RadioLinks.read(price, null)).contains("interferenceCosts[1] must be a number"));
        Path nothing = file("card.json", "{\"domains\": [], \"vars\": [], \"ctrs\": []}");
        assertTrue(refusal(() -> RadioLinks.read(nothing, null)).contains("there is no link in it"));
    }

    @Test
    void aWordThatIsNoTextIsShownInOneShortLine() throws IOException {
        Path bytes = file("cap.txt", "\u0000\u0007".repeat(50));
        String reason = refusal(() -> OrLibrary.uncapacitated(bytes));
        assertTrue(reason.endsWith("\uFFFD".repeat(40) + "…"), reason);
    }

    @Test
    void aFileThatBreaksOffIsRefusedAndADifferentCountIsTold() throws IOException, InstanceException {
        Path graph = file("a.col", "p edge 4 3\ne 1 2\ne 2 3");
        assertTrue(refusal(() -> Dimacs.read(graph)).contains("the file breaks off: 3 edges are announced, 2 are there"));
        Path other = file("b.col", "p edge 4 3\ne 1 2\ne 2 3\n");
        assertEquals(List.of("3 edges are announced, 2 are there."), Dimacs.read(other).notes());
        Path twice = file("c.col", "p edge 4 4\ne 1 2\ne 2 3\n");
        assertEquals(List.of(), Dimacs.read(twice).notes());
        file("var1.txt", "2\n0 1\n1 1\n");
        file("dom1.txt", "1\n1 2 16 30\n");
        Path links = file("ctr1.txt", "3\n0 1 > 5\n0 1 > 1");
        assertTrue(refusal(() -> RadioLinks.read(links, null))
                .contains("ctr1.txt, line 3: the file breaks off: 3 lines are announced, 2 follow"));
        file("ctr1.txt", "3\n0 1 > 5\n0 1 > 1\n");
        assertEquals(List.of("ctr1.txt: 3 lines are announced, 2 follow."), RadioLinks.read(links, null).notes());
    }

    @Test
    void aGraphThatFallsApartOrIsTooLargeIsRefused() throws IOException {
        Path apart = file("pmed.txt", "4 2 1\n1 2 3\n3 4 1\n");
        assertTrue(refusal(() -> OrLibrary.median(apart)).endsWith("the graph falls apart: some vertices cannot be reached from others"));
        Path large = file("large.col", "p edge 1000000 1\ne 1 2\n");
        assertTrue(
                refusal(() -> Dimacs.read(large)).contains("line 1: graphs of up to 30000 vertices can be coloured, this one has 1000000"));
    }

    @Test
    void distancesAreThoseOfTheShortestPaths() throws IOException, InstanceException {
        Path ring = file("pmed.txt", "5 6 1\n1 2 1\n2 3 1\n3 4 1\n4 5 1\n5 1 1\n1 3 9\n");
        double[][] cost = ((PMedian) OrLibrary.median(ring).problem()).cost();
        for (int one = 0; one < 5; one++) {
            for (int other = 0; other < 5; other++) {
                int around = Math.abs(one - other);
                assertEquals(Math.min(around, 5 - around), cost[one][other], 0);
            }
        }
    }

    @Test
    void weakPointsMayBeInChineseAnywhereAndSeparatedOtherwise() throws IOException, InstanceException {
        Path chinese = Files.write(folder.resolve("chinese.csv"),
                "编号;x坐标;y坐标;业务量\n1;-700000;900000;7.5\n".getBytes(Charset.forName("GB18030")));
        Coverage coverage = new Coverage();
        coverage.read(chinese);
        assertEquals(Optional.empty(), coverage.obstacle());
        SitePlanning problem = coverage.contest();
        assertEquals(new SitePlanning.Point(-700_000, 900_000, 7.5), problem.points().getFirst());
        assertTrue(problem.area().contains(-700_000, 900_000));
        Path comma = file("comma.csv", "x;y;traffic\n1;2;3,5\n");
        assertTrue(refusal(() -> new Coverage().read(comma)).endsWith("comma.csv, line 2: traffic is not a number: 3,5"));
        Path wide = file("wide.csv", "x,y,traffic\n1,2,3,5\n");
        assertTrue(refusal(() -> new Coverage().read(wide)).endsWith("wide.csv, line 2: 4 values under 3 headings"));
    }

    @Test
    void tablesWithNothingToCoverOrWithoutAnEndMakeNoProblem() throws IOException, InstanceException {
        Coverage none = new Coverage();
        none.read(file("sites.csv", "id,x,y\n1,2,3\n"));
        assertTrue(none.obstacle().orElseThrow().contains("none of the files has weak points"));
        Coverage idle = new Coverage();
        idle.read(file("idle.csv", "x,y,traffic\n1,2,0\n"));
        assertEquals(Optional.of("no weak point has any traffic"), idle.obstacle());
        Coverage spread = new Coverage();
        spread.read(file("spread.csv", "x,y,traffic\n900000,900000,3\n-900000,4,5\n"));
        assertTrue(spread.obstacle().orElseThrow().contains("spread over a grid of 1800001 by 899997 points"));
    }
}
