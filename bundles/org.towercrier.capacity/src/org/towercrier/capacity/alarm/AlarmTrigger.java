package org.towercrier.capacity.alarm;

/** What moves an alarm from one state to the next. */
public enum AlarmTrigger {
    /** The rule finds the trouble, or finds it again. */
    RAISE(false),
    /** The trouble is over for as long as the rule asks. */
    CLEAR(false),
    /** The trouble becomes more severe than it was when it was acknowledged. */
    WORSEN(false),
    /** The time on the shelf is over. */
    EXPIRE(false),
    /** Somebody knows. */
    ACKNOWLEDGE(true),
    /** Somebody takes the acknowledgement back. */
    UNACKNOWLEDGE(true),
    /** Somebody remarks something. */
    COMMENT(true),
    /** Somebody is made responsible. */
    ASSIGN(true),
    /** Somebody puts it aside until a moment. */
    SHELVE(true),
    /** Somebody takes it back before that moment. */
    UNSHELVE(true),
    /** Somebody says that the trouble is over. */
    CLEAR_BY_HAND(true);

    private final boolean byHand;

    AlarmTrigger(boolean byHand) {
        this.byHand = byHand;
    }

    /** Whether a person does it; the measurements and the clock do the rest. */
    public boolean byHand() {
        return byHand;
    }
}
