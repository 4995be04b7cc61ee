package org.towercrier.customer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.towercrier.model.customer.Criterion;
import org.towercrier.model.customer.ValueModel;
import org.towercrier.model.customer.ValueTier;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;

/**
 * What customers are worth: mean monthly spend over a window, tiers by editable cuts, and how unevenly the spend is spread, which is measured and never assumed. Households
 * and groups are worth what their members spend together.
 */
public interface CustomerValue {

    /** Kind of the documents with value models. */
    String KIND = "value-model";

    /** Whose value. */
    enum Level {
        PERSON, HOUSEHOLD, GROUP
    }

    /** The value model of the workspace: six months, a fifth of the customers on top and three more tenths below them, unless somebody saved another. */
    ValueModel model() throws StoreException;

    /** Saves the value model of the workspace. */
    void save(ValueModel model) throws CustomerException, StoreException;

    /** The value of all holders of a level. */
    default Report report(Level level, ValueModel model, Cancellation cancel) throws CustomerException, StoreException {
        return report(level, model, Optional.empty(), cancel);
    }

    /** The value of the holders of a level. @param among whose spend counts; empty for everyone's */
    Report report(Level level, ValueModel model, Optional<Criterion> among, Cancellation cancel) throws CustomerException, StoreException;

    /** The most valuable holders of a level, their tiers by the value model. */
    default List<Holder> holders(Level level, ValueModel model, int most, Cancellation cancel) throws CustomerException, StoreException {
        return holders(level, model, Optional.empty(), most, cancel);
    }

    /** The most valuable holders of a level. @param among whose spend counts; empty for everyone's */
    List<Holder> holders(Level level, ValueModel model, Optional<Criterion> among, int most, Cancellation cancel)
            throws CustomerException, StoreException;

    /** A holder of value. @param id of the customer, household or group @param members customers in it @param spend mean monthly spend of all members together */
    record Holder(String id, long members, double spend, ValueTier tier) {
    }

    /**
     * Value of a level.
     *
     * @param asOf end of the window
     * @param months length of the window
     * @param holders with a known spend
     * @param blank holders of whom no spend is known; they are in no tier
     * @param total of all mean monthly spends
     * @param gini Gini coefficient of the spend
     * @param topFifth measured share of the spend that the top 20 % have
     * @param margin mean monthly spend less cost of those whose cost is known; empty when no cost is known
     * @param tiers from the top; the pyramid
     * @param lorenz Lorenz curve at 100 steps, share of holders and share of spend, poorest first
     * @param lifetime of a new customer with the mean spend; empty where tenure or leaving is not known, and for households and groups
     */
    record Report(Level level, LocalDate asOf, int months, long holders, long blank, double total, double mean, double gini,
            double topFifth,
            Optional<Double> margin, List<Tier> tiers, List<double[]> lorenz, Optional<Lifetime> lifetime) {
    }

    /**
     * A tier of the pyramid.
     *
     * @param from lowest spend in it
     * @param share of all holders
     * @param spendShare of all spend
     */
    record Tier(ValueTier tier, long holders, double from, double total, double share, double spendShare) {
    }

    /**
     * Lifetime value.
     *
     * @param value sum of the discounted monthly values
     * @param monthly value of a month: margin where cost is known, else spend
     * @param months horizon
     * @param expectedMonths months that a new customer stays within the horizon
     * @param discountRate a year
     * @param formula as a sentence with its numbers
     */
    record Lifetime(double value, double monthly, int months, double expectedMonths, double discountRate, String formula) {
    }
}
