package org.towercrier.capacity;

import java.util.List;

/** A rule set cannot be activated, since nobody has seen in the simulator what its present content does. */
public class NotSimulatedException extends RuleSetException {

    private static final long serialVersionUID = 1L;

    /** With the sentence for people. */
    public NotSimulatedException(String message) {
        super(message, List.of());
    }
}
