package org.towercrier.ui;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The cells somebody picked, wherever they did it.
 *
 * @param cellIds ids of the cells, in the order they were picked, without duplicates; empty when nothing is selected
 * @param origin the part that made the selection, so that it can leave its own echo alone
 */
public record CellSelection(List<String> cellIds, Object origin) {

    public CellSelection {
        cellIds = cellIds.stream().distinct().toList();
        Objects.requireNonNull(origin, "origin");
    }

    /** A selection of one cell. */
    public static CellSelection of(String cellId, Object origin) {
        return new CellSelection(List.of(cellId), origin);
    }

    /** A selection of nothing. */
    public static CellSelection none(Object origin) {
        return new CellSelection(List.of(), origin);
    }

    public boolean isEmpty() {
        return cellIds.isEmpty();
    }

    /** The cell that detail views show: the one picked last. */
    public Optional<String> primary() {
        return cellIds.isEmpty() ? Optional.empty() : Optional.of(cellIds.get(cellIds.size() - 1));
    }

    /** Whether {@code part} made this selection itself. */
    public boolean isFrom(Object part) {
        return origin == part;
    }
}
