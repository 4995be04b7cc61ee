package org.towercrier.expansion;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.towercrier.store.Documents;
import org.towercrier.store.StoreException;

/** The kept plans of the open workspace: documents of the store, each with its versions. */
public interface ExpansionPlans {

    /** Kind of document; the root is a {@code SavedPlan} of the model. */
    String KIND = "expansion-plan";

    /** Name of the plan that was made last without a name. */
    String LAST = "last";

    /** The version to expect of a plan that does not exist yet. */
    long NEW = Documents.NEW;

    /** Whether a plan can have the name: 1 to 80 letters, digits, dots, dashes and underscores, no dot first. */
    static boolean isName(String name) {
        return name.matches("[\\p{L}\\p{N}_-][\\p{L}\\p{N}_.-]{0,79}");
    }

    /** The kept plans, the one saved last first. One that cannot be read has no figures and says so in its note. */
    List<Headline> list() throws StoreException;

    /** The versions of a plan, the newest first. */
    List<Headline> history(String name) throws StoreException;

    /** The current version of a plan. */
    Optional<Kept> load(String name) throws StoreException;

    /** One version of a plan. */
    Optional<Kept> load(String name, long version) throws StoreException;

    /**
     * Keeps a plan.
     *
     * @param note            what people say about it, may be empty
     * @param expectedVersion the version it replaces, {@link #NEW} for a new plan
     * @return the version saved
     * @throws org.towercrier.store.DocumentConflictException somebody saved another version meanwhile
     */
    default long save(String name, ExpansionPlan plan, String note, long expectedVersion) throws StoreException {
        return save(name, plan, PlanCurve.of(plan), note, expectedVersion);
    }

    /**
     * Keeps a plan together with the plans for other budgets that were solved with it.
     *
     * @param curve those plans; {@link PlanCurve#of} for the plan alone
     */
    long save(String name, ExpansionPlan plan, PlanCurve curve, String note, long expectedVersion) throws StoreException;

    /** Keeps a plan whatever version there is; that one stays in the history. */
    default long replace(String name, ExpansionPlan plan, String note) throws StoreException {
        return replace(name, plan, PlanCurve.of(plan), note);
    }

    /** The same with the plans for other budgets that were solved with it. */
    long replace(String name, ExpansionPlan plan, PlanCurve curve, String note) throws StoreException;

    /** Gives a plan another name; its older versions go. */
    void rename(String name, String to) throws StoreException;

    /** Deletes a plan with its versions. */
    void delete(String name, long expectedVersion) throws StoreException;

    /** Plans side by side. */
    Comparison compare(List<String> names) throws StoreException;

    /**
     * What lists show of a plan.
     *
     * @param saved  when
     * @param user   who saved it
     * @param relief Mbit/s
     * @param value  weighted relief
     */
    record Headline(String name, long version, Instant saved, String user, String note, String currency, int horizon, double budget,
            double cost, double relief, double value) {
    }

    /**
     * A plan as it was kept.
     *
     * @param plan  the plan itself
     * @param curve plans for all budgets that were solved with it, that one among them
     */
    record Kept(Headline headline, ExpansionPlan plan, PlanCurve curve) {
    }

    /**
     * Plans side by side.
     *
     * @param plans   in the order asked for
     * @param actions each action that is in any of them, those that are in all plans last
     * @param missing names that no plan has
     * @param kinds   names of the kinds of action that plug-ins brought, by id
     */
    record Comparison(List<Side> plans, List<Line> actions, List<String> missing, Map<String, Sentence> kinds) {
    }

    /** A plan of a comparison. @param onlyHere ids of actions that no other plan has */
    record Side(String name, double budget, double cost, double relief, double value, OptionalDouble bound, OptionalDouble gap,
            int actions, List<String> onlyHere) {
    }

    /** An action of a comparison. @param in for each plan the action as it is there, empty when it is not */
    record Line(String id, String action, String cell, String site, List<Optional<ExpansionPlan.Chosen>> in) {
    }
}
