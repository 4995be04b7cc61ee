package org.towercrier.ui.view;

import java.util.List;

import org.eclipse.e4.ui.di.PersistState;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.table.DataTable;
import org.towercrier.ui.table.RowSet;
import org.towercrier.ui.table.TableColumn;

/**
 * A view of one table whose columns, filters, order and groups are remembered in the workspace. Rows are read and
 * prepared in the background.
 *
 * @param <R> what a row is
 */
public abstract class TablePart<R> extends StatePart {

    private static final String STATE = "table";

    private List<TableColumn<R>> columns = List.of();
    private DataTable<R> table;

    protected TablePart(PartSite site) {
        super(site);
    }

    /** The columns in the language of now; called on the thread of the window, their values are asked for on any. */
    protected abstract List<TableColumn<R>> columns();

    /** Says what the table does: its key, selection, double click, menu. */
    protected abstract void prepare(DataTable<R> newTable);

    /** Places the table; below the bar and alone unless a subclass puts it beside something. */
    protected Control placeTable(StatePane parent) {
        return createTable(parent);
    }

    @Override
    protected final Control createContent(StatePane parent) {
        return placeTable(parent);
    }

    /** Makes the table in its place. */
    protected final DataTable<R> createTable(Composite parent) {
        columns = List.copyOf(columns());
        table = new DataTable<>(parent, columns, site().messages(), site().dates());
        prepare(table);
        site().remembered(STATE).ifPresent(table::restoreState);
        site().track(table);
        return table;
    }

    /** The table. */
    protected final DataTable<R> table() {
        return table;
    }

    /** Reads rows in the background and shows them; that there is nothing when there are none. */
    protected final void show(PaneLoader.Reading<List<R>> reading) {
        List<TableColumn<R>> of = columns;
        loader().load(cancellation -> RowSet.of(of, reading.read(cancellation), site().messages()), this::show);
    }

    /** The rows as the columns of now show them; away from the thread of the window. */
    protected final RowSet<R> rows(List<R> found) {
        return RowSet.of(columns, found, site().messages());
    }

    /** Shows rows; that there is nothing when there are none. */
    protected final void show(RowSet<R> rows) {
        if (rows.columns().equals(columns)) {
            table.setRows(rows);
            pane().showUnless(rows.rows().isEmpty());
        }
    }

    @Override
    protected void beforeRebuild() {
        remember();
    }

    @Override
    protected void takeFocus() {
        if (pane().face() == StatePane.Face.CONTENT) {
            table.setFocus();
        } else {
            super.takeFocus();
        }
    }

    @PersistState
    final void remember() {
        site().remember(STATE, table.saveState());
    }
}
