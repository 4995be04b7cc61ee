package org.towercrier.capacity.ui.internal.parts;

import java.util.HashSet;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.di.PersistState;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.towercrier.capacity.ui.internal.CapacityIds;
import org.towercrier.capacity.ui.internal.Navigation;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.capacity.ui.internal.data.NetworkSnapshot;
import org.towercrier.capacity.ui.internal.data.SnapshotAddon;
import org.towercrier.model.alarm.PerceivedSeverity;
import org.towercrier.ui.CellSelection;
import org.towercrier.ui.SharedSelection;
import org.towercrier.ui.kit.Dates;
import org.towercrier.ui.kit.UiMessages;
import org.towercrier.ui.table.DataTable;
import org.towercrier.ui.table.RowSet;
import org.towercrier.ui.table.TableColumn;
import org.towercrier.ui.theme.ThemeTracker;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** All cells as a table. */
public final class CellsPart {

    private static final String TABLE_STATE = "table";

    private final UiMessages messages;
    private final ThemeTracker themes;
    private final SharedSelection selection;
    private final Navigation navigation;
    private final MPart part;
    private final List<TableColumn<CellColumns.Row>> columns;
    private NetworkSnapshot snapshot = NetworkSnapshot.EMPTY;
    private DataTable<CellColumns.Row> table;

    @Inject
    public CellsPart(Texts texts, ThemeTracker themes, SharedSelection selection,
            Navigation navigation, MPart part) {
        this.messages = UiMessages.of(texts.locale());
        this.themes = themes;
        this.selection = selection;
        this.navigation = navigation;
        this.part = part;
        this.columns = CellColumns.of(texts);
    }

    @PostConstruct
    void build(Composite parent) {
        parent.setLayout(new FillLayout());
        table = new DataTable<>(parent, columns, messages, Dates.in(ZoneId.systemDefault()));
        table.setKey(row -> row.cell().id());
        table.onSelection(rows -> selection.cells(new CellSelection(rows.stream().map(row -> row.cell().id()).toList(), this)));
        table.onOpen(row -> navigation.show(CapacityIds.PART_CELL));
        Optional.ofNullable(part.getPersistedState().get(TABLE_STATE)).ifPresent(table::restoreState);
        themes.track(table);
        show();
    }

    @PersistState
    void remember() {
        part.getPersistedState().put(TABLE_STATE, table.saveState());
    }

    @Focus
    void focus() {
        table.setFocus();
    }

    @Inject
    void snapshot(@org.eclipse.e4.core.di.annotations.Optional @Named(SnapshotAddon.SNAPSHOT) NetworkSnapshot loaded) {
        snapshot = loaded == null ? NetworkSnapshot.EMPTY : loaded;
        show();
    }

    @Inject
    void selected(@org.eclipse.e4.core.di.annotations.Optional @Named(SharedSelection.CELLS) CellSelection cells) {
        if (table != null && !table.isDisposed() && cells != null && !cells.isFrom(this)) {
            table.select(new HashSet<>(cells.cellIds()));
        }
    }

    private void show() {
        if (table == null || table.isDisposed()) {
            return;
        }
        Map<String, PerceivedSeverity> worst = snapshot.worstByCell();
        table.setRows(RowSet.of(columns, snapshot.cells().stream()
                .map(cell -> new CellColumns.Row(cell, Optional.ofNullable(worst.get(cell.id())))).toList(), messages));
    }
}
