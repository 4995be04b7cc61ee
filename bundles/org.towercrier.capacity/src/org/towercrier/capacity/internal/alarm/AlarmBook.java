package org.towercrier.capacity.internal.alarm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.alarm.AlarmActionException;
import org.towercrier.capacity.alarm.BulkStep;
import org.towercrier.capacity.alarm.Handling;
import org.towercrier.capacity.alarm.HistoryEntry;
import org.towercrier.capacity.alarm.Refusal;
import org.towercrier.capacity.alarm.Step;
import org.towercrier.store.StoreException;
import org.towercrier.store.Transaction;

/** Enters steps into the list of alarms and into their history, always both. */
final class AlarmBook {

    private final AlarmTable alarms;
    private final HistoryTable history;

    AlarmBook(AlarmTable alarms, HistoryTable history) {
        this.alarms = alarms;
        this.history = history;
    }

    /** One action of a person on one alarm. */
    @FunctionalInterface
    interface Action {
        Step apply(Alarm alarm);
    }

    /** The alarms of these ids in this order, each once; throws when one does not exist. */
    List<Alarm> named(Transaction tx, Collection<String> ids) {
        Map<String, Alarm> found = new LinkedHashMap<>();
        alarms.read(tx.sql(), alarms.ids(ids)).forEach(alarm -> found.put(alarm.id(), alarm));
        List<Alarm> named = new ArrayList<>();
        for (String id : new LinkedHashSet<>(ids)) {
            Alarm alarm = found.get(id);
            if (alarm == null) {
                throw new AlarmActionException(Refusal.about(id, Refusal.Reason.UNKNOWN_ALARM));
            }
            named.add(alarm);
        }
        return named;
    }

    /** One step of a person with several alarms. */
    BulkStep take(Transaction tx, Collection<String> ids, Action action) throws StoreException {
        List<Alarm> before = named(tx, ids);
        List<Step> steps = before.stream().map(action::apply).toList();
        OptionalLong number = enter(tx, before, steps, true);
        return new BulkStep(number, steps.stream().flatMap(step -> step.alarm().stream()).toList(), List.of());
    }

    /**
     * Stores the next versions of alarms and their new lines.
     *
     * @param before the alarms as they were; others are new
     * @param byHand whether it is one step of a person
     * @return the number of that step
     */
    OptionalLong enter(Transaction tx, Collection<Alarm> before, List<Step> steps, boolean byHand) throws StoreException {
        Map<String, Alarm> known = HashMap.newHashMap(before.size());
        before.forEach(alarm -> known.put(alarm.id(), alarm));
        List<String> replaced = new ArrayList<>();
        List<Alarm> next = new ArrayList<>();
        List<HistoryTable.Line> lines = new ArrayList<>();
        for (Step step : steps) {
            Optional<Alarm> was = Optional.ofNullable(known.get(step.id()));
            if (!step.alarm().equals(was)) {
                replaced.add(step.id());
                step.alarm().ifPresent(next::add);
            }
            Optional<Handling> handled = was.map(Alarm::handling)
                    .filter(handling -> step.alarm().map(alarm -> !alarm.handling().equals(handling)).orElse(false));
            for (HistoryEntry entry : step.history()) {
                boolean last = entry == step.history().getLast();
                lines.add(new HistoryTable.Line(entry, last ? handled : Optional.empty()));
            }
        }
        alarms.delete(tx, replaced);
        alarms.insert(tx, next);
        return history.append(tx, lines, byHand);
    }
}
