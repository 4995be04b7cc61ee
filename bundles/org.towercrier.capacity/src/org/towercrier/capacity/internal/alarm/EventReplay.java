package org.towercrier.capacity.internal.alarm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.towercrier.capacity.SeverityChange;
import org.towercrier.capacity.alarm.Activation;
import org.towercrier.capacity.alarm.AlarmIdentity;
import org.towercrier.capacity.alarm.ExternalEvent;
import org.towercrier.model.alarm.AlarmAction;
import org.towercrier.model.alarm.AlarmType;
import org.towercrier.model.alarm.PerceivedSeverity;

/**
 * Makes alarms of the events of other systems: a pure function of the events, whatever order they are given in.
 *
 * <p>An event that repeats the whole identity belongs to it. One that names the alarm of its system belongs to what that
 * alarm was when it was raised last before the event. One that repeats object and cause only belongs to the alarm of that
 * object and cause that was raised last before it. What fits nothing is kept aside.
 */
final class EventReplay {

    /** Of events at one time the raise counts first, then changes, then the end, then what people did. */
    private static final Comparator<ExternalEvent> ORDER = Comparator.comparing(ExternalEvent::time)
            .thenComparing(ExternalEvent::action).thenComparing(ExternalEvent::id);

    /** The events of one alarm in the order of time. */
    record Told(AlarmIdentity identity, List<ExternalEvent> events) {
    }

    private final List<Told> alarms;
    private final List<ExternalEvent> orphans = new ArrayList<>();

    EventReplay(Collection<ExternalEvent> events) {
        List<ExternalEvent> sorted = events.stream().sorted(ORDER).toList();
        Index index = new Index(sorted);
        Map<AlarmIdentity, List<ExternalEvent>> byAlarm = new TreeMap<>();
        for (ExternalEvent event : sorted) {
            Optional<AlarmIdentity> identity = index.identity(event);
            identity.ifPresentOrElse(found -> byAlarm.computeIfAbsent(found, key -> new ArrayList<>()).add(event),
                    () -> orphans.add(event));
        }
        alarms = byAlarm.entrySet().stream().map(entry -> new Told(entry.getKey(), entry.getValue())).toList();
    }

    /** The alarms, by identity. */
    List<Told> alarms() {
        return alarms;
    }

    /** What belongs to no alarm that was ever raised. */
    List<ExternalEvent> orphans() {
        return orphans;
    }

    /** Tells which alarm an event is about. */
    private static final class Index {

        /** A raise: from this time on the key means this identity. */
        private record Raise(Instant time, AlarmIdentity identity) {
        }

        private final Map<String, List<Raise>> bySourceAlarm = new HashMap<>();
        private final Map<String, List<Raise>> byCause = new HashMap<>();
        private final Map<AlarmIdentity, Boolean> known = new HashMap<>();

        Index(List<ExternalEvent> sorted) {
            for (ExternalEvent event : sorted) {
                if (event.action() == AlarmAction.RAISED && event.objectInstance().isPresent()) {
                    Raise raise = new Raise(event.time(), full(event));
                    known.put(raise.identity(), true);
                    sourceAlarm(event).ifPresent(key -> bySourceAlarm.computeIfAbsent(key, none -> new ArrayList<>()).add(raise));
                    cause(event).ifPresent(key -> byCause.computeIfAbsent(key, none -> new ArrayList<>()).add(raise));
                }
            }
        }

        Optional<AlarmIdentity> identity(ExternalEvent event) {
            if (event.action() == AlarmAction.RAISED && event.objectInstance().isPresent()) {
                return Optional.of(full(event));
            }
            Optional<AlarmIdentity> named = sourceAlarm(event).flatMap(key -> latest(bySourceAlarm.get(key), event.time()));
            if (named.isPresent()) {
                return named;
            }
            Optional<AlarmIdentity> whole = event.objectInstance().isPresent() && event.specificProblem().isPresent()
                    ? Optional.of(full(event)).filter(known::containsKey)
                    : Optional.empty();
            return whole.or(() -> cause(event).flatMap(key -> latest(byCause.get(key), event.time())));
        }

        private static Optional<AlarmIdentity> latest(List<Raise> raises, Instant time) {
            if (raises == null) {
                return Optional.empty();
            }
            Optional<Raise> before = raises.reversed().stream().filter(raise -> !raise.time().isAfter(time)).findFirst();
            return before.or(() -> Optional.of(raises.getFirst())).map(Raise::identity);
        }

        private static Optional<String> sourceAlarm(ExternalEvent event) {
            return event.sourceAlarm().isEmpty() ? Optional.empty()
                    : Optional.of(event.source() + "\u001f" + event.sourceAlarm());
        }

        private static Optional<String> cause(ExternalEvent event) {
            return event.objectInstance().flatMap(object -> event.probableCause().map(cause -> object + "\u001f" + cause));
        }

        private static AlarmIdentity full(ExternalEvent event) {
            return new AlarmIdentity(event.objectInstance().orElse(""), event.alarmType().orElse(AlarmType.EQUIPMENT_ALARM),
                    event.probableCause().orElse(""), event.specificProblem().orElse(""));
        }
    }

    /**
     * The stretches of time in which the alarm was up, oldest first. A raise that did not say how severe it is has the
     * first severity that is said after it, INDETERMINATE when none is.
     */
    static List<Activation> activations(Told told) {
        List<Activation> result = new ArrayList<>();
        List<SeverityChange> up = new ArrayList<>();
        boolean unsaid = false;
        for (ExternalEvent event : told.events()) {
            Optional<PerceivedSeverity> severity = event.severity();
            switch (event.action()) {
                case RAISED, SEVERITY_CHANGED -> {
                    if (up.isEmpty()) {
                        unsaid = severity.isEmpty();
                        up.add(new SeverityChange(event.time(), severity.orElse(PerceivedSeverity.INDETERMINATE)));
                    } else if (unsaid && severity.isPresent()) {
                        unsaid = false;
                        up.replaceAll(change -> new SeverityChange(change.at(), severity.get()));
                        put(up, new SeverityChange(event.time(), severity.get()));
                    } else if (event.action() == AlarmAction.SEVERITY_CHANGED
                            || severity.isPresent() && severity.get() != up.getLast().severity()) {
                        put(up, new SeverityChange(event.time(), severity.orElse(up.getLast().severity())));
                    }
                }
                case CLEARED -> {
                    if (!up.isEmpty()) {
                        result.add(new Activation(up.getFirst().at(), up, Optional.of(event.time())));
                        up.clear();
                    }
                }
                default -> {
                    // what people did changes no stretch
                }
            }
        }
        if (!up.isEmpty()) {
            result.add(new Activation(up.getFirst().at(), up, Optional.empty()));
        }
        return result;
    }

    /** One severity at a time: of two at the same time the later one in the order of events counts. */
    private static void put(List<SeverityChange> up, SeverityChange change) {
        if (!up.isEmpty() && up.getLast().at().equals(change.at())) {
            up.removeLast();
        }
        up.add(change);
    }
}
