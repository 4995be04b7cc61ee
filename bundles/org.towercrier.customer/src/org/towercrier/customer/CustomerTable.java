package org.towercrier.customer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.emf.ecore.EStructuralFeature;
import org.towercrier.model.customer.Criterion;
import org.towercrier.model.customer.FactsAggregation;
import org.towercrier.privacy.DisclosureRefusedException;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;

/** Customers as rows: pages of millions, sorted and filtered, personal data masked unless they were asked for. */
public interface CustomerTable {

    /** The columns there are; the usual ones first. */
    List<Column> columns();

    /** What a column is called. */
    String label(Column column, Locale locale);

    /**
     * Some rows.
     *
     * @throws CustomerException when a column is not known or the criterion cannot be evaluated
     */
    Page page(Query query, long offset, int limit, Cancellation cancel) throws CustomerException, StoreException;

    /** How many rows a filter lets through. */
    long count(Filter filter, Cancellation cancel) throws CustomerException, StoreException;

    /** The cells in which those whom a filter lets through live and work, the ones with most of them first. */
    List<CellShare> cells(Filter filter, int most, Cancellation cancel) throws CustomerException, StoreException;

    /**
     * Asks to see personal data in rows, which is written to the audit log.
     *
     * @param reason why
     * @throws DisclosureRefusedException when the user may not see people
     */
    Sight reveal(String reason) throws StoreException, DisclosureRefusedException;

    /** Leave to see personal data in the rows of one workspace; it comes from {@link #reveal} alone. */
    interface Sight {

        /** Why they are seen. */
        String reason();
    }

    /**
     * A column.
     *
     * @param name unique, for {@link Query}
     * @param attribute class and attribute for criteria, {@code Customer.age}; empty where no criterion can ask
     * @param feature of the model that it shows, for its label; empty for what is counted
     * @param kind what its values are: text {@link String}, numbers {@link Double} or {@link Integer}, truth {@link Boolean}, dates {@link java.time.LocalDate}
     * @param window how months are put together, for monthly facts
     * @param personal is it masked without a {@link Sight}? Such columns are not sorted by
     * @param usual is it shown unless somebody chose others?
     */
    record Column(String name, Optional<String> attribute, Optional<EStructuralFeature> feature, CriterionAttribute.Kind kind,
            Optional<String> unit, Optional<Window> window, boolean personal, boolean usual) {
    }

    /** How monthly facts are put together. */
    record Window(FactsAggregation aggregation, int months) {
    }

    /**
     * Which customers.
     *
     * @param criterion true for them
     * @param cells they live or work in one of these; none for wherever
     * @param segment they are in this segment by the latest assignment
     * @param words their identity begins with it, in whatever case, or it is their telephone number
     * @param move they moved between two segments; finding them takes seconds among millions, once
     */
    record Filter(Optional<Criterion> criterion, List<String> cells, Optional<Member> segment, String words,
            Optional<Movements.Move> move) {

        /** Everyone. */
        public static final Filter ALL = new Filter(Optional.empty(), List.of(), Optional.empty(), "", Optional.empty());

        public Filter {
            cells = List.copyOf(cells);
            words = words.strip();
        }

        /** With a criterion. */
        public Filter where(Criterion wanted) {
            return new Filter(Optional.of(wanted), cells, segment, words, move);
        }

        /** Of some cells. */
        public Filter in(List<String> wanted) {
            return new Filter(criterion, wanted, segment, words, move);
        }

        /** Of a segment of a segmentation, {@link Segments#UNASSIGNED} for the rest. */
        public Filter of(String segmentation, String wanted) {
            return new Filter(criterion, cells, Optional.of(new Member(segmentation, wanted)), words, move);
        }

        /** With words. */
        public Filter with(String wanted) {
            return new Filter(criterion, cells, segment, wanted, move);
        }

        /** Along a move between segments. */
        public Filter along(Movements.Move wanted) {
            return new Filter(criterion, cells, segment, words, Optional.of(wanted));
        }
    }

    /** A segment of a segmentation that was assigned. */
    record Member(String segmentation, String segment) {
    }

    /**
     * What to show.
     *
     * @param columns names, in their order
     * @param sort name of the column to sort by; absent values come last; empty for the order of the store
     * @param sight leave to see personal data; empty for masked
     */
    record Query(Filter filter, List<String> columns, Optional<String> sort, boolean descending, Optional<Sight> sight) {

        public Query {
            columns = List.copyOf(columns);
        }

        /** Masked and unsorted. */
        public static Query of(Filter filter, List<String> columns) {
            return new Query(filter, columns, Optional.empty(), false, Optional.empty());
        }

        /** Sorted. */
        public Query by(String column, boolean downwards) {
            return new Query(filter, columns, Optional.of(column), downwards, sight);
        }

        /** With personal data. */
        public Query seen(Sight leave) {
            return new Query(filter, columns, sort, descending, Optional.of(leave));
        }
    }

    /** Rows from an offset on. @param total rows in all */
    record Page(List<Row> rows, long offset, long total) {

        public Page {
            rows = List.copyOf(rows);
        }
    }

    /** A row. @param values in the order of the columns, absent ones null */
    record Row(String customer, List<Object> values) {
    }

    /** A cell with the customers who live there and who work there. */
    record CellShare(String cell, long home, long work) {
    }
}
