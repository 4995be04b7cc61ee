package org.towercrier.expansion.ui.internal.hints;

import java.util.Set;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.towercrier.expansion.ui.internal.Controls;
import org.towercrier.expansion.ui.internal.Texts;
import org.towercrier.expansion.ui.internal.desk.DeskState;
import org.towercrier.expansion.ui.internal.desk.DeskWords;
import org.towercrier.expansion.ui.internal.desk.PlanSteps;
import org.towercrier.ui.kit.Buttons;

/** What stands above the hints: solve, stop, how it stands, and a way back to all hints. */
final class HintsBar {

    private final Texts texts;
    private final Button solve;
    private final Button cancel;
    private final Button all;
    private final Label line;

    HintsBar(Composite parent, Texts texts, PlanSteps steps, Runnable openPlan, Runnable showAll) {
        this.texts = texts;
        Composite bar = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        solve = Buttons.push(bar, texts, "Action_SolveAgain", steps::solve);
        cancel = Buttons.push(bar, texts, "Action_Cancel", steps::cancel);
        all = Buttons.push(bar, texts, "Action_AllHints", showAll);
        line = new Label(bar, SWT.NONE);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).hint(10, SWT.DEFAULT).applyTo(line);
        Buttons.push(bar, texts, "Action_OpenPlan", openPlan);
        GridLayoutFactory.fillDefaults().numColumns(bar.getChildren().length).margins(8, 4).spacing(8, 0).applyTo(bar);
        show(DeskState.START, Set.of());
    }

    /** @param only cells the list is restricted to, empty for all */
    void show(DeskState state, Set<String> only) {
        if (line.isDisposed()) {
            return;
        }
        boolean running = state.running().isPresent();
        Controls.setShown(solve, !running && state.solved().isPresent());
        Controls.setShown(cancel, running);
        Controls.setShown(all, !only.isEmpty());
        String text = DeskWords.of(state, texts);
        line.setText(text);
        line.setToolTipText(text.isEmpty() ? null : text);
    }
}
