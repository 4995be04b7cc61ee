package org.towercrier.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.towercrier.model.customer.ConsentPurpose;
import org.towercrier.model.customer.ConsentState;
import org.towercrier.model.customer.ContactChannel;
import org.towercrier.store.StoreException;

/** Consents and the list of those who must not be contacted; every change is kept with its time, so that the gate can be asked about any moment. */
public interface ContactRights {

    /** Changes a consent from a moment on. @param channels none for every channel */
    void change(String customer, ConsentPurpose purpose, List<ContactChannel> channels, ConsentState to, Instant at, String source)
            throws CampaignException, StoreException;

    /** Puts a customer on the list of those who must not be contacted for marketing. @param until last day, empty for ever */
    void doNotContact(String customer, String reason, LocalDate since, Optional<LocalDate> until, String user)
            throws CampaignException, StoreException;

    /** Takes a customer off the list from a day on. */
    void contactAgain(String customer, LocalDate from, String user) throws CampaignException, StoreException;

    /** The changes of a customer's consents, newest first. */
    List<Change> history(String customer) throws StoreException;

    /** A change. */
    record Change(ConsentPurpose purpose, ContactChannel channel, ConsentState state, Instant time, Optional<String> source) {
    }
}
