package org.towercrier.capacity.ui.internal.handover;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.towercrier.capacity.handover.HandOver.Note;
import org.towercrier.capacity.handover.HandOver.Version;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.ui.kit.Buttons;
import org.towercrier.ui.kit.Dates;

/** What a note says and said before, and the place where it is amended: what stood there is kept. */
final class NoteText extends Composite {

    private static final int LINES = 4;

    private final Texts texts;
    private final Dates dates;
    private final Label who;
    private final Combo choice;
    private final Button amend;
    private final Button save;
    private final Button cancel;
    private final Text text;
    private Optional<Note> note = Optional.empty();
    private List<Version> versions = List.of();
    private boolean amended;

    /** @param amending is told what a note is to say from now on */
    NoteText(Composite parent, Texts texts, Dates dates, BiConsumer<Note, String> amending) {
        super(parent, SWT.NONE);
        this.texts = texts;
        this.dates = dates;
        GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(this);
        Composite head = new Composite(this, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
        who = new Label(head, SWT.NONE);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).hint(10, SWT.DEFAULT).applyTo(who);
        choice = new Combo(head, SWT.READ_ONLY);
        choice.setToolTipText(texts.get("HandOver_Versions_Tip"));
        choice.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> read()));
        amend = Buttons.push(head, texts, "HandOver_Amend", () -> edit(true));
        save = Buttons.push(head, texts, "HandOver_Save", () -> note.filter(kept -> !words().isBlank()).ifPresent(kept -> {
            amending.accept(kept, words());
            edit(false);
        }));
        cancel = Buttons.push(head, texts, "HandOver_Cancel", () -> {
            edit(false);
            read();
        });
        GridLayoutFactory.fillDefaults().numColumns(head.getChildren().length).margins(8, 4).spacing(8, 0).applyTo(head);
        text = new Text(this, SWT.MULTI | SWT.WRAP | SWT.V_SCROLL);
        GridDataFactory.fillDefaults().grab(true, false).indent(8, 0).hint(SWT.DEFAULT, LINES * text.getLineHeight()).applyTo(text);
        text.addModifyListener(event -> save.setEnabled(!words().isBlank()));
        edit(false);
    }

    private String words() {
        return text.getText().strip();
    }

    /** Shows a note; one that is being amended stays as it is until that is saved or given up. */
    void show(Optional<Note> shown, List<Version> history) {
        if (amended && shown.map(Note::name).equals(note.map(Note::name))) {
            return;
        }
        note = shown;
        versions = List.copyOf(history);
        choice.setItems(versions.stream().map(this::label).toArray(String[]::new));
        choice.select(0);
        edit(false);
        read();
    }

    private String label(Version version) {
        return texts.get("HandOver_Version", version.number(), version.user(), dates.minute(version.saved()));
    }

    private void read() {
        int index = choice.getSelectionIndex();
        boolean now = index <= 0;
        text.setText(now ? note.map(Note::text).orElse("") : versions.get(index).text());
        who.setText(note.map(kept -> kept.shift().isBlank() ? texts.get("HandOver_By", kept.author(), dates.minute(kept.written()))
                : texts.get("HandOver_ByFor", kept.author(), dates.minute(kept.written()), kept.shift())).orElse(""));
        who.setToolTipText(who.getText().isEmpty() ? null : who.getText());
        amend.setEnabled(now && note.isPresent());
    }

    private void edit(boolean editing) {
        amended = editing;
        text.setEditable(editing);
        setShown(choice, !editing && versions.size() > 1);
        setShown(amend, !editing && note.isPresent());
        setShown(save, editing);
        setShown(cancel, editing);
        layout(true, true);
        if (editing) {
            text.setFocus();
            text.setSelection(text.getCharCount());
        }
    }

    private static void setShown(Control control, boolean shown) {
        GridData place = control.getLayoutData() instanceof GridData known ? known : new GridData();
        place.exclude = !shown;
        control.setLayoutData(place);
        control.setVisible(shown);
    }
}
