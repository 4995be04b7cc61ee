package org.towercrier.capacity.ui.internal.parts;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.di.PersistState;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.di.UISynchronize;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.alarm.AlarmState;
import org.towercrier.capacity.ui.internal.CapacityIds;
import org.towercrier.capacity.ui.internal.Navigation;
import org.towercrier.capacity.ui.internal.StatePane;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.capacity.ui.internal.data.AlarmSteps;
import org.towercrier.capacity.ui.internal.data.CellInfo;
import org.towercrier.capacity.ui.internal.data.NetworkSnapshot;
import org.towercrier.capacity.ui.internal.data.SnapshotAddon;
import org.towercrier.store.StoreException;
import org.towercrier.ui.CellSelection;
import org.towercrier.ui.Icon;
import org.towercrier.ui.SharedSelection;
import org.towercrier.ui.Topics;
import org.towercrier.ui.kit.Dates;
import org.towercrier.ui.kit.UiMessages;
import org.towercrier.ui.table.DataTable;
import org.towercrier.ui.table.RowSet;
import org.towercrier.ui.table.TableColumn;
import org.towercrier.ui.theme.ThemeTracker;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The alarm list: sort, filter, group; acknowledge, comment, shelve, clear. */
public final class AlarmsPart {

    private static final String TABLE_STATE = "table";
    private static final Duration SHELVED_FOR = Duration.ofHours(8);

    private final Texts texts;
    private final UiMessages messages;
    private final ThemeTracker themes;
    private final SharedSelection selection;
    private final Navigation navigation;
    private final AlarmSteps steps;
    private final MPart part;
    private final List<TableColumn<AlarmColumns.Row>> columns;
    private NetworkSnapshot snapshot = NetworkSnapshot.EMPTY;
    private DataTable<AlarmColumns.Row> table;
    private StatePane states;
    private StoreException trouble;
    private final UISynchronize ui;

    @Inject
    public AlarmsPart(Texts texts, ThemeTracker themes, SharedSelection selection,
            Navigation navigation, AlarmSteps steps, MPart part, UISynchronize ui) {
        this.ui = ui;
        this.texts = texts;
        this.messages = UiMessages.of(texts.locale());
        this.themes = themes;
        this.selection = selection;
        this.navigation = navigation;
        this.steps = steps;
        this.part = part;
        this.columns = AlarmColumns.of(texts);
    }

    @PostConstruct
    void build(Composite parent) {
        parent.setLayout(new FillLayout());
        states = new StatePane(parent, texts, themes);
        states.setEmpty(Icon.ALARM, texts.get("Part_Alarms"), texts.get("Empty_Alarms"), texts.get("Empty_Detect"), navigation::detect);
        table = new DataTable<>(states, columns, messages, Dates.in(ZoneId.systemDefault()));
        table.setKey(row -> row.alarm().id());
        table.onSelection(this::select);
        table.onOpen(row -> navigation.show(CapacityIds.PART_EVIDENCE));
        table.onMenu(this::menu);
        Optional.ofNullable(part.getPersistedState().get(TABLE_STATE)).ifPresent(table::restoreState);
        states.setContent(table);
        themes.track(table);
        show();
    }

    @PersistState
    void remember() {
        part.getPersistedState().put(TABLE_STATE, table.saveState());
    }

    @Focus
    void focus() {
        table.setFocus();
    }

    @Inject
    void snapshot(@org.eclipse.e4.core.di.annotations.Optional @Named(SnapshotAddon.SNAPSHOT) NetworkSnapshot loaded) {
        snapshot = loaded == null ? NetworkSnapshot.EMPTY : loaded;
        show();
    }

    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    void filter(@UIEventTopic(Topics.FILTER_ALARMS) String words) {
        if (table != null && !table.isDisposed()) {
            table.clearFilters();
            table.quickFilter(words);
        }
    }

