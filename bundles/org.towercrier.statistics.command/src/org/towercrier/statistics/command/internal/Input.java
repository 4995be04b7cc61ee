package org.towercrier.statistics.command.internal;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import org.towercrier.command.CommandContext;
import org.towercrier.command.Messages;
import org.towercrier.command.RefusedException;
import org.towercrier.command.UsageException;
import org.towercrier.exchange.ImportRefusedException;
import org.towercrier.exchange.tabular.BadCellException;
import org.towercrier.exchange.tabular.TableColumn;
import org.towercrier.exchange.tabular.TableFile;
import org.towercrier.exchange.tabular.TableRows;

/** The table a command works on. What cannot be read ends in a sentence with the file, the line, the column and the reason. */
final class Input {

    private static final int NAMED = 60;

    private final Path path;
    private final TableFile file;
    private final CommandContext context;
    private final Map<String, Integer> wanted = new LinkedHashMap<>();
    private TableRows rows = new TableRows(List.of(), new long[0], 0, 0, 0);

    private Input(Path path, TableFile file, CommandContext context) {
        this.path = path;
        this.file = file;
        this.context = context;
    }

    static Input open(TableOptions options, CommandContext context) {
        Messages texts = context.messages();
        if (!options.decimal.matches("auto|[.,]")) {
            throw new UsageException(texts.text("Table_Decimal", options.decimal));
        }
        if (!Files.isRegularFile(options.file)) {
            throw new RefusedException(texts.text("Table_NoFile", options.file.toString()));
        }
        try {
            return new Input(options.file, TableFile.open(options.file, options.layout()), context);
        } catch (ImportRefusedException refused) {
            throw refused(options.file, refused, texts);
        } catch (IOException trouble) {
            throw unreadable(options.file, trouble, texts);
        }
    }

    private static RefusedException refused(Path path, ImportRefusedException refused, Messages texts) {
        return refused.line() > 0
                ? new RefusedException(texts.text("Table_RefusedAt", path.toString(), refused.line(), refused.getMessage()), refused)
                : new RefusedException(texts.text("Table_Refused", path.toString(), refused.getMessage()), refused);
    }

    private static RefusedException unreadable(Path path, IOException trouble, Messages texts) {
        String reason = trouble instanceof EOFException ? texts.text("Table_Truncated") : String.valueOf(trouble.getMessage());
        return new RefusedException(texts.text("Table_Refused", path.toString(), reason), trouble);
    }

    String path() {
        return path.toString();
    }

    List<String> allColumns() {
        return file.columns();
    }

    boolean has(String name) {
        return file.find(name).isPresent();
    }

    /** The name of a column as the file writes it; it will be read. @throws UsageException when there is no such column, with those there are */
    String column(String name) {
        OptionalInt position = file.find(name);
        if (position.isEmpty()) {
            List<String> names = file.columns();
            String some = String.join(", ", names.subList(0, Math.min(NAMED, names.size()))) + (names.size() > NAMED ? ", …" : "");
            throw new UsageException(context.messages().text("Table_NoColumn", name, path.toString(), some));
        }
        String found = file.columns().get(position.getAsInt());
        wanted.put(found, position.getAsInt());
        return found;
    }

    /** Columns from a list separated by commas; a name may contain commas itself: the longest that is a column is taken. */
    List<String> columns(String list) {
        if (has(list)) {
            return List.of(column(list));
        }
        String[] parts = list.split(",", -1);
        List<String> names = new ArrayList<>();
        for (int from = 0; from < parts.length;) {
            int to = parts.length;
            while (to > from + 1 && !has(String.join(",", List.of(parts).subList(from, to)))) {
                to--;
            }
            String name = String.join(",", List.of(parts).subList(from, to)).strip();
            if (!name.isEmpty()) {
                String found = column(name);
                if (!names.contains(found)) {
                    names.add(found);
                }
            }
            from = to;
        }
        return names;
    }

    /** Reads the columns that were asked for. */
    void read() {
        int[] positions = wanted.values().stream().mapToInt(Integer::intValue).toArray();
        context.monitor().task(context.messages().text("Table_Reading", path.toString()), 0, context.messages().text("Table_Rows"));
        try {
            rows = file.read(positions, count -> {
                context.monitor().checkCancelled();
                context.monitor().progress(count);
            });
        } catch (ImportRefusedException refused) {
            throw refused(path, refused, context.messages());
        } catch (IOException trouble) {
            throw unreadable(path, trouble, context.messages());
        }
        if (rows.count() == 0) {
            throw new RefusedException(context.messages().text("Table_Empty", path.toString()));
        }
    }

    int rows() {
        return rows.count();
    }

    long line(int row) {
        return rows.lines()[row];
    }

    /** Rows that are no rows of the table: of another width, or the header once more. */
    LeftOut leftOut() {
        LeftOut leftOut = new LeftOut();
        leftOut.add("", LeftOut.RAGGED, rows.ragged(), rows.firstRagged());
        leftOut.add("", LeftOut.HEADER, rows.repeatedHeaders(), 0);
        return leftOut;
    }

    TableColumn get(String name) {
        return rows.columns().stream().filter(column -> column.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalStateException("Not read: " + name));
    }

    /** Numbers of a column, NaN for a blank. @throws RefusedException at the first that is none */
    double[] numbers(String name) {
        try {
            return get(name).numbers();
        } catch (BadCellException bad) {
            throw refuse(bad.line(), bad.column(), String.valueOf(bad.getMessage()));
        }
    }

    /** Yes as 1 and no as 0, NaN for a blank. @throws RefusedException at the first that is neither */
    double[] truth(String name) {
        try {
            return get(name).truth();
        } catch (BadCellException bad) {
            throw refuse(bad.line(), bad.column(), String.valueOf(bad.getMessage()));
        }
    }

    /** Numbers, or yes and no as 1 and 0 when the column holds words. */
    double[] numbersOrTruth(String name) {
        TableColumn column = get(name);
        return !column.numeric() && column.truths() ? truth(name) : numbers(name);
    }

    RefusedException refuse(long line, String column, String reason) {
        return new RefusedException(context.messages().text("Table_BadCell", path.toString(), String.valueOf(line), column, reason));
    }
}
