package org.towercrier.customer;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.towercrier.model.customer.Criterion;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;

/** Whom to keep, and when: who has fallen silent for longer than usual, whose contract ends, and what to do about it. */
public interface Retention {

    /** Customers who have not used or paid for longer than usual for them, the most valuable first. */
    default List<AtRisk> inactive(int most, Cancellation cancel) throws StoreException {
        return ofEveryone(among -> inactive(among, most, cancel));
    }

    /** Everyone to act on: silent, falling spend, complaints or contract about to end, the most valuable first. */
    default List<AtRisk> list(int most, Cancellation cancel) throws StoreException {
        return ofEveryone(among -> list(among, most, cancel));
    }

    /** Contracts that end, by month, from the latest date on. @return first day of the month and how many end in it with what monthly spend */
    default Map<LocalDate, Ending> calendar(int months, Cancellation cancel) throws StoreException {
        return ofEveryone(among -> calendar(among, months, cancel));
    }

    /** Like {@link #inactive(int, Cancellation)}. @param among whom it is about; empty for everyone */
    List<AtRisk> inactive(Optional<Criterion> among, int most, Cancellation cancel) throws CustomerException, StoreException;

    /** Like {@link #list(int, Cancellation)}. @param among whom it is about; empty for everyone */
    List<AtRisk> list(Optional<Criterion> among, int most, Cancellation cancel) throws CustomerException, StoreException;

    /** Like {@link #calendar(int, Cancellation)}. @param among whose contracts; empty for everyone's */
    Map<LocalDate, Ending> calendar(Optional<Criterion> among, int months, Cancellation cancel) throws CustomerException, StoreException;

    /** Those whose contract ends in a month, the most valuable first. @param among whose contracts; empty for everyone's @param month any day of it */
    List<AtRisk> ending(Optional<Criterion> among, LocalDate month, int most, Cancellation cancel) throws CustomerException, StoreException;

    /** A question that is asked of some customers. */
    @FunctionalInterface
    interface Question<T> {
        T ask(Optional<Criterion> among) throws CustomerException, StoreException;
    }

    private static <T> T ofEveryone(Question<T> question) throws StoreException {
        try {
            return question.ask(Optional.empty());
        } catch (CustomerException impossible) {
            throw new IllegalStateException("Everyone can be asked", impossible);
        }
    }

    /** Contracts that end in a month. @param monthlySpend what their customers spend together in a month */
    record Ending(long contracts, double monthlySpend) {
    }

    /**
     * A customer to act on.
     *
     * @param usual longest silence so far in months, absent where it is not the reason
     * @param silent present silence in months
     * @param newCustomer with us for less than a year?
     * @param competitive lives where others compete?
     * @param reason a sentence
     * @param action a sentence
     */
    record AtRisk(String customer, Optional<Double> spend, Optional<Integer> usual, Optional<Integer> silent, boolean newCustomer,
            boolean competitive,
            Reason why, String reason, String action) {
    }

    /** Why somebody is at risk. */
    enum Reason {
        INACTIVE, FALLING, COMPLAINTS, CONTRACT_ENDS
    }
}
