package org.towercrier.capacity.internal.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

import org.towercrier.capacity.AlarmEpisode;
import org.towercrier.capacity.DetectionResult;
import org.towercrier.capacity.simulation.Difference;
import org.towercrier.capacity.simulation.Difference.Aspect;
import org.towercrier.capacity.simulation.Difference.Change;
import org.towercrier.capacity.simulation.Replay;
import org.towercrier.capacity.simulation.SimulationResult;
import org.towercrier.capacity.simulation.SimulationResult.Cell;
import org.towercrier.capacity.simulation.SimulationResult.Day;

/**
 * Compares what two rule sets would have raised. Alarms of one identity whose times overlap belong together; what then has no
 * counterpart is compared once more by kind, since another rule set calls the same trouble by another name.
 */
final class Comparison {

    private final Replay reference;
    private final Replay candidate;
    private final ZoneId zone;

    /** An episode and whose it is. */
    private record Entry(AlarmEpisode episode, boolean candidate) {
    }

    private record Name(String object, Object what) {
    }

    Comparison(Replay reference, Replay candidate, ZoneId zone) {
        this.reference = reference;
        this.candidate = candidate;
        this.zone = zone;
    }

    /**
     * @param rows number of samples, 0 when there is none within the period
     */
    SimulationResult result(DetectionResult run, long rows) {
        List<Difference> differences = differences();
        return new SimulationResult(reference, candidate, run.from(), run.to(), zone, differences, cells(differences),
                days(run.from(), run.to(), differences), run.objects(), rows, run.duration());
    }

    private List<Difference> differences() {
        List<Entry> all = new ArrayList<>();
        reference.episodes().forEach(episode -> all.add(new Entry(episode, false)));
        candidate.episodes().forEach(episode -> all.add(new Entry(episode, true)));
        List<List<Entry>> groups = new ArrayList<>();
        List<Entry> alone = new ArrayList<>();
        for (List<Entry> group : groups(all, ReplayFigures::identity)) {
            boolean both = group.stream().map(Entry::candidate).distinct().count() == 2;
            if (both) {
                groups.add(group);
            } else {
                alone.addAll(group);
            }
        }
        for (List<Entry> group : groups(alone, AlarmEpisode::kind)) {
            boolean both = group.stream().map(Entry::candidate).distinct().count() == 2;
            if (both) {
                groups.add(group);
            } else {
                group.forEach(entry -> groups.add(List.of(entry)));
            }
        }
        return groups.stream().map(Comparison::difference)
                .sorted(Comparator.comparing(Difference::object).thenComparing(Difference::first).thenComparing(Difference::kind)
                        .thenComparing(difference -> Stream.concat(difference.reference().stream(), difference.candidate().stream())
                                .findFirst().orElseThrow().specificProblem()))
                .toList();
    }

    /** Entries of one object and name whose times overlap, also by way of others. */
    private static List<List<Entry>> groups(List<Entry> entries, Function<AlarmEpisode, Object> name) {
        Map<Name, List<Entry>> named = new HashMap<>();
        entries.forEach(entry -> named.computeIfAbsent(new Name(entry.episode().objectInstance(), name.apply(entry.episode())),
                key -> new ArrayList<>()).add(entry));
        List<List<Entry>> groups = new ArrayList<>();
        for (List<Entry> own : named.values()) {
            own.sort(Comparator.comparing((Entry entry) -> entry.episode().raised()).thenComparing(Entry::candidate));
            List<Entry> group = new ArrayList<>();
            Instant end = Instant.MIN;
            for (Entry entry : own) {
                if (!group.isEmpty() && !entry.episode().raised().isBefore(end)) {
                    groups.add(group);
                    group = new ArrayList<>();
                    end = Instant.MIN;
                }
                group.add(entry);
                Instant cleared = entry.episode().cleared().orElse(Instant.MAX);
                end = cleared.isAfter(end) ? cleared : end;
            }
            groups.add(group);
        }
        return groups;
    }

    private static Difference difference(List<Entry> group) {
        List<AlarmEpisode> before = group.stream().filter(entry -> !entry.candidate()).map(Entry::episode).toList();
        List<AlarmEpisode> after = group.stream().filter(Entry::candidate).map(Entry::episode).toList();
        AlarmEpisode any = group.getFirst().episode();
        Set<Aspect> aspects = EnumSet.noneOf(Aspect.class);
        Change change = before.isEmpty() ? Change.NEW : Change.GONE;
        if (!before.isEmpty() && !after.isEmpty()) {
            aspects.addAll(aspects(before, after));
            change = aspects.isEmpty() ? Change.SAME : Change.CHANGED;
        }
        return new Difference(any.cell(), any.objectInstance(), any.kind(), change, aspects, before, after);
    }

