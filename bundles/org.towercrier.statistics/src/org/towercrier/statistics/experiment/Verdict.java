package org.towercrier.statistics.experiment;

/** What may be said after an experiment. */
public enum Verdict {
    /** The treatment does good: the effect is significant and in the wanted direction. */
    PROVEN("proven"),
    /** The experiment was large enough to see an effect that matters and saw none. */
    NOT_PROVEN("not-proven"),
    /** The treatment does harm: the effect is significant and against the wanted direction. */
    HARMFUL("harmful"),
    /** The experiment is too small to say anything. */
    NOT_ENOUGH_DATA("not-enough-data");

    private final String literal;

    Verdict(String literal) {
        this.literal = literal;
    }

    /** The word for files and scripts. */
    public String literal() {
        return literal;
    }
}
