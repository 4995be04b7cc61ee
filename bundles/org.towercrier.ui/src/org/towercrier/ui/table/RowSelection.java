package org.towercrier.ui.table;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.selection.command.SelectRowsCommand;
import org.eclipse.nebula.widgets.nattable.selection.event.ISelectionEvent;

/** The selected rows of a {@link DataTable}, known by a key through sorting, filtering and new rows. */
final class RowSelection<T> {

    private static final int MOST_KEPT = 20_000;

    private final TableModel<T> model;
    private final TableLayers layers;
    private final NatTable grid;
    private final Runnable counted;
    private final List<Consumer<List<T>>> listeners = new ArrayList<>();
    private Function<T, ?> key = row -> row;
    private boolean silent;

    /** @param counted called whenever other rows are selected, or there may be others */
    RowSelection(TableModel<T> model, TableLayers layers, NatTable grid, Runnable counted) {
        this.model = model;
        this.layers = layers;
        this.grid = grid;
        this.counted = counted;
        grid.addLayerListener(event -> {
            if (event instanceof ISelectionEvent && !silent) {
                changed();
            }
        });
    }

    void setKey(Function<T, ?> newKey) {
        key = newKey;
    }

    void onChange(Consumer<List<T>> listener) {
        listeners.add(listener);
    }

    /** Changes what is shown and selects the same rows again, telling nobody when they are all still there. */
    void keep(Runnable change) {
        BitSet selected = rows();
        Set<Object> keys = new HashSet<>();
        if (selected.cardinality() <= MOST_KEPT) {
            selected.stream().forEach(row -> keys.add(key.apply(model.object(row))));
        }
        silent = true;
        try {
            change.run();
            layers.selection().clear();
            grid.refresh();
            mark(keys, false);
        } finally {
            silent = false;
        }
        counted.run();
        if (!keys.isEmpty() && rows().cardinality() != keys.size()) {
            changed();
        }
    }

    /** Selects the rows of the given keys and brings the first into view, without telling the listeners. */
    void select(Set<?> keys) {
        silent = true;
        try {
            layers.selection().clear();
            mark(Set.copyOf(keys), true);
        } finally {
            silent = false;
        }
        counted.run();
    }

    private void mark(Set<Object> keys, boolean reveal) {
        if (keys.isEmpty()) {
            return;
        }
        BitSet wanted = new BitSet();
        for (int row = 0; row < model.objects().size(); row++) {
            if (keys.contains(key.apply(model.object(row)))) {
                wanted.set(row);
            }
        }
        int[] lines = model.index().lines(wanted);
        if (lines.length > 0) {
            layers.selection().doCommand(new SelectRowsCommand(layers.selection(), 0, lines, false, true, reveal ? lines[0] : -1));
        }
    }

    /** The selected rows, from top to bottom. */
    List<T> objects() {
        List<T> selected = new ArrayList<>();
        for (int line : lines()) {
            selected.add(model.object(model.index().row(line)));
        }
        return selected;
    }

    /** The lines of the selected rows, from top to bottom. */
    int[] lines() {
        return model.index().lines(rows());
    }

    /** How many rows are selected. */
    int count() {
        return rows().cardinality();
    }

    private BitSet rows() {
        BitSet rows = new BitSet();
        RowIndex index = model.index();
        layers.selection().getSelectedRowPositions().forEach(range -> {
            for (int line = range.start; line < Math.min(range.end, index.size()); line++) {
                if (!index.isGroup(line)) {
                    rows.set(index.row(line));
                }
            }
        });
        return rows;
    }

    private void changed() {
        counted.run();
        if (!listeners.isEmpty()) {
            List<T> selected = objects();
            listeners.forEach(listener -> listener.accept(selected));
        }
    }
}
