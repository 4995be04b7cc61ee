package org.towercrier.customer.ui.internal;

import java.util.List;
import java.util.function.Consumer;

import org.towercrier.ui.FindProvider;

/**
 * Leads from an identity or a telephone number to the customer. Whether there is one the page says: looking among millions would hold up the typing.
 */
final class CustomerFinder implements FindProvider {

    private static final int SHORTEST = 4;

    private final Texts texts;
    private final Consumer<String> open;
    private volatile boolean customers;

    /**
     * @param open opens the page of the customer with an identity or number
     */
    CustomerFinder(Texts texts, Consumer<String> open) {
        this.texts = texts;
        this.open = open;
    }

    /** Whether there are customers that could be found. */
    void offer(boolean any) {
        customers = any;
    }

    @Override
    public List<Found> find(List<String> words, int most) {
        String typed = words.size() == 1 ? words.getFirst() : "";
        // The words around it let whatever is really called so stand before it.
        boolean identity = customers && typed.length() >= SHORTEST && typed.chars().anyMatch(Character::isDigit);
        return identity ? List.of(new Found(texts.get("Part_Customer"), texts.get("Find_Identity", typed), () -> open.accept(typed)))
                : List.of();
    }
}
