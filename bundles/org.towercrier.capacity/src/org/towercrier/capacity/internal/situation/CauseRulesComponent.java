package org.towercrier.capacity.internal.situation;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jooq.impl.DSL;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.capacity.internal.alarm.AlarmTable;
import org.towercrier.capacity.internal.cause.CauseFinder;
import org.towercrier.capacity.internal.cause.EventStream;
import org.towercrier.capacity.internal.cause.EventStream.Event;
import org.towercrier.capacity.internal.cause.PairEvidence;
import org.towercrier.capacity.situation.CausePair;
import org.towercrier.capacity.situation.CauseRule;
import org.towercrier.capacity.situation.CauseRules;
import org.towercrier.capacity.situation.CorrelationSettings;
import org.towercrier.capacity.situation.SituationException;
import org.towercrier.capacity.situation.SituationException.Reason;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;

/** Cause rules in the tables of the open workspace, and what its own alarms suggest. */
@Component(service = CauseRules.class)
public final class CauseRulesComponent implements CauseRules {

    /** A problem that came up less often says too little. */
    private static final int LEAST_EVENTS = 20;
    /** The most frequent problems are looked at, so that the search ends soon. */
    private static final int MOST_PROBLEMS = 48;

    private final Store store;
    private final Clock clock;
    private final AlarmTable alarms = new AlarmTable();
    private final CauseTable rules = new CauseTable();
    private final CorrelationRun correlation = new CorrelationRun();

    @Activate
    public CauseRulesComponent(@Reference Store store) {
        this(store, Clock.systemUTC());
    }

    /** With a clock of the caller's own. */
    public CauseRulesComponent(Store store, Clock clock) {
        this.store = Objects.requireNonNull(store, "store");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @Override
    public List<CausePair> suggestions() throws StoreException {
        Duration window = settings().window();
        return store.read(sql -> {
            List<Point> points = alarms.readPoints(sql, DSL.trueCondition(), (alarm, situation) -> {
                // where it is does not matter here
            });
            Surroundings surroundings = new SurroundingsReader(sql).read(points.stream().map(Point::cell).toList());
            return suggestions(points, surroundings, window);
        });
    }

    private CorrelationSettings settings() throws StoreException {
        return new PolicyDocument(store.documents()).read();
    }

    /** What a stream of alarms suggests. */
    static List<CausePair> suggestions(List<Point> points, Surroundings surroundings, Duration window) {
        List<String> problems = problems(points);
        Map<String, Integer> types = numbered(problems);
        Map<String, Integer> places = numbered(new TreeSet<>(points.stream().map(Point::cell).toList()));
        List<Event> events = new ArrayList<>();
        for (Point point : points) {
            Integer type = types.get(point.problem());
            for (long raise : type == null ? new long[0] : point.raises()) {
                events.add(new Event(raise, type, places.get(point.cell())));
            }
        }
        if (problems.size() < 2) {
            return List.of();
        }
        EventStream stream = EventStream.of(events, problems.size(), neighbours(places, surroundings));
        CauseFinder.Result found = new CauseFinder(stream, window.toSeconds()).find();
        PairEvidence evidence = new PairEvidence(stream, window.toSeconds());
        return found.direct().stream().map(cause -> {
            PairEvidence.Counts forth = evidence.count(cause.cause(), cause.effect());
            PairEvidence.Counts back = evidence.count(cause.effect(), cause.cause());
            return new CausePair(problems.get(cause.cause()), problems.get(cause.effect()), cause.gain(), forth.followed(),
                    forth.expected(), back.followed(), Duration.ofSeconds(forth.lag()));
        }).filter(pair -> pair.followed() > pair.expected()).sorted(Comparator.comparingDouble(CausePair::score).reversed()
                .thenComparing(CausePair::cause).thenComparing(CausePair::effect)).toList();
    }

    private static List<String> problems(List<Point> points) {
        Map<String, Integer> counts = new TreeMap<>();
        points.forEach(point -> counts.merge(point.problem(), point.raises().length, Integer::sum));
        return counts.entrySet().stream().filter(entry -> entry.getValue() >= LEAST_EVENTS)
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_PROBLEMS).map(Map.Entry::getKey).sorted().toList();
    }

    private static Map<String, Integer> numbered(Iterable<String> names) {
        Map<String, Integer> numbers = new HashMap<>();
        names.forEach(name -> numbers.put(name, numbers.size()));
        return numbers;
    }

    /** Cells next to one another: neighbours, and those of the same site. */
    private static List<Set<Integer>> neighbours(Map<String, Integer> places, Surroundings surroundings) {
        Map<String, List<Integer>> sites = new HashMap<>();
        places.forEach((cell, place) -> sites.computeIfAbsent(surroundings.site(cell), key -> new ArrayList<>()).add(place));
        List<Set<Integer>> neighbours = new ArrayList<>();
        places.forEach((cell, place) -> neighbours.add(new HashSet<>()));
        places.forEach((cell, place) -> {
            Set<Integer> own = neighbours.get(place);
            surroundings.neighbours(cell).forEach(other -> Optional.ofNullable(places.get(other)).ifPresent(own::add));
            own.addAll(sites.get(surroundings.site(cell)));
            own.remove(place);
        });
        return neighbours;
    }

    @Override
    public List<CauseRule> list(boolean all) throws StoreException {
        return store.read(sql -> rules.read(sql, all));
    }

    @Override
    public CauseRule adopt(String cause, String effect, String user) throws StoreException {
        if (cause.equals(effect)) {
            throw new SituationException(Reason.SELF_CAUSED, cause);
        }
        Optional<CausePair> evidence = suggestions().stream()
                .filter(pair -> pair.cause().equals(cause) && pair.effect().equals(effect)).findFirst();
        CorrelationSettings settings = settings();
        return store.write(tx -> {
            if (rules.read(tx.sql(), false).stream().anyMatch(rule -> rule.cause().equals(cause) && rule.effect().equals(effect))) {
                throw new SituationException(Reason.RULE_EXISTS, cause, effect);
            }
            CauseRule rule = rules.add(tx, cause, effect, evidence, clock.instant(), user);
            correlation.run(tx, settings);
            return rule;
        });
    }

    @Override
    public void revoke(long id, String user) throws StoreException {
        CorrelationSettings settings = settings();
        store.write(tx -> {
            if (rules.read(tx.sql(), false).stream().noneMatch(rule -> rule.id() == id)) {
                throw new SituationException(Reason.UNKNOWN_RULE, id);
            }
            rules.revoke(tx, id, user, clock.instant());
            return correlation.run(tx, settings);
        });
    }
}
