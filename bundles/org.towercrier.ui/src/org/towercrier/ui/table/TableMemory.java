package org.towercrier.ui.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

import org.towercrier.ui.table.RowIndex.SortKey;

/** Reads the state of a table and puts it back. */
final class TableMemory<T> {

    private final TableModel<T> model;
    private final TableLayers layers;

    TableMemory(TableModel<T> model, TableLayers layers) {
        this.model = model;
        this.layers = layers;
    }

    TableState save() {
        List<String> order = layers.reorder().getColumnIndexOrder().stream().map(this::id).toList();
        Map<String, Integer> widths = new LinkedHashMap<>();
        for (int column = 0; column < model.columns().size(); column++) {
            widths.put(id(column), layers.data().getColumnWidthByPosition(column));
        }
        List<String> hidden = layers.hideShow().getHiddenColumnIndexes().stream().map(this::id).toList();
        List<String> sort = model.index().sort().stream()
                .map(key -> id(key.column()) + (key.descending() ? "-" : "+")).toList();
        String group = model.index().groupColumn().isEmpty() ? "" : id(model.index().groupColumn().getAsInt());
        return new TableState(order, widths, hidden, sort, group, layers.isFilterRowShown());
    }

    private String id(int column) {
        return model.columns().get(column).id();
    }

    void restore(TableState state) {
        arrange(state, model::column, layers);
        List<SortKey> keys = new ArrayList<>();
        for (String entry : state.sort()) {
            int column = model.column(entry.substring(0, entry.length() - 1));
            if (column >= 0) {
                keys.add(new SortKey(column, entry.endsWith("-")));
            }
        }
        model.index().sort(keys);
        int group = model.column(state.group());
        if (group >= 0 && model.index().isGroupable(group)) {
            model.index().groupBy(group);
        } else {
            model.index().ungroup();
        }
    }

    /** Puts width, order and visibility of columns and the filter row back. */
    static void arrange(TableState state, ToIntFunction<String> column, TableLayers layers) {
        state.widths().forEach((id, width) -> {
            int known = column.applyAsInt(id);
            if (known >= 0) {
                layers.data().setColumnWidthByPosition(known, Math.clamp(width, 20, 2000));
            }
        });
        int position = 0;
        for (String id : state.order()) {
            int known = column.applyAsInt(id);
            if (known >= 0) {
                layers.reorder().reorderColumnPosition(layers.reorder().getColumnPositionByIndex(known), position++);
            }
        }
        layers.hideShow().showAllColumns();
        state.hidden().stream().mapToInt(column).filter(known -> known >= 0)
                .forEach(known -> layers.hideShow().hideColumnIndexes(known));
        layers.showFilterRow(state.filterRow());
    }
}
