package org.towercrier.capacity.ui.internal.parts;

import java.util.function.Consumer;

import org.eclipse.jface.dialogs.PopupDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;

/** Asks for a line of text in a small field at the mouse: Enter takes it, Escape does not. */
final class Ask {

    private static final int WIDTH = 420;

    private Ask() {
    }

    static void text(Control near, String prompt, Consumer<String> answer) {
        Point place = near.getDisplay().getCursorLocation();
        new PopupDialog(near.getShell(), SWT.ON_TOP, true, false, false, false, false, prompt, null) {
            @Override
            protected Control createDialogArea(Composite parent) {
                Composite area = (Composite) super.createDialogArea(parent);
                Text text = new Text(area, SWT.BORDER);
                GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(text);
                text.addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(event -> {
                    String line = text.getText().strip();
                    close();
                    if (!line.isEmpty()) {
                        answer.accept(line);
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
}
