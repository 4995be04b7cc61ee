package org.towercrier.customer;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A say in which product a customer is offered next, brought by a plug-in: an OSGi service. It is asked about each product that is on sale, neither held nor refused, and
 * fits terminal and network; it cannot bring back one that is not.
 */
public interface OfferScorer {

    /** Unique name. */
    String id();

    /** What is thought of an offer; empty to leave it to others. */
    Optional<Score> score(Offer offer);

    /**
     * An offer to a customer.
     *
     * @param customer identity
     * @param product identity
     * @param share of customers with a similar spend who have the product, 0 to 1
     * @param value margin times share; empty where no price is known
     * @param person what is known of the customer, personal data masked unless they are shown on the page
     * @param figures monthly facts put together, {@code spend_mean_3} for instance
     * @param locale language of the reason
     */
    record Offer(String customer, String product, double share, Optional<Double> value, Map<String, Object> person,
            Map<String, Object> figures, Locale locale) {
    }

    /**
     * What is thought of it.
     *
     * @param factor what the value is multiplied with: 1 leaves it, 0 takes the offer out
     * @param reason a sentence that is said instead of the usual one; empty to keep that
     */
    record Score(double factor, Optional<String> reason) {

        public Score {
            if (!(factor >= 0) || Double.isInfinite(factor)) {
                throw new IllegalArgumentException("Not a factor: " + factor);
            }
        }
    }
}
