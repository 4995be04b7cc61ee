package org.towercrier.capacity.internal.forecast;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jooq.DSLContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.capacity.RuleSetException;
import org.towercrier.capacity.RuleSets;
import org.towercrier.capacity.forecast.Forecasts;
import org.towercrier.capacity.forecast.LoadForecast;
import org.towercrier.capacity.forecast.LoadForecast.Crossing;
import org.towercrier.capacity.forecast.LoadForecast.Subject;
import org.towercrier.capacity.forecast.Standing;
import org.towercrier.capacity.internal.detect.ForecastJudge;
import org.towercrier.capacity.internal.detect.RuleCompiler;
import org.towercrier.capacity.internal.detect.RulePlan;
import org.towercrier.capacity.internal.detect.RuleProblems;
import org.towercrier.capacity.internal.kpi.KpiBook;
import org.towercrier.capacity.internal.kpi.KpiDocuments;
import org.towercrier.capacity.internal.rules.RuleSetsComponent;
import org.towercrier.capacity.internal.series.CellSeries;
import org.towercrier.capacity.internal.series.LocalClock;
import org.towercrier.capacity.internal.series.MeasuredObject;
import org.towercrier.capacity.internal.series.ObjectStatistics;
import org.towercrier.capacity.internal.sql.ObjectQueries;
import org.towercrier.capacity.internal.sql.SampleRange;
import org.towercrier.capacity.internal.sql.SeriesReader;
import org.towercrier.model.alarm.RuleSet;
import org.towercrier.store.Cancellation;
import org.towercrier.store.Store;
import org.towercrier.store.StoreCancelledException;
import org.towercrier.store.StoreException;

/** Forecasts in the open workspace. */
@Component
public final class ForecastsComponent implements Forecasts {

    private static final long CHUNK = 1_000_000;
    private static final Comparator<LoadForecast> ORDER = Comparator.comparing(LoadForecast::standing)
            .thenComparing(each -> each.crossing().flatMap(Crossing::expected).orElse(LocalDate.MAX))
            .thenComparing(each -> each.subject().object()).thenComparing(LoadForecast::rule);

    private final Store store;
    private final RuleSets ruleSets;

    /** On a store. */
    @Activate
    public ForecastsComponent(@Reference Store store, @Reference RuleSets ruleSets) {
        this.store = store;
        this.ruleSets = ruleSets;
    }

    @Override
    public List<LoadForecast> forecasts(Request request, Cancellation cancel) throws StoreException, RuleSetException {
        KpiBook kpis = new KpiDocuments(store.documents()).book();
        RuleSet active = ruleSets.active();
        RuleProblems problems = new RuleProblems();
        RuleCompiler compiler = new RuleCompiler(kpis, problems);
        boolean any = compiler.compile(active).stream().anyMatch(ForecastJudge.class::isInstance);
        if (problems.count() > 0) {
            throw RuleSetsComponent.failure(active.getName(), problems.in(Locale.getDefault()));
        }
        if (!any) {
            return List.of();
        }
        Pass pass = new Pass(new RulePlan(active, compiler), kpis, request, cancel);
        List<LoadForecast> found = store.read(pass::run, cancel);
        return found.stream().sorted(ORDER).toList();
    }

    /** One pass over the samples. */
    private static final class Pass {

        private final RulePlan plan;
        private final KpiBook kpis;
        private final Request request;
        private final Cancellation cancel;
        private final Set<String> names = new TreeSet<>();
        private final List<LoadForecast> found = new ArrayList<>();

        Pass(RulePlan plan, KpiBook kpis, Request request, Cancellation cancel) {
            this.plan = plan;
            this.kpis = kpis;
            this.request = request;
            this.cancel = cancel;
        }

