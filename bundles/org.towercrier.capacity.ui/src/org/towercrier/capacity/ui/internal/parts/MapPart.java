package org.towercrier.capacity.ui.internal.parts;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.e4.core.di.extensions.Service;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.towercrier.capacity.Kpis;
import org.towercrier.capacity.ui.internal.Navigation;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.capacity.ui.internal.data.NetworkFeed;
import org.towercrier.capacity.ui.internal.data.NetworkSnapshot;
import org.towercrier.model.measurement.KpiDefinition;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;
import org.towercrier.ui.CellSelection;
import org.towercrier.ui.Icon;
import org.towercrier.ui.SharedSelection;
import org.towercrier.ui.Topics;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.map.CellLayer;
import org.towercrier.ui.map.GraticuleLayer;
import org.towercrier.ui.map.MapAddition;
import org.towercrier.ui.map.MapCanvas;
import org.towercrier.ui.map.MapOptions;
import org.towercrier.ui.map.PointLayer;
import org.towercrier.ui.map.PolygonLayer;
import org.towercrier.ui.view.ExplainedException;
import org.towercrier.ui.view.PartSite;
import org.towercrier.ui.view.StatePart;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.eclipse.swt.events.MenuDetectEvent;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Menu;
import org.towercrier.ui.map.MapPlace;
import org.towercrier.ui.view.Commands;

/** The network on the map: sectors in the colour of their worst alarm or of a KPI, access points, boundaries. */
public final class MapPart extends StatePart {

    /** The KPIs colour the map by the last day of measurements. */
    private static final Duration KPI_PERIOD = Duration.ofDays(1);
    private static final int MOST_CELLS = 1_000_000;
    private static final String HIDDEN = "hidden.";

    private final Texts texts;
    private final NetworkFeed network;
    private final SharedSelection selection;
    private final Navigation navigation;
    private final KpiCharts charts;
    private final Commands commands;
    private Kpis kpis;
    private MapContent content;
    private MapCanvas map;
    private CellLayer cells;
    private PointLayer accessPoints;
    private PolygonLayer boundaries;
    private Combo colour;
    private Optional<String> colouredBy = Optional.empty();
    private List<KpiDefinition> choices = List.of();
    private boolean fitted;
    private List<MapAddition> additions = List.of();
    private final List<MapAddition.Laid> laid = new ArrayList<>();

    @Inject
    public MapPart(PartSite site, Texts texts, NetworkFeed network, SharedSelection selection, Navigation navigation,
            KpiCharts charts, Commands commands) {
        super(site);
        this.texts = texts;
        this.network = network;
        this.selection = selection;
        this.navigation = navigation;
        this.charts = charts;
        this.commands = commands;
        this.content = new MapContent(network.snapshot(), texts);
        network.follow(this, this::changed);
    }

