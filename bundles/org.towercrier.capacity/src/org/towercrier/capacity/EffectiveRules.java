package org.towercrier.capacity;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The rules as they apply to one cell, each value with its origin.
 *
 * @param ruleSet name of the rule set
 * @param cell    the cell
 * @param rules   the rules in the order of the set, also those that do not apply to the cell
 */
public record EffectiveRules(String ruleSet, Place cell, List<Rule> rules) {

    /**
     * Where a cell is: what overrides ask for. Unknown parts are empty.
     *
     * @param cell       identity of the cell, or name of the measured object that no cell has adopted
     * @param technology literal of the technology
     * @param scenario   literal of the coverage scenario
     * @param region     name of the region
     * @param site       name of the site
     * @param sector     physical sector
     */
    public record Place(String cell, String technology, String scenario, String region, String site, String sector) {
    }

    /**
     * One rule.
     *
     * @param rule    its identity within the set
     * @param name    its name
     * @param applies whether it is enabled for the cell and the cell belongs to its scope
     * @param values  its values in the order of the model
     */
    public record Rule(String rule, String name, boolean applies, List<Value> values) {

        public Rule {
            Objects.requireNonNull(rule, "rule");
            Objects.requireNonNull(name, "name");
            values = List.copyOf(values);
        }
    }

    /**
     * One value.
     *
     * @param feature   path of the feature, e.g. {@code threshold.value} or {@code thresholds[LARGE].pdschUsage}
     * @param label     the feature for people
     * @param value     the value as text, numbers with a decimal point; empty when there is none
     * @param unit      its unit, empty when it has none
     * @param origin    where it comes from
     * @param inherited the value it would have without its origin's override, absent when nothing overrides it
     * @param override  place of that override in the list of the set, absent when nothing overrides it
     */
    public record Value(String feature, String label, String value, String unit, Origin origin, Optional<String> inherited,
            OptionalInt override) {

        public Value {
            Objects.requireNonNull(feature, "feature");
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(unit, "unit");
            Objects.requireNonNull(origin, "origin");
            Objects.requireNonNull(inherited, "inherited");
            Objects.requireNonNull(override, "override");
        }
    }

    public EffectiveRules {
        Objects.requireNonNull(ruleSet, "ruleSet");
        Objects.requireNonNull(cell, "cell");
        rules = List.copyOf(rules);
    }
}
