package org.towercrier.customer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.towercrier.model.customer.Criterion;
import org.towercrier.statistics.survival.CoxFit;
import org.towercrier.statistics.survival.Hazard;
import org.towercrier.statistics.survival.LogRank;
import org.towercrier.statistics.survival.ProportionalHazards;
import org.towercrier.statistics.survival.SurvivalCurve;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;

/** When customers leave: survival by tenure in months, the event is leaving. */
public interface CustomerSurvival {

    /** Curves by group, compared. @throws CustomerException when a criterion, an attribute or a segmentation is not known */
    Report curves(Request request, Cancellation cancel) throws CustomerException, StoreException;

    /**
     * A Cox model of leaving on attributes, with Efron's ties, on all customers with all of them known or a sample.
     *
     * @param attributes numbers, truths and choices; of a choice every value but the most frequent is one column
     * @throws CustomerException when an attribute is not known or the model cannot be computed
     */
    Cox cox(Optional<Criterion> among, List<String> attributes, Cancellation cancel) throws CustomerException, StoreException;

    /** By what groups are made. */
    sealed interface Grouping permits Together, ByAttribute, BySegmentation, ByRules {
    }

    /** One curve of all. */
    record Together() implements Grouping {
    }

    /** By the values of an attribute: the most frequent ones, the rest together; numbers in quarters of the customers. @param most number of groups */
    record ByAttribute(String attribute, int most) implements Grouping {
    }

    /** By the segments of a segmentation, as its rules are now. */
    record BySegmentation(String name) implements Grouping {
    }

    /** By rules; the first that is true wins, who fits none is left out. */
    record ByRules(List<Named> rules) implements Grouping {

        public ByRules {
            rules = List.copyOf(rules);
        }
    }

    /** A rule with a name. */
    record Named(String name, Criterion rule) {
    }

    /**
     * What to compute.
     *
     * @param among those it is about; empty for everyone
     * @param width of the intervals of the hazard, months
     */
    record Request(Optional<Criterion> among, Grouping by, double width) {

        /** Of everyone, hazard by quarters of a year. */
        public static Request by(Grouping grouping) {
            return new Request(Optional.empty(), grouping, 3);
        }
    }

    /**
     * Curves.
     *
     * @param customers of whom tenure is known
     * @param events that left
     * @param unknown customers of whom tenure is not known, or who are in no group; they are in no curve
     * @param logRank comparison of the groups; empty for a single one
     */
    record Report(LocalDate asOf, long customers, long events, long unknown, List<Curve> curves, Optional<LogRank.Result> logRank) {

        public Report {
            curves = List.copyOf(curves);
        }
    }

    /** A curve. @param group its name, empty for all together @param hazard by interval of tenure */
    record Curve(String group, SurvivalCurve curve, List<Hazard.Interval> hazard) {
    }

    /** A fitted model. @param customers that it was fitted on @param of how many have all attributes known */
    record Cox(long customers, long of, CoxFit fit, ProportionalHazards.Result proportionalHazards) {
    }
}
