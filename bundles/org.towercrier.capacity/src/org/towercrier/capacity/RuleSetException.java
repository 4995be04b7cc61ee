package org.towercrier.capacity;

import java.util.List;

/** A rule set cannot be used or read; the message lists why. */
public class RuleSetException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<RuleProblem> problems;

    /** With the errors of a rule set. */
    public RuleSetException(String message, List<RuleProblem> problems) {
        super(message);
        this.problems = List.copyOf(problems);
    }

    /** With the reason why a file cannot be read. */
    public RuleSetException(String message, Throwable cause) {
        super(message, cause);
        this.problems = List.of();
    }

    /** What is wrong, rule by rule; empty when the whole cannot be read. */
    public List<RuleProblem> problems() {
        return problems;
    }
}
