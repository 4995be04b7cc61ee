package org.towercrier.exchange.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.towercrier.exchange.FileReport;
import org.towercrier.exchange.ImportReport;
import org.towercrier.exchange.ImportRequest;

/** Files changed at random (with fixed seeds): whatever comes, the batch goes on, a refused file stores nothing and the figures add up. */
class MutationTest {

    private static final int FILES = 400;

    private static byte[] mutated(byte[] original, Random random) {
        byte[] bytes = original.clone();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(6)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
                case 3 -> bytes = joined(bytes, at, Math.min(bytes.length, at + random.nextInt(40)), new byte[0]);
                case 4 -> bytes = joined(bytes, at, at, Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + random.nextInt(60))));
                default -> bytes = joined(bytes, at, at,
                        List.of("<", ">", "&", "\"", "\0", "<r>", "]]>", "-", "9e999", "\ud83d\ude00").get(random.nextInt(10))
                                .getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes;
    }

    private static byte[] joined(byte[] bytes, int until, int from, byte[] between) {
        byte[] result = new byte[until + between.length + bytes.length - from];
        System.arraycopy(bytes, 0, result, 0, until);
        System.arraycopy(between, 0, result, until, between.length);
        System.arraycopy(bytes, from, result, until + between.length, bytes.length - from);
        return result;
    }

    private static byte[] original(int number) {
        String values = """
        <job jobId="1"/><repPeriod duration="PT900S"/>
        <measType p="1">RRC.ConnMean</measType><measType p="2">RRU.PrbTotDl</measType><measType p="3">pm%1$d</measType>
        <measValue measObjLdn="EUtranCellTDD=%1$d"><r p="1">12.5</r><r p="2">40</r><r p="3">1,2</r><suspect>false</suspect></measValue>
        </measInfo><measInfo><granPeriod duration="PT900S" endTime="2026-05-04T10:15:00+00:00"/><measTypes>RRC.ConnMax pmMore</measTypes>
        <measValue measObjLdn="EUtranCellTDD=%1$d"><measResults>17 NIL</measResults></measValue>""".formatted(number);
        return PmFiles.collec(values).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void mutatedXmlNeverBreaksTheBatchAndNeverLeavesHalfAFile(@TempDir Path folder) throws Exception {
        try (Workspace workspace = new Workspace(folder)) {
            Random random = new Random(20260504);
            List<Path> files = new ArrayList<>();
            for (int i = 0; i < FILES; i++) {
                files.add(workspace.file(i + ".xml", mutated(original(i), random)));
            }
            files.add(workspace.file("good.xml", PmFiles.good()));
            check(workspace, files);
        }
    }

    @Test
    void mutatedArchivesNeverBreakTheBatch(@TempDir Path folder) throws Exception {
        try (Workspace workspace = new Workspace(folder)) {
            Random random = new Random(4711);
            List<Path> files = new ArrayList<>();
            for (int i = 0; i < FILES / 4; i++) {
                files.add(workspace.file(i + ".xml.gz", mutated(Workspace.gzip(original(i)), random)));
            }
            files.add(workspace.file("good.xml", PmFiles.good()));
            check(workspace, files);
        }
    }

    private static void check(Workspace workspace, List<Path> files) throws Exception {
        ImportReport report = workspace.run(
                new ImportRequest(files, java.util.Optional.empty(), java.util.Optional.empty(), java.util.Optional.empty(), false, false));
        assertTrue(report.files().size() >= files.size());
        assertEquals(2, report.files().getLast().stored());
        long stored = 0;
        for (FileReport file : report.files()) {
            assertFalse(file.refused().orElse("").contains("failed on this file"), file.toString());
            assertTrue(file.refused().isEmpty() || file.stored() == 0, file.toString());
            stored += file.stored();
        }
        // A conflicting row may still fill columns of a row, but it never adds one.
        long rows = workspace.count("cell_measurement") + workspace.count("counter_value");
        assertEquals(stored, rows, "each stored row is there once");
        assertTrue(report.files().stream().anyMatch(file -> file.refused().isPresent()), "the mutations did something");
        ImportReport again = workspace.run(
                new ImportRequest(files, java.util.Optional.empty(), java.util.Optional.empty(), java.util.Optional.empty(), false, false));
        assertEquals(0, again.stored());
        assertEquals(rows, workspace.count("cell_measurement") + workspace.count("counter_value"));
    }
}
