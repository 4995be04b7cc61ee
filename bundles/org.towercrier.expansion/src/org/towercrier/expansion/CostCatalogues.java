package org.towercrier.expansion;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.towercrier.model.network.CostCatalogue;
import org.towercrier.store.StoreException;
import org.towercrier.store.Versioned;

/**
 * What actions cost and bring. The shipped catalogue is read-only and names the source of every figure; the workspace may have one of its
 * own, a document with versions, which is then used for every plan.
 */
public interface CostCatalogues {

    /** Kind of document; the root is a {@code CostCatalogue} of the model. */
    String KIND = "cost-catalogue";

    /** Name of the workspace's own catalogue. */
    String OWN = "expansion";

    /** Names of the kinds of action that plug-ins brought, by id. */
    Map<String, Sentence> kinds();

    /** The shipped one, as an object of the caller's own; kinds of action that plug-ins brought have their usual item in it. */
    CostCatalogue shipped();

    /** The workspace's own, if there is one. */
    Optional<Versioned<CostCatalogue>> own() throws StoreException;

    /**
     * The one that plans use: the workspace's own, completed with the usual items of plug-ins that came after it was saved, else the
     * shipped one. An object of the caller's own.
     */
    CostCatalogue inForce() throws StoreException;

    /** The workspace's own to edit; when there is none, a copy of the shipped one is saved first. */
    Versioned<CostCatalogue> edit() throws StoreException;

    /**
     * Makes a catalogue the workspace's own, as a new version whatever version there is.
     *
     * @return the version saved
     * @throws PlanException when it is not usable, see {@link #check}
     */
    long replace(CostCatalogue catalogue) throws StoreException, PlanException;

    /**
     * Puts what the shipped catalogue says about its figures into a language, whatever language it is in; what users wrote stays. Kept it is in
     * English.
     */
    void say(CostCatalogue catalogue, Locale locale);

    /** Deletes the workspace's own, so that the shipped one is used again. */
    void reset() throws StoreException;

    /**
     * Checks that figures fit: every item has a name of its own, costs, times and distances are not negative.
     *
     * @throws PlanException with a sentence for the user
     */
    void check(CostCatalogue catalogue) throws PlanException;

    /** A catalogue as text (YAML), for exchange and versioning outside. */
    String write(CostCatalogue catalogue);

    /**
     * A catalogue from such a text.
     *
     * @throws PlanException with the place and reason when it is no catalogue
     */
    CostCatalogue read(String text) throws PlanException;
}
