package org.towercrier.exchange.internal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The CSV file of what was put aside. It is written beside its final name and moved there by {@link #keep}, so that a file with that name is always whole;
 * an import that ends otherwise leaves none.
 */
final class QuarantineReport implements AutoCloseable {

    /** So many lines of one file are listed; all are counted. */
    static final int MAX_LINES = 100_000;

    /** Begin and end of the names of reports that are being written. */
    static final String PREFIX = "import";
    static final String PART = ".part";

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final Map<FileTally, Integer> listed = new HashMap<>();
    private Optional<Path> part = Optional.empty();
    private BufferedWriter writer;

    QuarantineReport(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    void add(FileTally file, long line, String column, String value, String reason) {
        int count = listed.merge(file, 1, Integer::sum);
        // A refusal has no line and is always listed.
        if (count < MAX_LINES || line == 0) {
            write(file.shown(), line == 0 ? "" : Long.toString(line), column, value, reason);
        } else if (count == MAX_LINES) {
            write(file.shown(), "", "", "", Texts.text("Quarantine_More"));
        }
    }

    private void write(String file, String line, String column, String value, String reason) {
        try {
            if (writer == null) {
                Files.createDirectories(folder);
                Path created = Files.createTempFile(folder, PREFIX, PART);
                part = Optional.of(created);
                writer = Files.newBufferedWriter(created, StandardCharsets.UTF_8);
                writer.write("file,line,column,value,reason\r\n");
            }
            writer.write(String.join(",", quote(file), line, quote(column), quote(value), quote(reason)));
            writer.write("\r\n");
        } catch (IOException trouble) {
            throw new UncheckedIOException(Texts.text("Quarantine_Unwritable", folder), trouble);
        }
    }

    /**
     * Keeps the report, if there is anything in it. It is named after the time of its import, so that the history of imports leads to it.
     *
     * @param kind {@code import} or {@code dry-run}
     */
    Optional<Path> keep(String kind, Instant time) throws IOException {
        if (part.isEmpty()) {
            return Optional.empty();
        }
        writer.close();
        writer = null;
        String name = kind + "-" + STAMP.format(time);
        Path target = folder.resolve(name + ".csv");
        for (int again = 2; Files.exists(target); again++) {
            target = folder.resolve(name + "-" + again + ".csv");
        }
        Files.move(part.get(), target, StandardCopyOption.ATOMIC_MOVE);
        part = Optional.empty();
        return Optional.of(target);
    }

    /** Removes what was not kept. */
    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
            writer = null;
        }
        if (part.isPresent()) {
            Files.deleteIfExists(part.get());
            part = Optional.empty();
        }
    }

    /** Quotes as RFC 4180; a leading sign that a spreadsheet would take for a formula is made harmless. */
    static String quote(String text) {
        if (text.isEmpty()) {
            return "";
        }
        String safe = "=@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r') ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
