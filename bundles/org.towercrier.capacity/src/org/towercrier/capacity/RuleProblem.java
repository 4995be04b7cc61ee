package org.towercrier.capacity;

/**
 * Something wrong with a rule.
 *
 * @param rule    id of the rule, empty when it is about the set
 * @param feature name of the feature of the model
 * @param message what is wrong and what is expected, in the language asked for
 */
public record RuleProblem(String rule, String feature, String message) {
}
