package org.towercrier.customer.ui.internal.people;

import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.towercrier.customer.ui.internal.Texts;

/** The way to personal data: asks why, says that they are shown and how to mask them again. Takes no room while they are masked. */
public final class SightStrip {

    private static final int REASON_WIDTH = 260;

    private final Texts texts;
    private final Composite strip;
    private final GridData room;
    private final Consumer<Optional<String>> wanted;

    /**
     * @param parent a grid of one column
     * @param wanted told the reason for which personal data are to be shown; empty when they are to be masked again
     */
    public SightStrip(Composite parent, Texts texts, Consumer<Optional<String>> wanted) {
        this.texts = texts;
        this.wanted = wanted;
        strip = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(4).margins(8, 4).spacing(8, 0).applyTo(strip);
        room = GridDataFactory.fillDefaults().grab(true, false).exclude(true).create();
        strip.setLayoutData(room);
        strip.setVisible(false);
    }

    /** Asks why. */
    public void ask() {
        ask("", "");
    }

    /** Asks again, since it was refused. */
    public void refused(String reason, String why) {
        ask(reason, why);
    }

    private void ask(String typed, String refusal) {
        clear();
        new Label(strip, SWT.NONE).setText(texts.get("Sight_Why"));
        Text reason = new Text(strip, SWT.BORDER | SWT.SINGLE);
        reason.setMessage(texts.get("Sight_Example"));
        reason.setText(typed);
        GridDataFactory.fillDefaults().grab(true, false).hint(REASON_WIDTH, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER).applyTo(reason);
        Button show = button("Sight_Show", () -> wanted.accept(Optional.of(reason.getText().strip())));
        show.setEnabled(!typed.isBlank());
        button("Sight_Cancel", this::hide);
        reason.addModifyListener(event -> show.setEnabled(!reason.getText().isBlank()));
        reason.addListener(SWT.DefaultSelection, event -> {
            if (!reason.getText().isBlank()) {
                wanted.accept(Optional.of(reason.getText().strip()));
            }
        });
        if (!refusal.isEmpty()) {
            Label said = new Label(strip, SWT.WRAP);
            said.setText(refusal);
            GridDataFactory.fillDefaults().span(4, 1).grab(true, false).hint(REASON_WIDTH, SWT.DEFAULT).applyTo(said);
        }
        show(true);
        reason.setFocus();
    }

    /** Says that personal data are shown. */
    public void shown(String reason) {
        clear();
        Label said = new Label(strip, SWT.NONE);
        said.setText(texts.get("Sight_Shown", reason));
        said.setToolTipText(texts.get("Sight_Shown", reason));
        GridDataFactory.fillDefaults().span(3, 1).grab(true, false).hint(10, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER).applyTo(said);
        button("Sight_Mask", () -> wanted.accept(Optional.empty()));
        show(true);
    }

    /** Takes no room any more. */
    public void hide() {
        clear();
        show(false);
    }

    private Button button(String key, Runnable action) {
        Button button = new Button(strip, SWT.PUSH);
        button.setText(texts.get(key));
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
        return button;
    }

    private void clear() {
        for (Control child : strip.getChildren()) {
            child.dispose();
        }
    }

    private void show(boolean shown) {
        room.exclude = !shown;
        strip.setVisible(shown);
        strip.layout(true, true);
        strip.getParent().layout(true, true);
    }
}
