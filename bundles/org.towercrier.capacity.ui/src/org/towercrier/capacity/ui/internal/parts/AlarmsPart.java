package org.towercrier.capacity.ui.internal.parts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.alarm.AlarmState;
import org.towercrier.capacity.ui.internal.CapacityIds;
import org.towercrier.capacity.ui.internal.Navigation;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.capacity.ui.internal.data.AlarmSteps;
import org.towercrier.capacity.ui.internal.data.CellInfo;
import org.towercrier.capacity.ui.internal.data.NetworkFeed;
import org.towercrier.capacity.ui.internal.data.NetworkSnapshot;
import org.towercrier.ui.CellSelection;
import org.towercrier.ui.Icon;
import org.towercrier.ui.SharedSelection;
import org.towercrier.ui.Topics;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.table.DataTable;
import org.towercrier.ui.table.TableColumn;
import org.towercrier.ui.view.PartSite;
import org.towercrier.ui.view.TablePart;

import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The alarm list: sort, filter, group; acknowledge, comment, shelve, clear. */
public final class AlarmsPart extends TablePart<AlarmColumns.Row> {

    private static final Duration SHELVED_FOR = Duration.ofHours(8);

    private final Texts texts;
    private final NetworkFeed network;
    private final SharedSelection selection;
    private final Navigation navigation;
    private final AlarmSteps steps;

    @Inject
    public AlarmsPart(PartSite site, Texts texts, NetworkFeed network, SharedSelection selection, Navigation navigation,
            AlarmSteps steps) {
        super(site);
        this.texts = texts;
        this.network = network;
        this.selection = selection;
        this.navigation = navigation;
        this.steps = steps;
        network.follow(this, this::changed);
    }

    @Override
    protected List<TableColumn<AlarmColumns.Row>> columns() {
        return AlarmColumns.of(texts);
    }

    @Override
    protected void prepare(DataTable<AlarmColumns.Row> table) {
        table.setKey(row -> row.alarm().id());
        table.onSelection(this::select);
        table.onOpen(row -> navigation.show(CapacityIds.PART_EVIDENCE));
        table.onMenu(this::menu);
    }

    @Override
    protected Control placeTable(StatePane parent) {
        parent.setEmpty(Icon.ALARM, texts.get("Part_Alarms"), texts.get("Empty_Alarms")).button(texts.get("Empty_Detect"),
                navigation::detect);
        return createTable(parent);
    }

    @Override
    protected void refresh() {
        NetworkSnapshot current = network.snapshot();
        if (network.isShown(pane(), current.alarms().isEmpty())) {
            show(cancellation -> rows(current));
        } else {
            loader().cancel();
        }
    }

    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    void filter(@UIEventTopic(Topics.FILTER_ALARMS) String words) {
        if (isBuilt()) {
            table().clearFilters();
            table().quickFilter(words);
        }
    }

    @Inject
    void selected(@org.eclipse.e4.core.di.annotations.Optional @Named(SharedSelection.CELLS) CellSelection cells) {
        if (!isBuilt() || cells == null || cells.isFrom(this)) {
            return;
        }
        NetworkSnapshot snapshot = network.snapshot();
        Set<String> ids = Set.copyOf(cells.cellIds());
        Set<String> alarms = snapshot.alarms().stream().filter(alarm -> ids.contains(alarm.cell())).map(Alarm::id)
                .collect(Collectors.toSet());
        table().select(alarms);
        snapshot.alarms().stream().filter(alarm -> alarms.contains(alarm.id())).findFirst()
                .ifPresentOrElse(alarm -> selection.alarm(alarm.id()), selection::clearAlarm);
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
        List<Alarm> chosen = table().selection().stream().map(AlarmColumns.Row::alarm).toList();
        List<String> ids = chosen.stream().map(Alarm::id).toList();
        boolean gone = chosen.stream().anyMatch(alarm -> alarm.state() == AlarmState.GONE);
        item(menu, "Alarm_Acknowledge", all(chosen, alarm -> alarm.acknowledgement().isEmpty()), () -> steps.acknowledge(ids));
        item(menu, "Alarm_Unacknowledge", !gone && all(chosen, alarm -> alarm.acknowledgement().isPresent()),
                () -> steps.unacknowledge(ids));
        item(menu, "Alarm_Comment", !chosen.isEmpty(), () -> steps.comment(ids, table()));
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
