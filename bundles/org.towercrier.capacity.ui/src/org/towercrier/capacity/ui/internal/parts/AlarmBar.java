package org.towercrier.capacity.ui.internal.parts;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.capacity.ui.internal.filters.AlarmScope;
import org.towercrier.ui.table.DataTable;

/** What stands above the alarm list: which alarms, in which groups, and a button that keeps the filter. */
final class AlarmBar {

    /** The columns by which alarms are grouped, and the keys of their names. */
    static final List<String> GROUPS = List.of("site", "region", "severity", "kind", "situation");
    private static final List<String> NAMES = List.of("Column_Site", "Column_Region", "Column_Severity", "Column_Kind",
            "Column_Situation");

    private final Combo scopes;
    private final Button parentsOnly;

    /**
     * Makes it.
     *
     * @param table   the table, asked for when something is chosen
     * @param changed is called when other alarms are asked for
     * @param save    is called with the name under which the filter of now is to be kept
     */
    AlarmBar(Composite parent, Texts texts, Supplier<DataTable<AlarmColumns.Row>> table, Runnable changed, Consumer<String> save) {
        Composite bar = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        GridLayoutFactory.fillDefaults().numColumns(5).margins(8, 4).spacing(8, 0).applyTo(bar);
        Label label = new Label(bar, SWT.NONE);
        label.setText(texts.get("Alarms_Show"));
        scopes = new Combo(bar, SWT.READ_ONLY);
        scopes.setItems(Arrays.stream(AlarmScope.values()).map(scope -> texts.get("Scope_" + scope.name())).toArray(String[]::new));
        scopes.select(AlarmScope.ON_THE_LIST.ordinal());
        scopes.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> changed.run()));
        Button group = new Button(bar, SWT.PUSH);
        group.setText(texts.get("Alarms_Group"));
        group.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> openGroups(group, texts, table.get())));
        Button keep = new Button(bar, SWT.PUSH);
        keep.setText(texts.get("Alarms_SaveFilter"));
        keep.setToolTipText(texts.get("Alarms_SaveFilter_Tip"));
        keep.addSelectionListener(SelectionListener
                .widgetSelectedAdapter(event -> Ask.text(keep, texts.get("Alarms_FilterName"), save)));
        parentsOnly = new Button(bar, SWT.CHECK);
        parentsOnly.setText(texts.get("Alarms_ParentsOnly"));
        parentsOnly.setToolTipText(texts.get("Alarms_ParentsOnly_Tip"));
        parentsOnly.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> changed.run()));
    }

    AlarmScope scope() {
        return AlarmScope.values()[Math.max(0, scopes.getSelectionIndex())];
    }

    boolean isParentsOnly() {
        return parentsOnly.getSelection();
    }

    /** Shows what is asked for, telling nobody. */
    void show(AlarmScope scope, boolean onlyParents) {
        scopes.select(scope.ordinal());
        parentsOnly.setSelection(onlyParents);
    }

    private static void openGroups(Button button, Texts texts, DataTable<AlarmColumns.Row> table) {
        Menu menu = new Menu(button);
        String now = table.groupedBy().orElse("");
        item(menu, texts.get("Alarms_Group_None"), now.isEmpty(), table::ungroup);
        for (int i = 0; i < GROUPS.size(); i++) {
            String column = GROUPS.get(i);
            item(menu, texts.get(NAMES.get(i)), column.equals(now), () -> table.groupBy(column));
        }
        Rectangle place = button.getBounds();
        menu.setLocation(button.getParent().toDisplay(place.x, place.y + place.height));
        menu.setVisible(true);
    }

    private static void item(Menu menu, String text, boolean chosen, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.RADIO);
        item.setText(text);
        item.setSelection(chosen);
        item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
            if (item.getSelection()) {
                action.run();
            }
        }));
    }
}