    private static Set<Aspect> aspects(List<AlarmEpisode> before, List<AlarmEpisode> after) {
        Set<Aspect> aspects = EnumSet.noneOf(Aspect.class);
        note(aspects, Aspect.NUMBER, before.size(), after.size());
        note(aspects, Aspect.RAISED, before.getFirst().raised(), after.getFirst().raised());
        note(aspects, Aspect.CLEARED, before.getLast().cleared(), after.getLast().cleared());
        note(aspects, Aspect.PROBLEM, before.stream().map(AlarmEpisode::specificProblem).distinct().toList(),
                after.stream().map(AlarmEpisode::specificProblem).distinct().toList());
        // Times of single stretches differ with their number anyway; what is left of the severities is what they are.
        boolean sameTimes = before.stream().map(AlarmEpisode::raised).toList().equals(after.stream().map(AlarmEpisode::raised).toList());
        note(aspects, Aspect.SEVERITY, severities(before, sameTimes), severities(after, sameTimes));
        if (aspects.isEmpty()) {
            note(aspects, Aspect.RAISED, before.stream().map(AlarmEpisode::raised).toList(),
                    after.stream().map(AlarmEpisode::raised).toList());
            note(aspects, Aspect.CLEARED, before.stream().map(AlarmEpisode::cleared).toList(),
                    after.stream().map(AlarmEpisode::cleared).toList());
        }
        return aspects;
    }

    private static List<Object> severities(List<AlarmEpisode> episodes, boolean withTimes) {
        return episodes.stream().flatMap(episode -> episode.severities().stream())
                .map(change -> withTimes ? (Object) change : change.severity()).toList();
    }

    private static void note(Set<Aspect> aspects, Aspect aspect, Object before, Object after) {
        if (!before.equals(after)) {
            aspects.add(aspect);
        }
    }

    private static List<Cell> cells(List<Difference> differences) {
        Map<String, List<Difference>> byCell = new TreeMap<>();
        differences.forEach(each -> byCell.computeIfAbsent(each.cell(), key -> new ArrayList<>()).add(each));
        return byCell.entrySet().stream().map(entry -> {
            List<Difference> own = entry.getValue();
            return new Cell(entry.getKey(), own.stream().mapToInt(each -> each.reference().size()).sum(),
                    own.stream().mapToInt(each -> each.candidate().size()).sum(), count(own, Change.NEW), count(own, Change.GONE),
                    count(own, Change.CHANGED), count(own, Change.SAME));
        }).sorted(Comparator.comparingInt((Cell cell) -> -(cell.added() + cell.gone() + cell.changed())).thenComparing(Cell::cell))
                .toList();
    }

    private static int count(List<Difference> differences, Change change) {
        return (int) differences.stream().filter(each -> each.change() == change).count();
    }

    private List<Day> days(Instant from, Instant to, List<Difference> differences) {
        if (!from.isBefore(to)) {
            return List.of();
        }
        LocalDate first = day(from);
        int length = (int) (day(to.minusNanos(1)).toEpochDay() - first.toEpochDay()) + 1;
        int[][] counts = new int[length][7];
        count(counts, first, reference.episodes(), from, 0);
        count(counts, first, candidate.episodes(), from, 1);
        for (Difference each : differences) {
            int place = Math.clamp(index(first, each.first()), 0, length - 1);
            int column = switch (each.change()) {
                case NEW -> 4;
                case GONE -> 5;
                case CHANGED -> 6;
                case SAME -> -1;
            };
            if (column >= 0) {
                counts[place][column]++;
            }
        }
        List<Day> days = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            int[] own = counts[i];
            days.add(new Day(first.plusDays(i), own[0], own[1], own[2], own[3], own[4], own[5], own[6]));
        }
        return days;
    }

    /** Counts on which days alarms are raised, in one column, and up, two columns further. */
    private void count(int[][] counts, LocalDate first, List<AlarmEpisode> episodes, Instant from, int column) {
        for (AlarmEpisode episode : episodes) {
            // The last sample ends with the period, maybe at midnight: what it raises belongs to the last day.
            int begin = Math.min(index(first, episode.raised()), counts.length - 1);
            if (!episode.raised().isBefore(from)) {
                counts[begin][column]++;
            }
            int end = episode.cleared().map(cleared -> index(first, cleared.minusNanos(1))).orElse(counts.length - 1);
            for (int i = Math.max(0, begin); i <= Math.min(end, counts.length - 1); i++) {
                counts[i][column + 2]++;
            }
        }
    }

    private int index(LocalDate first, Instant time) {
        return (int) (day(time).toEpochDay() - first.toEpochDay());
    }

    private LocalDate day(Instant time) {
        return time.atZone(zone).toLocalDate();
    }
}
