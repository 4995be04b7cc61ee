package org.towercrier.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.towercrier.model.campaign.Campaign;
import org.towercrier.model.campaign.UseProfile;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;

/**
 * What a campaign adds to the cells in their busy hour, and for whom there is no room. A member adds
 * {@code expected response × volume a day × share of the day's volume in the hour × share of the place}: home share at home, the rest at work; who has no place of work
 * adds all of it at home. A cell has room for {@code busy-hour volume × (limit / busy-hour use − 1)}.
 */
public interface CapacityChecks {

    /** Kind of the documents with use profiles. */
    String KIND = "use-profile";

    /** The use profiles: those of the product, and those that were saved in their place or beside them. */
    List<UseProfile> profiles() throws StoreException;

    /** Saves a use profile. @throws CampaignException with what is wrong in it */
    long save(UseProfile profile) throws CampaignException, StoreException;

    /**
     * Deletes a use profile that was saved; one of the product that was changed is as it came again.
     *
     * @throws CampaignException when offers of a campaign use it, or nothing was saved
     */
    void delete(String name) throws CampaignException, StoreException;

    /** Computes the load of a campaign. @param among treatment members when it was launched, else the audience as it is now */
    Report check(Campaign campaign, Cancellation cancel) throws CampaignException, StoreException;

    /**
     * The load of a campaign.
     *
     * @param limit busy-hour use up to which cells are filled, in percent
     * @param members whose load was computed
     * @param unplaced members whose home cell is not known: they are admitted
     * @param admitted members whose cells have room
     * @param unknown members in cells without measurements: they are admitted
     * @param leftOut members of cells that are above the limit without the campaign
     * @param delayed members of cells whose room was used up by members worth more
     * @param offPeak members for whom there is room with an off-peak offer
     * @param idle members in cells that use less than half the limit; of equal value they are contacted first
     * @param value expected value of all members @param valueForgone of those left out and delayed
     * @param cells with load of the campaign, those that are fullest first
     */
    record Report(String campaign, Instant assessed, double limit, long members, long unplaced, long admitted, long unknown, long leftOut,
            long delayed, long offPeak, long idle, double value, double valueForgone, List<CellLoad> cells) {

        public Report {
            cells = List.copyOf(cells);
        }

        /** Share of the members that the cells cost, between 0 and 1. */
        public double reachLost() {
            return members == 0 ? 0 : (leftOut + delayed) / (double) members;
        }
    }

    /**
     * One cell.
     *
     * @param busyHour hour of the day with the highest use, local time
     * @param use in the busy hour without the campaign, in percent
     * @param volume in the busy hour without the campaign, in Mbit
     * @param room for more, in Mbit; absent where nothing was measured
     * @param wanted what all members would add, in Mbit
     * @param added what the admitted members add, in Mbit
     * @param useAfter use with them, in percent
     * @param members who live or work there
     * @param turnedAway of them, for want of room in this cell
     */
    record CellLoad(String cell, Optional<Integer> busyHour, Optional<Double> use, Optional<Double> volume, Optional<Double> room,
            double wanted, double added, Optional<Double> useAfter, long members, long turnedAway) {
    }
}
