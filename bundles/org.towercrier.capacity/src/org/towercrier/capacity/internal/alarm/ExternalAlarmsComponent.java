package org.towercrier.capacity.internal.alarm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Component;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.alarm.AlarmIdentity;
import org.towercrier.capacity.alarm.ExternalAlarms;
import org.towercrier.capacity.alarm.ExternalEvent;
import org.towercrier.capacity.alarm.HistoryEntry;
import org.towercrier.capacity.alarm.Step;
import org.towercrier.model.alarm.AlarmAction;
import org.towercrier.model.alarm.AlarmKind;
import org.towercrier.store.StoreException;
import org.towercrier.store.Transaction;

/** The alarms of other systems in the tables of the workspace. */
@Component(service = ExternalAlarms.class)
public final class ExternalAlarmsComponent implements ExternalAlarms {

    private final AlarmTable alarms = new AlarmTable();
    private final AlarmBook book = new AlarmBook(alarms, new HistoryTable());
    private final EventTable events = new EventTable();

    @Override
    public Summary follow(Transaction tx, int batch) throws StoreException {
        List<ExternalEvent> fresh = events.ofBatch(tx.sql(), batch);
        if (fresh.isEmpty()) {
            return new Summary(0, 0, 0, 0, 0);
        }
        Set<String> ids = fresh.stream().map(ExternalEvent::id).collect(Collectors.toSet());
        EventReplay replay = new EventReplay(events.around(tx.sql(), fresh));
        Set<String> objects = replay.alarms().stream().map(told -> told.identity().objectInstance()).collect(Collectors.toSet());
        Map<AlarmIdentity, List<Alarm>> known = known(tx, objects);
        Map<String, String> cells = CellNames.find(tx.sql(), objects);
        List<Alarm> before = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        int own = 0;
        for (EventReplay.Told told : replay.alarms()) {
            if (told.events().stream().noneMatch(event -> ids.contains(event.id()))) {
                continue;
            }
            List<Alarm> existing = known.getOrDefault(told.identity(), List.of());
            if (existing.stream().anyMatch(alarm -> alarm.kind() != AlarmKind.EXTERNAL)) {
                own++;
                continue;
            }
            String object = told.identity().objectInstance();
            ExternalRecords records = new ExternalRecords(told, existing, cells.getOrDefault(object, object));
            records.update(ids);
            before.addAll(records.before());
            steps.addAll(records.steps());
        }
        book.enter(tx, before, steps, false);
        int orphans = (int) replay.orphans().stream().filter(event -> ids.contains(event.id())).count();
        return summary(steps, orphans, own);
    }

    private Map<AlarmIdentity, List<Alarm>> known(Transaction tx, Collection<String> objects) {
        Map<AlarmIdentity, List<Alarm>> known = new HashMap<>();
        alarms.readObjects(tx.sql(), objects)
                .forEach(alarm -> known.computeIfAbsent(alarm.identity(), none -> new ArrayList<>()).add(alarm));
        return known;
    }

    private static Summary summary(List<Step> steps, int orphans, int own) {
        int raised = 0;
        int cleared = 0;
        int changed = 0;
        for (Step step : steps) {
            Set<AlarmAction> actions = step.history().stream().map(HistoryEntry::action).collect(Collectors.toSet());
            if (actions.contains(AlarmAction.RAISED)) {
                raised++;
            } else if (actions.contains(AlarmAction.CLEARED)) {
                cleared++;
            } else {
                changed++;
            }
        }
        return new Summary(raised, changed, cleared, orphans, own);
    }
}
