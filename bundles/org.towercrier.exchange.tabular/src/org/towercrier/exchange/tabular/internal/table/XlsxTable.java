package org.towercrier.exchange.tabular.internal.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.towercrier.exchange.ImportRefusedException;
import org.towercrier.exchange.tabular.internal.Messages;
import org.towercrier.exchange.tabular.internal.table.TextEncoding.Content;

/** One sheet of an Excel workbook. Numbers and dates come as the workbook types them; the displayed format decides only whether a number is a date. */
public final class XlsxTable implements Table {

    private static final long LARGEST_FILE = 256L << 20;
    private static final long LARGEST_CONTENT = 2L << 30;
    private static final int MOST_ENTRIES = 10_000;
    /** A part below this may be as dense as it likes. */
    private static final long HARMLESS = 16L << 20;
    private static final int DENSEST = 200;
    private static final int PREAMBLE = 25;

    private final ReadableWorkbook book;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final List<String> header;
    private Optional<Row> pending;
    private Row row;
    private String[] texts = new String[0];
    private boolean[] typed = new boolean[0];
    private int width;

    private XlsxTable(ReadableWorkbook book, Stream<Row> stream, Iterator<Row> rows, List<String> header, Optional<Row> first) {
        this.book = book;
        this.stream = stream;
        this.rows = rows;
        this.header = header;
        this.pending = first;
    }

    /**
     * Opens a workbook.
     *
     * @param sheet name of the sheet, empty for the first that has rows
     * @param headerRow number of the header row from 1, 0 for none, negative to find it
     * @throws ImportRefusedException when it is no workbook, expands beyond all measure, or has no such sheet
     */
    public static XlsxTable open(Content content, String sheet, int headerRow) throws IOException, ImportRefusedException {
        ReadableWorkbook book = workbook(content);
        try {
            Sheet chosen = choose(book, sheet);
            Stream<Row> stream = chosen.openStream();
            return begin(book, stream, headerRow);
        } catch (ExcelReaderException | IllegalArgumentException | IllegalStateException e) {
            book.close();
            throw new ImportRefusedException(Messages.of("xlsx.broken", e.getMessage()));
        } catch (ImportRefusedException | IOException e) {
            book.close();
            throw e;
        }
    }

    /** Names of the sheets of a workbook, in order. */
    public static List<String> sheets(Content content) throws IOException, ImportRefusedException {
        try (ReadableWorkbook book = workbook(content)) {
            return book.getSheets().map(Sheet::getName).toList();
        }
    }

