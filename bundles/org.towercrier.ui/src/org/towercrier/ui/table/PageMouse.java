package org.towercrier.ui.table;

import java.util.Optional;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.layer.LabelStack;
import org.eclipse.nebula.widgets.nattable.ui.binding.UiBindingRegistry;
import org.eclipse.nebula.widgets.nattable.ui.matcher.KeyEventMatcher;
import org.eclipse.nebula.widgets.nattable.ui.matcher.MouseEventMatcher;
import org.eclipse.nebula.widgets.nattable.ui.util.CellEdgeDetectUtil;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.MouseEvent;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.towercrier.ui.kit.UiMessages;
import org.towercrier.ui.table.RowIndex.SortKey;

/** Mouse, keyboard and menus of a {@link PagedTable}. */
final class PageMouse<R> {

    private final PagedTable<R> table;
    private final PageModel<R> model;
    private final TableLayers layers;
    private final NatTable grid;
    private final UiMessages messages;
    private final FilterEditor editor;
    private int hovered = -1;

    PageMouse(PagedTable<R> table, PageModel<R> model, TableLayers layers, NatTable grid, UiMessages messages) {
        this.table = table;
        this.model = model;
        this.layers = layers;
        this.grid = grid;
        this.messages = messages;
        editor = new FilterEditor(grid, messages, table::filter);
    }

    int hovered() {
        return hovered;
    }

    void closeEditor() {
        editor.close();
    }

    void bind() {
        UiBindingRegistry bindings = grid.getUiBindingRegistry();
        bindings.registerFirstSingleClickBinding(MouseEventMatcher.columnHeaderLeftClick(SWT.NONE),
                (natTable, event) -> clickHeader(event));
        bindings.registerFirstKeyBinding(new KeyEventMatcher(SWT.MOD1, 'c'), (natTable, event) -> table.copy());
        bindings.registerFirstKeyBinding(new KeyEventMatcher(SWT.MOD1, 'f'), (natTable, event) -> table.focusQuickFilter());
        bindings.registerFirstKeyBinding(new KeyEventMatcher(SWT.NONE, SWT.CR), (natTable, event) -> open(
                layers.selection().getSelectionAnchor().getRowPosition()));
        grid.addListener(SWT.MouseMove, event -> hover(line(event.x, event.y)));
        grid.addListener(SWT.MouseExit, event -> hover(-1));
        grid.addListener(SWT.MouseDoubleClick, event -> {
            if (event.button == 1) {
                open(line(event.x, event.y));
            }
        });
        grid.addListener(SWT.MenuDetect, this::menu);
    }

    private void open(int line) {
        if (line >= 0) {
            model.cache().row(line).ifPresent(table::open);
        }
    }

    /** Line of the table at a point, −1 outside of the rows. */
    private int line(int x, int y) {
        LabelStack region = grid.getRegionLabelsByXY(x, y);
        if (region == null || !region.hasLabel(GridRegion.BODY)) {
            return -1;
        }
        int line = grid.getRowIndexByPosition(grid.getRowPositionByY(y));
        return line >= 0 && line < model.cache().size() ? line : -1;
    }

    private void hover(int line) {
        if (line != hovered) {
            hovered = line;
            grid.redraw();
        }
    }

    private void clickHeader(MouseEvent event) {
        int position = grid.getColumnPositionByX(event.x);
        int column = grid.getColumnIndexByPosition(position);
        if (column < 0 || CellEdgeDetectUtil.getColumnPositionToResize(grid, new Point(event.x, event.y)) >= 0) {
            return;
        }
        if (grid.getRowPositionByY(event.y) > 0) {
            editFilter(position);
        } else {
            boolean mine = model.sort().filter(key -> key.column() == column).isPresent();
            boolean down = model.sort().map(SortKey::descending).orElse(false);
            table.sort(mine && down ? Optional.empty() : Optional.of(new SortKey(column, mine)));
        }
    }

    private void editFilter(int position) {
        int column = grid.getColumnIndexByPosition(position);
        if (column < 0 || !layers.isFilterRowShown() || !table.filters(column)) {
            return;
        }
        Rectangle cell = grid.getBoundsByPosition(position, 1);
        TableColumn<R> about = model.columns().get(column);
        if (about.type().isChoice() && !about.choices().isEmpty()) {
            editor.choose(column, model.filter(column), about.choices(), grid.toDisplay(cell.x, cell.y + cell.height));
        } else {
            editor.type(column, model.filter(column), cell, table.theme(), () -> editFilter(position + 1));
        }
    }

    private void menu(Event event) {
        Point point = event.detail == SWT.MENU_KEYBOARD ? new Point(20, TableLayers.HEADER_HEIGHT + 10) : grid.toControl(event.x, event.y);
        LabelStack region = grid.getRegionLabelsByXY(point.x, point.y);
        int column = grid.getColumnIndexByPosition(grid.getColumnPositionByX(point.x));
        Menu menu = new Menu(grid);
        if (region != null && region.hasLabel(GridRegion.COLUMN_HEADER) && column >= 0) {
            fillHeader(menu, column);
        } else {
            table.fillMenu(menu);
            if (menu.getItemCount() > 0) {
                new MenuItem(menu, SWT.SEPARATOR);
            }
            item(menu, SWT.PUSH, "Table_Copy", table::copy);
            columns(menu);
        }
        menu.setLocation(event.x, event.y);
        menu.addListener(SWT.Hide, hidden -> grid.getDisplay().asyncExec(menu::dispose));
        menu.setVisible(true);
        event.doit = false;
    }

    private void fillHeader(Menu menu, int column) {
        if (table.sorts(column)) {
            item(menu, SWT.PUSH, "Table_SortAscending", () -> table.sort(Optional.of(new SortKey(column, false))));
            item(menu, SWT.PUSH, "Table_SortDescending", () -> table.sort(Optional.of(new SortKey(column, true))));
        }
        if (model.sort().isPresent()) {
            item(menu, SWT.PUSH, "Table_Unsort", () -> table.sort(Optional.empty()));
        }
        item(menu, SWT.CHECK, "Table_FilterRow", () -> table.showFilterRow(!layers.isFilterRowShown()))
                .setSelection(layers.isFilterRowShown());
        new MenuItem(menu, SWT.SEPARATOR);
        if (layers.hideShow().getColumnCount() > 1) {
            item(menu, SWT.PUSH, "Table_HideColumn", () -> table.show(column, false));
        }
        columns(menu);
    }

    private void columns(Menu menu) {
        MenuItem cascade = new MenuItem(menu, SWT.CASCADE);
        cascade.setText(messages.get("Table_Columns"));
        Menu columns = new Menu(cascade);
        cascade.setMenu(columns);
        for (int i = 0; i < model.columns().size(); i++) {
            int column = i;
            boolean hidden = layers.hideShow().isColumnIndexHidden(column);
            MenuItem item = new MenuItem(columns, SWT.CHECK);
            item.setText(model.columns().get(column).label().replace("&", "&&"));
            item.setSelection(!hidden);
            item.setEnabled(hidden || layers.hideShow().getColumnCount() > 1);
            item.addListener(SWT.Selection, event -> table.show(column, hidden));
        }
    }

    private MenuItem item(Menu menu, int style, String key, Runnable action) {
        MenuItem item = new MenuItem(menu, style);
        item.setText(messages.get(key));
        item.addListener(SWT.Selection, event -> action.run());
        return item;
    }
}
