package org.towercrier.capacity.alarm;

/** What a detection does with alarms of rules that it did not evaluate. Alarms of other systems it never touches. */
public enum OtherRules {

    /** Nothing: it looked at some of the rules only. */
    KEEP,
    /** Those of its own rule set are cleared: their rules were switched off or taken out of it. */
    CLEAR_OF_THE_SET,
    /** All are cleared: what was evaluated are the rules in force. */
    CLEAR
}
