package org.towercrier.capacity.internal.detect;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jooq.DSLContext;
import org.towercrier.capacity.internal.forecast.SectorCollector;
import org.towercrier.capacity.internal.forecast.SectorQueries;
import org.towercrier.capacity.internal.forecast.SectorSeries;
import org.towercrier.capacity.internal.kpi.Measurements;
import org.towercrier.capacity.internal.series.CellSeries;
import org.towercrier.capacity.internal.series.MeasuredObject;

/** Judges physical sectors beside their cells, by the rules that look at the capacity of both. Used by one thread. */
final class SectorJudging {

    private final List<RulePlan> plans;
    private final SectorCollector collector;
    private final SectorSeries combiner;
    private final Set<String> measurements;

    /** Told of what was found. */
    @FunctionalInterface
    interface Findings {

        void found(MeasuredObject sector, int plan, ForecastJudge judge, Judge.Outcome outcome);
    }

    private SectorJudging(List<RulePlan> plans, SectorCollector collector, SectorSeries combiner, Set<String> measurements) {
        this.plans = plans;
        this.collector = collector;
        this.combiner = combiner;
        this.measurements = measurements;
    }

    /**
     * Prepares for the samples to come.
     *
     * @param plans  the rule sets
     * @param judges all their judges
     * @param complete measurements that every trustworthy sample carries
     * @param coming numbers of the objects whose samples will come
     * @return empty when no judge looks at sectors or there are none
     */
    static Optional<SectorJudging> of(DSLContext sql, List<RulePlan> plans, List<Judge> judges, Set<String> complete,
            Set<Integer> coming, Measurements measurements) {
        Set<String> names = new HashSet<>();
        forecasts(judges).forEach(judge -> names.addAll(judge.measurements(complete)));
        if (names.isEmpty()) {
            return Optional.empty();
        }
        SectorCollector collector = new SectorCollector(SectorQueries.sectors(sql), coming, names);
        return collector.idle() ? Optional.empty()
                : Optional.of(new SectorJudging(plans, collector, new SectorSeries(measurements), names));
    }

    private static List<ForecastJudge> forecasts(List<Judge> judges) {
        return judges.stream().filter(ForecastJudge.class::isInstance).map(ForecastJudge.class::cast).toList();
    }

    /** Takes the samples of an object, and judges its sector when they were the last ones missing. */
    void add(CellSeries series, Surroundings surroundings, Findings findings) {
        Optional<SectorCollector.Whole> whole = collector.add(series);
        for (int i = 0; i < plans.size() && whole.isPresent(); i++) {
            int plan = i;
            for (ForecastJudge judge : forecasts(plans.get(plan).of(SectorSeries.whole(whole.get())))) {
                List<CellSeries> members = judge.members(whole.get().members());
                if (members.stream().noneMatch(judge::comesNear)) {
                    continue;
                }
                combiner.combine(whole.get().sector(), members, measurements).ifPresent(sector -> findings.found(sector.object(), plan,
                        judge, judge.judge(sector, SectorSeries.subject(whole.get().sector(), members), surroundings)));
            }
        }
    }
}
