package org.towercrier.expansion;

import org.towercrier.model.network.CostCatalogue;
import org.towercrier.planning.PlanningMonitor;
import org.towercrier.store.StoreException;

/** Expansion hints and plans of the open workspace. */
public interface Expansion {

    /** Kind of document of cost catalogues. */
    String CATALOGUES = "costs";

    /** Name of the catalogue that plans use. */
    String CATALOGUE = "expansion";

    /** The catalogue plans use: the user's own, or the shipped one as an object of the caller's. */
    CostCatalogue catalogue() throws StoreException;

    /**
     * Diagnoses and plans. Blocks; a cancelled search returns the best plan so far.
     *
     * @throws PlanException when the request cannot be met, with a sentence for the user
     */
    ExpansionPlan plan(PlanRequest request, PlanningMonitor monitor) throws StoreException, PlanException;
}
