package org.towercrier.capacity.ui.internal.parts;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.eclipse.jface.dialogs.PopupDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.capacity.ui.internal.data.ShelfWords;
import org.towercrier.ui.kit.Dates;

/** Asks until when alarms are put aside and why, in a small window at the mouse; says at once what it understands. */
final class AskShelf extends PopupDialog {

    private static final int WIDTH = 420;

    private final Texts texts;
    private final BiConsumer<Instant, String> answer;
    private final ZoneId zone = ZoneId.systemDefault();
    private final Point place;
    private Text until;
    private Text why;
    private Label understood;
    private Button shelve;

    /**
     * @param answer told the moment and the reason, which may be empty
     */
    AskShelf(Control near, Texts texts, int alarms, BiConsumer<Instant, String> answer) {
        super(near.getShell(), SWT.ON_TOP, true, false, false, false, false, texts.get("Shelf_Prompt", alarms), null);
        this.texts = texts;
        this.answer = answer;
        this.place = near.getDisplay().getCursorLocation();
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        until = field(area, texts.get("Shelf_UntilHint"));
        until.addModifyListener(event -> understand());
        understood = new Label(area, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(understood);
        why = field(area, texts.get("Shelf_WhyHint"));
        shelve = new Button(area, SWT.PUSH);
        shelve.setText(texts.get("Alarm_Shelve"));
        GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).applyTo(shelve);
        shelve.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> finish()));
        understand();
        return area;
    }

    private Text field(Composite area, String hint) {
        Text text = new Text(area, SWT.BORDER);
        text.setMessage(hint);
        text.setToolTipText(hint);
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(text);
        text.addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(event -> finish()));
        return text;
    }

    private Optional<Instant> moment() {
        return ShelfWords.until(until.getText(), ZonedDateTime.now(zone));
    }

    private void understand() {
        Optional<Instant> moment = moment();
        shelve.setEnabled(moment.isPresent());
        understood.setText(moment.map(end -> texts.get("Shelf_Until", Dates.in(zone).minute(end)))
                .orElseGet(() -> until.getText().isBlank() ? "" : texts.get("Shelf_NotUnderstood")));
    }

    private void finish() {
        moment().ifPresent(end -> {
            String reason = why.getText().strip();
            close();
            answer.accept(end, reason);
        });
    }

    @Override
    protected Control getFocusControl() {
        return until;
    }

    @Override
    protected Point getInitialLocation(Point size) {
        return place;
    }
}
