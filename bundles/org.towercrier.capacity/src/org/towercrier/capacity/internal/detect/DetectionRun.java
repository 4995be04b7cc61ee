package org.towercrier.capacity.internal.detect;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jooq.DSLContext;
import org.towercrier.capacity.AlarmEpisode;
import org.towercrier.capacity.internal.kpi.Measurements;
import org.towercrier.capacity.internal.series.CellSeries;
import org.towercrier.capacity.internal.series.MeasuredObject;
import org.towercrier.capacity.internal.series.ObjectStatistics;
import org.towercrier.capacity.internal.sql.ObjectQueries;
import org.towercrier.capacity.internal.sql.SampleBlock;
import org.towercrier.capacity.internal.sql.SampleRange;
import org.towercrier.capacity.internal.sql.SeriesReader;
import org.towercrier.model.alarm.AlarmType;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreCancelledException;
import org.towercrier.store.StoreException;

/**
 * One detection: reads the samples of some objects after others, in one snapshot, and judges those read while the next are being
 * read.
 */
final class DetectionRun {

    /** Fewest samples in memory at a time, unless there are fewer. */
    private static final long SMALL_CHUNK = 1_000_000;
    /** Most samples in memory at a time, unless one object has more. */
    private static final long LARGE_CHUNK = 3_000_000;
    /** How many chunks a detection is cut into, between these sizes. */
    private static final long CHUNKS = 12;
    /** How many chunks are judged or wait for it while the next is being read. */
    private static final int READ_AHEAD = 1;

    private final List<RulePlan> plans;
    private final Measurements measurements;
    private final ZoneId zone;
    private final Cancellation monitor;
    private final List<Judge> judges = new ArrayList<>();
    private final Map<Integer, List<Task>> tasks = new HashMap<>();
    private final Map<List<Same>, List<Task>> shared = new HashMap<>();
    private Optional<SectorJudging> sectors = Optional.empty();
    private Set<String> complete = Set.of();
    /** Counters that no rule asks for: they say when objects were heard of which nothing else is measured. */
    private Set<String> signs = Set.of();

    /** What came of one rule set. */
    record Found(List<AlarmEpisode> episodes, Map<String, Integer> undecided) {
    }

    /** What came of it, the rule sets in the order given. */
    record Result(Instant from, Instant to, List<Found> found, int objects, long rows) {
    }

