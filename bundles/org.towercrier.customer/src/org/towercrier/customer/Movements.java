package org.towercrier.customer;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.towercrier.model.customer.Criterion;
import org.towercrier.model.customer.Segmentation;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;

/** How customers moved between two dates: from which segment to which, how much money moved with them, and why. */
public interface Movements {

    /** Stands for a date at which somebody was no customer. */
    String ABSENT = "absent";

    /** What becomes of all customers of a segmentation between two dates. */
    Report between(Segmentation segmentation, LocalDate from, LocalDate to, Cancellation cancel) throws CustomerException, StoreException;

    /**
     * Who moved along a flow: those who moved the most money, up or down, first.
     *
     * @throws CustomerException when a date, a segment or a rule of the segmentation cannot be
     */
    List<Moved> moved(Move move, int most, Cancellation cancel) throws CustomerException, StoreException;

    /** The three moves that are wanted, whatever the segmentation: how many made them, and how many fell back. */
    List<Wanted> wanted(LocalDate from, LocalDate to, Cancellation cancel) throws StoreException;

    /** Customers to keep an eye on. */
    default List<Watched> watch(WatchList list, int most, Cancellation cancel) throws StoreException {
        try {
            return watch(list, Optional.empty(), most, cancel);
        } catch (CustomerException impossible) {
            throw new IllegalStateException("Everyone can be asked", impossible);
        }
    }

    /** Customers to keep an eye on. @param among whom it is about; empty for everyone */
    List<Watched> watch(WatchList list, Optional<Criterion> among, int most, Cancellation cancel) throws CustomerException, StoreException;

    /** Kinds of watch lists. */
    enum WatchList {
        /** Spend or data grows month by month, from a middle value on: the next tier is near. */
        LIKELY_TO_RISE,
        /** The latest month lies far from the usual. */
        UNSTABLE,
        /** No use in the latest month after use before. */
        INACTIVE
    }

    /**
     * Movement.
     *
     * @param segments in the order of the segmentation, then {@link Segments#UNASSIGNED}, then {@code absent} for those who were no customers at that date
     * @param flows pairs of segments between which customers moved, and those who stayed
     */
    record Report(String segmentation, LocalDate from, LocalDate to, long customers, long moved, List<String> segments, List<Flow> flows) {
    }

    /**
     * One flow.
     *
     * @param share p_ij = n_ij / n_i, of those who were in {@code from}
     * @param spendBefore what they spent together in a month before; blanks are left out
     * @param spendAfter and after
     * @param reasons attributes that crossed a border of one of the two segments, with how many customers, the most frequent first
     */
    record Flow(String from, String to, long customers, double share, double spendBefore, double spendAfter, Map<String, Long> reasons) {
    }

    /**
     * From one segment to another between two dates.
     *
     * @param source path of a segment, {@link Segments#UNASSIGNED}, or {@link #ABSENT}
     * @param target likewise; the same as {@code source} for those who stayed
     */
    record Move(Segmentation segmentation, LocalDate from, LocalDate to, String source, String target) {
    }

    /** Somebody who moved. @param before what was spent in a month before @param after and after @param reasons what came out otherwise than before */
    record Moved(String customer, Optional<Double> before, Optional<Double> after, List<String> reasons) {

        public Moved {
            reasons = List.copyOf(reasons);
        }
    }

    /** A wanted move. @param name key of the move @param made how many made it @param back how many went the other way @param spendChange of those who made it, a month */
    record Wanted(String name, long made, long back, double spendChange) {
    }

    /** A customer on a watch list. @param reason a sentence */
    record Watched(String customer, Optional<Double> spend, Optional<Double> usual, String reason) {
    }
}
