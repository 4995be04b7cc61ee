package org.towercrier.capacity.forecast;

import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import org.towercrier.capacity.RuleSetException;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;

/**
 * Forecasts of load in the open workspace, by the forecast rules of the active rule set: of every cell and of every physical sector of
 * several cells, those among them about which nothing can be said, with the reason.
 */
public interface Forecasts {

    /**
     * Which forecasts.
     *
     * @param cells   ids of cells or names of measured objects, empty for all; a sector belongs to its cells
     * @param rule    id of the forecast rule, absent for all forecast rules
     * @param horizon days to look ahead at least, absent for what the rule says; the alarm's own horizon stays the rule's
     * @param zone    whose days
     */
    record Request(Set<String> cells, Optional<String> rule, OptionalInt horizon, ZoneId zone) {

        public Request {
            cells = Set.copyOf(cells);
        }

        /** All, by every forecast rule. */
        public static Request all(ZoneId zone) {
            return new Request(Set.of(), Optional.empty(), OptionalInt.empty(), zone);
        }

        /** The same of some cells. */
        public Request of(Collection<String> some) {
            return new Request(Set.copyOf(some), rule, horizon, zone);
        }

        /** The same, looking further ahead: demand in a year for a planner, say. */
        public Request ahead(int days) {
            return new Request(cells, rule, OptionalInt.of(days), zone);
        }
    }

    /**
     * Computes forecasts.
     *
     * @return those that reach their limit first, by the day they do; then those that have reached it, that are uncertain or far, and
     *         those that are silent; by name within each. Empty when the active rule set has no forecast rule that is switched on
     * @throws StoreException   the store cannot be read, or it was cancelled
     * @throws RuleSetException the active rule set has errors
     */
    List<LoadForecast> forecasts(Request request, Cancellation cancel) throws StoreException, RuleSetException;
}
