package org.towercrier.privacy;

import java.util.Map;

import org.towercrier.store.StoreException;

/** Shows personal data to those who may see it and ask; every time is written to the audit log first. */
public interface Disclosure {

    /** The user of this process. */
    String user();

    /** The role of a user. Where nobody has been given a role, the workspace is its user's own and everybody is administrator. */
    Role role(String user) throws StoreException;

    /** All roles that were given. */
    Map<String, Role> roles() throws StoreException;

    /** Gives a role. @throws DisclosureRefusedException when the user of this process is no administrator */
    void grant(String user, Role role) throws StoreException, DisclosureRefusedException;

    /**
     * Asks to see personal data of somebody.
     *
     * @param subject identity of the customer, or what a list is about
     * @param reason why, in words; must not be blank
     * @throws DisclosureRefusedException when the role of the user may not; the attempt is written to the log too
     */
    void ask(String subject, String reason) throws StoreException, DisclosureRefusedException;
}
