package org.towercrier.capacity.ui.internal.data;

import java.time.Instant;
import java.util.List;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.jface.dialogs.PopupDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.towercrier.capacity.alarm.AlarmActionException;
import org.towercrier.capacity.alarm.AlarmService;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;
import org.towercrier.ui.view.StoreJob;

import jakarta.inject.Inject;

/** The steps an operator takes with alarms, in the background; the list follows the store by itself. */
@Creatable
public final class AlarmSteps {

    private static final String USER = System.getProperty("user.name", "operator");
    private static final int COMMENT_WIDTH = 420;

    private final Texts texts;
    private AlarmService alarms;

    @Inject
    public AlarmSteps(Texts texts) {
        this.texts = texts;
    }

    @Inject
    void service(@Optional AlarmService service) {
        alarms = service;
    }

    public void acknowledge(List<String> ids) {
        run("Alarm_Acknowledge", service -> service.acknowledge(ids, USER, ""));
    }

    public void unacknowledge(List<String> ids) {
        run("Alarm_Unacknowledge", service -> service.unacknowledge(ids, USER, ""));
    }

    public void shelve(List<String> ids, Instant until) {
        run("Alarm_Shelve", service -> service.shelve(ids, USER, until, ""));
    }

    public void unshelve(List<String> ids) {
        run("Alarm_Unshelve", service -> service.unshelve(ids, USER, ""));
    }

    public void clear(List<String> ids) {
        run("Alarm_Clear", service -> service.clear(ids, USER, ""));
    }

    /** Asks for the remark in a small field at the mouse: Enter adds it, Escape does not. */
    public void comment(List<String> ids, Control near) {
        Point place = near.getDisplay().getCursorLocation();
        new PopupDialog(near.getShell(), SWT.ON_TOP, true, false, false, false, false,
                texts.get("Alarm_CommentPrompt", ids.size()), null) {
            @Override
            protected Control createDialogArea(Composite parent) {
                Composite area = (Composite) super.createDialogArea(parent);
                Text text = new Text(area, SWT.BORDER);
                GridDataFactory.fillDefaults().grab(true, false).hint(COMMENT_WIDTH, SWT.DEFAULT).applyTo(text);
                text.addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(event -> {
                    String remark = text.getText().strip();
                    close();
                    if (!remark.isEmpty()) {
                        run("Alarm_Comment", service -> service.comment(ids, USER, remark));
                    }
                }));
                return area;
            }

            @Override
            protected Point getInitialLocation(Point size) {
                return place;
            }
        }.open();
    }

    /** One step with some alarms. */
    @FunctionalInterface
    private interface Action {
        Object apply(AlarmService service) throws StoreException;
    }

    private void run(String key, Action action) {
        AlarmService service = alarms;
        if (service == null) {
            return;
        }
        StoreJob job = new StoreJob(texts.get(key)) {
            @Override
            protected IStatus work(Cancellation cancellation) throws StoreException {
                try {
                    action.apply(service);
                    return Status.OK_STATUS;
                } catch (AlarmActionException refused) {
                    return Status.warning(refused.getMessage(), refused);
                }
            }
        };
        job.schedule();
    }
}
