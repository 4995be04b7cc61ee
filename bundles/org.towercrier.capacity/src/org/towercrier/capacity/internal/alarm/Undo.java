package org.towercrier.capacity.internal.alarm;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.alarm.AlarmActionException;
import org.towercrier.capacity.alarm.AlarmLifeCycle;
import org.towercrier.capacity.alarm.AlarmState;
import org.towercrier.capacity.alarm.BulkStep;
import org.towercrier.capacity.alarm.Refusal;
import org.towercrier.capacity.alarm.Refusal.Reason;
import org.towercrier.capacity.internal.alarm.HistoryTable.StepLine;
import org.towercrier.store.StoreException;
import org.towercrier.store.Transaction;

/**
 * Takes a step of a person back: what people had done with each of its alarms before is brought back by a further step. A line
 * is never taken out of the history.
 */
final class Undo {

    private final AlarmLifeCycle lifeCycle;
    private final AlarmTable alarms;
    private final HistoryTable history;
    private final AlarmBook book;

    Undo(AlarmLifeCycle lifeCycle, AlarmTable alarms, HistoryTable history, AlarmBook book) {
        this.lifeCycle = lifeCycle;
        this.alarms = alarms;
        this.history = history;
        this.book = book;
    }

    BulkStep run(Transaction tx, long step, String user) throws StoreException {
        List<StepLine> all = history.step(tx.sql(), step);
        List<StepLine> lines = all.stream().filter(line -> line.before().isPresent()).toList();
        if (lines.isEmpty()) {
            throw new AlarmActionException(Refusal.of(all.isEmpty() ? Reason.UNKNOWN_STEP : Reason.NOT_UNDOABLE, step));
        }
        Map<String, StepLine> byAlarm = new HashMap<>();
        lines.forEach(line -> byAlarm.put(line.entry().alarm(), line));
        Map<String, Long> latest = history.latestChanges(tx.sql(), step);
        for (StepLine line : lines) {
            String alarm = line.entry().alarm();
            if (latest.get(alarm) != line.id()) {
                throw new AlarmActionException(Refusal.about(alarm, Reason.CHANGED_SINCE, step));
            }
        }
        return book.take(tx, lines.stream().map(line -> line.entry().alarm()).toList(), alarm -> {
            refuseFollowed(tx, alarm);
            StepLine line = byAlarm.get(alarm.id());
            return lifeCycle.undo(alarm, user, line.before().orElseThrow(), line.entry().action().getLiteral());
        });
    }

    /** What is gone comes back only while nothing has followed it. */
    private void refuseFollowed(Transaction tx, Alarm alarm) {
        if (alarm.state() != AlarmState.GONE) {
            return;
        }
        boolean followed = alarms.readSummaries(tx.sql(), alarms.ofObject(alarm.identity().objectInstance())).stream()
                .anyMatch(other -> other.identity().equals(alarm.identity()) && other.ordinal() > alarm.ordinal());
        if (followed) {
            throw new AlarmActionException(Refusal.about(alarm.id(), Reason.FOLLOWED));
        }
    }
}
