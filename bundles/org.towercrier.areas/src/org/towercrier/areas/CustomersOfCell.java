package org.towercrier.areas;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who lives and works in a cell: the people behind an alarm. Sums only, nobody can be recognised in them. */
public interface CustomersOfCell {

    /**
     * The people of several cells, asked with one set of statements whatever their number.
     *
     * @param cells ids of cells
     * @return an entry for each cell asked for; one nobody lives or works in has {@link CellPeople#none(String)}
     * @throws AreaException when the store cannot be read
     */
    Map<String, CellPeople> of(Collection<String> cells, PeopleQuestion question) throws AreaException;

    /** The people of one cell. */
    default CellPeople of(String cell, PeopleQuestion question) throws AreaException {
        return Optional.ofNullable(of(List.of(cell), question).get(cell)).orElseGet(() -> CellPeople.none(cell));
    }
}
