package org.towercrier.ui;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The customers somebody picked, wherever they did it. They are known by their identity alone, which is masked wherever it is shown.
 *
 * @param customerIds identities, in the order they were picked, without duplicates; empty when nobody is selected
 * @param origin the part that made the selection, so that it can leave its own echo alone
 */
public record CustomerSelection(List<String> customerIds, Object origin) {

    public CustomerSelection {
        customerIds = customerIds.stream().distinct().toList();
        Objects.requireNonNull(origin, "origin");
    }

    /** A selection of one customer. */
    public static CustomerSelection of(String customerId, Object origin) {
        return new CustomerSelection(List.of(customerId), origin);
    }

    /** A selection of nobody. */
    public static CustomerSelection none(Object origin) {
        return new CustomerSelection(List.of(), origin);
    }

    public boolean isEmpty() {
        return customerIds.isEmpty();
    }

    /** The customer that the page shows: the one picked last. */
    public Optional<String> primary() {
        return customerIds.isEmpty() ? Optional.empty() : Optional.of(customerIds.getLast());
    }

    /** Whether {@code part} made this selection itself. */
    public boolean isFrom(Object part) {
        return origin == part;
    }
}
