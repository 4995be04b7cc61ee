package org.towercrier.campaign;

import java.util.List;
import java.util.Optional;

import org.towercrier.model.campaign.ContactPolicy;
import org.towercrier.store.StoreException;
import org.towercrier.store.Versioned;

/** Contact policies as documents. One is in force: the active one, or a careful one of the product where nobody saved any. */
public interface ContactPolicies {

    /** Kind of the documents. */
    String KIND = "contact-policy";

    /** All policies by name. */
    List<ContactPolicy> list() throws StoreException;

    /** A policy by name. */
    Optional<Versioned<ContactPolicy>> open(String name) throws StoreException;

    /** The policy in force; version 0 when it is the one that the product brings. */
    InForce inForce() throws StoreException;

    /** The policy that was in force at a moment; the oldest there is for a moment before all of them. */
    InForce inForce(java.time.Instant at) throws StoreException;

    /** Saves a policy. @throws CampaignException with all that is wrong in it */
    long save(ContactPolicy policy, long expectedVersion) throws CampaignException, StoreException;

    /** Puts a policy in force, and no other. */
    void activate(String name) throws CampaignException, StoreException;

    /** What is wrong in a policy; none when nothing is. */
    List<Reason> problems(ContactPolicy policy);

    /** A policy in force. @param version of its document, 0 for the product's own */
    record InForce(ContactPolicy policy, long version) {
    }

    /**
     * Deletes a policy with its history.
     *
     * @throws CampaignException when it is in force, or the gate ever decided by it: decisions are replayed by the policy of their time
     */
    void delete(String name, long expectedVersion) throws CampaignException, StoreException;
}
