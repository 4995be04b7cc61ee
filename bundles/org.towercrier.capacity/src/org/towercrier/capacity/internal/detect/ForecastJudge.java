package org.towercrier.capacity.internal.detect;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.towercrier.capacity.Evidence.Verdict;
import org.towercrier.capacity.forecast.LoadForecast.Subject;
import org.towercrier.capacity.forecast.Standing;
import org.towercrier.capacity.internal.forecast.DailyLoads;
import org.towercrier.capacity.internal.forecast.ForecastSpec;
import org.towercrier.capacity.internal.forecast.Outlook;
import org.towercrier.capacity.internal.kpi.Kpi;
import org.towercrier.capacity.internal.series.CellSeries;
import org.towercrier.capacity.internal.series.Traffic;

/**
 * Exhaustion to come: the busy-hour load is expected to reach its limit within the horizon.
 *
 * <p>It is looked ahead at the end of every local Sunday, and at the end of the first day on which there is enough history; only what was
 * measured until then counts. So the time an alarm is raised does not depend on the day on which detection happens to run. Where nothing
 * can be said nothing is raised or cleared. An alarm that has come true stays up until the load is below its limit again; a load that had
 * reached its limit before anybody could say so is no forecast, and raises none.
 *
 * <p>A load that has been below half of its limit for four weeks is not looked at more closely: it would have to double. Nor is one that
 * is below its limit and does not grow by more than chance, whatever a method makes of it: no alarm could come of that.
 *
 * @param frame what rules have in common; its figure is the number of days left, fewer of which are worse
 * @param spec  what is asked
 */
public record ForecastJudge(RuleFrame frame, ForecastSpec spec) implements Judge {

    private static final long DAY = 86_400;
    private static final int LATELY = 4 * ForecastSpec.WEEK;
    private static final double FAR = 0.5;

    /**
     * What was said at the end of a day.
     *
     * @param day     days since 1970-01-01
     * @param outlook absent when the load is too small, or does not grow, and need not be looked at
     */
    record Anchor(int day, Optional<Outlook> outlook) {

        boolean crosses() {
            return outlook.map(Outlook::standing).filter(Standing.CROSSES::equals).isPresent();
        }
    }

    @Override
    public Collection<Kpi> kpis() {
        return List.of(spec.kpi());
    }

    @Override
    public Set<String> measurements(Set<String> complete) {
        Set<String> names = new HashSet<>(Judge.super.measurements(complete));
        names.addAll(Traffic.measurements(complete));
        return names;
    }

    @Override
    public Set<String> firstChoices() {
        Set<String> names = new HashSet<>(Judge.super.firstChoices());
        names.addAll(Traffic.measurements(Set.of()));
        return names;
    }

    @Override
    public long lookback() {
        return ForecastSpec.MOST_DAYS * DAY;
    }

    @Override
    public Outcome judge(CellSeries series, Surroundings surroundings) {
        return judge(series, new Subject(series.object().name(), series.object().cell(), List.of(series.object().cell()), false),
                surroundings);
    }

    /** Whether any sample comes near the limit; no busy hour does when none does, nor does that of a sector of such cells. */
    boolean comesNear(CellSeries series) {
        for (double value : spec.kpi().perSample(series)) {
            if (value >= FAR * spec.limit()) {
                return true;
            }
        }
        return false;
    }

    /** Those of a sector's objects that count for its load: in the rule's scope, and with the figure measured at all. */
    public List<CellSeries> members(List<CellSeries> sector) {
        return sector.stream().filter(each -> frame.scope().contains(each.object()) && measured(each)).toList();
    }

    private boolean measured(CellSeries series) {
        return spec.kpi().expression().measurements(Set.of()).stream().filter(series::has)
                .anyMatch(each -> Arrays.stream(series.column(each)).anyMatch(value -> !Double.isNaN(value)));
    }

    /** Judges the load of a cell or of a sector. */
    Outcome judge(CellSeries series, Subject subject, Surroundings surroundings) {
        if (!comesNear(series)) {
            return new Outcome(List.of(), measured(series));
        }
        Optional<DailyLoads> loads = DailyLoads.of(series, spec.kpi(), surroundings.clock());
        if (loads.isEmpty()) {
            return Outcome.UNDECIDED;
        }
        List<Anchor> anchors = new ArrayList<>();
        for (int day : days(loads.get())) {
            anchors.add(anchor(loads.get(), day));
        }
        if (anchors.stream().allMatch(anchor -> verdict(anchor) == Verdict.UNKNOWN)) {
            return Outcome.UNDECIDED;
        }
        return new Outcome(findings(anchors, new ForecastEvidence(this, subject, surroundings.zone()), surroundings), true);
    }

    /** The first day with enough history, and the Sundays after it. */
    private List<Integer> days(DailyLoads loads) {
        List<Integer> days = new ArrayList<>();
        int known = 0;
        for (int i = 0; i < loads.values().length; i++) {
            known += Double.isNaN(loads.values()[i]) ? 0 : 1;
            int day = loads.firstDay() + i;
            boolean enough = known >= spec.minimumHistory();
            if (enough && (days.isEmpty() || LocalDate.ofEpochDay(day).getDayOfWeek() == DayOfWeek.SUNDAY)) {
                days.add(day);
            }
        }
        return days;
    }

    private Anchor anchor(DailyLoads loads, int day) {
        DailyLoads known = loads.until(day, ForecastSpec.MOST_DAYS);
        double[] values = known.values();
        for (int i = Math.max(0, values.length - LATELY); i < values.length; i++) {
            if (values[i] >= FAR * spec.limit()) {
                return new Anchor(day, Outlook.mayMatter(known, spec) ? Optional.of(Outlook.of(known, spec, spec.horizon()))
                        : Optional.empty());
            }
        }
        return new Anchor(day, Optional.empty());
    }

    private static Verdict verdict(Anchor anchor) {
        return anchor.outlook().map(outlook -> switch (outlook.standing()) {
            case CROSSES, REACHED -> Verdict.BAD;
            case UNCERTAIN, FAR -> Verdict.GOOD;
            case LOSES, TOO_SHORT, GAPS, NOT_MEASURED -> Verdict.UNKNOWN;
        }).orElse(Verdict.GOOD);
    }

    private List<Finding> findings(List<Anchor> anchors, ForecastEvidence evidence, Surroundings surroundings) {
        EpisodeTracker tracker = new EpisodeTracker(frame);
        int crossings = 0;
        for (int i = 0; i < anchors.size(); i++) {
            Anchor anchor = anchors.get(i);
            Verdict verdict = verdict(anchor);
            if (verdict != Verdict.UNKNOWN) {
                crossings = anchor.crosses() ? crossings + 1 : 0;
            }
            long end = LocalDate.ofEpochDay(anchor.day() + 1L).atStartOfDay(surroundings.zone()).toEpochSecond();
            double left = verdict == Verdict.BAD ? left(anchor) : Double.NaN;
            tracker.accept(new EpisodeTracker.Step(i, end, verdict, left, crossings >= frame.triggerCount(), false));
        }
        return tracker.finish().stream().map(span -> SampleReadings.finding(span, evidence.of(span, anchors))).toList();
    }

    private static double left(Anchor anchor) {
        return anchor.outlook().filter(outlook -> outlook.standing() == Standing.CROSSES)
                .map(outlook -> (double) outlook.crossing().orElseThrow().median().orElseThrow()).orElse(0.0);
    }
}
