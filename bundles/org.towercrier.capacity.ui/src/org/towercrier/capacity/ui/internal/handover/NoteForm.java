package org.towercrier.capacity.ui.internal.handover;

import java.util.function.BiConsumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.ui.kit.TextLines;

/** Where a note is written. */
final class NoteForm {

    private static final int LINES = 3;
    private static final int SHIFT_WIDTH = 160;

    /**
     * What is typed.
     *
     * @param shift the shift the note is for
     * @param text  what that shift must know
     */
    record Draft(String shift, String text) {

        static final Draft EMPTY = new Draft("", "");

        /** Whether it says something. */
        boolean isNote() {
            return !text.isBlank();
        }
    }

    private final Text shift;
    private final Text text;

    NoteForm(Composite parent, Texts texts, BiConsumer<String, String> write) {
        Composite form = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(form);
        GridLayoutFactory.fillDefaults().numColumns(3).margins(8, 6).spacing(8, 4).applyTo(form);
        label(form, texts.get("HandOver_Text"));
        text = new Text(form, SWT.BORDER | SWT.MULTI | SWT.WRAP | SWT.V_SCROLL);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(SWT.DEFAULT, TextLines.height(text, LINES)).applyTo(text);
        label(form, texts.get("HandOver_Shift"));
        shift = new Text(form, SWT.BORDER);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).hint(SHIFT_WIDTH, SWT.DEFAULT).applyTo(shift);
        Button button = new Button(form, SWT.PUSH);
        button.setText(texts.get("HandOver_Write"));
        button.setEnabled(false);
        GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).grab(true, false).applyTo(button);
        text.addModifyListener(event -> button.setEnabled(draft().isNote()));
        button.addSelectionListener(SelectionListener
                .widgetSelectedAdapter(event -> write.accept(shift.getText().strip(), text.getText().strip())));
    }

    private static void label(Composite parent, String words) {
        Label label = new Label(parent, SWT.NONE);
        label.setText(words);
        label.setLayoutData(new GridData(SWT.BEGINNING, SWT.BEGINNING, false, false));
    }

    Draft draft() {
        return new Draft(shift.getText(), text.getText());
    }

    void show(Draft draft) {
        shift.setText(draft.shift());
        text.setText(draft.text());
    }

    boolean isDisposed() {
        return text.isDisposed();
    }
}
