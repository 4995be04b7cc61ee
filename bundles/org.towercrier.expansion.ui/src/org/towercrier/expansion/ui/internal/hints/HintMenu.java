package org.towercrier.expansion.ui.internal.hints;

import java.util.List;
import java.util.Locale;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.towercrier.expansion.ui.internal.Texts;
import org.towercrier.expansion.ui.internal.desk.PlanQuestion.Will;
import org.towercrier.expansion.ui.internal.desk.PlanSteps;
import org.towercrier.ui.table.DataTable;

/** What can be done with hints, by menu and by key: P pins, F forbids, R releases, Ctrl+Enter solves. */
final class HintMenu {

    private static final char PIN = 'P';
    private static final char FORBID = 'F';
    private static final char RELEASE = 'R';

    private final Texts texts;
    private final PlanSteps steps;

    HintMenu(Texts texts, PlanSteps steps) {
        this.texts = texts;
        this.steps = steps;
    }

    /** Adds the items. */
    void fill(Menu menu, List<Hint> hints, Runnable showOnMap, Runnable openCell) {
        List<String> ids = ids(hints);
        item(menu, "Menu_Pin", PIN, hints.stream().anyMatch(hint -> hint.will() != Will.PINNED), () -> steps.pin(ids));
        item(menu, "Menu_Forbid", FORBID, hints.stream().anyMatch(hint -> hint.will() != Will.FORBIDDEN), () -> steps.forbid(ids));
        item(menu, "Menu_Release", RELEASE, hints.stream().anyMatch(hint -> hint.will() != Will.FREE), () -> release(hints));
        new MenuItem(menu, SWT.SEPARATOR);
        List<String> cells = hints.stream().map(hint -> hint.place().cell()).distinct().toList();
        item(menu, "Menu_ForbidCell", (char) 0, !cells.isEmpty(), () -> steps.forbid(cells));
        List<String> sites = hints.stream().map(hint -> hint.place().site()).filter(site -> !site.isEmpty()).distinct().toList();
        item(menu, "Menu_ForbidSite", (char) 0, !sites.isEmpty(), () -> steps.forbid(sites));
        List<String> kinds = hints.stream().map(hint -> hint.action().id() + ":*").distinct().toList();
        item(menu, "Menu_ForbidKind", (char) 0, !kinds.isEmpty(), () -> steps.forbid(kinds));
        new MenuItem(menu, SWT.SEPARATOR);
        item(menu, "Action_SolveAgain", (char) 0, true, steps::solve);
        new MenuItem(menu, SWT.SEPARATOR);
        item(menu, "Menu_ShowOnMap", (char) 0, !hints.isEmpty(), showOnMap);
        item(menu, "Menu_OpenCell", (char) 0, !hints.isEmpty(), openCell);
    }

    private void item(Menu menu, String key, char letter, boolean enabled, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(letter == 0 ? texts.get(key) : texts.get(key) + '\t' + letter);
        item.setEnabled(enabled);
        item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
    }

    private static List<String> ids(List<Hint> hints) {
        return hints.stream().map(Hint::id).toList();
    }

    /** Whatever was laid down about them, by whichever name. */
    private void release(List<Hint> hints) {
        steps.release(hints.stream().flatMap(hint -> List.of(hint.id(), hint.action().id() + ":*", hint.place().cell(), hint.place().site())
                .stream()).filter(id -> !id.isEmpty()).distinct().toList());
    }

    /** Has the keys work wherever the focus is in the table's grid. */
    void keys(DataTable<Hint> table) {
        for (Control child : table.getChildren()) {
            child.addListener(SWT.KeyDown, event -> pressed(event, table));
        }
    }

    private void pressed(Event event, DataTable<Hint> table) {
        List<Hint> hints = table.selection();
        if (event.stateMask == SWT.MOD1 && (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR)) {
            event.doit = false;
            steps.solve();
        } else if (event.stateMask == 0 && !hints.isEmpty()) {
            switch (String.valueOf(event.character).toUpperCase(Locale.ROOT).charAt(0)) {
                case PIN -> steps.pin(ids(hints));
                case FORBID -> steps.forbid(ids(hints));
                case RELEASE -> release(hints);
                default -> {
                    // another key
                }
            }
        }
    }
}
