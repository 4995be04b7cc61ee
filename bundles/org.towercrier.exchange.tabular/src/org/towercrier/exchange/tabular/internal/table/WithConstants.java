package org.towercrier.exchange.tabular.internal.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.towercrier.exchange.ImportRefusedException;

/** A table with further columns that hold the same value in every row, such as parts of the file name. */
public final class WithConstants implements Table {

    private final Table table;
    private final List<String> header;
    private final List<String> values;
    private final int own;

    public WithConstants(Table table, Map<String, String> constants) {
        this.table = table;
        this.own = table.header().size();
        List<String> names = new ArrayList<>(table.header());
        names.addAll(constants.keySet());
        this.header = Headers.unique(names);
        this.values = List.copyOf(constants.values());
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public boolean next() throws IOException, ImportRefusedException {
        return table.next();
    }

    @Override
    public long line() {
        return table.line();
    }

    @Override
    public int width() {
        int width = table.width();
        return width == own ? own + values.size() : width > own ? width + values.size() : width;
    }

    @Override
    public String text(int column) {
        return column < own ? table.text(column)
                : column - own < values.size() ? values.get(column - own) : table.text(column - values.size());
    }

    @Override
    public boolean typed(int column) {
        return column < own && table.typed(column);
    }

    @Override
    public boolean rectangular() {
        return table.rectangular();
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}
