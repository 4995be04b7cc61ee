package org.towercrier.customer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.towercrier.model.customer.Criterion;
import org.towercrier.model.customer.Segmentation;
import org.towercrier.store.Cancellation;
import org.towercrier.store.DocumentInfo;
import org.towercrier.store.StoreException;
import org.towercrier.store.Versioned;

/**
 * Groups of customers by rules. A rule is a tree of criteria over attributes of the model; it is counted and evaluated as one statement over all customers. Of an absent
 * value nothing is true but that it is absent, also under "none of". In a segmentation the first segment that matches wins, so everyone is in one at most.
 */
public interface Segments {

    /** Kind of the documents that hold segmentations. */
    String KIND = "segmentation";
    /** Name of the segmentation into the four named groups. */
    String FOUR = "behaviour";
    /** What stands for those whom no segment takes. */
    String UNASSIGNED = "unassigned";

    /** The attributes that criteria can ask about, in the order of the model. */
    List<CriterionAttribute> attributes();

    /** How many customers there are, and how many a criterion is true for. */
    Count count(Criterion criterion, Cancellation cancel) throws CustomerException, StoreException;

    /** Some customers that a criterion is true for, by identity; personal attributes are no part of it. */
    List<Map<String, Object>> preview(Criterion criterion, int most, Cancellation cancel) throws CustomerException, StoreException;

    /** The segmentations of the workspace, by name; the four named groups are always among them. */
    List<Segmentation> list() throws StoreException;

    /** A segmentation by name. The four named groups begin with borders from the quartiles of the customers that are there. */
    Optional<Segmentation> find(String name) throws StoreException;

    /**
     * Groups that nobody has to define: by value tier, occupation, age, income, tenure, area, terminal, lifecycle and region, as far as something is known. They are found
     * by {@link #find} under their names, {@code by-tier} for instance, and are no documents: whoever wants to edit one saves it under another name.
     */
    List<Segmentation> groupings() throws StoreException;

    /** A segmentation as it was saved, with its version; empty for the four named groups as long as nobody saved them. */
    Optional<Versioned<Segmentation>> open(String name) throws StoreException;

    /** The kept versions of a segmentation, latest first. */
    List<DocumentInfo> history(String name) throws StoreException;

    /** Deletes a segmentation with its history; what was assigned is kept. */
    void delete(String name, long expectedVersion) throws StoreException;

    /** Saves a segmentation under its name. @throws CustomerException when a criterion of it cannot be evaluated; the message says where */
    long save(Segmentation segmentation, long expectedVersion) throws CustomerException, StoreException;

    /** How many customers each segment has and what they are worth, counted anew. */
    Sizes sizes(Segmentation segmentation, Cancellation cancel) throws CustomerException, StoreException;

    /**
     * Puts every customer into a segment as of a date and keeps it, in place of what was kept for that date. The rules are those at the beginning: a change of the
     * segmentation while it runs does not touch it, and {@link #runs} tells to which version the result belongs.
     *
     * @return the sizes
     */
    Sizes assign(Segmentation segmentation, LocalDate asOf, Cancellation cancel) throws CustomerException, StoreException;

    /** With which version of the rules the kept assignments were computed, latest date first. */
    List<Run> runs(String segmentation) throws StoreException;

    /**
     * An assignment.
     *
     * @param date as of which customers were put into segments
     * @param version of the rules as they were when it began, 0 for rules that nobody saved
     * @param at when it was computed
     * @param current are these the rules as they are now?
     */
    record Run(String segmentation, LocalDate date, long version, Instant at, boolean current) {
    }

    /** The dates for which assignments are kept, latest first. */
    List<LocalDate> dates(String segmentation) throws StoreException;

    /** The last day of the latest month with facts; today when there are none. */
    LocalDate latest() throws StoreException;

    /** A rule as a sentence without a verb, {@code Customer.tenure < 12 and MonthlyFacts.dataVolume (mean of 3 months) ≥ 1500}. */
    String describe(Criterion criterion);

    /**
     * A count.
     *
     * @param customers all there are
     * @param matching of them
     */
    record Count(long customers, long matching) {

        /** Share between 0 and 1. */
        public double share() {
            return customers == 0 ? 0 : (double) matching / customers;
        }
    }

    /**
     * Sizes of segments.
     *
     * @param segmentation its name
     * @param asOf date that the windows end with
     * @param customers all customers
     * @param segments in the order of the segmentation, those without a segment last
     */
    record Sizes(String segmentation, LocalDate asOf, long customers, List<Size> segments) {

        public Sizes {
            segments = List.copyOf(segments);
        }
    }

    /**
     * Size of one segment.
     *
     * @param name path of names, {@code parent/child}; {@link Segments#UNASSIGNED} for the rest
     * @param customers in it
     * @param monthlySpend what they spend together in a month, the mean of three months; empty when nothing is known
     * @param meanSpend of those with a known spend
     */
    record Size(String name, long customers, Optional<Double> monthlySpend, Optional<Double> meanSpend) {
    }
}
