package org.towercrier.capacity.internal.series;

import java.util.Objects;
import java.util.Set;

/**
 * A measured object and what is known of its cell.
 *
 * @param id         its number in the store
 * @param name       its name
 * @param cell       id of its cell, its own name when no cell has adopted it
 * @param technology technology of the cell, empty when unknown
 * @param scenario   coverage scenario of the cell, empty when unknown
 * @param regions    id and names of the region, those that are known
 */
public record MeasuredObject(int id, String name, String cell, String technology, String scenario, Set<String> regions) {

    public MeasuredObject {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(cell, "cell");
        Objects.requireNonNull(technology, "technology");
        Objects.requireNonNull(scenario, "scenario");
        regions = Set.copyOf(regions);
    }
}
