package org.towercrier.capacity.ui.internal.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.towercrier.capacity.Kpis;
import org.towercrier.capacity.ui.internal.CapacityIds;
import org.towercrier.capacity.ui.internal.Navigation;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.capacity.ui.internal.data.CellInfo;
import org.towercrier.capacity.ui.internal.data.NetworkFeed;
import org.towercrier.capacity.ui.internal.data.NetworkSnapshot;
import org.towercrier.ui.CellSelection;
import org.towercrier.ui.Icon;
import org.towercrier.ui.SharedSelection;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.view.PartSite;
import org.towercrier.ui.view.StatePart;

import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The KPIs of the selected cell over time, as charts beside one another. */
public final class CellPart extends StatePart {

    /** What an operator looks at first, in this order. */
    private static final List<String> KPIS = List.of("prb-utilisation-dl", "prb-utilisation-ul", "traffic-volume-dl",
            "connected-users", "throughput-per-user-dl", "accessibility");
    private static final List<Integer> DAYS = List.of(1, 3, 7, 14, 30);
    private static final int USUAL_DAYS = 7;
    /** Up to this many days every sample is shown, beyond them hours. */
    private static final int SAMPLE_DAYS = 3;
    private static final int COLUMNS = 3;

    private final Texts texts;
    private final NetworkFeed network;
    private final Navigation navigation;
    private final KpiCharts charts;
    private final List<KpiCharts.Chart> shown = new ArrayList<>();
    private Optional<String> cell = Optional.empty();
    private int days = DAYS.indexOf(USUAL_DAYS);
    private Label title;
    private Combo period;

    @Inject
    public CellPart(PartSite site, Texts texts, NetworkFeed network, Navigation navigation, KpiCharts charts) {
        super(site);
        this.texts = texts;
        this.network = network;
        this.navigation = navigation;
        this.charts = charts;
        network.follow(this, this::changed);
    }

    @Override
    protected Control createContent(StatePane parent) {
        parent.setEmpty(Icon.CELL, texts.get("Part_Cell"), texts.get("Cell_Select")).button(texts.get("Empty_ShowCells"),
                () -> navigation.show(CapacityIds.PART_CELLS));
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(page);
        Composite bar = new Composite(page, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        GridLayoutFactory.fillDefaults().numColumns(3).margins(16, 4).spacing(8, 0).applyTo(bar);
        title = new Label(bar, SWT.NONE);
        LocalResourceManager resources = new LocalResourceManager(JFaceResources.getResources(), title);
        title.setFont(resources.create(FontDescriptor.createFrom(title.getFont()).setStyle(SWT.BOLD).increaseHeight(2)));
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(title);
        new Label(bar, SWT.NONE).setText(texts.get("Cell_Period"));
        period = new Combo(bar, SWT.READ_ONLY);
        period.setItems(DAYS.stream().map(number -> texts.get("Cell_Days", number)).toArray(String[]::new));
        period.select(days);
        period.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
            days = period.getSelectionIndex();
            refresh();
        }));
        Composite grid = new Composite(page, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(grid);
        GridLayoutFactory.fillDefaults().numColumns(COLUMNS).equalWidth(true).margins(8, 8).spacing(8, 8).applyTo(grid);
        shown.clear();
        for (int i = 0; i < KPIS.size(); i++) {
            KpiCharts.Chart chart = charts.create(grid);
            GridDataFactory.fillDefaults().grab(true, true).hint(200, 120).applyTo(chart.control());
            shown.add(chart);
        }
        return page;
    }

    @Inject
    void selected(@org.eclipse.e4.core.di.annotations.Optional @Named(SharedSelection.CELLS) CellSelection cells) {
        cell = cells == null ? Optional.empty() : cells.primary();
        changed();
    }

    @Override
    protected void takeFocus() {
        if (pane().face() == StatePane.Face.CONTENT) {
            period.setFocus();
        } else {
            super.takeFocus();
        }
    }

    @Override
    protected void refresh() {
        if (!network.isShown(pane(), cell.isEmpty())) {
            return;
        }
        String id = cell.orElseThrow();
        NetworkSnapshot snapshot = network.snapshot();
        title.setText(snapshot.cells().stream().filter(info -> info.id().equals(id)).findFirst().map(CellInfo::name).orElse(id));
        title.setToolTipText(id);
        int number = DAYS.get(days);
        Kpis.Step step = number <= SAMPLE_DAYS ? Kpis.Step.PERIOD : Kpis.Step.HOUR;
        for (int i = 0; i < KPIS.size(); i++) {
            shown.get(i).show(id, KPIS.get(i), step, snapshot.latestSample(), number);
        }
    }
}
