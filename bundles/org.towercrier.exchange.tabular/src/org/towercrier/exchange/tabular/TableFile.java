package org.towercrier.exchange.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.towercrier.exchange.ImportRefusedException;
import org.towercrier.exchange.tabular.internal.Messages;
import org.towercrier.exchange.tabular.internal.map.Columns;
import org.towercrier.exchange.tabular.internal.table.CsvDialect;
import org.towercrier.exchange.tabular.internal.table.CsvTable;
import org.towercrier.exchange.tabular.internal.table.JsonTable;
import org.towercrier.exchange.tabular.internal.table.Table;
import org.towercrier.exchange.tabular.internal.table.TableSource;
import org.towercrier.exchange.tabular.internal.table.TextEncoding.Content;
import org.towercrier.exchange.tabular.internal.table.XlsxTable;

/**
 * A file with one table: separated values of any character set, delimiter and decimal mark, or a workbook; also packed with gzip, or alone in a zip archive. What it is
 * is found by its content.
 */
public final class TableFile {

    private static final int BUFFER = 64 << 10;

    private final TableSource source;
    private final TableLayout layout;
    private final Columns columns;

    private TableFile(TableSource source, TableLayout layout, List<String> header) {
        this.source = source;
        this.layout = layout;
        this.columns = new Columns(header);
    }

    /**
     * Opens a file and reads the names of its columns.
     *
     * @throws ImportRefusedException when it is no table, or not written as the layout says
     */
    public static TableFile open(Path file, TableLayout layout) throws IOException, ImportRefusedException {
        Content content = content(file);
        TableSource source = source(content, layout);
        try (Table table = source.open()) {
            if (table.header().isEmpty()) {
                throw new ImportRefusedException(Messages.of("table.no-rows"));
            }
            return new TableFile(source, layout, table.header());
        }
    }

    private static Content content(Path file) throws IOException, ImportRefusedException {
        byte[] head = head(() -> Files.newInputStream(file));
        if (starts(head, 0x1f, 0x8b)) {
            return () -> new GZIPInputStream(Files.newInputStream(file), BUFFER);
        }
        if (starts(head, 'P', 'K', 3, 4)) {
            return packed(file);
        }
        return () -> Files.newInputStream(file);
    }

    /** A workbook is a zip archive too, and read as it is. */
    private static Content packed(Path file) throws IOException, ImportRefusedException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.getEntry("[Content_Types].xml") != null) {
                return () -> Files.newInputStream(file);
            }
            List<String> members = zip.stream().filter(entry -> !entry.isDirectory() && !entry.getName().startsWith("__MACOSX/"))
                    .map(ZipEntry::getName).limit(2).toList();
            if (members.size() != 1) {
                throw new ImportRefusedException(Messages.of("table.archive"));
            }
            return () -> new Member(file, members.get(0));
        }
    }

    /** A member of an archive that closes the archive when it is closed. */
    private static final class Member extends java.io.FilterInputStream {

        private final ZipFile zip;

        Member(Path file, String name) throws IOException {
            this(new ZipFile(file.toFile()), name);
        }

        private Member(ZipFile zip, String name) throws IOException {
            super(zip.getInputStream(zip.getEntry(name)));
            this.zip = zip;
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }

    private static TableSource source(Content content, TableLayout layout) throws IOException, ImportRefusedException {
        byte[] head = head(content);
        boolean workbook = starts(head, 'P', 'K', 3, 4) || starts(head, 0xd0, 0xcf, 0x11, 0xe0);
        if (workbook) {
            return bytes -> XlsxTable.open(content, layout.sheet(), layout.header());
        }
        String start = new String(head, java.nio.charset.StandardCharsets.ISO_8859_1).stripLeading();
        if (start.startsWith("[{") || start.startsWith("{\"")) {
            return bytes -> JsonTable.open(content, bytes);
        }
        CsvDialect dialect = CsvDialect.detect(content, layout.encoding(), layout.delimiter());
        return bytes -> CsvTable.open(content, dialect, layout.header(), bytes);
    }

    private static byte[] head(Content content) throws IOException {
        try (InputStream in = content.open()) {
            return in.readNBytes(64);
        }
    }

    private static boolean starts(byte[] head, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= head.length || (head[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /** Names of the columns; a repeated name gets {@code " (2)"}, an empty one its number. */
    public List<String> columns() {
        return columns.header();
    }

    /** Position of a column: by its name as written, else without regard to case and punctuation when that is unique. */
    public OptionalInt find(String name) {
        return columns.find(name);
    }

    /**
     * Reads columns into memory.
     *
     * @param positions of the columns, from 0
     * @param progress told now and then how many rows were read; it may throw to stop the reading
     * @throws ImportRefusedException when the file cannot be read as a table to its end
     */
    public TableRows read(int[] positions, LongConsumer progress) throws IOException, ImportRefusedException {
        return new ColumnLoader(source, layout.decimal(), positions).load(progress);
    }
}
