package org.towercrier.customer.ui.internal.criterion;

import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.towercrier.customer.ui.internal.Texts;
import org.towercrier.ui.kit.TextLines;

/** The rule as one text, which can be typed as well; what cannot be read is said below it. */
final class RuleText {

    private static final int LINES = 3;

    private final Composite area;
    private final Text text;
    private final Label said;
    private final Consumer<String> typed;
    private String shown = "";

    RuleText(Composite parent, Texts texts, Consumer<String> typed) {
        this.typed = typed;
        area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(8, 4).spacing(0, 4).applyTo(area);
        text = new Text(area, SWT.BORDER | SWT.MULTI | SWT.WRAP | SWT.V_SCROLL);
        text.setMessage(texts.get("Criterion_Text"));
        text.setToolTipText(texts.get("Criterion_Text_Tip"));
        GridDataFactory.fillDefaults().grab(true, false).hint(100, TextLines.height(text, LINES)).applyTo(text);
        said = new Label(area, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(100, SWT.DEFAULT).exclude(true).applyTo(said);
        said.setVisible(false);
        text.addListener(SWT.FocusOut, event -> read());
        text.addListener(SWT.Traverse, this::traverse);
        text.addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.CR && event.stateMask == SWT.MOD1) {
                event.doit = false;
                read();
            }
        });
    }

    /** Tab leaves the field, as everywhere. */
    private void traverse(Event event) {
        if (event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS) {
            event.doit = true;
        }
    }

    Control control() {
        return area;
    }

    /** Shows a rule; what was typed and could not be read is gone then. */
    void show(String rule) {
        shown = rule;
        if (!text.getText().equals(rule)) {
            text.setText(rule);
        }
        say("");
    }

    private void read() {
        if (!text.getText().strip().equals(shown)) {
            typed.accept(text.getText().strip());
        }
    }

    /** Says what is wrong with what was typed. */
    void say(String wrong) {
        ((GridData) said.getLayoutData()).exclude = wrong.isEmpty();
        said.setVisible(!wrong.isEmpty());
        said.setText(wrong);
        area.getParent().layout(true, true);
    }
}
