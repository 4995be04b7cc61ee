package org.towercrier.areas;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The people of one cell. Money is a month's, in the currency of the store; who both lives and works in the cell counts
 * once in every figure but {@code living} and {@code working}.
 *
 * @param cell            id of the cell
 * @param living          customers whose home is in the cell
 * @param working         customers whose work is in the cell
 * @param people          customers of either kind, each once; who left is not among them
 * @param tiers           people and spend by tier of value, the highest first; people without a tier come last
 * @param groups          corporate groups with members here, those with the most members here first
 * @param contractsEnding people with a contract that ends within the months asked for, and none that runs longer
 * @param contractMonths  months looked ahead
 * @param monthlySpend    mean monthly spend of all people together over the months asked for
 * @param spendAtRisk     the part of {@code monthlySpend} that is spent by people whose contract ends
 * @param asOf            the day from which months are counted: the end of the newest month with facts; absent when there are none
 * @param synthetic       whether any of these people is invented
 */
public record CellPeople(String cell, long living, long working, long people, List<Tier> tiers, List<Group> groups,
        long contractsEnding, int contractMonths, double monthlySpend, double spendAtRisk, Optional<LocalDate> asOf,
        boolean synthetic) {

    /** Name of the tier of people whose value is not known. */
    public static final String NO_TIER = "";

    public CellPeople {
        Objects.requireNonNull(cell, "cell");
        Objects.requireNonNull(asOf, "asOf");
        tiers = List.copyOf(tiers);
        groups = List.copyOf(groups);
    }

    /** A cell nobody is known to live or work in. */
    public static CellPeople none(String cell) {
        return new CellPeople(cell, 0, 0, 0, List.of(), List.of(), 0, 0, 0, 0, Optional.empty(), false);
    }

    /**
     * One tier of value.
     *
     * @param tier         literal of the model's {@code ValueTier}, or {@link #NO_TIER}
     * @param people       customers in it
     * @param monthlySpend their mean monthly spend together
     */
    public record Tier(String tier, long people, double monthlySpend) {
        public Tier {
            Objects.requireNonNull(tier, "tier");
        }
    }

    /**
     * A company with people here.
     *
     * @param id            its id
     * @param name          its name, the id where it has none
     * @param clientManager who looks after it, empty when nobody
     * @param peopleHere    members that live or work in the cell
     * @param members       members everywhere
     * @param monthlySpend  mean monthly spend of the members here
     * @param contractEnd   end of the group's own contract that ends last
     */
    public record Group(String id, String name, String clientManager, long peopleHere, long members, double monthlySpend,
            Optional<LocalDate> contractEnd) {
        public Group {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(clientManager, "clientManager");
            Objects.requireNonNull(contractEnd, "contractEnd");
        }
    }
}
