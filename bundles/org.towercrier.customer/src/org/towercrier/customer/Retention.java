package org.towercrier.customer;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;

/** Whom to keep, and when: who has fallen silent for longer than usual, whose contract ends, and what to do about it. */
public interface Retention {

    /** Customers who have not used or paid for longer than usual for them, the most valuable first. */
    List<AtRisk> inactive(int most, Cancellation cancel) throws StoreException;

    /** Everyone to act on: silent, falling spend, complaints or contract about to end, the most valuable first. */
    List<AtRisk> list(int most, Cancellation cancel) throws StoreException;

    /** Contracts that end, by month, from the latest date on. @return first day of the month and how many end in it with what monthly spend */
    Map<LocalDate, Ending> calendar(int months, Cancellation cancel) throws StoreException;

    /** Those whose contract ends in a month, the most valuable first. @param month any day of it */
    List<AtRisk> ending(LocalDate month, int most, Cancellation cancel) throws StoreException;

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
