package org.towercrier.capacity.ui.internal.situations;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.osgi.service.event.Event;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.situation.CorrelationSettings;
import org.towercrier.capacity.situation.Decision;
import org.towercrier.capacity.situation.Situation;
import org.towercrier.capacity.situation.Situations;
import org.towercrier.capacity.ui.internal.CapacityIds;
import org.towercrier.capacity.ui.internal.Navigation;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.capacity.ui.internal.data.NetworkFeed;
import org.towercrier.capacity.ui.internal.data.NetworkSnapshot;
import org.towercrier.capacity.ui.internal.data.SituationSteps;
import org.towercrier.ui.CellSelection;
import org.towercrier.ui.Icon;
import org.towercrier.ui.SharedSelection;
import org.towercrier.ui.Topics;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.table.DataTable;
import org.towercrier.ui.table.TableColumn;
import org.towercrier.ui.theme.Severity;
import org.towercrier.ui.view.PartSite;
import org.towercrier.ui.view.TablePart;

import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The situations; beside them the members of the chosen one and what people decided about all of them. */
public final class SituationsPart extends TablePart<SituationsPart.Row> {

    private static final Set<String> TABLES = Set.of("situation", "situation_member", "situation_decision");

    /**
     * A situation and its names.
     *
     * @param situation the situation
     * @param name      what it has in common
     * @param parent    what is wrong with the parent
     */
    record Row(Situation situation, String name, String parent) {
    }

    /** What is read away from the window. */
    private record Read(List<Row> rows, List<Decision> decisions, Map<String, Alarm> alarms, SituationNames names,
            CorrelationSettings settings) {
    }

    private final Texts texts;
    private final NetworkFeed network;
    private final SharedSelection selection;
    private final Navigation navigation;
    private final MembersTable members;
    private final DecisionsTable decisions;
    private final SituationSteps steps;
    private Situations situations;
    private Optional<String> chosen = Optional.empty();
    private Read shown;
    private CorrelationBar correlation;
    private SashForm right;

    @Inject
    public SituationsPart(PartSite site, Texts texts, NetworkFeed network, SharedSelection selection, Navigation navigation,
            MembersTable members, DecisionsTable decisions, SituationSteps steps) {
        super(site);
        this.texts = texts;
        this.network = network;
        this.selection = selection;
        this.navigation = navigation;
        this.members = members;
        this.decisions = decisions;
        this.steps = steps;
        network.follow(this, this::changed);
    }

    @Inject
    void service(@org.eclipse.e4.core.di.annotations.Optional Situations service) {
        situations = service;
        changed();
    }

    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    void stored(@UIEventTopic(Topics.STORE_CHANGED) Event event) {
        if (event.getProperty(Topics.TABLES) instanceof String[] names && Arrays.stream(names).anyMatch(TABLES::contains)) {
            changed();
        }
    }

    /** The situation of the alarm that is selected anywhere. */
    @Inject
    void selected(@org.eclipse.e4.core.di.annotations.Optional @Named(SharedSelection.ALARM) String alarm) {
        if (alarm != null && shown != null && isBuilt() && !members.shows(alarm)) {
            shown.rows().stream().filter(row -> row.situation().alarms().contains(alarm)).findFirst().ifPresent(row -> {
                table().select(Set.of(row.situation().id()));
                choose(List.of(row));
            });
        }
    }

    @Override
    protected List<TableColumn<Row>> columns() {
        return List.of(
                TableColumn.<Row>severity("severity", texts.get("Column_Severity"),
                        row -> Severity.named(row.situation().severity().getLiteral())),
                TableColumn.<Row>text("name", texts.get("Column_Situation"), Row::name).wide(220),
                TableColumn.<Row>text("parent", texts.get("Column_Parent"), Row::parent).wide(220),
                TableColumn.<Row>integer("members", texts.get("Column_Members"), "", row -> row.situation().members().size()),
                TableColumn.<Row>integer("cells", texts.get("Column_Cells"), "", row -> row.situation().cells()),
                TableColumn.<Row>time("began", texts.get("Column_Began"), row -> Optional.of(row.situation().began())),
                TableColumn.<Row>time("latest", texts.get("Column_Latest"), row -> Optional.of(row.situation().latest())));
    }

    @Override
    protected void createBar(Composite parent) {
        correlation = new CorrelationBar(parent, texts, steps::correlate);
    }

    @Override
    protected void prepare(DataTable<Row> table) {
        table.setKey(row -> row.situation().id());
        table.onSelection(this::choose);
        table.onOpen(row -> navigation.cells(cells(row.situation())));
    }

    @Override
    protected Control placeTable(StatePane parent) {
        parent.setEmpty(Icon.LINK, texts.get("Part_Situations"), texts.get("Empty_Situations")).button(texts.get("Empty_Detect"),
                navigation::detect);
        SashForm sash = new SashForm(parent, SWT.HORIZONTAL);
        createTable(sash);
        right = new SashForm(sash, SWT.VERTICAL);
        members.create(right, site());
        decisions.create(right, site());
        right.setWeights(62, 38);
        sash.setWeights(52, 48);
        return sash;
    }

    @Override
    protected void refresh() {
        Situations service = situations;
        NetworkSnapshot snapshot = network.snapshot();
        if (service == null) {
            loader().cancel();
            pane().showEmpty();
            return;
        }
        loader().load(cancellation -> {
            SituationNames names = new SituationNames(texts, snapshot.cellsById());
            Map<String, Alarm> alarms = snapshot.alarms().stream().collect(Collectors.toMap(Alarm::id, alarm -> alarm));
            List<Row> rows = service.list(false).stream().map(situation -> new Row(situation, names.name(situation),
                    Optional.ofNullable(alarms.get(situation.parent())).map(alarm -> alarm.identity().specificProblem()).orElse("")))
                    .toList();
            return new Read(rows, service.decisions(true), alarms, names, service.settings());
        }, this::show);
    }

    private void show(Read read) {
        shown = read;
        correlation.show(read.settings());
        show(rows(read.rows()));
        pane().showUnless(read.rows().isEmpty() && read.decisions().isEmpty());
        decisions.show(read.decisions(), read.alarms(), read.names());
        right.setMaximizedControl(read.decisions().isEmpty() ? right.getChildren()[0] : null);
        Row row = read.rows().stream().filter(each -> chosen.equals(Optional.of(each.situation().id()))).findFirst()
                .orElse(read.rows().isEmpty() ? null : read.rows().getFirst());
        showMembers(Optional.ofNullable(row));
    }

    private void choose(List<Row> rows) {
        if (!rows.isEmpty()) {
            Row row = rows.getLast();
            selection.cells(cells(row.situation()));
            showMembers(Optional.of(row));
        }
    }

    private void showMembers(Optional<Row> row) {
        chosen = row.map(each -> each.situation().id());
        members.show(row.map(Row::situation), shown.alarms(), shown.names(), shown.rows().stream().map(Row::situation).toList());
    }

    private CellSelection cells(Situation situation) {
        return new CellSelection(situation.members().stream().map(Situation.Member::cell).distinct().toList(), this);
    }

    /** Shows why the alarm is up. */
    static void open(SharedSelection selection, Navigation navigation, String alarm) {
        selection.alarm(alarm);
        navigation.show(CapacityIds.PART_EVIDENCE);
    }
}
