package org.towercrier.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.towercrier.model.campaign.Campaign;
import org.towercrier.model.campaign.CampaignState;
import org.towercrier.model.campaign.CampaignStep;
import org.towercrier.model.campaign.MessageClass;
import org.towercrier.store.Cancellation;
import org.towercrier.store.DocumentInfo;
import org.towercrier.store.StoreException;
import org.towercrier.store.Versioned;

/** Campaigns as documents with versions. What was launched stays as it was: figures go by the version that was launched. */
public interface Campaigns {

    /** Kind of the documents. */
    String KIND = "campaign";

    /** All campaigns, those that were saved last first. */
    List<Info> list() throws StoreException;

    /** The current version of a campaign. */
    Optional<Versioned<Campaign>> open(String id) throws StoreException;

    /** A campaign as it was launched; empty when it was not. */
    Optional<Campaign> launched(String id) throws StoreException;

    /** A new campaign with all five steps and nothing in them; it is not saved. @param id unique, empty for one made from the name */
    Campaign create(String id, String name, String owner) throws StoreException;

    /**
     * Saves a campaign under its id.
     *
     * @param expectedVersion version it is based on, {@link org.towercrier.store.Documents#NEW} for a new one
     * @return the version saved
     * @throws CampaignException when it was launched and something is changed that its figures rest on
     */
    long save(Campaign campaign, long expectedVersion) throws CampaignException, StoreException;

    /** A copy with everything but what was learned from the launched one: state, audience and result begin anew. It is saved. */
    Campaign duplicate(String id, String newId, String newName) throws CampaignException, StoreException;

    /** The next campaign after an evaluated one: a copy whose need rests on the result. It is saved. */
    Campaign followUp(String id, String newId, String newName) throws CampaignException, StoreException;

    /** Deletes a campaign that was never launched. */
    void delete(String id, long expectedVersion) throws CampaignException, StoreException;

    /** All versions, newest first. */
    List<DocumentInfo> history(String id) throws StoreException;

    /** The exit tests of the five steps, in their order. */
    List<StepCheck> check(Campaign campaign, Cancellation cancel) throws StoreException;

    /** The step that a campaign stands at: the first whose exit test is not passed, else the last; once launched always the last. */
    default CampaignStep step(Campaign campaign, Cancellation cancel) throws StoreException {
        return campaign.getLaunched() != null ? CampaignStep.EXECUTION
                : check(campaign, cancel).stream().filter(check -> check.status() != StepCheck.Status.PASSED).findFirst()
                        .map(StepCheck::step).orElse(CampaignStep.EXECUTION);
    }

    /** Pauses, resumes, ends or cancels a launched campaign. @throws CampaignException when that cannot follow the present state */
    Campaign move(String id, CampaignState to) throws CampaignException, StoreException;

    /**
     * A campaign in a list.
     *
     * @param version current version of the document
     * @param launched when the audience was frozen
     */
    record Info(String id, String name, Optional<String> owner, CampaignState state, CampaignStep step, Optional<MessageClass> messageClass,
            Optional<LocalDate> start, Optional<LocalDate> end, Optional<Instant> launched, boolean standing, long version, Instant saved,
            String user) {
    }
}
