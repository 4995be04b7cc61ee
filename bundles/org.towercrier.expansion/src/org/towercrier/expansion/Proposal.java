package org.towercrier.expansion;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Something that can be done.
 *
 * @param id         {@code KIND:PLACE}, unique; what pins and bans name
 * @param action     id of its kind
 * @param cell       the cell it is for; of a site for several the one with the greatest demand
 * @param site       where
 * @param latitude   degrees, NaN when unknown
 * @param longitude  degrees, NaN when unknown
 * @param investment once
 * @param yearlyCost each year of operation
 * @param leadDays   from decision to service
 * @param gains      which cells it relieves by how much at most
 * @param shared     Mbit/s that all gains have together; absent when each stands by itself
 * @param exclusive  names of groups of which only one proposal can be taken
 * @param why        sentence with the arithmetic
 * @param source     of its figures
 */
public record Proposal(String id, String action, String cell, Optional<String> site, double latitude, double longitude,
        double investment, double yearlyCost, int leadDays, List<Gain> gains, OptionalDouble shared, List<String> exclusive, Sentence why,
        Sentence source) {

    public Proposal {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(action, "action");
        gains = List.copyOf(gains);
        exclusive = List.copyOf(exclusive);
    }

    /**
     * Relief of one cell.
     *
     * @param cell     relieved
     * @param amount   at most, Mbit/s
     * @param receiver cell whose spare capacity takes it over, empty when the capacity is new
     */
    public record Gain(String cell, double amount, Optional<String> receiver) {
    }

    /** The same with another source of its figures. */
    public Proposal from(Sentence other) {
        return new Proposal(id, action, cell, site, latitude, longitude, investment, yearlyCost, leadDays, gains, shared, exclusive, why,
                other);
    }

    /** Investment and running cost over some months. */
    public double cost(int months) {
        return investment + yearlyCost * months / 12;
    }
}
