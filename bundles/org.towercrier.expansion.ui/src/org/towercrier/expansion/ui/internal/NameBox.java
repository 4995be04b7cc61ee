package org.towercrier.expansion.ui.internal;

import java.util.function.Consumer;
import java.util.function.Predicate;

import org.eclipse.jface.dialogs.PopupDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks for a name beside a control; Enter answers, Escape or a click elsewhere leaves it. A name that cannot be stays to be mended. */
public final class NameBox {

    private static final int WIDTH = 280;

    private NameBox() {
    }

    /** @param prompt what is asked @param info what a name may be @param before the name at first */
    public static void ask(Control near, String prompt, String info, String before, Predicate<String> possible, Consumer<String> answer) {
        ask(near.getShell(), near.toDisplay(0, near.getSize().y), prompt, info, before, possible, answer);
    }

    /** The same at a place of the screen. */
    public static void ask(Shell shell, Point place, String prompt, String info, String before, Predicate<String> possible,
            Consumer<String> answer) {
        new PopupDialog(shell, SWT.ON_TOP, true, false, false, false, false, prompt, null) {
            @Override
            protected Control createDialogArea(Composite parent) {
                Composite area = (Composite) super.createDialogArea(parent);
                GridLayoutFactory.fillDefaults().margins(8, 4).spacing(0, 4).applyTo(area);
                Text text = new Text(area, SWT.BORDER);
                text.setText(before);
                text.selectAll();
                GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(text);
                Label help = new Label(area, SWT.WRAP);
                help.setText(info);
                GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(help);
                text.addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(event -> {
                    String name = text.getText().strip();
                    if (possible.test(name)) {
                        close();
                        answer.accept(name);
                    } else {
                        text.selectAll();
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
