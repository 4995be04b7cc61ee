package org.towercrier.capacity.ui.internal.handover;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.osgi.service.event.Event;
import org.towercrier.capacity.handover.HandOver;
import org.towercrier.capacity.handover.HandOver.Note;
import org.towercrier.capacity.handover.HandOver.Version;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.capacity.ui.internal.data.AlarmSteps;
import org.towercrier.capacity.ui.internal.data.NetworkFeed;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreEvents;
import org.towercrier.store.StoreException;
import org.towercrier.ui.Icon;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.table.DataTable;
import org.towercrier.ui.table.RowSet;
import org.towercrier.ui.table.TableColumn;
import org.towercrier.ui.view.PartSite;
import org.towercrier.ui.view.StoreJob;
import org.towercrier.ui.view.TablePart;

import jakarta.inject.Inject;

/** The hand-over notes, newest first; beside them what the chosen one says; above them where one is written. */
public final class HandOverPart extends TablePart<Note> {

    private static final String KIND = "handover";

    private final Texts texts;
    private final NetworkFeed network;
    private final NoteSheet sheet;
    private HandOver notes;
    private NoteForm form;
    private NoteForm.Draft draft = NoteForm.Draft.EMPTY;
    private Optional<String> chosen = Optional.empty();
    private Map<String, List<Version>> versions = Map.of();

    @Inject
    public HandOverPart(PartSite site, Texts texts, NetworkFeed network, NoteSheet sheet) {
        super(site);
        this.texts = texts;
        this.network = network;
        this.sheet = sheet;
    }

    @Inject
    void service(@org.eclipse.e4.core.di.annotations.Optional HandOver service) {
        notes = service;
        changed();
    }

    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    void stored(@UIEventTopic(StoreEvents.DOCUMENT) Event event) {
        if (KIND.equals(event.getProperty(StoreEvents.KIND))) {
            changed();
        }
    }

    @Override
    protected void createBar(Composite parent) {
        form = new NoteForm(parent, texts, this::write);
        form.show(draft);
    }

    @Override
    protected void beforeRebuild() {
        super.beforeRebuild();
        draft = form.draft();
    }

    @Override
    protected List<TableColumn<Note>> columns() {
        return List.of(TableColumn.<Note>time("written", texts.get("Column_Written"), note -> Optional.of(note.written())),
                TableColumn.<Note>text("author", texts.get("Column_Author"), Note::author).wide(90),
                TableColumn.<Note>text("shift", texts.get("Column_Shift"), Note::shift).wide(90),
                TableColumn.<Note>integer("alarms", texts.get("Column_OpenAlarms"), "", note -> note.alarms().size()),
                TableColumn.<Note>text("text", texts.get("Column_Note"), note -> firstLine(note.text())).wide(240));
    }

    static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    @Override
    protected void prepare(DataTable<Note> table) {
        table.setKey(Note::name);
        table.onSelection(this::choose);
    }

    @Override
    protected Control placeTable(StatePane parent) {
        parent.setEmpty(Icon.COMMENT, texts.get("Part_HandOver"), texts.get("Empty_HandOver"));
        SashForm sash = new SashForm(parent, SWT.HORIZONTAL);
        createTable(sash);
        sheet.create(sash, site(), this::amend);
        sash.setWeights(48, 52);
        return sash;
    }

    @Override
    protected void refresh() {
        HandOver service = notes;
        if (service == null) {
            loader().cancel();
            pane().showEmpty();
            return;
        }
        loader().load(cancellation -> read(service), found -> {
            RowSet<Note> read = found.notes();
            versions = found.versions();
            show(read);
            Optional<Note> kept = read.rows().stream().filter(note -> chosen.equals(Optional.of(note.name()))).findFirst();
            Optional<Note> shown = kept.or(() -> read.rows().stream().findFirst());
            table().select(shown.map(Note::name).map(Set::of).orElse(Set.of()));
            show(shown);
        });
    }

    /** What is read away from the window. */
    private record Read(RowSet<Note> notes, Map<String, List<Version>> versions) {
    }

    private Read read(HandOver service) throws StoreException {
        List<Note> found = service.notes();
        Map<String, List<Version>> history = new HashMap<>();
        for (Note note : found) {
            if (note.version() > 1) {
                history.put(note.name(), service.versions(note.name()));
            }
        }
        return new Read(rows(found), history);
    }

    private void choose(List<Note> selected) {
        if (!selected.isEmpty()) {
            show(Optional.of(selected.getFirst()));
        }
    }

    private void show(Optional<Note> note) {
        chosen = note.map(Note::name);
        sheet.show(note, chosen.map(name -> versions.getOrDefault(name, List.of())).orElse(List.of()), network.snapshot().cellsById());
    }

    private void write(String shift, String text) {
        HandOver service = notes;
        if (service == null) {
            return;
        }
        run("HandOver_Write", () -> {
            Note written = service.write(AlarmSteps.USER, shift, text);
            site().later(() -> written(written));
        });
    }

    private void amend(Note note, String text) {
        HandOver service = notes;
        if (service != null && !text.equals(note.text())) {
            run("HandOver_Amend", () -> service.amend(note, text));
        }
    }

    /** Something done with notes. */
    @FunctionalInterface
    private interface Work {
        void run() throws StoreException;
    }

    private void run(String key, Work work) {
        StoreJob job = new StoreJob(texts.get(key)) {
            @Override
            protected IStatus work(Cancellation cancellation) throws StoreException {
                work.run();
                return Status.OK_STATUS;
            }
        };
        job.schedule();
    }

    /** What was typed is kept until it is stored. */
    private void written(Note note) {
        chosen = Optional.of(note.name());
        draft = NoteForm.Draft.EMPTY;
        if (!form.isDisposed()) {
            form.show(draft);
        }
        changed();
    }
}