        List<LoadForecast> run(DSLContext sql) throws StoreException {
            Map<Integer, MeasuredObject> objects = ObjectQueries.objects(sql);
            objects.values().forEach(object -> judges(object).forEach(judge -> names.addAll(judge.measurements(Set.of()))));
            List<Sector> sectors = sectors(sql, objects);
            Optional<List<Integer>> chosen = chosen(objects, sectors);
            List<String> counters = names.stream().filter(name -> kpis.measurements().attribute(name).isEmpty()).toList();
            SampleRange all = new SampleRange(Optional.empty(), Optional.empty(), chosen);
            List<ObjectStatistics> statistics = ObjectQueries.statistics(sql, counters, kpis.measurements(), all);
            Optional<Long> end = ObjectQueries.end(statistics);
            if (end.isEmpty()) {
                return found;
            }
            // A day more than is looked at: the first one may begin within it.
            Instant from = Instant.ofEpochSecond(end.get()).minus(Duration.ofDays(ForecastSpec.MOST_DAYS + 1L));
            SampleRange range = new SampleRange(Optional.of(from), Optional.empty(), chosen);
            Map<Integer, ObjectStatistics> dominant = ObjectQueries
                    .dominant(ObjectQueries.statistics(sql, counters, kpis.measurements(), range));
            dominant.keySet().removeIf(object -> !objects.containsKey(object)
                    || judges(objects.get(object)).noneMatch(judge -> judge.frame().scope().contains(objects.get(object))));
            SeriesReader reader = new SeriesReader(sql, kpis.measurements(), range, names);
            SectorCollector collector = new SectorCollector(sectors, dominant.keySet(), names);
            long done = 0;
            long rows = dominant.values().stream().mapToLong(ObjectStatistics::rows).sum();
            for (List<ObjectStatistics> chunk : SeriesReader.chunks(dominant.values(), CHUNK)) {
                if (cancel.cancelled()) {
                    throw new StoreCancelledException();
                }
                reader.read(chunk, objects).forEach(block -> visit(reader.series(block), collector));
                done += chunk.stream().mapToLong(ObjectStatistics::rows).sum();
                cancel.progress((double) done / Math.max(1, rows));
            }
            return found;
        }

        private List<Sector> sectors(DSLContext sql, Map<Integer, MeasuredObject> objects) {
            return SectorQueries.sectors(sql).stream().filter(sector -> request.cells().isEmpty()
                    || sector.members().stream().anyMatch(member -> asked(objects.get(member.object())))).toList();
        }

        private Optional<List<Integer>> chosen(Map<Integer, MeasuredObject> objects, List<Sector> sectors) {
            if (request.cells().isEmpty()) {
                return Optional.empty();
            }
            Set<Integer> wanted = new HashSet<>();
            objects.values().stream().filter(this::asked).map(MeasuredObject::id).forEach(wanted::add);
            sectors.forEach(sector -> sector.members().forEach(member -> wanted.add(member.object())));
            return Optional.of(wanted.stream().sorted().toList());
        }

        private boolean asked(MeasuredObject object) {
            return request.cells().isEmpty() || request.cells().contains(object.cell()) || request.cells().contains(object.name());
        }

        private void visit(CellSeries series, SectorCollector collector) {
            if (series.size() > 0 && asked(series.object())) {
                Subject subject = new Subject(series.object().name(), series.object().cell(), List.of(series.object().cell()), false);
                judges(series.object()).filter(judge -> judge.frame().scope().contains(series.object()))
                        .forEach(judge -> found.add(forecast(judge.spec(), series, subject)));
            }
            collector.add(series).ifPresent(this::visit);
        }

        private void visit(SectorCollector.Whole whole) {
            judges(SectorSeries.whole(whole)).forEach(judge -> {
                List<CellSeries> members = judge.members(whole.members());
                new SectorSeries(kpis.measurements()).combine(whole.sector(), members, names)
                        .ifPresent(series -> found.add(forecast(judge.spec(), series, SectorSeries.subject(whole.sector(), members))));
            });
        }

        /** The forecast rules as they are for an object, with what overrides make of them. */
        private Stream<ForecastJudge> judges(MeasuredObject object) {
            return plan.of(object).stream().filter(ForecastJudge.class::isInstance).map(ForecastJudge.class::cast)
                    .filter(judge -> request.rule().map(judge.frame().id()::equals).orElse(true));
        }

        private LoadForecast forecast(ForecastSpec spec, CellSeries series, Subject subject) {
            Instant begin = Instant.ofEpochSecond(series.start(0));
            Instant end = Instant.ofEpochSecond(series.end(series.size() - 1));
            LocalClock clock = new LocalClock(request.zone(), begin, end);
            ForecastTexts texts = new ForecastTexts(spec, subject);
            return DailyLoads.of(series, spec.kpi(), clock)
                    .map(loads -> texts.describe(Outlook.of(loads.until(loads.lastDay(), ForecastSpec.MOST_DAYS), spec,
                            request.horizon().orElse(spec.horizon()))))
                    .orElseGet(() -> notMeasured(spec, subject, end, request.zone()));
        }

        private static LoadForecast notMeasured(ForecastSpec spec, Subject subject, Instant end, ZoneId zone) {
            return new LoadForecast(subject, spec.rule(), spec.kpi().name(), spec.kpi().unit(), spec.limit(),
                    LocalDate.ofInstant(end, zone), new double[0], Standing.NOT_MEASURED, Double.NaN, Double.NaN, Double.NaN,
                    Optional.empty(), List.of(), Optional.empty(), List.of(ForecastTexts.notMeasured(spec)));
        }
    }
}
