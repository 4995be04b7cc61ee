package org.towercrier.capacity.ui.internal.parts;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.swt.widgets.Control;
import org.towercrier.capacity.ui.internal.CapacityIds;
import org.towercrier.capacity.ui.internal.Navigation;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.capacity.ui.internal.data.NetworkFeed;
import org.towercrier.capacity.ui.internal.data.NetworkSnapshot;
import org.towercrier.model.alarm.PerceivedSeverity;
import org.towercrier.ui.CellSelection;
import org.towercrier.ui.Icon;
import org.towercrier.ui.SharedSelection;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.table.DataTable;
import org.towercrier.ui.table.TableColumn;
import org.towercrier.ui.view.PartSite;
import org.towercrier.ui.view.TablePart;

import jakarta.inject.Inject;
import jakarta.inject.Named;

/** All cells as a table. */
public final class CellsPart extends TablePart<CellColumns.Row> {

    private final Texts texts;
    private final NetworkFeed network;
    private final SharedSelection selection;
    private final Navigation navigation;

    @Inject
    public CellsPart(PartSite site, Texts texts, NetworkFeed network, SharedSelection selection, Navigation navigation) {
        super(site);
        this.texts = texts;
        this.network = network;
        this.selection = selection;
        this.navigation = navigation;
        network.follow(this, this::changed);
    }

    @Override
    protected List<TableColumn<CellColumns.Row>> columns() {
        return CellColumns.of(texts);
    }

    @Override
    protected void prepare(DataTable<CellColumns.Row> table) {
        table.setKey(row -> row.cell().id());
        table.onSelection(rows -> selection.cells(new CellSelection(rows.stream().map(row -> row.cell().id()).toList(), this)));
        table.onOpen(row -> navigation.show(CapacityIds.PART_CELL));
    }

    @Override
    protected Control placeTable(StatePane parent) {
        parent.setEmpty(Icon.CELL, texts.get("Part_Cells"), texts.get("Empty_Cells")).button(texts.get("Empty_Import"),
                navigation::importFiles);
        return createTable(parent);
    }

    @Override
    protected void refresh() {
        NetworkSnapshot current = network.snapshot();
        if (network.isShown(pane(), current.cells().isEmpty())) {
            show(cancellation -> rows(current));
        } else {
            loader().cancel();
        }
    }

    private static List<CellColumns.Row> rows(NetworkSnapshot current) {
        Map<String, PerceivedSeverity> worst = current.worstByCell();
        return current.cells().stream().map(cell -> new CellColumns.Row(cell, Optional.ofNullable(worst.get(cell.id())))).toList();
    }

    @Inject
    void selected(@org.eclipse.e4.core.di.annotations.Optional @Named(SharedSelection.CELLS) CellSelection cells) {
        if (isBuilt() && cells != null && !cells.isFrom(this)) {
            table().select(new HashSet<>(cells.cellIds()));
        }
    }
}
