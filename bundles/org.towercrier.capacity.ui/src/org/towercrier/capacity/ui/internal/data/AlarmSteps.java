package org.towercrier.capacity.ui.internal.data;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.core.di.annotations.Optional;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.alarm.AlarmService;
import org.towercrier.capacity.alarm.AlarmTrigger;
import org.towercrier.capacity.alarm.BulkStep;
import org.towercrier.capacity.alarm.OperatorStep;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.capacity.ui.internal.data.UndoStack.Taken;

import jakarta.inject.Inject;

/**
 * The steps an operator takes with alarms, in the background; the list follows the store by itself. Each can be taken back by
 * the workbench's undo. Alarms that do not allow a step are left out, and the operator is told.
 */
@Creatable
public final class AlarmSteps {

    /** Who takes the steps. */
    public static final String USER = System.getProperty("user.name", "operator");

    private final Texts texts;
    private final UndoStack undo;
    private AlarmService alarms;

    @Inject
    public AlarmSteps(Texts texts, UndoStack undo) {
        this.texts = texts;
        this.undo = undo;
    }

    @Inject
    void service(@Optional AlarmService service) {
        alarms = service;
    }

    public void acknowledge(List<String> ids) {
        take("Alarm_Acknowledge", ids, new OperatorStep.Acknowledge(""));
    }

    public void unacknowledge(List<String> ids) {
        take("Alarm_Unacknowledge", ids, new OperatorStep.Unacknowledge(""));
    }

    public void comment(List<String> ids, String text) {
        take("Alarm_Comment", ids, new OperatorStep.Comment(text));
    }

    /** Makes somebody responsible; an empty name makes nobody responsible. */
    public void assign(List<String> ids, String name) {
        take("Alarm_Assign", ids, new OperatorStep.Assign(name));
    }

    /** Puts aside until a moment; {@code why} may be empty. */
    public void shelve(List<String> ids, Instant until, String why) {
        take("Alarm_Shelve", ids, new OperatorStep.Shelve(until, why));
    }

    public void unshelve(List<String> ids) {
        take("Alarm_Unshelve", ids, new OperatorStep.Unshelve(""));
    }

    public void clear(List<String> ids) {
        take("Alarm_Clear", ids, new OperatorStep.Clear(""));
    }

    /** What can be done with at least one of the alarms. */
    public Set<AlarmTrigger> allowed(List<Alarm> chosen) {
        Set<AlarmTrigger> allowed = EnumSet.noneOf(AlarmTrigger.class);
        AlarmService service = alarms;
        if (service != null) {
            chosen.forEach(alarm -> allowed.addAll(service.allowed(alarm)));
        }
        return allowed;
    }

    private void take(String key, List<String> ids, OperatorStep step) {
        AlarmService service = alarms;
        if (service == null || ids.isEmpty()) {
            return;
        }
        undo.run(key, () -> {
            BulkStep done = service.performWhereAllowed(ids, USER, step);
            java.util.Optional<Reversible> back = done.step().isEmpty() || step instanceof OperatorStep.Comment
                    ? java.util.Optional.empty() : java.util.Optional.of(undoing(service, done.step().getAsLong()));
            return new Taken(back, refused(done));
        });
    }

    private String refused(BulkStep done) {
        return done.refused().isEmpty() ? "" : texts.get("Alarm_LeftOut", done.refused().size(),
                done.refused().getFirst().text(Locale.getDefault()));
    }

    /** An undo is a step itself, and can be undone. */
    private static Reversible undoing(AlarmService service, long step) {
        return () -> undoing(service, service.undo(step, USER).step().orElseThrow());
    }
}
