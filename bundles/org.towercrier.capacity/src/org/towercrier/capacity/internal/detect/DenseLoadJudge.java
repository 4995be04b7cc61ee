package org.towercrier.capacity.internal.detect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

import org.towercrier.capacity.Evidence.Limit;
import org.towercrier.capacity.Evidence.Verdict;
import org.towercrier.capacity.internal.kpi.Kpi;
import org.towercrier.capacity.internal.series.BusyHourFinder;
import org.towercrier.capacity.internal.series.BusyHourFinder.Window;
import org.towercrier.capacity.internal.series.CellSeries;
import org.towercrier.capacity.internal.series.LocalClock;
import org.towercrier.capacity.internal.series.Traffic;

/**
 * Dense load: the limits of the cell's packet-size class are reached in the busy hour of n of the last m days.
 *
 * <p>A missing figure is unknown, neither reached nor not. Is the packet size itself missing, then the day is judged by every
 * class, and only a verdict they share counts. A day can speak against the alarm only when half of it is covered by samples: the
 * busiest hour may lie in what is missing. The alarm is cleared when as many good days in a row as the rule asks for have come
 * and fewer than n of the last m days are still bad; days without a verdict neither raise nor clear.
 *
 * @param frame what rules have in common; its figure is the number of bad days among the last m
 * @param rule  the limits
 */
public record DenseLoadJudge(RuleFrame frame, DenseLoadRuleSpec rule) implements Judge {

    private static final long DAY = 86_400;

    @Override
    public Collection<Kpi> kpis() {
        List<Kpi> kpis = new ArrayList<>(rule.kpis().values());
        rule.packetSize().ifPresent(kpis::add);
        rule.traffic().ifPresent(kpis::add);
        return kpis;
    }

    @Override
    public Set<String> measurements(Set<String> complete) {
        Set<String> names = new HashSet<>(Judge.super.measurements(complete));
        if (rule.traffic().isEmpty()) {
            names.addAll(Traffic.measurements(complete));
        }
        return names;
    }

    @Override
    public Set<String> firstChoices() {
        Set<String> names = new HashSet<>(Judge.super.firstChoices());
        if (rule.traffic().isEmpty()) {
            names.addAll(Traffic.measurements(Set.of()));
        }
        return names;
    }

    @Override
    public long lookback() {
        return rule.ofDays() * DAY;
    }

    @Override
    public Outcome judge(CellSeries series, Surroundings surroundings) {
        Optional<Traffic> traffic = traffic(series);
        if (traffic.isEmpty()) {
            return Outcome.UNDECIDED;
        }
        LocalClock clock = surroundings.clock();
        Map<Integer, Integer> covered = covered(series, traffic.get(), clock);
        List<DayLoad> loads = new ArrayList<>();
        for (Window window : new BusyHourFinder(clock, rule.method()).find(series, traffic.get())) {
            if (frame.window().contains(clock, window.start())) {
                boolean half = 2L * covered.getOrDefault(window.day(), 0) >= DAY;
                loads.add(load(series, window, half));
            }
        }
        boolean decided = loads.stream().anyMatch(load -> load.verdict() != Verdict.UNKNOWN);
        return decided ? new Outcome(findings(series, traffic.get(), loads), true) : Outcome.UNDECIDED;
    }

    private Optional<Traffic> traffic(CellSeries series) {
        if (rule.traffic().isEmpty()) {
            return Traffic.of(series);
        }
        Kpi kpi = rule.traffic().get();
        double[] values = kpi.perSample(series);
        for (double value : values) {
            if (!Double.isNaN(value)) {
                return Optional.of(new Traffic(Optional.empty(), false, values));
            }
        }
        return Optional.empty();
    }

