package org.towercrier.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.towercrier.model.campaign.Campaign;
import org.towercrier.model.campaign.CellRoom;
import org.towercrier.model.campaign.ExperimentArm;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;

/** Who is addressed: counted while a campaign is edited, frozen with the values that qualified each member when it is launched. */
public interface Audiences {

    /** The size of the audience as it is now, whatever was launched. @throws CampaignException when its criteria cannot be evaluated */
    Size size(Campaign campaign, Cancellation cancel) throws CampaignException, StoreException;

    /** Some members of a launched campaign, in the order of the identities. */
    List<Member> members(String campaign, Optional<ExperimentArm> arm, long offset, int limit, Cancellation cancel) throws StoreException;

    /** Members of a launched campaign by group of the experiment. */
    Map<ExperimentArm, Long> arms(String campaign) throws StoreException;

    /**
     * Size of an audience.
     *
     * @param customers all there are
     * @param matching of them, by the criterion
     * @param excluded of these, by exclusion with its reason
     * @param left of these, who are no longer customers
     * @param members what remains
     */
    record Size(long customers, long matching, List<Excluded> excluded, long left, long members) {
    }

    /** An exclusion. @param customers that match the criterion and are left out for it */
    record Excluded(String reason, long customers) {
    }

    /** A member. @param qualifying values at launch, by attribute, as JSON */
    record Member(String customer, Instant frozen, Optional<String> segment, Optional<ExperimentArm> arm, Optional<String> stratum,
            String unit, Optional<String> offer, double expectedValue, Optional<CellRoom> room, String qualifying) {
    }
}
