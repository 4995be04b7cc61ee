package org.towercrier.capacity.ui.internal.overview;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.towercrier.capacity.ui.internal.Navigation;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.capacity.ui.internal.data.NetworkSnapshot;
import org.towercrier.capacity.ui.internal.data.SnapshotAddon;
import org.towercrier.ui.CellSelection;
import org.towercrier.ui.theme.ThemeTracker;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** One screen that answers: what needs me today? */
public final class OverviewPart {

    private static final int TILE_WIDTH = 300;
    private static final int GAP = 16;
    /** Whoever opens an empty workspace is welcomed rather than shown zeros. */
    private static final String WELCOME = "org.towercrier.part.welcome";

    private final Texts texts;
    private final ThemeTracker themes;
    private final Navigation navigation;
    private final List<TileCanvas> tiles = new ArrayList<>();
    private ScrolledComposite scroll;
    private Composite grid;
    private NetworkSnapshot snapshot = NetworkSnapshot.EMPTY;

    @Inject
    public OverviewPart(Texts texts, ThemeTracker themes, Navigation navigation) {
        this.texts = texts;
        this.themes = themes;
        this.navigation = navigation;
    }

    @PostConstruct
    void build(Composite parent) {
        scroll = new ScrolledComposite(parent, SWT.V_SCROLL);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        grid = new Composite(scroll, SWT.NONE);
        GridLayout layout = new GridLayout(1, true);
        layout.marginWidth = GAP;
        layout.marginHeight = GAP;
        layout.horizontalSpacing = GAP;
        layout.verticalSpacing = GAP;
        grid.setLayout(layout);
        scroll.setContent(grid);
        scroll.addListener(SWT.Resize, event -> arrange());
        for (Tile content : new OverviewContent(snapshot, texts).tiles()) {
            TileCanvas tile = new TileCanvas(grid, this::open);
            tile.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, false));
            tile.show(content);
            themes.track(tile);
            tiles.add(tile);
        }
        show();
    }

    @Inject
    void snapshot(@Optional @Named(SnapshotAddon.SNAPSHOT) NetworkSnapshot loaded) {
        boolean first = snapshot == NetworkSnapshot.EMPTY;
        snapshot = loaded == null ? NetworkSnapshot.EMPTY : loaded;
        show();
        if (first && snapshot != NetworkSnapshot.EMPTY && snapshot.cells().isEmpty() && snapshot.samples() == 0) {
            navigation.show(WELCOME);
        }
    }

    @Focus
    void focus() {
        tiles.getFirst().setFocus();
    }

    private void show() {
        if (grid == null || grid.isDisposed()) {
            return;
        }
        List<Tile> contents = new OverviewContent(snapshot, texts).tiles();
        for (int i = 0; i < tiles.size(); i++) {
            tiles.get(i).show(contents.get(i));
        }
        arrange();
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
            case Tile.Target.Cells cells -> navigation.cells(new CellSelection(cells.ids(), this));
            case Tile.Target.Import files -> navigation.importFiles();
        }
    }
}
