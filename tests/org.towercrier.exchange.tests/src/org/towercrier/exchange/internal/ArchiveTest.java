package org.towercrier.exchange.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.towercrier.exchange.FileReport;
import org.towercrier.exchange.ImportRequest;

/** Measurements come out of all wrappings. */
class ArchiveTest {

    private Workspace workspace;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        workspace = new Workspace(folder);
    }

    @AfterEach
    void close() throws Exception {
        workspace.close();
    }

    private static byte[] period(int quarter) {
        return PmFiles.good().replace("T10:15", "T0" + quarter + ":15").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(Charset names, Map<String, byte[]> members) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, names)) {
            for (Map.Entry<String, byte[]> member : new TreeMap<>(members).entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] tar(Map<String, byte[]> members) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> member : new TreeMap<>(members).entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry(member.getKey());
                entry.setSize(member.getValue().length);
                tar.putArchiveEntry(entry);
                tar.write(member.getValue());
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    private List<FileReport> files(Path file) throws Exception {
        return workspace.run(ImportRequest.of(file)).files();
    }

    @Test
    void compressedFilesAreReadWhateverTheirName() throws Exception {
        assertEquals(2, workspace.one(workspace.file("A.xml.gz", Workspace.gzip(period(1)))).stored());
        assertEquals(2, workspace.one(workspace.file("noname", Workspace.gzip(period(2)))).stored());
    }

    @Test
    void aZipOfCompressedFilesAndFoldersIsReadMemberByMember() throws Exception {
        byte[] inner = zip(StandardCharsets.UTF_8, Map.of("deep.xml", period(3)));
        Path file = workspace.file("all.zip",
                zip(StandardCharsets.UTF_8, Map.of("a/one.xml", period(1), "a/two.xml.gz", Workspace.gzip(period(2)), "b/inner.zip", inner,
                        "b/.hidden", new byte[3])));
        List<FileReport> files = files(file);
        assertEquals(List.of("all.zip!/a/one.xml", "all.zip!/a/two.xml.gz", "all.zip!/b/inner.zip!/deep.xml"),
                files.stream().map(report -> report.file().substring(report.file().indexOf("all.zip"))).toList());
        assertTrue(files.stream().allMatch(report -> report.stored() == 2), files.toString());
    }

    @Test
    void aZipWithChineseNamesInTheSystemsEncodingIsRead() throws Exception {
        List<FileReport> files = files(workspace.file("chinese.zip", zip(Charset.forName("GB18030"), Map.of("性能数据.xml", period(1)))));
        assertTrue(files.getFirst().file().endsWith("!/性能数据.xml"), files.toString());
        assertEquals(2, files.getFirst().stored());
    }

    @Test
    void aCompressedTarIsReadMemberByMember() throws Exception {
        Path file = workspace.file("all.tar.gz",
                Workspace.gzip(tar(Map.of("a/one.xml", period(1), "two.xml.gz", Workspace.gzip(period(2)), "../three.xml", period(3)))));
        List<FileReport> files = files(file);
        assertEquals(3, files.size());
        assertEquals(4, files.stream().mapToLong(FileReport::stored).sum());
        assertTrue(files.getFirst().refused().isPresent(), files.toString());
    }

    @Test
    void oneBadMemberCostsNoOther() throws Exception {
        byte[] truncated = java.util.Arrays.copyOf(Workspace.gzip(period(2)), 60);
        List<FileReport> files = files(workspace.file("all.zip",
                zip(StandardCharsets.UTF_8, Map.of("a.xml", period(1), "b.xml.gz", truncated, "c.xml", period(3)))));
        assertEquals(List.of(2L, 0L, 2L), files.stream().map(FileReport::stored).toList());
        assertTrue(files.get(1).refused().isPresent());
    }

    @Test
    void largeMembersGoThroughTemporaryFilesThatAreGoneAfterwards() throws Exception {
        StringBuilder values = new StringBuilder("<measType p=\"1\">RRC.ConnMean</measType>\n");
        for (int i = 0; i < 80_000; i++) {
            values.append("<measValue measObjLdn=\"C=").append(i).append("\"><r p=\"1\">").append(i % 977).append("</r></measValue>\n");
        }
        byte[] large = PmFiles.collec(values.toString()).getBytes(StandardCharsets.UTF_8);
        assertTrue(large.length > 4 << 20);
        List<FileReport> files = files(workspace.file("large.tar", tar(Map.of("large.xml", large))));
        assertEquals(80_000, files.getFirst().stored(), files.toString());
        try (Stream<Path> left = Files.list(workspace.folder().resolve("workspace"))) {
            assertTrue(left.noneMatch(path -> path.toString().endsWith(".tmp")));
        }
    }

    @Test
    void thousandsOfSmallFilesInFoldersAreOneImport() throws Exception {
        for (int i = 0; i < 2_000; i++) {
            String cell = "EUtranCellTDD=" + i + "-";
            workspace.file("many/" + i % 7 + "/" + i + ".xml", PmFiles.good().replace("EUtranCellTDD=", cell));
        }
        List<FileReport> files = files(workspace.folder().resolve("in/many"));
        assertEquals(2_000, files.size());
        assertEquals(4_000, workspace.count("cell_measurement"));
        assertEquals(1, workspace.count("import_batch"));
    }
}
