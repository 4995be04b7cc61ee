package org.towercrier.capacity.exchange.internal.in;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.towercrier.capacity.alarm.ExternalEvent;
import org.towercrier.capacity.exchange.internal.Texts;
import org.towercrier.exchange.ImportContext;
import org.towercrier.exchange.ImportRefusedException;
import org.towercrier.exchange.RowSink;
import org.towercrier.model.alarm.AlarmPackage;
import org.towercrier.model.alarm.AlarmType;
import org.towercrier.model.alarm.PerceivedSeverity;

/**
 * Takes what the records of a file say. A bad record goes to quarantine; a file in which every record is bad is refused
 * with the reason of the first.
 */
final class EventSink {

    private static final AlarmPackage MODEL = AlarmPackage.eINSTANCE;

    /** A bad record. */
    private record Bad(BadEvent event, long line) {
    }

    private final ImportContext context;
    private final RowSink rows;
    private final List<Bad> held = new ArrayList<>();
    private final List<ExternalEvent> pending = new ArrayList<>();
    private final Map<String, Integer> mentioned = new LinkedHashMap<>();
    private boolean good;
    private int bad;

    EventSink(ImportContext context) {
        this.context = context;
        this.rows = context.rows(MODEL.getAlarmEvent());
    }

    Moments moments() {
        return new Moments(context.zone(), context.now());
    }

    ImportContext context() {
        return context;
    }

    /** Reads a record. */
    @FunctionalInterface
    interface Reading {
        void read() throws BadEvent;
    }

    /** One record: what it says counts as a whole or not at all. */
    void record(Reading reading, long line) {
        pending.clear();
        try {
            reading.read();
            pending.forEach(event -> store(event, line));
        } catch (BadEvent wrong) {
            bad(wrong, line);
        } finally {
            pending.clear();
        }
    }

    /** One of the things the record says. */
    void add(ExternalEvent event) {
        pending.add(event);
    }

    private void store(ExternalEvent event, long line) {
        accept();
        set(MODEL.getAlarmEvent_Id().getName(), event.id());
        set(MODEL.getAlarmEvent_Format().getName(), event.format());
        set(MODEL.getAlarmEvent_Source().getName(), event.source());
        set(MODEL.getAlarmEvent_SourceAlarm().getName(), event.sourceAlarm());
        event.objectInstance().ifPresent(object -> set(MODEL.getAlarmEvent_ObjectInstance().getName(), object));
        event.alarmType().map(AlarmType::getLiteral).ifPresent(type -> set(MODEL.getAlarmEvent_AlarmType().getName(), type));
        event.probableCause().ifPresent(cause -> set(MODEL.getAlarmEvent_ProbableCause().getName(), cause));
        event.specificProblem().ifPresent(problem -> set(MODEL.getAlarmEvent_SpecificProblem().getName(), problem));
        set(MODEL.getAlarmEvent_Action().getName(), event.action().getLiteral());
        event.severity().map(PerceivedSeverity::getLiteral).ifPresent(word -> set(MODEL.getAlarmEvent_Severity().getName(), word));
        rows.set(rows.column(MODEL.getAlarmEvent_Time()), event.time());
        set(MODEL.getAlarmEvent_User().getName(), event.user());
        set(MODEL.getAlarmEvent_Text().getName(), event.text());
        set(MODEL.getAlarmEvent_Details().getName(), event.details());
        rows.end(line);
    }

    private void set(String column, String value) {
        rows.set(rows.column(column), value);
    }

    /** A record that is right but carries no alarm: what it is goes to the report, with how many there were. */
    void mention(String sentence, long line) {
        accept();
        mentioned.merge(sentence, 1, Integer::sum);
        context.countEmpty(line);
    }

    /** A record with another use, such as measurements, was stored by it. */
    void accept() {
        good = true;
        held.forEach(each -> quarantine(each.event(), each.line()));
        held.clear();
    }

    /** A record that breaks a rule. */
    private void bad(BadEvent event, long line) {
        bad++;
        if (good) {
            quarantine(event, line);
        } else {
            held.add(new Bad(event, line));
        }
    }

    private void quarantine(BadEvent event, long line) {
        context.quarantine(line, event.where(), event.value(), event.getMessage());
    }

    /** To be called at the end of the file. */
    void finish() throws ImportRefusedException {
        mentioned.forEach((sentence, count) -> context.warn(count == 1 ? sentence : Texts.text("Event_Times", sentence, count)));
        if (!good && !held.isEmpty()) {
            Bad first = held.getFirst();
            String sentence = first.event().sentence();
            throw new ImportRefusedException(bad == 1 ? sentence : Texts.text("Event_AllBad", bad, sentence), first.line(), 0);
        }
    }
}
