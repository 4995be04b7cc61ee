package org.towercrier.capacity.ui.internal.parts;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.di.UISynchronize;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.towercrier.capacity.KpiException;
import org.towercrier.capacity.Kpis;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.capacity.ui.internal.data.NetworkSnapshot;
import org.towercrier.capacity.ui.internal.data.SnapshotAddon;
import org.towercrier.capacity.ui.internal.data.StoreJob;
import org.towercrier.model.measurement.KpiDefinition;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;
import org.towercrier.ui.CellSelection;
import org.towercrier.ui.SharedSelection;
import org.towercrier.ui.Topics;
import org.towercrier.ui.kit.UiMessages;
import org.towercrier.ui.map.CellLayer;
import org.towercrier.ui.map.GraticuleLayer;
import org.towercrier.ui.map.MapCanvas;
import org.towercrier.ui.map.MapOptions;
import org.towercrier.ui.map.PointLayer;
import org.towercrier.ui.map.PolygonLayer;
import org.towercrier.ui.theme.ThemeTracker;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The network on the map: sectors in the colour of their worst alarm or of a KPI, access points, boundaries. */
public final class MapPart {

    /** The KPIs colour the map by the last day of measurements. */
    private static final Duration KPI_PERIOD = Duration.ofDays(1);
    private static final int MOST_CELLS = 1_000_000;

    private final Texts texts;
    private final UISynchronize ui;
    private final SharedSelection selection;
    private final ThemeTracker themes;
    private Kpis kpis;
    private NetworkSnapshot snapshot = NetworkSnapshot.EMPTY;
    private MapContent content;
    private MapCanvas map;
    private CellLayer cells;
    private PointLayer accessPoints;
    private PolygonLayer boundaries;
    private Combo colour;
    private List<KpiDefinition> choices = List.of();
    private StoreJob valuesJob;
    private boolean fitted;

    @Inject
    public MapPart(Texts texts, UISynchronize ui, SharedSelection selection, ThemeTracker themes) {
        this.texts = texts;
        this.ui = ui;
        this.selection = selection;
        this.themes = themes;
        this.content = new MapContent(snapshot, texts);
    }

