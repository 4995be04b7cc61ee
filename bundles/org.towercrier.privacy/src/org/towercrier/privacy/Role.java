package org.towercrier.privacy;

/** What somebody does with the product. */
public enum Role {
    /** Runs the network; sees no person. */
    NETWORK(false),
    /** Makes campaigns; sees a person when asking. */
    MARKETING(true),
    /** Talks to customers; sees a person when asking. */
    SERVICE(true),
    /** Gives roles; sees a person when asking. */
    ADMINISTRATOR(true);

    private final boolean seesPeople;

    Role(boolean seesPeople) {
        this.seesPeople = seesPeople;
    }

    /** May this role see personal data when it asks? */
    public boolean seesPeople() {
        return seesPeople;
    }
}
