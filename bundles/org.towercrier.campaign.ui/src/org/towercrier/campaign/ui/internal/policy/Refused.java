package org.towercrier.campaign.ui.internal.policy;

/** Why a document cannot be saved, in the language of the window. */
final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    Refused(String why, Throwable cause) {
        super(why, cause);
    }
}
