package org.towercrier.ui.table;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/** Reads shown rows and columns for other programs. */
final class TableExport<T> {

    private final TableModel<T> model;
    private final int[] columns;

    TableExport(TableModel<T> model, TableLayers layers) {
        this.model = model;
        columns = IntStream.range(0, layers.hideShow().getColumnCount())
                .map(position -> layers.hideShow().getColumnIndexByPosition(position)).toArray();
    }

    List<String> header() {
        return IntStream.of(columns).mapToObj(column -> {
            TableColumn<T> about = model.columns().get(column);
            return about.unit().isEmpty() ? about.label() : about.label() + " [" + about.unit() + "]";
        }).toList();
    }

    List<List<CsvWriter.Field>> rows(int[] lines, boolean raw) {
        List<List<CsvWriter.Field>> rows = new ArrayList<>(lines.length);
        for (int line : lines) {
            rows.add(row(model.index().row(line), raw));
        }
        return rows;
    }

    /** All rows that are shown, one after the other, without keeping them. */
    Iterable<List<CsvWriter.Field>> shownRows() {
        RowIndex index = model.index();
        return () -> {
            Iterator<Integer> lines = IntStream.range(0, index.size()).filter(line -> !index.isGroup(line)).iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return lines.hasNext();
                }

                @Override
                public List<CsvWriter.Field> next() {
                    return row(index.row(lines.next()), true);
                }
            };
        };
    }

    private List<CsvWriter.Field> row(int row, boolean raw) {
        return IntStream.of(columns)
                .mapToObj(column -> new CsvWriter.Field(raw ? model.raw(column, row) : model.text(column, row),
                        model.columns().get(column).type().isRightAligned()))
                .toList();
    }
}
