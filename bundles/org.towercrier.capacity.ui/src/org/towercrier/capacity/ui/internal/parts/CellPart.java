package org.towercrier.capacity.ui.internal.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.towercrier.capacity.Kpis;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.capacity.ui.internal.data.CellInfo;
import org.towercrier.capacity.ui.internal.data.NetworkSnapshot;
import org.towercrier.capacity.ui.internal.data.SnapshotAddon;
import org.towercrier.ui.CellSelection;
import org.towercrier.ui.SharedSelection;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The KPIs of the selected cell over time, as charts beside one another. */
public final class CellPart {

    /** What an operator looks at first, in this order. */
    private static final List<String> KPIS = List.of("prb-utilisation-dl", "prb-utilisation-ul", "traffic-volume-dl",
            "connected-users", "throughput-per-user-dl", "accessibility");
    private static final List<Integer> DAYS = List.of(1, 3, 7, 14, 30);
    /** Up to this many days every sample is shown, beyond them hours. */
    private static final int SAMPLE_DAYS = 3;

    private static final int COLUMNS = 3;

    private final Texts texts;
    private final KpiCharts charts;
    private final List<KpiCharts.Chart> shown = new ArrayList<>();
    private NetworkSnapshot snapshot = NetworkSnapshot.EMPTY;
    private Optional<String> cell = Optional.empty();
    private Label title;
    private Combo period;
    private Composite grid;

    @Inject
    public CellPart(Texts texts, KpiCharts charts) {
        this.texts = texts;
        this.charts = charts;
    }

    @PostConstruct
    void build(Composite parent) {
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
        Composite bar = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        GridLayoutFactory.fillDefaults().numColumns(3).margins(16, 8).spacing(8, 0).applyTo(bar);
        title = new Label(bar, SWT.NONE);
        LocalResourceManager resources = new LocalResourceManager(JFaceResources.getResources(), title);
        title.setFont(resources.create(FontDescriptor.createFrom(title.getFont()).setStyle(SWT.BOLD).increaseHeight(2)));
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(title);
        new Label(bar, SWT.NONE).setText(texts.get("Cell_Period"));
        period = new Combo(bar, SWT.READ_ONLY);
        period.setItems(DAYS.stream().map(days -> texts.get("Cell_Days", days)).toArray(String[]::new));
        period.select(DAYS.indexOf(7));
        period.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> show()));
        grid = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(grid);
        GridLayoutFactory.fillDefaults().numColumns(COLUMNS).equalWidth(true).margins(8, 8).spacing(8, 8).applyTo(grid);
        for (int i = 0; i < KPIS.size(); i++) {
            KpiCharts.Chart chart = charts.create(grid);
            GridDataFactory.fillDefaults().grab(true, true).hint(200, 120).applyTo(chart.control());
            shown.add(chart);
        }
        show();
    }

    @Inject
    void snapshot(@org.eclipse.e4.core.di.annotations.Optional @Named(SnapshotAddon.SNAPSHOT) NetworkSnapshot loaded) {
        snapshot = loaded == null ? NetworkSnapshot.EMPTY : loaded;
        show();
    }

    @Inject
    void selected(@org.eclipse.e4.core.di.annotations.Optional @Named(SharedSelection.CELLS) CellSelection cells) {
        cell = cells == null ? Optional.empty() : cells.primary();
        show();
    }

    @Focus
    void focus() {
        period.setFocus();
    }

    private void show() {
        if (grid == null || grid.isDisposed()) {
            return;
        }
        grid.setVisible(cell.isPresent());
        if (cell.isEmpty()) {
            title.setText(texts.get("Cell_Select"));
            return;
        }
        String id = cell.get();
        title.setText(snapshot.cells().stream().filter(info -> info.id().equals(id)).findFirst().map(CellInfo::name).orElse(id));
        title.setToolTipText(id);
        int days = DAYS.get(period.getSelectionIndex());
        Kpis.Step step = days <= SAMPLE_DAYS ? Kpis.Step.PERIOD : Kpis.Step.HOUR;
        for (int i = 0; i < KPIS.size(); i++) {
            shown.get(i).show(id, KPIS.get(i), step, snapshot.latestSample(), days);
        }
    }
}
