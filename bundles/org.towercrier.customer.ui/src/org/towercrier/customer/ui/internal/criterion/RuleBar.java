package org.towercrier.customer.ui.internal.criterion;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.towercrier.customer.ui.internal.Texts;

/** The line above a rule: whose it is, save and discard; below it what stands in the way of a save, with the ways out. */
final class RuleBar {

    private final Texts texts;
    private final Label name;
    private final Button save;
    private final Button discard;
    private final Composite strip;

    /** A way out. @param key of its text */
    record Way(String key, Runnable action) {
    }

    RuleBar(Composite parent, Texts texts, Runnable save, Runnable discard) {
        this.texts = texts;
        Composite bar = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        GridLayoutFactory.fillDefaults().numColumns(3).margins(8, 4).spacing(8, 0).applyTo(bar);
        name = new Label(bar, SWT.NONE);
        name.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        GridDataFactory.fillDefaults().grab(true, false).hint(10, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER).applyTo(name);
        this.save = button(bar, "Rule_Save", save);
        this.discard = button(bar, "Rule_Discard", discard);
        strip = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).margins(8, 4).spacing(8, 4).applyTo(strip);
        strip.setLayoutData(GridDataFactory.fillDefaults().grab(true, false).exclude(true).create());
        strip.setVisible(false);
    }

    private Button button(Composite parent, String key, Runnable action) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(texts.get(key));
        button.setEnabled(false);
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
        return button;
    }

    /** Says whose rule it is, and whether it has changes. */
    void show(String title, String tip, boolean dirty) {
        if (!name.isDisposed()) {
            name.setText(title);
            name.setToolTipText(tip);
            save.setEnabled(dirty);
            discard.setEnabled(dirty);
        }
    }

    /** Says what stands in the way, and offers ways out; nothing when it is empty. */
    void say(String text, List<Way> ways) {
        if (strip.isDisposed()) {
            return;
        }
        for (Control child : strip.getChildren()) {
            child.dispose();
        }
        if (!text.isEmpty()) {
            Label said = new Label(strip, SWT.WRAP);
            said.setText(text);
            GridDataFactory.fillDefaults().span(3, 1).grab(true, false).hint(100, SWT.DEFAULT).applyTo(said);
            ways.forEach(way -> button(strip, way.key(), way.action()).setEnabled(true));
        }
        ((GridData) strip.getLayoutData()).exclude = text.isEmpty();
        strip.setVisible(!text.isEmpty());
        strip.getParent().layout(true, true);
    }
}
