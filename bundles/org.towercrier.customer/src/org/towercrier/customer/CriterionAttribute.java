package org.towercrier.customer;

import java.util.List;
import java.util.Optional;

import org.towercrier.model.customer.ComparisonOperator;

/**
 * An attribute that a criterion can ask about.
 *
 * @param name class and attribute, {@code Customer.age} for instance
 * @param kind what its values are
 * @param operators what can be asked of such values
 * @param unit unit of a number, empty for none
 * @param literals what the values can be, when they are few and known
 * @param monthly is it a monthly fact, put together over a window?
 * @param ready is it kept ready, so that a count takes a fraction of a second? A monthly fact over an unusual window is not
 */
public record CriterionAttribute(String name, Kind kind, List<ComparisonOperator> operators, Optional<String> unit, List<String> literals,
        boolean monthly, boolean ready) {

    /** Kinds of values. */
    public enum Kind {
        TEXT, NUMBER, TRUTH, DATE, CHOICE
    }

    public CriterionAttribute {
        operators = List.copyOf(operators);
        literals = List.copyOf(literals);
    }
}
