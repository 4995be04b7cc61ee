package org.towercrier.campaign;

import java.time.LocalDate;
import java.util.List;

import org.towercrier.model.campaign.OccasionKind;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;

/**
 * Standing campaigns: birthday, festival, contract end, inactivity, tenure anniversary, alarm cleared in the home cell. Those who have the occasion on a day become members
 * and go through the same gate as everyone.
 */
public interface Occasions {

    /** Adds those who have the occasion of a launched standing campaign on a day to its members; those who are members already stay as they are. */
    Due collect(String campaign, LocalDate day, Cancellation cancel) throws CampaignException, StoreException;

    /** As {@link #collect} for all standing campaigns that are launched and not paused. */
    List<Due> collectAll(LocalDate day, Cancellation cancel) throws CampaignException, StoreException;

    /** Who has an occasion. @param matching customers with it on that day @param added of them who became members */
    record Due(String campaign, OccasionKind kind, LocalDate day, long matching, long added) {
    }
}
