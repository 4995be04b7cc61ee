package org.towercrier.capacity.ui.internal.parts;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.di.PersistState;
import org.eclipse.e4.ui.di.UISynchronize;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.towercrier.capacity.ui.internal.CapacityIds;
import org.towercrier.capacity.ui.internal.Navigation;
import org.towercrier.capacity.ui.internal.StatePane;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.capacity.ui.internal.data.NetworkSnapshot;
import org.towercrier.capacity.ui.internal.data.SnapshotAddon;
import org.towercrier.model.alarm.PerceivedSeverity;
import org.towercrier.store.StoreException;
import org.towercrier.ui.CellSelection;
import org.towercrier.ui.Icon;
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
    private StatePane states;
    private StoreException trouble;
    private final Texts texts;
    private final UISynchronize ui;

    @Inject
    public CellsPart(Texts texts, ThemeTracker themes, SharedSelection selection,
            Navigation navigation, MPart part, UISynchronize ui) {
        this.texts = texts;
        this.ui = ui;
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
        states = new StatePane(parent, texts, themes);
        states.setEmpty(Icon.CELL, texts.get("Part_Cells"), texts.get("Empty_Cells"), texts.get("Empty_Import"), navigation::importFiles);
        table = new DataTable<>(states, columns, messages, Dates.in(ZoneId.systemDefault()));
        table.setKey(row -> row.cell().id());
        table.onSelection(rows -> selection.cells(new CellSelection(rows.stream().map(row -> row.cell().id()).toList(), this)));
        table.onOpen(row -> navigation.show(CapacityIds.PART_CELL));
        Optional.ofNullable(part.getPersistedState().get(TABLE_STATE)).ifPresent(table::restoreState);
        states.setContent(table);
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

    @Inject
    void trouble(@org.eclipse.e4.core.di.annotations.Optional @Named(SnapshotAddon.TROUBLE) StoreException newTrouble) {
        trouble = newTrouble;
        show();
    }

    private void show() {
        if (table == null || table.isDisposed()) {
            return;
        }
        NetworkSnapshot current = snapshot;
        states.show(trouble, current.cells().isEmpty());
        Job.createSystem(texts.get("Part_Cells"), monitor -> {
            Map<String, PerceivedSeverity> worst = current.worstByCell();
            RowSet<CellColumns.Row> rows = RowSet.of(columns, current.cells().stream()
                    .map(cell -> new CellColumns.Row(cell, Optional.ofNullable(worst.get(cell.id())))).toList(), messages);
            ui.asyncExec(() -> {
                if (!table.isDisposed() && snapshot == current) {
                    table.setRows(rows);
                }
            });
        }).schedule();
    }
}
