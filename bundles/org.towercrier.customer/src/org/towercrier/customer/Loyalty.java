package org.towercrier.customer;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.towercrier.model.customer.Criterion;
import org.towercrier.model.customer.LoyaltyModel;
import org.towercrier.model.customer.SatisfactionFactor;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;

/**
 * Loyalty as three scores between 0 and 100 with their sources, after Oliver's phases: behavioural (action) from tenure, products, renewals, complaints and payment;
 * attitudinal (cognitive and conative) from answers on satisfaction; emotional (affective) from recommendation. A score without any source is absent and never zero; the
 * overall score is the mean of those that are there, by editable weights.
 */
public interface Loyalty {

    /** Kind of the documents with weights. */
    String KIND = "loyalty-model";

    /** The weights of the workspace. */
    LoyaltyModel model() throws StoreException;

    /** Saves the weights. @throws CustomerException when one is negative or all are zero */
    void save(LoyaltyModel model) throws CustomerException, StoreException;

    /** The scores of one customer; empty when there is none of that identity. */
    Optional<Scores> of(String customer) throws StoreException;

    /** Mean scores of all that a criterion is true for. */
    Scores mean(Criterion criterion, Cancellation cancel) throws CustomerException, StoreException;

    /**
     * What loyalty depends on, one entry for each of price, network quality, service quality, time, traits of the customers and competitors, in this order.
     *
     * @param criterion whose; absent for everyone
     */
    List<Factor> factors(Criterion criterion, Cancellation cancel) throws CustomerException, StoreException;

    /**
     * A factor.
     *
     * @param score 0 to 100, the higher the better for loyalty: the mean of its sources; absent without any
     * @param influence correlation of the factor with staying among the customers, -1 to 1; absent where it is not known of them or all are alike
     * @param sources what it was computed from; {@link Source#score()} is the name of the factor
     */
    record Factor(SatisfactionFactor factor, Optional<Double> score, Optional<Double> influence, List<Source> sources) {

        public Factor {
            sources = List.copyOf(sources);
        }
    }

    /**
     * Scores.
     *
     * @param overall weighted mean of those that are there
     * @param sources what each part came from, name of the source and its part of the score
     */
    record Scores(long customers, Optional<Double> overall, Optional<Double> behavioural, Optional<Double> attitudinal,
            Optional<Double> emotional,
            List<Source> sources) {
    }

    /** A source of a score. @param score which of the three @param name key of the source @param value 0 to 100 @param fact what it was computed from */
    record Source(String score, String name, double value, Map<String, Object> fact) {
    }
}
