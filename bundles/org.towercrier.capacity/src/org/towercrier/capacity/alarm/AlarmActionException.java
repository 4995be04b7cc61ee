package org.towercrier.capacity.alarm;

import java.util.Locale;

/** An alarm cannot take the step that was asked for. */
public class AlarmActionException extends RuntimeException {

    private static final long serialVersionUID = 2L;

    private final transient Refusal refusal;

    /** With the reason; the message is its English sentence. */
    public AlarmActionException(Refusal refusal) {
        super(refusal.text(Locale.ENGLISH));
        this.refusal = refusal;
    }

    /** Id of the alarm, empty when the step is about no alarm in particular. */
    public String alarm() {
        return refusal.alarm();
    }

    /** Why, to be said in the reader's language. */
    public Refusal refusal() {
        return refusal;
    }
}