    /** How many seconds of each day have known traffic. */
    private static Map<Integer, Integer> covered(CellSeries series, Traffic traffic, LocalClock clock) {
        Map<Integer, Integer> covered = new LinkedHashMap<>();
        int day = Integer.MIN_VALUE;
        int seconds = 0;
        for (int i = 0; i < series.size(); i++) {
            int here = clock.day(series.start(i));
            if (here != day) {
                covered.put(day, seconds);
                day = here;
                seconds = 0;
            }
            if (!Double.isNaN(traffic.values()[i]) && !series.suspect(i)) {
                seconds += series.period();
            }
        }
        covered.put(day, seconds);
        return covered;
    }

    private DayLoad load(CellSeries series, Window window, boolean covered) {
        Map<String, Double> figures = new LinkedHashMap<>();
        rule.kpis().forEach((name, kpi) -> put(figures, name, kpi.over(series, window.begin(), window.end())));
        List<LoadClass> classes = rule.classes();
        if (rule.packetSize().isPresent()) {
            Kpi kpi = rule.packetSize().get();
            double kilobytes = kpi.over(series, window.begin(), window.end());
            put(figures, kpi.name(), kilobytes);
            if (!Double.isNaN(kilobytes)) {
                classes = rule.classes().stream().filter(each -> kilobytes >= each.minimumKilobytes()).limit(1).toList();
            }
        }
        return new DayLoad(window, figures, classes, verdict(figures, classes, covered));
    }

    private static void put(Map<String, Double> figures, String name, double value) {
        if (!Double.isNaN(value)) {
            figures.put(name, value);
        }
    }

    private Verdict verdict(Map<String, Double> figures, List<LoadClass> classes, boolean covered) {
        Truth raises = unanimous(figures, classes, Limits::reached);
        if (raises == Truth.TRUE) {
            return Verdict.BAD;
        }
        Truth keeps = unanimous(figures, classes, Limits::kept);
        if (keeps == Truth.FALSE) {
            return covered ? Verdict.GOOD : Verdict.UNKNOWN;
        }
        return raises == Truth.FALSE && keeps == Truth.TRUE ? Verdict.BETWEEN : Verdict.UNKNOWN;
    }

    /** What all classes agree on. */
    private Truth unanimous(Map<String, Double> figures, List<LoadClass> classes, BiFunction<Limit, Double, Truth> comparison) {
        Truth common = null;
        for (LoadClass each : classes) {
            Truth truth = rule.combination().evaluate(name -> {
                Limit limit = each.limits().get(name);
                return limit == null ? Truth.UNKNOWN
                        : comparison.apply(limit, figures.getOrDefault(limit.kpi(), Double.NaN));
            });
            if (common != null && common != truth) {
                return Truth.UNKNOWN;
            }
            common = truth;
        }
        return common == null ? Truth.UNKNOWN : common;
    }

    private List<Finding> findings(CellSeries series, Traffic traffic, List<DayLoad> loads) {
        EpisodeTracker tracker = new EpisodeTracker(frame);
        for (int i = 0; i < loads.size(); i++) {
            DayLoad load = loads.get(i);
            int bad = among(loads, i, Set.of(Verdict.BAD));
            int notGood = among(loads, i, Set.of(Verdict.BAD, Verdict.BETWEEN));
            long end = series.end(load.window().end() - 1);
            boolean raises = load.verdict() == Verdict.BAD && bad >= rule.days();
            tracker.accept(new EpisodeTracker.Step(i, end, load.verdict(), bad, raises, notGood >= rule.days()));
        }
        DenseLoadEvidence evidence = new DenseLoadEvidence(this, series, traffic, loads);
        return tracker.finish().stream()
                .map(span -> SampleReadings.finding(span, evidence.of(span, among(loads, span.raisedBy(), Set.of(Verdict.BAD)))))
                .toList();
    }

    /** How many of the m days up to one have such a verdict. */
    private int among(List<DayLoad> loads, int index, Set<Verdict> verdicts) {
        int count = 0;
        int first = loads.get(index).window().day() - rule.ofDays() + 1;
        for (int i = index; i >= 0 && loads.get(i).window().day() >= first; i--) {
            count += verdicts.contains(loads.get(i).verdict()) ? 1 : 0;
        }
        return count;
    }
}
