package org.towercrier.capacity.ui.internal.parts;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.alarm.AlarmService;
import org.towercrier.capacity.situation.Situation;
import org.towercrier.capacity.situation.Situations;
import org.towercrier.capacity.ui.internal.CapacityIds;
import org.towercrier.capacity.ui.internal.Navigation;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.capacity.ui.internal.data.CellInfo;
import org.towercrier.capacity.ui.internal.data.NetworkFeed;
import org.towercrier.capacity.ui.internal.data.NetworkSnapshot;
import org.towercrier.capacity.ui.internal.filters.AlarmScope;
import org.towercrier.capacity.ui.internal.filters.FilterSteps;
import org.towercrier.capacity.ui.internal.filters.FilterWords;
import org.towercrier.capacity.ui.internal.filters.ListFilter;
import org.towercrier.capacity.ui.internal.situations.SituationNames;
import org.towercrier.store.StoreException;
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

    private static final String PARENTS_ONLY = "parents-only";
    private static final String SCOPE = "scope";

    private final Texts texts;
    private final NetworkFeed network;
    private final SharedSelection selection;
    private final Navigation navigation;
    private final AlarmMenu alarmMenu;
    private final FilterSteps filters;
    private Situations situations;
    private AlarmService alarms;
    private AlarmBar bar;
    private boolean parentsOnly;
    private AlarmScope scope;

    @Inject
    public AlarmsPart(PartSite site, Texts texts, NetworkFeed network, SharedSelection selection, Navigation navigation,
            AlarmMenu alarmMenu, FilterSteps filters) {
        super(site);
        this.texts = texts;
        this.network = network;
        this.selection = selection;
        this.navigation = navigation;
        this.alarmMenu = alarmMenu;
        this.filters = filters;
        this.parentsOnly = site.remembered(PARENTS_ONLY).map(Boolean::parseBoolean).orElse(false);
        this.scope = site.remembered(SCOPE).flatMap(AlarmsPart::scope).orElse(AlarmScope.ON_THE_LIST);
        network.follow(this, this::changed);
    }

    private static Optional<AlarmScope> scope(String name) {
        return Arrays.stream(AlarmScope.values()).filter(each -> each.name().equals(name)).findFirst();
    }

    @Inject
    void services(@org.eclipse.e4.core.di.annotations.Optional Situations service,
            @org.eclipse.e4.core.di.annotations.Optional AlarmService alarmService) {
        situations = service;
        alarms = alarmService;
        changed();
    }

    @Override
    protected void createBar(Composite parent) {
        bar = new AlarmBar(parent, texts, this::table, () -> ask(bar.scope(), bar.isParentsOnly()),
                name -> filters.save(name, filter()));
        bar.show(scope, parentsOnly);
    }

    /** Asks for other alarms. */
    private void ask(AlarmScope newScope, boolean onlyParents) {
        if (newScope != scope || onlyParents != parentsOnly) {
            scope = newScope;
            parentsOnly = onlyParents;
            site().remember(SCOPE, scope.name());
            site().remember(PARENTS_ONLY, Boolean.toString(parentsOnly));
            bar.show(scope, parentsOnly);
            changed();
        }
    }

    private ListFilter filter() {
        return new ListFilter(scope, parentsOnly, table().quickFilter(),
                new FilterWords(texts).kept(table().filters()), table().saveState());
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
            Situations service = situations;
            AlarmService history = alarms;
            AlarmScope asked = scope;
            boolean hide = parentsOnly;
            loader().load(cancellation -> rows(rows(current, asked, history, service, hide)), read -> {
                show(read);
                // that none is in the scope is no reason to hide the filters
                pane().showUnless(false);
            });
        } else {
            loader().cancel();
        }
    }

    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    void filter(@UIEventTopic(Topics.FILTER_ALARMS) String words) {
        if (isBuilt()) {
            ask(AlarmScope.ALL, parentsOnly);
            table().clearFilters();
            table().quickFilter(words);
        }
    }

    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    void apply(@UIEventTopic(CapacityIds.TOPIC_FILTER) ListFilter filter) {
        if (isBuilt()) {
            ask(filter.scope(), filter.parentsOnly());
            table().clearFilters();
            table().restoreState(filter.layout());
            Set<String> known = columns().stream().map(TableColumn::id).collect(Collectors.toSet());
            new FilterWords(texts).shown(filter.columns()).forEach((column, text) -> {
                if (known.contains(column)) {
                    table().filter(column, text);
                }
            });
            table().quickFilter(filter.words());
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

    private List<AlarmColumns.Row> rows(NetworkSnapshot current, AlarmScope asked, AlarmService history, Situations service, boolean hide)
            throws StoreException {
        Instant now = Instant.now();
        Set<String> expired = asked == AlarmScope.SHELF_EXPIRED && history != null
                ? AlarmScope.expired(history.historiesOf(AlarmScope.SHELF)) : Set.of();
        Map<String, CellInfo> cells = current.cellsById();
        Instant latest = current.latestSample().orElse(Instant.EPOCH);
        SituationNames names = new SituationNames(texts, cells);
        Map<String, Situation> situations = new HashMap<>();
        Map<String, String> inhibited = service == null ? Map.of() : service.inhibited();
        if (service != null) {
            service.list(false).forEach(each -> each.alarms().forEach(alarm -> situations.put(alarm, each)));
        }
        Map<String, Long> children = inhibited.values().stream().collect(Collectors.groupingBy(parent -> parent, Collectors.counting()));
        return current.alarms().stream().filter(alarm -> asked.accepts(alarm, now, expired))
                .filter(alarm -> !hide || !inhibited.containsKey(alarm.id()))
                .map(alarm -> new AlarmColumns.Row(alarm, Optional.ofNullable(cells.get(alarm.cell())), latest,
                        Optional.ofNullable(situations.get(alarm.id())).map(names::name).orElse(""),
                        children.getOrDefault(alarm.id(), 0L).intValue(), now))
                .toList();
    }

    private void select(List<AlarmColumns.Row> rows) {
        if (rows.isEmpty()) {
            // what was shelved or has gone leaves the list under the hand of the operator, who is not done with it
            return;
        }
        selection.cells(new CellSelection(rows.stream().map(row -> row.alarm().cell()).distinct().toList(), this));
        selection.alarm(rows.getLast().alarm().id());
    }

    private void menu(Menu menu) {
        List<Alarm> chosen = table().selection().stream().map(AlarmColumns.Row::alarm).toList();
        alarmMenu.fill(menu, chosen, table());
        new MenuItem(menu, SWT.SEPARATOR);
        alarmMenu.item(menu, "Alarm_ShowOnMap", !chosen.isEmpty(), () -> navigation
                .cells(new CellSelection(chosen.stream().map(Alarm::cell).distinct().toList(), this)));
        if (navigation.hasHints()) {
            alarmMenu.item(menu, "Alarm_Hints", !chosen.isEmpty(),
                    () -> navigation.hints(chosen.stream().map(Alarm::cell).distinct().toList()));
        }
    }
}