    @Inject
    void selected(@org.eclipse.e4.core.di.annotations.Optional @Named(SharedSelection.CELLS) CellSelection cells) {
        if (table == null || table.isDisposed() || cells == null || cells.isFrom(this)) {
            return;
        }
        Set<String> ids = Set.copyOf(cells.cellIds());
        Set<String> alarms = snapshot.alarms().stream().filter(alarm -> ids.contains(alarm.cell())).map(Alarm::id)
                .collect(Collectors.toSet());
        table.select(alarms);
        snapshot.alarms().stream().filter(alarm -> alarms.contains(alarm.id())).findFirst()
                .ifPresentOrElse(alarm -> selection.alarm(alarm.id()), selection::clearAlarm);
    }

    @Inject
    void trouble(@org.eclipse.e4.core.di.annotations.Optional @Named(SnapshotAddon.TROUBLE) StoreException newTrouble) {
        trouble = newTrouble;
        show();
    }

    private void show() {
        if (table == null || table.isDisposed()) {
            return;
        }
        NetworkSnapshot current = snapshot;
        states.show(trouble, current.alarms().isEmpty());
        Job.createSystem(texts.get("Part_Alarms"), monitor -> {
            RowSet<AlarmColumns.Row> rows = RowSet.of(columns, rows(current), messages);
            ui.asyncExec(() -> {
                if (!table.isDisposed() && snapshot == current) {
                    table.setRows(rows);
                }
            });
        }).schedule();
    }

    private static List<AlarmColumns.Row> rows(NetworkSnapshot current) {
        Map<String, CellInfo> cells = current.cellsById();
        Instant latest = current.latestSample().orElse(Instant.EPOCH);
        return current.alarms().stream()
                .map(alarm -> new AlarmColumns.Row(alarm, Optional.ofNullable(cells.get(alarm.cell())), latest)).toList();
    }

    private void select(List<AlarmColumns.Row> rows) {
        selection.cells(new CellSelection(rows.stream().map(row -> row.alarm().cell()).distinct().toList(), this));
        if (rows.isEmpty()) {
            selection.clearAlarm();
        } else {
            selection.alarm(rows.getLast().alarm().id());
        }
    }

    private void menu(Menu menu) {
        List<Alarm> chosen = table.selection().stream().map(AlarmColumns.Row::alarm).toList();
        List<String> ids = chosen.stream().map(Alarm::id).toList();
        boolean gone = chosen.stream().anyMatch(alarm -> alarm.state() == AlarmState.GONE);
        item(menu, "Alarm_Acknowledge", all(chosen, alarm -> alarm.acknowledgement().isEmpty()), () -> steps.acknowledge(ids));
        item(menu, "Alarm_Unacknowledge", !gone && all(chosen, alarm -> alarm.acknowledgement().isPresent()),
                () -> steps.unacknowledge(ids));
        item(menu, "Alarm_Comment", !chosen.isEmpty(), () -> steps.comment(ids, table));
        item(menu, "Alarm_Shelve", !gone && !chosen.isEmpty(), () -> steps.shelve(ids, Instant.now().plus(SHELVED_FOR)));
        item(menu, "Alarm_Unshelve", all(chosen, alarm -> alarm.shelvedAt(Instant.now())), () -> steps.unshelve(ids));
        item(menu, "Alarm_Clear", all(chosen, alarm -> alarm.cleared().isEmpty()), () -> steps.clear(ids));
        new MenuItem(menu, SWT.SEPARATOR);
        item(menu, "Alarm_ShowOnMap", !chosen.isEmpty(), () -> navigation
                .cells(new CellSelection(chosen.stream().map(Alarm::cell).distinct().toList(), this)));
    }

    private static boolean all(List<Alarm> alarms, java.util.function.Predicate<Alarm> test) {
        return !alarms.isEmpty() && alarms.stream().allMatch(test);
    }

    private void item(Menu menu, String key, boolean enabled, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(texts.get(key));
        item.setEnabled(enabled);
        item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
    }
}
