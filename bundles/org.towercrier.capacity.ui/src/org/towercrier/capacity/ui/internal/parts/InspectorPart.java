package org.towercrier.capacity.ui.internal.parts;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.towercrier.capacity.Kpis;
import org.towercrier.capacity.alarm.Alarm;
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
import org.towercrier.ui.kit.Buttons;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.theme.Severity;
import org.towercrier.ui.view.PartSite;
import org.towercrier.ui.view.StatePart;

import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The selected cell: facts, load, alarms, what can be done. */
public final class InspectorPart extends StatePart {

    private static final int MOST_ALARMS = 12;
    private static final int CHART_HEIGHT = 180;
    private static final int CHART_DAYS = 7;

    private final Texts texts;
    private final NetworkFeed network;
    private final SharedSelection selection;
    private final Navigation navigation;
    private final AlarmSteps steps;
    private final KpiCharts charts;
    private final PeopleSection people;
    private Optional<CellSelection> cells = Optional.empty();
    private ScrolledComposite scroll;
    private Composite page;
    private Composite head;
    private KpiCharts.Chart load;
    private PeopleSection.Pane behind;
    private Font title;

    @Inject
    public InspectorPart(PartSite site, Texts texts, NetworkFeed network, SharedSelection selection, Navigation navigation,
            AlarmSteps steps, KpiCharts charts, PeopleSection people) {
        super(site);
        this.texts = texts;
        this.network = network;
        this.selection = selection;
        this.navigation = navigation;
        this.steps = steps;
        this.charts = charts;
        this.people = people;
        network.follow(this, this::changed);
    }

    @Override
    protected Control createContent(StatePane parent) {
        parent.setEmpty(Icon.INFORMATION, texts.get("Part_Inspector"), texts.get("Empty_Selection")).button(
                texts.get("Empty_ShowMap"), () -> navigation.show(CapacityIds.PART_MAP));
        scroll = new ScrolledComposite(parent, SWT.V_SCROLL);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        page = new Composite(scroll, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(16, 16).spacing(8, 16).applyTo(page);
        scroll.setContent(page);
        LocalResourceManager resources = new LocalResourceManager(JFaceResources.getResources(), page);
        title = resources.create(FontDescriptor.createFrom(page.getFont()).setStyle(SWT.BOLD).increaseHeight(2));
        head = new Composite(page, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
        load = charts.create(page);
        GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, CHART_HEIGHT).applyTo(load.control());
        behind = people.create(page, this::laidOut);
        return scroll;
    }

    @Inject
    void selected(@org.eclipse.e4.core.di.annotations.Optional @Named(SharedSelection.CELLS) CellSelection chosen) {
        cells = Optional.ofNullable(chosen).filter(some -> !some.isEmpty());
        changed();
    }

    @Override
    protected void refresh() {
        Optional<String> id = cells.flatMap(CellSelection::primary);
        if (!network.isShown(pane(), id.isEmpty())) {
            return;
        }
        for (Control child : head.getChildren()) {
            child.dispose();
        }
        GridLayoutFactory.fillDefaults().spacing(8, 8).applyTo(head);
        NetworkSnapshot snapshot = network.snapshot();
        cell(id.orElseThrow(), Optional.ofNullable(snapshot.cellsById().get(id.orElseThrow())));
        boolean measured = snapshot.samples() > 0;
        load.control().setVisible(measured);
        if (measured) {
            load.show(id.orElseThrow(), "prb-utilisation-dl", Kpis.Step.HOUR, snapshot.latestSample(), CHART_DAYS);
        }
        behind.show(id.orElseThrow());
        laidOut();
    }

    private void laidOut() {
        page.layout(true, true);
        scroll.setMinSize(0, page.computeSize(scroll.getClientArea().width, SWT.DEFAULT).y);
    }

    private void cell(String id, Optional<CellInfo> cell) {
        Label name = new Label(head, SWT.WRAP);
        name.setFont(title);
        name.setText(cell.map(CellInfo::name).orElse(id));
        name.setToolTipText(id);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(name);
        if (cells.map(some -> some.cellIds().size()).orElse(0) > 1) {
            wrapped(head, texts.get("Inspector_Many", cells.get().cellIds().size()));
        }
        if (cell.isEmpty()) {
            wrapped(head, texts.get("Inspector_Unknown", id));
        } else {
            facts(cell.get());
        }
        alarms(network.snapshot().alarms().stream().filter(alarm -> alarm.cell().equals(id)).toList());
        Composite row = new Composite(head, SWT.NONE);
        Buttons.push(row, texts, "Inspector_OpenCell", () -> navigation.show(CapacityIds.PART_CELL));
        if (navigation.hasHints()) {
            Buttons.push(row, texts, "Alarm_Hints", () -> navigation.hints(List.of(id)));
        }
        network.snapshot().alarms().stream().filter(alarm -> alarm.cell().equals(id) && alarm.cleared().isEmpty()).findFirst()
                .filter(alarm -> navigation.hasCare())
                .ifPresent(alarm -> Buttons.push(row, texts, "Alarm_Care", () -> navigation.care(alarm.id())));
        RowLayout places = new RowLayout(SWT.HORIZONTAL);
        places.marginLeft = 0;
        places.marginRight = 0;
        places.spacing = 8;
        row.setLayout(places);
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(row);
    }

    private void facts(CellInfo cell) {
        Composite grid = new Composite(head, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(grid);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(16, 4).applyTo(grid);
        for (CellFacts.Fact fact : CellFacts.of(cell, texts)) {
            Label name = new Label(grid, SWT.NONE);
            name.setText(fact.name());
            name.setForeground(site().themes().theme().mutedText());
            Label value = new Label(grid, SWT.NONE);
            value.setText(fact.value());
            value.setToolTipText(fact.value());
            GridDataFactory.fillDefaults().grab(true, false).applyTo(value);
        }
    }

    private void alarms(List<Alarm> alarms) {
        Label heading = new Label(head, SWT.NONE);
        heading.setText(texts.get("Inspector_Alarms"));
        heading.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        GridDataFactory.fillDefaults().indent(0, 8).applyTo(heading);
        if (alarms.isEmpty()) {
            wrapped(head, texts.get("Inspector_NoAlarm"));
            return;
        }
        Composite grid = new Composite(head, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(grid);
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(8, 4).applyTo(grid);
        for (Alarm alarm : alarms.subList(0, Math.min(MOST_ALARMS, alarms.size()))) {
            new GlyphLabel(grid, Severity.named(alarm.severity().getLiteral()).orElse(Severity.INDETERMINATE), site().themes().theme());
            Link why = new Link(grid, SWT.NONE);
            why.setText("<a>" + alarm.identity().specificProblem() + "</a>");
            why.setToolTipText(texts.get("Inspector_Why") + " · " + texts.get("State_" + alarm.state().name()));
            GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(why);
            why.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
                selection.alarm(alarm.id());
                navigation.show(CapacityIds.PART_EVIDENCE);
            }));
            Button acknowledge = new Button(grid, SWT.PUSH);
            acknowledge.setText(texts.get("Alarm_Acknowledge"));
            acknowledge.setEnabled(alarm.acknowledgement().isEmpty());
            acknowledge.addSelectionListener(SelectionListener.widgetSelectedAdapter(
                    event -> steps.acknowledge(List.of(alarm.id()))));
        }
    }

    private static void wrapped(Composite parent, String text) {
        Label label = new Label(parent, SWT.WRAP);
        label.setText(text);
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(label);
    }
}
