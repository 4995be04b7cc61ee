package org.towercrier.customer;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.towercrier.privacy.DisclosureRefusedException;
import org.towercrier.store.StoreException;

/** Everything about one customer on one page. */
public interface CustomerPages {

    /**
     * The page of a customer.
     *
     * @param idOrNumber identity, or the telephone number of the customer
     * @param reason why personal data are to be shown; empty for a page with personal data masked. A reason is written to the audit log.
     * @throws DisclosureRefusedException when the user may not see personal data
     */
    default Optional<Page> page(String idOrNumber, Optional<String> reason) throws StoreException, DisclosureRefusedException {
        return page(idOrNumber, reason, Locale.getDefault());
    }

    /** As {@link #page(String, Optional)}. @param locale language of the sentences on it */
    Optional<Page> page(String idOrNumber, Optional<String> reason, Locale locale) throws StoreException, DisclosureRefusedException;

    /**
     * A page.
     *
     * @param masked are personal data masked?
     * @param person attributes of the person that are known
     * @param value mean monthly spend over 3, 6 and 12 months, the latest month and the change a month
     * @param facts months, oldest first; empty when they could not be read in time
     * @param segments with their history, latest first
     * @param recommendations three at most; none is an answer
     */
    record Page(String id, boolean masked, LocalDate asOf, Map<String, Object> person, Map<String, Object> value,
            List<Map<String, Object>> facts,
            List<Map<String, Object>> products, Optional<Map<String, Object>> household, Optional<Map<String, Object>> group,
            Optional<Map<String, Object>> contract, List<Map<String, Object>> segments, Optional<Loyalty.Scores> loyalty,
            List<Map<String, Object>> tickets,
            Optional<Place> home, Optional<Place> work, List<Map<String, Object>> contacts, List<Map<String, Object>> consents,
            List<Recommendation> recommendations) {
    }

    /** A cell at home or at work with its state. @param load mean use in the busy hour in percent @param alarms active @param severity of the worst */
    record Place(String cell, Optional<String> name, Optional<Double> load, int alarms, Optional<String> severity) {

        /** Does the cell serve badly, so that repair or care comes before a sale? */
        public boolean bad() {
            return severity.filter(literal -> literal.equals("CRITICAL") || literal.equals("MAJOR")).isPresent();
        }
    }

    /**
     * What to do next.
     *
     * @param kind {@code offer}, {@code care} or {@code retention}
     * @param offer identity of the product, empty for care and retention
     * @param value expected value of a month, empty where there is none
     * @param reason a sentence
     */
    record Recommendation(String kind, Optional<String> offer, Optional<Double> value, String reason) {
    }
}
