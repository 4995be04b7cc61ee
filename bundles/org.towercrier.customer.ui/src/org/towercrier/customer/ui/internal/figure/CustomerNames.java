package org.towercrier.customer.ui.internal.figure;

import org.towercrier.privacy.Masking;

/** What stands in lists for a customer: the end of the identity, so that rows can be told apart and nobody is named. */
public final class CustomerNames {

    private static final int SHOWN = 4;
    private static final String HIDDEN = Masking.HIDDEN.repeat(3);

    private CustomerNames() {
    }

    /** The last signs of an identity; no more than half of it. */
    public static String masked(String identity) {
        int shown = Math.min(SHOWN, identity.length() / 2);
        return HIDDEN + identity.substring(identity.length() - shown);
    }
}
