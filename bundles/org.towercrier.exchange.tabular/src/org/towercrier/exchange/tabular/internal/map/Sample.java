package org.towercrier.exchange.tabular.internal.map;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.towercrier.exchange.ImportRefusedException;
import org.towercrier.exchange.tabular.internal.table.Table;
import org.towercrier.exchange.tabular.internal.table.TableSource;

/**
 * The beginning of a table, to learn from.
 *
 * @param header names of the columns
 * @param rows texts of the rows; what the file itself types is null
 * @param complete does it hold every row?
 */
public record Sample(List<String> header, List<String[]> rows, boolean complete) {

    private static final int ROWS = 5000;
    private static final int DISTINCT = 200_000;

    /** Reads the beginning. Rows of another width than the header are left out. */
    public static Sample of(TableSource source) throws IOException, ImportRefusedException {
        List<String[]> rows = new ArrayList<>();
        try (Table table = source.open()) {
            int width = table.header().size();
            while (table.next()) {
                if (rows.size() == ROWS) {
                    return new Sample(table.header(), rows, false);
                }
                if (!table.rectangular() || table.width() == width) {
                    String[] row = new String[width];
                    for (int i = 0; i < width; i++) {
                        row[i] = table.typed(i) ? null : table.text(i);
                    }
                    rows.add(row);
                }
            }
            return new Sample(table.header(), rows, true);
        }
    }

    /** Different texts of some columns together, joined by a blank, over the whole file (or the first 200,000 of them). */
    static Set<String> distinct(TableSource source, int[] columns) throws IOException, ImportRefusedException {
        Set<String> texts = new LinkedHashSet<>();
        try (Table table = source.open()) {
            while (table.next() && texts.size() < DISTINCT) {
                String text = TimeColumn.joined(table, columns);
                if (!text.isEmpty()) {
                    texts.add(text);
                }
            }
        }
        return texts;
    }
}
