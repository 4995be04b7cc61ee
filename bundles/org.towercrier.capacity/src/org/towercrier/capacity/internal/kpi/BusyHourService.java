package org.towercrier.capacity.internal.kpi;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.jooq.DSLContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.capacity.BusyHours;
import org.towercrier.capacity.internal.series.BusyHourFinder;
import org.towercrier.capacity.internal.series.BusyHourFinder.Window;
import org.towercrier.capacity.internal.series.CellSeries;
import org.towercrier.capacity.internal.series.LocalClock;
import org.towercrier.capacity.internal.series.MeasuredObject;
import org.towercrier.capacity.internal.series.ObjectStatistics;
import org.towercrier.capacity.internal.series.Traffic;
import org.towercrier.capacity.internal.series.WeeklyMean;
import org.towercrier.capacity.internal.sql.ObjectQueries;
import org.towercrier.capacity.internal.sql.SampleRange;
import org.towercrier.capacity.internal.sql.SeriesReader;
import org.towercrier.model.alarm.BusyHourMethod;
import org.towercrier.store.Cancellation;
import org.towercrier.store.Store;
import org.towercrier.store.StoreCancelledException;
import org.towercrier.store.StoreException;

/** Busy hours in the open workspace. */
@Component
public final class BusyHourService implements BusyHours {

    private static final long CHUNK = 1_000_000;

    private final Store store;
    private final Measurements measurements = new Measurements();

    /** On a store. */
    @Activate
    public BusyHourService(@Reference Store store) {
        this.store = store;
    }

    /** Told of each busy hour, with the samples that it lies in. */
    @FunctionalInterface
    interface Visitor {

        void visit(CellSeries series, Traffic traffic, Window window);
    }

    @Override
    public List<BusyHour> daily(Request request, Cancellation cancel) throws StoreException {
        List<BusyHour> found = store.read(sql -> {
            List<BusyHour> hours = new ArrayList<>();
            walk(sql, request, Set.of(), cancel, (series, traffic, window) -> hours.add(new BusyHour(series.object().name(),
                    series.object().cell(), LocalDate.ofEpochDay(window.day()), Instant.ofEpochSecond(window.start()), window.traffic(),
                    traffic.basis().orElseThrow())));
            return hours;
        }, cancel);
        found.sort(Comparator.comparing(BusyHour::object).thenComparing(BusyHour::day));
        return List.copyOf(found);
    }

    @Override
    public List<WeeklyBusyHour> weekly(Request request, Cancellation cancel) throws StoreException {
        Map<List<Object>, List<BusyHour>> weeks = new LinkedHashMap<>();
        for (BusyHour hour : daily(request, cancel)) {
            LocalDate monday = hour.day().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            weeks.computeIfAbsent(List.of(hour.object(), monday), week -> new ArrayList<>()).add(hour);
        }
        List<WeeklyBusyHour> found = new ArrayList<>();
        weeks.forEach((week, days) -> {
            WeeklyMean<BusyHour> mean = WeeklyMean.of(days, BusyHour::traffic);
            found.add(new WeeklyBusyHour(days.getFirst().object(), days.getFirst().cell(), (LocalDate) week.getLast(), mean.mean(),
                    mean.counted(), mean.excluded()));
        });
        return List.copyOf(found);
    }

    /** Visits the busy hours of the objects asked for, one object after another. */
    void walk(DSLContext sql, Request request, Collection<String> needed, Cancellation cancel, Visitor visitor) throws StoreException {
        Set<String> names = new TreeSet<>(Traffic.measurements(Set.of()));
        names.addAll(needed);
        List<String> counters = names.stream().filter(name -> measurements.attribute(name).isEmpty()).toList();
        Map<Integer, MeasuredObject> objects = ObjectQueries.objects(sql);
        Optional<List<Integer>> chosen = chosen(objects, request.cells());
        if (chosen.isPresent() && chosen.get().isEmpty()) {
            return;
        }
        SampleRange range = new SampleRange(request.from(), request.to(), chosen);
        Map<Integer, ObjectStatistics> statistics = ObjectQueries
                .dominant(ObjectQueries.statistics(sql, counters, measurements, range));
        statistics.keySet().removeIf(object -> !objects.containsKey(object)
                || chosen.isPresent() && !chosen.get().contains(object));
        SeriesReader reader = new SeriesReader(sql, measurements, range, names);
        for (List<ObjectStatistics> chunk : SeriesReader.chunks(statistics.values(), CHUNK)) {
            if (cancel.cancelled()) {
                throw new StoreCancelledException();
            }
            reader.read(chunk, objects).forEach(block -> visit(reader.series(block), request.zone(), request.method(), visitor));
        }
    }

    private static void visit(CellSeries series, ZoneId zone, BusyHourMethod method, Visitor visitor) {
        Optional<Traffic> traffic = Traffic.of(series);
        if (traffic.isPresent() && series.size() > 0) {
            LocalClock clock = new LocalClock(zone, Instant.ofEpochSecond(series.start(0)),
                    Instant.ofEpochSecond(series.end(series.size() - 1)));
            new BusyHourFinder(clock, method).find(series, traffic.get())
                    .forEach(window -> visitor.visit(series, traffic.get(), window));
        }
    }

    /** The numbers of the objects of some cells, absent when all are asked for. */
    static Optional<List<Integer>> chosen(Map<Integer, MeasuredObject> objects, Collection<String> cells) {
        if (cells.isEmpty()) {
            return Optional.empty();
        }
        Set<String> wanted = Set.copyOf(cells);
        return Optional.of(objects.values().stream()
                .filter(object -> wanted.contains(object.cell()) || wanted.contains(object.name())).map(MeasuredObject::id).toList());
    }
}
