package org.towercrier.capacity.internal.alarm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.towercrier.capacity.AlarmEpisode;
import org.towercrier.capacity.Evidence;
import org.towercrier.capacity.alarm.Acknowledgement;
import org.towercrier.capacity.alarm.Activation;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.alarm.AlarmIdentity;
import org.towercrier.capacity.alarm.AlarmState;
import org.towercrier.capacity.alarm.ExternalAlarms;
import org.towercrier.capacity.alarm.ExternalEvent;
import org.towercrier.capacity.alarm.HistoryEntry;
import org.towercrier.capacity.alarm.Step;
import org.towercrier.model.alarm.AlarmAction;
import org.towercrier.model.alarm.AlarmKind;

/** The records of one alarm of another system: what is stored, brought to what its events say. */
final class ExternalRecords {

    /** Keeps the ids apart from those of alarms that were found here. */
    private static final String FOREIGN = "\u001fexternal";

    private final EventReplay.Told told;
    private final String cell;
    private final String evidence;
    private final String source;
    private final List<Alarm> records;
    private final List<Alarm> before;
    private final List<HistoryEntry> lines = new ArrayList<>();

    /**
     * @param told     its identity and all its events
     * @param existing its records, whatever their state
     * @param cell     id of the cell, or the name of the object
     */
    ExternalRecords(EventReplay.Told told, List<Alarm> existing, String cell) {
        this.told = told;
        this.cell = cell;
        this.source = told.events().getLast().source();
        this.evidence = ExternalEvidence.of(told.events());
        this.before = existing.stream().sorted(Comparator.comparingInt(Alarm::ordinal)).toList();
        this.records = new ArrayList<>(before);
    }

    /**
     * Brings the records up to date.
     *
     * @param fresh ids of the events that are new
     */
    void update(Set<String> fresh) {
        List<Activation> stretches = EventReplay.activations(told);
        List<ExternalEvent> handled = told.events().stream().filter(event -> event.action() == AlarmAction.ACKNOWLEDGED
                || event.action() == AlarmAction.UNACKNOWLEDGED || event.action() == AlarmAction.COMMENTED)
                .filter(event -> before.isEmpty() || fresh.contains(event.id())).toList();
        if (before.isEmpty()) {
            for (ExternalEvent event : handled) {
                reconcile(until(stretches, event.time()));
                handle(event);
            }
            reconcile(stretches);
        } else {
            reconcile(stretches);
            handled.forEach(this::handle);
        }
    }

    /** The stretches as they were known at a time. */
    private static List<Activation> until(List<Activation> stretches, Instant time) {
        return stretches.stream().filter(stretch -> !stretch.raised().isAfter(time))
                .map(stretch -> new Activation(stretch.raised(),
                        stretch.changes().stream().filter(change -> !change.at().isAfter(time)).toList(),
                        stretch.cleared().filter(end -> !end.isAfter(time))))
                .toList();
    }

    private void reconcile(List<Activation> stretches) {
        AlarmReconciler reconciler = new AlarmReconciler(Instant.MIN, Instant.MAX, episode -> false);
        for (Step step : reconciler.reconcile(records, stretches.stream().map(this::episode).toList())) {
            Optional<Alarm> known = records.stream().filter(record -> record.id().equals(step.id())).findFirst();
            String id = known.map(Alarm::id).orElseGet(() -> step.alarm().map(this::foreignId).orElse(step.id()));
            known.ifPresent(records::remove);
            step.alarm().ifPresent(next -> records.add(ours(next, id)));
            step.history()
                    .forEach(line -> lines.add(new HistoryEntry(id, line.time(), source, line.action(), line.text(), line.message())));
        }
        records.sort(Comparator.comparingInt(Alarm::ordinal));
    }

    private AlarmEpisode episode(Activation stretch) {
        AlarmIdentity identity = told.identity();
        Evidence none = new Evidence(source, "", "", stretch.raised(), stretch.changed(), Optional.empty(), List.of(), List.of(),
                List.of());
        return new AlarmEpisode(identity.objectInstance(), cell, AlarmKind.EXTERNAL, identity.alarmType(), identity.probableCause(),
                identity.specificProblem(), ExternalAlarms.RULE_SET, source, stretch.raised(), stretch.changes(), stretch.cleared(),
                none);
    }

    private String foreignId(Alarm alarm) {
        AlarmIdentity identity = alarm.identity();
        return new AlarmIdentity(identity.objectInstance() + FOREIGN, identity.alarmType(), identity.probableCause(),
                identity.specificProblem()).recordId(alarm.ordinal());
    }

    private Alarm ours(Alarm alarm, String id) {
        return new Alarm(id, alarm.ordinal(), alarm.identity(), cell, AlarmKind.EXTERNAL, ExternalAlarms.RULE_SET, source,
                alarm.activations(), alarm.acknowledgement(), alarm.shelving(), alarm.assignedTo(), alarm.manuallyCleared(),
                alarm.synthetic(), evidence, alarm.situation());
    }

    /** What a person did in the other system is done to the record it was about, unless that is beyond it. */
    private void handle(ExternalEvent event) {
        Optional<Alarm> about = records.reversed().stream()
                .filter(record -> !record.activations().getFirst().raised().isAfter(event.time()))
                .findFirst();
        if (about.isEmpty()) {
            return;
        }
        Alarm alarm = about.get();
        Alarm next = switch (event.action()) {
            case ACKNOWLEDGED -> alarm.acknowledgement().isPresent() || alarm.raised().isAfter(event.time()) ? alarm
                    : alarm.withAcknowledgement(Optional.of(new Acknowledgement(event.user(), event.time(), alarm.latest().severity())));
            case UNACKNOWLEDGED -> alarm.acknowledgement().isEmpty() || alarm.state() == AlarmState.GONE ? alarm
                    : alarm.withAcknowledgement(Optional.empty());
            default -> alarm;
        };
        if (event.action() == AlarmAction.COMMENTED || !next.equals(alarm)) {
            records.set(records.indexOf(alarm), next);
            lines.add(new HistoryEntry(alarm.id(), event.time(), event.user().isEmpty() ? source : event.user(), event.action(),
                    event.text()));
        }
    }

    /** What was there before. */
    List<Alarm> before() {
        return before;
    }

    /** What is to be stored: one step for each record that is not as it was. */
    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (Alarm record : records) {
            List<HistoryEntry> own = lines.stream().filter(line -> line.alarm().equals(record.id())).distinct()
                    .sorted(Comparator.comparing(HistoryEntry::time)).toList();
            if (!before.contains(record) || !own.isEmpty()) {
                steps.add(new Step(record.id(), Optional.of(record), own));
            }
        }
        before.stream().filter(known -> records.stream().noneMatch(record -> record.id().equals(known.id()))).forEach(gone -> steps
                .add(new Step(gone.id(), Optional.empty(), lines.stream().filter(line -> line.alarm().equals(gone.id())).toList())));
        return steps;
    }
}
