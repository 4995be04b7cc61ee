package org.towercrier.capacity.internal.forecast;

import java.util.List;
import java.util.Objects;

/**
 * A physical sector with the measured objects in it.
 *
 * @param name    its name, with the site's where the name alone does not tell
 * @param members its objects, by their names
 */
public record Sector(String name, List<Member> members) {

    /**
     * A measured object of a sector.
     *
     * @param object    its number
     * @param name      its name
     * @param cell      its cell
     * @param bandwidth of the cell in MHz, NaN when unknown
     */
    public record Member(int object, String name, String cell, double bandwidth) {
    }

    public Sector {
        Objects.requireNonNull(name, "name");
        members = List.copyOf(members);
    }

    /** The same with some of its members. */
    Sector with(List<Member> some) {
        return new Sector(name, some);
    }
}
