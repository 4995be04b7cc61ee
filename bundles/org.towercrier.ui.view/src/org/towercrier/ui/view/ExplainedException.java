package org.towercrier.ui.view;

import org.towercrier.ui.kit.Trouble;

/** Thrown by what a view reads when it knows better than the cause what happened and what to do. */
public class ExplainedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Trouble trouble;

    /**
     * An explanation in the language of the user.
     *
     * @param happened one sentence: what happened
     * @param remedy   one sentence: what to do
     */
    public ExplainedException(String happened, String remedy, Throwable cause) {
        super(happened + ' ' + remedy, cause);
        trouble = Trouble.of(happened, remedy, cause);
    }

    /** The explanation. */
    public Trouble trouble() {
        return trouble;
    }
}
