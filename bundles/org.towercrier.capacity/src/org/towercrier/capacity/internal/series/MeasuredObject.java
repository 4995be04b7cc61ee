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
 * @param location   where it is
 */
public record MeasuredObject(int id, String name, String cell, String technology, String scenario, Location location) {

    /**
     * Where an object is; what is unknown is empty.
     *
     * @param region  name of the region for people
     * @param regions id and names of the region
     * @param site    name of the site for people
     * @param sites   id and name of the site
     * @param sector  physical sector
     */
    public record Location(String region, Set<String> regions, String site, Set<String> sites, String sector) {

        /** Nothing is known. */
        public static final Location UNKNOWN = new Location("", Set.of(), "", Set.of(), "");

        public Location {
            Objects.requireNonNull(region, "region");
            Objects.requireNonNull(site, "site");
            Objects.requireNonNull(sector, "sector");
            regions = Set.copyOf(regions);
            sites = Set.copyOf(sites);
        }
    }

    public MeasuredObject {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(cell, "cell");
        Objects.requireNonNull(technology, "technology");
        Objects.requireNonNull(scenario, "scenario");
        Objects.requireNonNull(location, "location");
    }

    /** With its regions only. */
    public MeasuredObject(int id, String name, String cell, String technology, String scenario, Set<String> regions) {
        this(id, name, cell, technology, scenario,
                new Location(regions.stream().sorted().findFirst().orElse(""), regions, "", Set.of(), ""));
    }

    /** Id and names of the region, those that are known. */
    public Set<String> regions() {
        return location.regions();
    }
}
