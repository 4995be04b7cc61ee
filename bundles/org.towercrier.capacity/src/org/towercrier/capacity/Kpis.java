package org.towercrier.capacity;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.towercrier.model.measurement.KpiCatalogue;
import org.towercrier.model.measurement.KpiDefinition;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;

/**
 * Key performance indicators over stored measurements. Ratios are sums of numerators over sums of denominators; what is missing
 * or divided by zero is absent; suspect samples do not count.
 */
public interface Kpis {

    /** Kind of the documents with the users' own definitions. */
    String KIND = "kpis";

    /** Name of the document that holds the users' own definitions. */
    String OWN = "own";

    /** How values are put together in time. */
    enum Step {
        /** Each sample by itself. */
        PERIOD,
        /** Clock hours. */
        HOUR,
        /** Days of the zone. */
        DAY,
        /** ISO weeks of the zone. */
        WEEK,
        /** Each day's busy hour of the cell; not for groups of cells. */
        BUSY_HOUR,
        /** The whole period. */
        ALL
    }

    /** How cells are put together. */
    enum Grouping {
        /** Each measured object by itself. */
        CELL,
        /** By technology. */
        TECHNOLOGY,
        /** By region. */
        REGION,
        /** By site. */
        SITE,
        /** By physical sector. */
        SECTOR,
        /** All together. */
        NETWORK
    }

    /**
     * What to evaluate.
     *
     * @param kpi      name of a definition, or of a measurement in brackets, or an expression
     * @param cells    ids of cells or names of objects; empty for all
     * @param from     begin, absent for the first sample
     * @param to       end, exclusive, absent for the end of the last sample
     * @param step     how time is put together
     * @param grouping how cells are put together
     * @param zone     whose days and weeks
     * @param limit    greatest number of points answered
     */
    record Request(String kpi, Collection<String> cells, Optional<Instant> from, Optional<Instant> to, Step step,
            Grouping grouping, ZoneId zone, int limit) {

        public Request {
            cells = List.copyOf(cells);
            if (limit < 1) {
                throw new IllegalArgumentException("At least one point must be asked for");
            }
            if (step == Step.BUSY_HOUR && grouping != Grouping.CELL) {
                throw new IllegalArgumentException("Busy hours are those of a cell");
            }
        }
    }

    /**
     * A value.
     *
     * @param group   id of the cell (the object's name when no cell has adopted it), or of the technology, region, site or sector;
     *                empty for the network and for cells that have none
     * @param start   begin of the step
     * @param seconds length of the step; for {@link Step#ALL} that of the period
     * @param value   the value, absent when a measurement is missing or a denominator zero
     */
    record Point(String group, Instant start, long seconds, Optional<Double> value) {
    }

    /**
     * The values of a KPI.
     *
     * @param definition what was evaluated, an object of the caller's own
     * @param points     ordered by group and time
     * @param truncated  whether there are more than the limit
     */
    record Series(KpiDefinition definition, List<Point> points, boolean truncated) {

        public Series {
            points = List.copyOf(points);
        }
    }

    /** The shipped definitions and the users' own, which take the place of shipped ones of their name; the caller's own objects. */
    List<KpiDefinition> list() throws StoreException;

    /** A definition by its name. */
    Optional<KpiDefinition> find(String name) throws StoreException;

    /** The name of a KPI for people: the definition's own label, or the shipped one in a language of the product. */
    String label(KpiDefinition definition, Locale locale);

    /** The users' own definitions with the version to save them with, empty and 0 when there are none. */
    OwnCatalogue own() throws StoreException;

    /**
     * The users' own definitions.
     *
     * @param catalogue an object of the caller's own
     * @param version   the version a save is based on
     */
    record OwnCatalogue(KpiCatalogue catalogue, long version) {
    }

    /**
     * Saves the users' own definitions.
     *
     * @return the version saved
     * @throws KpiException a definition has an error
     */
    long save(OwnCatalogue own) throws StoreException, KpiException;

    /**
     * Evaluates.
     *
     * @throws KpiException there is no such KPI, or it has an error
     */
    Series evaluate(Request request, Cancellation cancel) throws StoreException, KpiException;
}