    /** A list known by which one it is: what is in it would take long to compare for each of tens of thousands of objects. */
    private record Same(List<Judge> judges) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Same same && same.judges == judges;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(judges);
        }
    }

    /** A rule set's judge for an object. */
    private record Task(int plan, Judge judge) {
    }

    /**
     * @param plans the rule sets: all are applied to the same samples, read once
     */
    DetectionRun(List<RulePlan> plans, Measurements measurements, ZoneId zone, Cancellation monitor) {
        this.plans = List.copyOf(plans);
        this.measurements = measurements;
        this.zone = zone;
        this.monitor = monitor;
    }

    Result run(DSLContext sql, Optional<Instant> from, Optional<Instant> to, Optional<Instant> now) throws StoreException {
        Map<Integer, MeasuredObject> objects = ObjectQueries.objects(sql);
        objects.values().forEach(this::plan);
        plans.forEach(plan -> judges.addAll(plan.judges()));
        Set<String> names = new TreeSet<>();
        judges.forEach(judge -> names.addAll(judge.measurements(Set.of())));
        List<String> counters = new ArrayList<>(names.stream().filter(name -> measurements.attribute(name).isEmpty()).toList());
        long lookback = judges.stream().mapToLong(Judge::lookback).max().orElse(0);
        SampleRange range = SampleRange.between(from.map(begin -> begin.minusSeconds(lookback)), to);
        List<ObjectStatistics> statistics = ObjectQueries.statistics(sql, counters, measurements, range);
        if (judges.stream().anyMatch(NoDataJudge.class::isInstance)) {
            Set<Integer> heard = statistics.stream().map(ObjectStatistics::object).collect(Collectors.toSet());
            signs = ObjectQueries.signsOfLife(sql, object -> !heard.contains(object) && isCell(objects.get(object)), range);
        }
        if (!signs.isEmpty()) {
            counters.addAll(signs);
            statistics = ObjectQueries.statistics(sql, counters, measurements, range);
        }
        Map<Integer, ObjectStatistics> dominant = ObjectQueries.dominant(statistics);
        if (dominant.isEmpty()) {
            Instant nothing = from.or(() -> to).orElse(Instant.EPOCH);
            return new Result(from.orElse(nothing), to.orElse(nothing), plans.stream().map(plan -> new Found(List.of(), Map.of())).toList(),
                    0, 0);
        }
        silentSince(sql, counters, range, dominant);
        dominant.keySet().removeIf(object -> !objects.containsKey(object) || !inScope(objects.get(object)));
        long begin = statistics.stream().mapToLong(ObjectStatistics::first).min().orElseThrow();
        long heard = ObjectQueries.end(statistics).orElseThrow();
        long end = to.map(Instant::getEpochSecond).orElse(heard);
        Surroundings surroundings = new Surroundings(zone, begin, now.map(present -> Math.max(end, present.getEpochSecond())).orElse(end),
                now.map(Instant::getEpochSecond).orElse(heard));
        long rows = dominant.values().stream().mapToLong(ObjectStatistics::rows).sum();
        SeriesReader reader = new SeriesReader(sql, measurements, range, needed(sql, range));
        long size = Math.clamp(rows / CHUNKS, SMALL_CHUNK, LARGE_CHUNK);
        sectors = SectorJudging.of(sql, plans, judges, complete, dominant.keySet(), measurements);
        List<List<Found>> chunks = chunks(reader, SeriesReader.chunks(dominant.values(), size), objects, surroundings, rows);
        Instant reported = from.orElse(Instant.ofEpochSecond(begin));
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            int plan = i;
            found.add(together(chunks.stream().map(each -> each.get(plan)).toList(), reported));
        }
        return new Result(reported, Instant.ofEpochSecond(end), found, dominant.size(), rows);
    }

    /**
     * Whether an object is a cell as far as anybody can tell: one has adopted it, or it has a plain name, as tables give it, and
     * not the distinguished name of something else in the network.
     */
    private static boolean isCell(MeasuredObject object) {
        return object != null && (!object.cell().equals(object.name()) || object.name().indexOf('=') < 0);
    }

    private static Found together(List<Found> parts, Instant from) {
        List<AlarmEpisode> episodes = parts.stream().flatMap(part -> part.episodes().stream())
                .filter(episode -> episode.cleared().map(cleared -> cleared.isAfter(from)).orElse(true))
                .sorted(Comparator.comparing(AlarmEpisode::objectInstance).thenComparing(AlarmEpisode::rule)
                        .thenComparing(AlarmEpisode::raised))
                .toList();
        Map<String, Integer> undecided = new HashMap<>();
        parts.forEach(part -> part.undecided().forEach((rule, count) -> undecided.merge(rule, count, Integer::sum)));
        return new Found(episodes, undecided);
    }

    /** Which judges an object has; those with the same ones share the list. */
    private void plan(MeasuredObject object) {
        List<List<Judge>> of = plans.stream().map(plan -> plan.of(object)).toList();
        tasks.put(object.id(), shared.computeIfAbsent(of.stream().map(Same::new).toList(), key -> {
            List<Task> own = new ArrayList<>();
            for (int i = 0; i < of.size(); i++) {
                int plan = i;
                of.get(i).forEach(judge -> own.add(new Task(plan, judge)));
            }
            return own;
        }));
    }

    /** The measurements that are read: not those that stand in for others that are never missing. */
    private Set<String> needed(DSLContext sql, SampleRange range) {
        Set<String> firstChoices = new TreeSet<>();
        judges.forEach(judge -> firstChoices.addAll(judge.firstChoices()));
        complete = firstChoices.isEmpty() ? Set.of() : ObjectQueries.complete(sql, firstChoices, measurements, range);
        Set<String> needed = new TreeSet<>(signs);
        judges.forEach(judge -> needed.addAll(judge.measurements(complete)));
        return needed;
    }

    /** Objects silent for the whole period are judged by the time of their last sample before it. */
    private void silentSince(DSLContext sql, List<String> counters, SampleRange range, Map<Integer, ObjectStatistics> dominant) {
        boolean asked = judges.stream().anyMatch(NoDataJudge.class::isInstance);
        if (!asked || range.from().isEmpty()) {
            return;
        }
        SampleRange before = SampleRange.between(Optional.empty(), range.from());
        ObjectQueries.dominant(ObjectQueries.statistics(sql, counters, measurements, before)).forEach((object, earlier) -> dominant
                .putIfAbsent(object, new ObjectStatistics(object, earlier.period(), 0, earlier.last(), earlier.last())));
    }

    private boolean inScope(MeasuredObject object) {
        return tasks.get(object.id()).stream().anyMatch(task -> task.judge().frame().scope().contains(object));
    }

    private List<List<Found>> chunks(SeriesReader reader, List<List<ObjectStatistics>> chunks, Map<Integer, MeasuredObject> objects,
            Surroundings surroundings, long rows) throws StoreException {
        List<List<Found>> results = new ArrayList<>();
        Deque<Future<List<Found>>> running = new ArrayDeque<>();
        long done = 0;
        try (ExecutorService judging = Executors.newSingleThreadExecutor(Thread.ofPlatform().name("detection-", 0).factory())) {
            try {
                for (List<ObjectStatistics> chunk : chunks) {
                    refuseWhenCancelled();
                    List<Supplier<CellSeries>> series = read(reader, chunk, objects);
                    if (running.size() == READ_AHEAD) {
                        results.add(running.removeFirst().get());
                    }
                    running.addLast(judging.submit(() -> judge(series, surroundings)));
                    done += chunk.stream().mapToLong(ObjectStatistics::rows).sum();
                    monitor.progress(rows == 0 ? 1 : (double) done / rows);
                }
                while (!running.isEmpty()) {
                    results.add(running.removeFirst().get());
                }
            } finally {
                judging.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StoreCancelledException();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof StoreException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        }
        return results;
    }

    /** Reads a chunk; objects without a sample in the period get a series of their last one before it, without values. */
    private static List<Supplier<CellSeries>> read(SeriesReader reader, List<ObjectStatistics> chunk,
            Map<Integer, MeasuredObject> objects) {
        List<ObjectStatistics> present = chunk.stream().filter(each -> each.rows() > 0).toList();
        List<SampleBlock> blocks = present.isEmpty() ? List.of() : reader.read(present, objects);
        List<Supplier<CellSeries>> series = new ArrayList<>();
        blocks.forEach(block -> series.add(() -> reader.series(block)));
        chunk.stream().filter(each -> each.rows() == 0).forEach(each -> series.add(() -> new CellSeries(objects.get(each.object()),
                each.period(), new long[]{ each.last() }, new boolean[1], Map.of(), Map.of())));
        return series;
    }

    private List<Found> judge(List<Supplier<CellSeries>> chunk, Surroundings surroundings) throws StoreException {
        List<Found> found = new ArrayList<>();
        plans.forEach(plan -> found.add(new Found(new ArrayList<>(), new HashMap<>())));
        for (Supplier<CellSeries> samples : chunk) {
            refuseWhenCancelled();
            CellSeries each = samples.get();
            for (Task task : tasks.getOrDefault(each.object().id(), List.of())) {
                if (task.judge().frame().scope().contains(each.object())) {
                    note(each.object(), task.plan(), task.judge(), task.judge().judge(each, surroundings), found);
                }
            }
            sectors.ifPresent(judging -> judging.add(each, surroundings,
                    (sector, plan, judge, outcome) -> note(sector, plan, judge, outcome, found)));
        }
        return found;
    }

    private void note(MeasuredObject object, int plan, Judge judge, Judge.Outcome outcome, List<Found> found) {
        outcome.findings()
                .forEach(finding -> found.get(plan).episodes().add(episode(object, plans.get(plan), judge.frame(), finding)));
        if (!outcome.decided()) {
            found.get(plan).undecided().merge(judge.frame().id(), 1, Integer::sum);
        }
    }

    private static AlarmEpisode episode(MeasuredObject object, RulePlan plan, RuleFrame frame, Finding finding) {
        return new AlarmEpisode(object.name(), object.cell(), frame.kind(), AlarmType.QUALITY_OF_SERVICE_ALARM, frame.probableCause(),
                frame.name(), plan.name(), frame.id(), finding.raised(), finding.severities(), finding.cleared(),
                finding.evidence().with(plan.origins(object, frame.id())));
    }

    private void refuseWhenCancelled() throws StoreCancelledException {
        if (monitor.cancelled()) {
            throw new StoreCancelledException();
        }
    }
}
