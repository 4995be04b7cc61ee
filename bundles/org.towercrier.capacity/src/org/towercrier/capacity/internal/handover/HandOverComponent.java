package org.towercrier.capacity.internal.handover;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.alarm.AlarmFilter;
import org.towercrier.capacity.alarm.AlarmService;
import org.towercrier.capacity.handover.HandOver;
import org.towercrier.model.alarm.AlarmFactory;
import org.towercrier.model.alarm.HandOverAlarm;
import org.towercrier.model.alarm.HandOverNote;
import org.towercrier.store.DocumentInfo;
import org.towercrier.store.Documents;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.store.Versioned;

/** Notes as documents of the kind {@code handover}. */
@Component(service = HandOver.class)
public final class HandOverComponent implements HandOver {

    private static final String KIND = "handover";
    /** Nobody reads more of them in a note; in a storm of alarms it would take minutes to write. */
    private static final int MOST_ALARMS = 1_000;
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmmss", Locale.ROOT);

    private final Store store;
    private final AlarmService alarms;
    private final Clock clock;

    @Activate
    public HandOverComponent(@Reference Store store, @Reference AlarmService alarms) {
        this(store, alarms, Clock.systemUTC());
    }

    /** With a clock of the caller's own. */
    public HandOverComponent(Store store, AlarmService alarms, Clock clock) {
        this.store = Objects.requireNonNull(store, "store");
        this.alarms = Objects.requireNonNull(alarms, "alarms");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @Override
    public List<Note> notes() throws StoreException {
        List<Note> notes = new ArrayList<>();
        for (DocumentInfo info : store.documents().list(KIND)) {
            find(info.name()).ifPresent(notes::add);
        }
        notes.sort(Comparator.comparing(Note::written).reversed().thenComparing(Note::name));
        return notes;
    }

    @Override
    public Optional<Note> find(String name) throws StoreException {
        return store.documents().load(KIND, name, HandOverNote.class).map(HandOverComponent::note);
    }

    @Override
    public Note write(String author, String shift, String text) throws StoreException {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a note says something");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        HandOverNote note = AlarmFactory.eINSTANCE.createHandOverNote();
        note.setName(freeName(now));
        note.setAuthor(author);
        note.setWritten(now);
        note.setShift(shift);
        note.setText(text.strip());
        alarms.summaries(AlarmFilter.ACTIVE).stream().limit(MOST_ALARMS).map(HandOverComponent::open).forEach(note.getAlarms()::add);
        store.documents().save(KIND, note.getName(), note, Documents.NEW);
        return saved(note.getName());
    }

    private String freeName(Instant now) throws StoreException {
        String stem = NAME.format(now.atOffset(ZoneOffset.UTC));
        List<String> taken = store.documents().list(KIND).stream().map(DocumentInfo::name).toList();
        String name = stem;
        for (int number = 2; taken.contains(name); number++) {
            name = stem + "-" + number;
        }
        return name;
    }

    private static HandOverAlarm open(Alarm alarm) {
        HandOverAlarm open = AlarmFactory.eINSTANCE.createHandOverAlarm();
        open.setAlarm(alarm.id());
        open.setCell(alarm.cell());
        open.setSeverity(alarm.severity());
        open.setProblem(alarm.identity().specificProblem());
        open.setRaised(alarm.raised());
        open.setAcknowledgedBy(alarm.acknowledgement().map(step -> step.user()).orElse(null));
        open.setAssignedTo(alarm.assignedTo().orElse(null));
        return open;
    }

    @Override
    public Note amend(Note note, String text) throws StoreException {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a note says something");
        }
        Versioned<HandOverNote> kept = store.documents().load(KIND, note.name(), HandOverNote.class)
                .orElseThrow(() -> new IllegalArgumentException("there is no note " + note.name()));
        kept.root().setText(text.strip());
        store.documents().save(KIND, note.name(), kept.root(), note.version());
        return saved(note.name());
    }

    @Override
    public List<Version> versions(String name) throws StoreException {
        List<Version> versions = new ArrayList<>();
        for (DocumentInfo info : store.documents().history(KIND, name)) {
            store.documents().load(KIND, name, info.version(), HandOverNote.class)
                    .ifPresent(kept -> versions.add(new Version(info.version(), info.saved(), info.user(), text(kept.root().getText()))));
        }
        return versions;
    }

    private Note saved(String name) throws StoreException {
        return find(name).orElseThrow(() -> new IllegalStateException("the note " + name + " was just saved"));
    }

    private static Note note(Versioned<HandOverNote> kept) {
        HandOverNote note = kept.root();
        List<OpenAlarm> open = note.getAlarms().stream()
                .map(alarm -> new OpenAlarm(alarm.getAlarm(), text(alarm.getCell()), alarm.getSeverity(), text(alarm.getProblem()),
                        alarm.getRaised(), Optional.ofNullable(alarm.getAcknowledgedBy()), Optional.ofNullable(alarm.getAssignedTo())))
                .toList();
        return new Note(note.getName(), text(note.getAuthor()), note.getWritten(), text(note.getShift()), text(note.getText()), open,
                kept.version());
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
