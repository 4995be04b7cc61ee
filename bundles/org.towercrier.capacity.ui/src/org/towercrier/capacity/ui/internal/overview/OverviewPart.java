package org.towercrier.capacity.ui.internal.overview;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.towercrier.capacity.ui.internal.Navigation;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.capacity.ui.internal.data.NetworkFeed;
import org.towercrier.capacity.ui.internal.data.NetworkSnapshot;
import org.towercrier.ui.CellSelection;
import org.towercrier.ui.Icon;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.view.PartSite;
import org.towercrier.ui.view.StatePart;

import jakarta.inject.Inject;

/** One screen that answers: what needs me today? */
public final class OverviewPart extends StatePart {

    private static final int TILE_WIDTH = 300;
    private static final int GAP = 16;
    /** Whoever opens an empty workspace is welcomed rather than shown zeros. */
    private static final String WELCOME = "org.towercrier.part.welcome";

    private final Texts texts;
    private final NetworkFeed network;
    private final Navigation navigation;
    private final List<TileCanvas> tiles = new ArrayList<>();
    private ScrolledComposite scroll;
    private Composite grid;
    private boolean welcomed;

    @Inject
    public OverviewPart(PartSite site, Texts texts, NetworkFeed network, Navigation navigation) {
        super(site);
        this.texts = texts;
        this.network = network;
        this.navigation = navigation;
        network.follow(this, this::changed);
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
        tiles.clear();
        for (Tile content : new OverviewContent(network.snapshot(), texts).tiles()) {
            TileCanvas tile = new TileCanvas(grid, this::open);
            tile.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, false));
            tile.show(content);
            site().track(tile);
            tiles.add(tile);
        }
        return scroll;
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
            List<Tile> contents = new OverviewContent(snapshot, texts).tiles();
            for (int i = 0; i < tiles.size(); i++) {
                tiles.get(i).show(contents.get(i));
            }
            arrange();
        }
        if (!welcomed && snapshot != NetworkSnapshot.EMPTY) {
            welcomed = true;
            if (nothing) {
                navigation.show(WELCOME);
            }
        }
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
