package org.towercrier.privacy;

/** Somebody may not see what was asked for. */
public final class DisclosureRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param message a sentence for the user */
    public DisclosureRefusedException(String message) {
        super(message);
    }
}
