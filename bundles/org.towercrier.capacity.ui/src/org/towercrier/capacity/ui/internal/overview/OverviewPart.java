package org.towercrier.capacity.ui.internal.overview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.osgi.framework.FrameworkUtil;
import org.towercrier.capacity.Evidence;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.alarm.AlarmService;
import org.towercrier.capacity.forecast.ForecastPicture;
import org.towercrier.capacity.forecast.LoadForecast.Crossing;
import org.towercrier.capacity.ui.internal.CapacityIds;
import org.towercrier.capacity.ui.internal.Navigation;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.capacity.ui.internal.data.NetworkFeed;
import org.towercrier.capacity.ui.internal.data.NetworkSnapshot;
import org.towercrier.model.alarm.AlarmKind;
import org.towercrier.store.StoreException;
import org.towercrier.ui.CellSelection;
import org.towercrier.ui.Icon;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.view.PartSite;
import org.towercrier.ui.view.StatePart;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;

/** One screen that answers: what needs me today? */
public final class OverviewPart extends StatePart {

    private static final int TILE_WIDTH = 300;
    private static final int GAP = 16;
    /** Evidence is read one alarm after the other: in a network in which thousands run out, the tile shows days of some. */
    private static final int MOST_FORECASTS = 500;
    /** Whoever opens an empty workspace is welcomed rather than shown zeros. */
    private static final String WELCOME = "org.towercrier.part.welcome";

    private final Texts texts;
    private final NetworkFeed network;
    private final Navigation navigation;
    private final List<TileCanvas> tiles = new ArrayList<>();
    private final List<TileCanvas> added = new ArrayList<>();
    private final AddedTiles others;
    private ScrolledComposite scroll;
    private Composite grid;
    private boolean welcomed;
    private AlarmService alarms;
    private Map<String, LocalDate> crossings = Map.of();

    @Inject
    public OverviewPart(PartSite site, Texts texts, NetworkFeed network, Navigation navigation) {
        super(site);
        this.texts = texts;
        this.network = network;
        this.navigation = navigation;
        network.follow(this, this::changed);
        others = new AddedTiles(FrameworkUtil.getBundle(OverviewPart.class).getBundleContext(), () -> site.later(this::changed));
    }

    @Inject
    void service(@org.eclipse.e4.core.di.annotations.Optional AlarmService service) {
        alarms = service;
        changed();
    }

    @Override
    protected Control createContent(StatePane parent) {
        parent.setEmpty(Icon.OVERVIEW, texts.get("Part_Overview"), texts.get("Empty_Overview")).button(texts.get("Empty_Import"),
                navigation::importFiles);
        scroll = new ScrolledComposite(parent, SWT.V_SCROLL);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        grid = new Composite(scroll, SWT.NONE);
        GridLayoutFactory.fillDefaults().equalWidth(true).margins(GAP, GAP).spacing(GAP, GAP).applyTo(grid);
        scroll.setContent(grid);
        scroll.addListener(SWT.Resize, event -> arrange());
        others.open();
        tiles.clear();
        added.clear();
        for (Tile content : new OverviewContent(network.snapshot(), Map.of(), texts).tiles()) {
            tiles.add(canvas(content));
        }
        return scroll;
    }

    private TileCanvas canvas(Tile content) {
        TileCanvas tile = new TileCanvas(grid, this::open);
        tile.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, false));
        tile.show(content);
        site().track(tile);
        return tile;
    }

    @PreDestroy
    void leave() {
        others.close();
    }

    @Override
    protected void takeFocus() {
        if (pane().face() == StatePane.Face.CONTENT) {
            tiles.getFirst().setFocus();
        } else {
            super.takeFocus();
        }
    }

    @Override
    protected void refresh() {
        NetworkSnapshot snapshot = network.snapshot();
        boolean nothing = snapshot.cells().isEmpty() && snapshot.samples() == 0;
        if (network.isShown(pane(), nothing)) {
            show(new OverviewContent(snapshot, crossings, texts));
            AlarmService service = alarms;
            if (service != null) {
                loader().load(cancellation -> new Read(crossings(service, snapshot), others.read(texts.locale())), found -> {
                    crossings = found.crossings();
                    show(new OverviewContent(snapshot, crossings, texts));
                    showAdded(found.added());
                });
            }
        }
        if (!welcomed && snapshot != NetworkSnapshot.EMPTY) {
            welcomed = true;
            if (nothing) {
                navigation.show(WELCOME);
            }
        }
    }

    /** What is read in the background. */
    private record Read(Map<String, LocalDate> crossings, List<Tile> added) {
    }

    private void showAdded(List<Tile> contents) {
        while (added.size() > contents.size()) {
            added.removeLast().dispose();
        }
        for (int i = 0; i < contents.size(); i++) {
            if (i < added.size()) {
                added.get(i).show(contents.get(i));
            } else {
                added.add(canvas(contents.get(i)));
            }
        }
        arrange();
    }

    private void show(OverviewContent content) {
        List<Tile> contents = content.tiles();
        for (int i = 0; i < tiles.size(); i++) {
            tiles.get(i).show(contents.get(i));
        }
        arrange();
    }

    /** The days on which loads are expected to reach their limits: they stand in the evidence of the alarms. */
    private static Map<String, LocalDate> crossings(AlarmService service, NetworkSnapshot snapshot) throws StoreException {
        Map<String, LocalDate> days = new HashMap<>();
        for (Alarm alarm : snapshot.alarms()) {
            if (alarm.kind() == AlarmKind.EXHAUSTION_FORECAST && alarm.cleared().isEmpty() && days.size() < MOST_FORECASTS) {
                service.find(alarm.id()).flatMap(whole -> Evidence.parse(whole.evidence())).flatMap(ForecastPicture::of)
                        .flatMap(ForecastPicture::crossing).flatMap(Crossing::expected).ifPresent(day -> days.put(alarm.id(), day));
            }
        }
        return days;
    }

    /** As many columns as fit; rows as high as their highest tile. */
    private void arrange() {
        int width = scroll.getClientArea().width;
        int columns = Math.clamp((width - GAP) / (TILE_WIDTH + GAP), 1, 4);
        ((GridLayout) grid.getLayout()).numColumns = columns;
        grid.layout(true, true);
        scroll.setMinSize(grid.computeSize(width, SWT.DEFAULT));
    }

    private void open(Tile.Target target) {
        switch (target) {
            case Tile.Target.Alarms alarms -> navigation.alarms(alarms.filter());
            case Tile.Target.Forecasts forecasts -> {
                navigation.alarms("");
                navigation.show(CapacityIds.PART_FORECASTS);
            }
            case Tile.Target.Cells cells -> navigation.cells(new CellSelection(cells.ids(), this));
            case Tile.Target.Import files -> navigation.importFiles();
            case Tile.Target.Command command -> navigation.run(command.id(), command.parameters());
        }
    }
}
