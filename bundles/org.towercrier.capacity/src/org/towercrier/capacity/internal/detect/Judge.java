package org.towercrier.capacity.internal.detect;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.towercrier.capacity.internal.kpi.Kpi;
import org.towercrier.capacity.internal.series.CellSeries;

/** Applies one rule to the samples of one object. Immutable, and safe for several threads. */
public sealed interface Judge permits DenseLoadJudge, PeakJudge, NoDataJudge, QualityJudge, ForecastJudge {

    /** What the rule has in common with others. */
    RuleFrame frame();

    /** The KPIs it evaluates. */
    Collection<Kpi> kpis();

    /**
     * The measurements it needs.
     *
     * @param complete measurements that every trustworthy sample is known to carry
     */
    default Set<String> measurements(Set<String> complete) {
        Set<String> names = new HashSet<>();
        kpis().forEach(kpi -> names.addAll(kpi.expression().measurements(complete)));
        return names;
    }

    /** The measurements whose completeness decides whether it needs others. */
    default Set<String> firstChoices() {
        Set<String> names = new HashSet<>();
        kpis().forEach(kpi -> names.addAll(kpi.expression().firstChoices()));
        return names;
    }

    /** How many seconds of samples before the period asked for it needs. */
    long lookback();

    /** Judges. */
    Outcome judge(CellSeries series, Surroundings surroundings);

    /**
     * What was found.
     *
     * @param findings the stretches of trouble in order of time
     * @param decided  whether there was enough data to judge at all
     */
    record Outcome(List<Finding> findings, boolean decided) {

        /** Not enough data. */
        static final Outcome UNDECIDED = new Outcome(List.of(), false);
    }
}