    @PostConstruct
    void build(Composite parent) {
        UiMessages messages = UiMessages.of(texts.locale());
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
        Composite bar = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        GridLayoutFactory.fillDefaults().numColumns(5).margins(8, 4).spacing(8, 0).applyTo(bar);
        new Label(bar, SWT.NONE).setText(texts.get("Map_ColourBy"));
        colour = new Combo(bar, SWT.READ_ONLY);
        GridDataFactory.swtDefaults().hint(220, SWT.DEFAULT).applyTo(colour);
        colour.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> recolour()));
        map = new MapCanvas(parent, messages);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(map);
        boundaries = new PolygonLayer();
        cells = new CellLayer(messages);
        accessPoints = new PointLayer(messages, List.of());
        map.addLayer(boundaries);
        map.addLayer(new GraticuleLayer());
        map.addLayer(cells);
        map.addLayer(accessPoints);
        map.setVisible(accessPoints, false);
        Button points = new Button(bar, SWT.CHECK);
        points.setText(texts.get("Map_AccessPoints"));
        points.addSelectionListener(SelectionListener.widgetSelectedAdapter(
                event -> map.setVisible(accessPoints, points.getSelection())));
        Label spacer = new Label(bar, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(spacer);
        Button fit = new Button(bar, SWT.PUSH);
        fit.setText(texts.get("Map_Fit"));
        fit.setToolTipText(texts.get("Map_Fit_Tip"));
        fit.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> map.fit()));
        map.onSelection(ids -> selection.cells(new CellSelection(ids, this)));
        themes.track(map);
        fillChoices();
        showSnapshot();
    }

    @Inject
    void kpis(@org.eclipse.e4.core.di.annotations.Optional Kpis service) {
        kpis = service;
        fillChoices();
    }

    @Inject
    void snapshot(@org.eclipse.e4.core.di.annotations.Optional @Named(SnapshotAddon.SNAPSHOT) NetworkSnapshot loaded) {
        snapshot = loaded == null ? NetworkSnapshot.EMPTY : loaded;
        content = new MapContent(snapshot, texts);
        showSnapshot();
    }

    @Inject
    void selected(@org.eclipse.e4.core.di.annotations.Optional @Named(SharedSelection.CELLS) CellSelection chosen) {
        if (map != null && !map.isDisposed() && chosen != null && chosen.origin() != this) {
            map.setSelection(chosen.cellIds());
            map.reveal(chosen.cellIds());
        }
    }

    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    void reveal(@UIEventTopic(Topics.REVEAL_CELLS) CellSelection wanted) {
        if (map != null && !map.isDisposed()) {
            map.setSelection(wanted.cellIds());
            map.reveal(wanted.cellIds());
        }
    }

    @Focus
    void focus() {
        map.setFocus();
    }

    @PreDestroy
    void close() {
        if (valuesJob != null) {
            valuesJob.cancel();
        }
    }

    private void fillChoices() {
        if (colour == null || colour.isDisposed()) {
            return;
        }
        int chosen = Math.max(0, colour.getSelectionIndex());
        List<String> labels = new ArrayList<>(List.of(texts.get("Map_Severity")));
        choices = definitions();
        choices.forEach(kpi -> labels.add(kpis.label(kpi, texts.locale())));
        colour.setItems(labels.toArray(String[]::new));
        colour.select(Math.min(chosen, labels.size() - 1));
    }

    private List<KpiDefinition> definitions() {
        if (kpis == null) {
            return List.of();
        }
        try {
            return kpis.list();
        } catch (StoreException trouble) {
            ILog.of(MapPart.class).error(trouble.getMessage(), trouble);
            return List.of();
        }
    }

    private void showSnapshot() {
        if (map == null || map.isDisposed()) {
            return;
        }
        cells.setCells(content.cells(), content.bySeverity());
        cells.setTips(index -> content.tip(index, Map.of(), "", ""));
        accessPoints.setPoints(content.accessPoints());
        boundaries.setPolygons(content.boundaries());
        if (!fitted && !snapshot.cells().isEmpty()) {
            fitted = true;
            map.fit();
        }
        recolour();
    }

    private void recolour() {
        int choice = colour.getSelectionIndex() - 1;
        if (valuesJob != null) {
            valuesJob.cancel();
        }
        if (choice < 0 || choice >= choices.size() || snapshot.latestSample().isEmpty()) {
            cells.setColouring(content.bySeverity());
            map.setOptions(new MapOptions(content.attribution(), time(Optional.empty())));
            map.refresh();
            return;
        }
        valuesJob = new ValuesJob(choices.get(choice), snapshot.latestSample().get());
        valuesJob.schedule();
    }

    private String time(Optional<Instant> from) {
        DateTimeFormatter minutes = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());
        return snapshot.latestSample().map(latest -> from.map(begin -> minutes.format(begin) + " – " + minutes.format(latest))
                .orElseGet(() -> minutes.format(latest))).orElse("");
    }

    /** Reads a KPI of all cells over the last day and colours the map by it. */
    private final class ValuesJob extends StoreJob {

        private final KpiDefinition kpi;
        private final Instant latest;

        ValuesJob(KpiDefinition kpi, Instant latest) {
            super(texts.get("Map_Job", kpis.label(kpi, texts.locale())));
            this.kpi = kpi;
            this.latest = latest;
        }

        @Override
        protected IStatus work(Cancellation cancellation) throws StoreException {
            Instant from = latest.minus(KPI_PERIOD);
            Map<String, Double> values = new HashMap<>();
            try {
                kpis.evaluate(new Kpis.Request(kpi.getName(), List.of(), Optional.of(from), Optional.of(latest),
                        Kpis.Step.ALL, Kpis.Grouping.CELL, ZoneId.systemDefault(), MOST_CELLS), cancellation).points()
                        .forEach(point -> point.value().ifPresent(value -> values.put(point.group(), value)));
            } catch (KpiException broken) {
                return Status.error(broken.getMessage(), broken);
            }
            ui.asyncExec(() -> show(values, from));
            return Status.OK_STATUS;
        }

        private void show(Map<String, Double> values, Instant from) {
            if (map.isDisposed() || valuesJob != this) {
                return;
            }
            String label = kpis.label(kpi, texts.locale());
            cells.setColouring(content.byValue(label, kpi.getUnit(), values));
            cells.setTips(index -> content.tip(index, values, label, kpi.getUnit()));
            map.setOptions(new MapOptions(content.attribution(), time(Optional.of(from))));
            map.refresh();
        }
    }
}