    private static ReadableWorkbook workbook(Content content) throws IOException, ImportRefusedException {
        byte[] bytes;
        try (InputStream in = content.open()) {
            bytes = in.readNBytes((int) LARGEST_FILE + 1);
        }
        if (bytes.length > LARGEST_FILE) {
            throw new ImportRefusedException(Messages.of("xlsx.too-large", LARGEST_FILE >> 20));
        }
        if (ReadableWorkbook.isOLE2Header(bytes)) {
            throw new ImportRefusedException(Messages.of("xlsx.old"));
        }
        checkExpansion(bytes);
        try {
            return new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, true));
        } catch (ExcelReaderException | IOException | IllegalArgumentException | IllegalStateException e) {
            throw new ImportRefusedException(Messages.of("xlsx.broken", e.getMessage()));
        }
    }

    /** Unpacks everything once without keeping it, so that a bomb is found before a parser meets it. */
    private static void checkExpansion(byte[] bytes) throws IOException, ImportRefusedException {
        long total = 0;
        int entries = 0;
        byte[] buffer = new byte[1 << 16];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry; (entry = zip.getNextEntry()) != null;) {
                long size = 0;
                for (int n; (n = zip.read(buffer)) > 0;) {
                    size += n;
                    long allowed = Math.max(HARMLESS, bytes.length * (long) DENSEST);
                    if (total + size > LARGEST_CONTENT || size > allowed) {
                        throw new ImportRefusedException(Messages.of("xlsx.bomb", entry.getName()));
                    }
                }
                total += size;
                if (++entries > MOST_ENTRIES) {
                    throw new ImportRefusedException(Messages.of("xlsx.bomb", entry.getName()));
                }
            }
        } catch (ZipException | java.io.EOFException e) {
            throw new ImportRefusedException(Messages.of("xlsx.broken", e.getMessage()));
        }
        if (entries == 0) {
            throw new ImportRefusedException(Messages.of("xlsx.broken", ""));
        }
    }

    private static Sheet choose(ReadableWorkbook book, String name) throws IOException, ImportRefusedException {
        List<Sheet> sheets = book.getSheets().toList();
        if (!name.isEmpty()) {
            return sheets.stream().filter(sheet -> sheet.getName().equalsIgnoreCase(name.strip())).findFirst().orElseThrow(
                    () -> new ImportRefusedException(
                            Messages.of("xlsx.no-sheet", name, String.join(", ", sheets.stream().map(Sheet::getName).toList()))));
        }
        for (Sheet sheet : sheets) {
            try (Stream<Row> rows = sheet.openStream()) {
                if (rows.limit(PREAMBLE).anyMatch(row -> row.getPhysicalCellCount() > 1)) {
                    return sheet;
                }
            }
        }
        return sheets.stream().findFirst().orElseThrow(() -> new ImportRefusedException(Messages.of("xlsx.broken", "")));
    }

    private static XlsxTable begin(ReadableWorkbook book, Stream<Row> stream, int headerRow) throws ImportRefusedException {
        Iterator<Row> rows = stream.iterator();
        int looked = 0;
        while (rows.hasNext()) {
            Row row = rows.next();
            if (row.getFirstNonEmptyCell().isEmpty()) {
                continue;
            }
            boolean byNumber = headerRow >= 0;
            if (headerRow == 0) {
                return new XlsxTable(book, stream, rows, Headers.numbers(row.getCellCount()), Optional.of(row));
            }
            if (byNumber && row.getRowNum() == headerRow) {
                return new XlsxTable(book, stream, rows, Headers.unique(names(row)), Optional.empty());
            }
            if (byNumber && row.getRowNum() > headerRow || !byNumber && ++looked > PREAMBLE) {
                break;
            }
            if (!byNumber && filled(row) > 1) {
                List<String> names = names(row);
                return CsvTable.looksLikeHeader(names) ? new XlsxTable(book, stream, rows, Headers.unique(names), Optional.empty())
                        : new XlsxTable(book, stream, rows, Headers.numbers(row.getCellCount()), Optional.of(row));
            }
        }
        if (headerRow > 1) {
            throw new ImportRefusedException(Messages.of("table.no-header-row", headerRow));
        }
        return new XlsxTable(book, stream, rows, List.of(), Optional.empty());
    }

    private static long filled(Row row) {
        return row.stream().filter(cell -> cell != null && !cell.getText().isBlank()).count();
    }

    private static List<String> names(Row row) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            names.add(row.getOptionalCell(i).map(Cell::getText).orElse(""));
        }
        while (!names.isEmpty() && names.get(names.size() - 1).isBlank()) {
            names.remove(names.size() - 1);
        }
        return names;
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public boolean next() throws ImportRefusedException {
        try {
            do {
                if (pending.isPresent()) {
                    row = pending.get();
                    pending = Optional.empty();
                } else if (rows.hasNext()) {
                    row = rows.next();
                } else {
                    return false;
                }
            } while (row.getFirstNonEmptyCell().isEmpty());
            load();
            return true;
        } catch (ExcelReaderException | java.io.UncheckedIOException | IllegalStateException | IllegalArgumentException e) {
            throw new ImportRefusedException(Messages.of("xlsx.broken", e.getMessage()));
        }
    }

    private void load() {
        int count = row.getCellCount();
        if (texts.length < count) {
            texts = new String[count];
            typed = new boolean[count];
        }
        for (int i = 0; i < count; i++) {
            Optional<Cell> cell = row.getOptionalCell(i);
            CellType type = cell.map(Cell::getType).orElse(CellType.EMPTY);
            typed[i] = type == CellType.NUMBER || type == CellType.BOOLEAN
                    || type == CellType.FORMULA && cell.get().getValue() instanceof BigDecimal;
            texts[i] = cell.map(XlsxTable::text).orElse("");
        }
        width = count;
        while (width > 0 && width > header.size() && texts[width - 1].isBlank()) {
            width--;
        }
    }

    private static String text(Cell cell) {
        if (cell.getValue() instanceof BigDecimal number) {
            return dateFormat(cell.getDataFormatString()) ? date(cell, number) : number.toPlainString();
        }
        return switch (cell.getType()) {
            case BOOLEAN -> String.valueOf(cell.getValue());
            case EMPTY -> "";
            default -> Optional.ofNullable(cell.getText()).orElse("");
        };
    }

    /** A number below one is a time of day; workbooks round to a few microseconds, so the next millisecond is meant. */
    private static String date(Cell cell, BigDecimal number) {
        if (number.signum() >= 0 && number.compareTo(BigDecimal.ONE) < 0) {
            long millis = Math.round(number.doubleValue() * 86_400_000);
            return LocalTime.ofNanoOfDay(Math.min(millis, 86_399_999L) * 1_000_000L).toString();
        }
        LocalDateTime time = cell.asDate();
        long nanos = time.toLocalTime().toNanoOfDay();
        LocalDateTime rounded = time.toLocalDate().atStartOfDay().plusNanos(Math.round(nanos / 1e6) * 1_000_000L);
        return rounded.toLocalTime().equals(LocalTime.MIDNIGHT) ? rounded.toLocalDate().toString() : rounded.toString();
    }

    /** Does a display format show a date or time? Colours, conditions and quoted words in it do not count. */
    static boolean dateFormat(String format) {
        if (format == null || format.equalsIgnoreCase("General")) {
            return false;
        }
        String bare = format.replaceAll("\"[^\"]*\"", "").replaceAll("\\\\.", "").replaceAll("\\[(?!h|m|s)[^\\]]*\\]", "")
                .toLowerCase(Locale.ROOT);
        return bare.matches(".*(y|d|h:|h\\]|ss|mmm|:mm|年|月|日).*");
    }

    @Override
    public long line() {
        return row.getRowNum();
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public String text(int column) {
        return column < width && texts[column] != null ? texts[column] : "";
    }

    @Override
    public boolean typed(int column) {
        return column < width && typed[column];
    }

    @Override
    public boolean rectangular() {
        return false;
    }

    @Override
    public void close() throws IOException {
        stream.close();
        book.close();
    }
}