    @Override
    protected void createBar(Composite parent) {
        Composite bar = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        new Label(bar, SWT.NONE).setText(texts.get("Map_ColourBy"));
        colour = new Combo(bar, SWT.READ_ONLY);
        GridDataFactory.swtDefaults().hint(220, SWT.DEFAULT).applyTo(colour);
        colour.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
            int choice = colour.getSelectionIndex() - 1;
            colouredBy = choice < 0 ? Optional.empty() : Optional.of(choices.get(choice).getName());
            refresh();
        }));
        Button points = new Button(bar, SWT.CHECK);
        points.setText(texts.get("Map_AccessPoints"));
        points.addSelectionListener(SelectionListener.widgetSelectedAdapter(
                event -> map.setVisible(accessPoints, points.getSelection())));
        for (int i = 0; i < additions.size(); i++) {
            addSwitch(bar, i);
        }
        Label spacer = new Label(bar, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(spacer);
        Button fit = new Button(bar, SWT.PUSH);
        fit.setText(texts.get("Map_Fit"));
        fit.setToolTipText(texts.get("Map_Fit_Tip"));
        fit.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> map.fit()));
        GridLayoutFactory.fillDefaults().numColumns(bar.getChildren().length).margins(8, 4).spacing(8, 0).applyTo(bar);
        showChoices();
    }

    /** A switch for what another area lays over the map. */
    private void addSwitch(Composite bar, int index) {
        MapAddition addition = additions.get(index);
        Button button = new Button(bar, SWT.CHECK);
        button.setText(addition.label(texts.locale()));
        button.setSelection(isShown(addition));
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
            site().remember(HIDDEN + addition.getClass().getName(), Boolean.toString(!button.getSelection()));
            map.setVisible(laid.get(index).layer(), button.getSelection());
        }));
    }

    private boolean isShown(MapAddition addition) {
        return !site().remembered(HIDDEN + addition.getClass().getName()).map(Boolean::parseBoolean).orElse(false);
    }

    @Inject
    void additions(@Service List<MapAddition> services) {
        if (!isBuilt()) {
            // They are there as long as their bundles are; one that comes later is on the map that is opened next.
            additions = List.copyOf(services);
        }
    }

    @Override
    protected Control createContent(StatePane parent) {
        parent.setEmpty(Icon.MAP, texts.get("Part_Map"), texts.get("Empty_Cells")).button(texts.get("Empty_Import"),
                navigation::importFiles);
        map = new MapCanvas(parent, site().messages());
        boundaries = new PolygonLayer();
        cells = new CellLayer(site().messages());
        accessPoints = new PointLayer(site().messages(), List.of());
        map.addLayer(boundaries);
        map.addLayer(new GraticuleLayer());
        map.addLayer(cells);
        map.addLayer(accessPoints);
        map.setVisible(accessPoints, false);
        laid.clear();
        for (MapAddition addition : additions) {
            MapAddition.Laid layer = addition.open(site().messages(), site()::later);
            laid.add(layer);
            map.addLayer(layer.layer());
            map.setVisible(layer.layer(), isShown(addition));
            map.addDisposeListener(event -> layer.close());
        }
        map.addMenuDetectListener(this::showMenu);
        map.onSelection(ids -> selection.cells(new CellSelection(ids, this)));
        site().track(map);
        fitted = false;
        return map;
    }

    /** What other areas offer at a place; without anything there is no menu. */
    private void showMenu(MenuDetectEvent event) {
        Point at = map.toControl(event.x, event.y);
        Menu menu = new Menu(map);
        laid.forEach(layer -> layer.fillMenu(menu, MapPlace.at(map.viewport(), at.x, at.y), commands::run));
        event.doit = menu.getItemCount() > 0;
        Menu before = map.getMenu();
        map.setMenu(event.doit ? menu : null);
        if (before != null) {
            before.dispose();
        }
        if (!event.doit) {
            menu.dispose();
        }
    }

    @Inject
    void kpis(@org.eclipse.e4.core.di.annotations.Optional Kpis service) {
        kpis = service;
        changed();
    }

    @Inject
    void selected(@org.eclipse.e4.core.di.annotations.Optional @Named(SharedSelection.CELLS) CellSelection chosen) {
        if (isBuilt() && chosen != null && chosen.origin() != this) {
            map.setSelection(chosen.cellIds());
            map.reveal(chosen.cellIds());
        }
    }

    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    void reveal(@UIEventTopic(Topics.REVEAL_CELLS) CellSelection wanted) {
        if (isBuilt()) {
            map.setSelection(wanted.cellIds());
            map.reveal(wanted.cellIds());
        }
    }

    @Override
    protected void refresh() {
        NetworkSnapshot snapshot = network.snapshot();
        if (!network.isShown(pane(), snapshot.cells().isEmpty())) {
            loader().cancel();
            return;
        }
        if (!content.isOf(snapshot) || cells.cells().size() == 0) {
            content = new MapContent(snapshot, texts);
            showCells();
        }
        Kpis service = kpis;
        Optional<String> by = colouredBy;
        loader().load(cancellation -> colours(service, by, snapshot.latestSample(), cancellation), this::show);
    }

    private void showCells() {
        cells.setCells(content.cells(), content.bySeverity());
        accessPoints.setPoints(content.accessPoints());
        boundaries.setPolygons(content.boundaries());
        if (!fitted) {
            fitted = true;
            map.fit();
        }
    }

    /**
     * What the map can be coloured by, and the values it is coloured by now.
     *
     * @param choices the KPIs
     * @param kpi     the one that is chosen; absent for the worst alarm
     * @param from    begin of the period it was evaluated over
     * @param values  its values by cell
     */
    private record Colours(List<KpiDefinition> choices, Optional<KpiDefinition> kpi, Optional<Instant> from, Map<String, Double> values) {
    }

    private Colours colours(Kpis service, Optional<String> by, Optional<Instant> latest, Cancellation cancellation)
            throws StoreException, ExplainedException {
        List<KpiDefinition> all = service == null ? List.of() : service.list();
        Optional<KpiDefinition> kpi = by.flatMap(name -> all.stream().filter(each -> each.getName().equals(name)).findFirst());
        Map<String, Double> values = new HashMap<>();
        if (kpi.isEmpty() || latest.isEmpty()) {
            return new Colours(all, Optional.empty(), Optional.empty(), values);
        }
        Instant from = latest.get().minus(KPI_PERIOD);
        charts.evaluate(service, new Kpis.Request(kpi.get().getName(), List.of(), Optional.of(from), latest, Kpis.Step.ALL,
                Kpis.Grouping.CELL, site().zone(), MOST_CELLS), cancellation).points()
                .forEach(point -> point.value().ifPresent(value -> values.put(point.group(), value)));
        return new Colours(all, kpi, Optional.of(from), values);
    }

    private void show(Colours colours) {
        choices = colours.choices();
        showChoices();
        if (colours.kpi().isPresent()) {
            KpiDefinition kpi = colours.kpi().get();
            String label = kpis.label(kpi, texts.locale());
            cells.setColouring(content.byValue(label, kpi.getUnit(), colours.values()));
            cells.setTips(index -> content.tip(index, colours.values(), label, kpi.getUnit()));
        } else {
            cells.setColouring(content.bySeverity());
            cells.setTips(index -> content.tip(index, Map.of(), "", ""));
        }
        map.setOptions(new MapOptions(content.attribution(), time(colours.from())));
        map.refresh();
    }

    private void showChoices() {
        List<String> labels = new ArrayList<>(List.of(texts.get("Map_Severity")));
        choices.forEach(kpi -> labels.add(kpis.label(kpi, texts.locale())));
        colour.setItems(labels.toArray(String[]::new));
        List<String> names = choices.stream().map(KpiDefinition::getName).toList();
        colour.select(colouredBy.map(name -> names.indexOf(name) + 1).orElse(0));
    }

    private String time(Optional<Instant> from) {
        DateTimeFormatter minutes = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(site().zone());
        return network.snapshot().latestSample().map(latest -> from.map(begin -> minutes.format(begin) + " – " + minutes.format(latest))
                .orElseGet(() -> minutes.format(latest))).orElse("");
    }
}
