package org.towercrier.ui.table;

import java.util.Optional;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.layer.LabelStack;
import org.eclipse.nebula.widgets.nattable.selection.command.SelectRowsCommand;
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
import org.towercrier.ui.kit.UiMessages;
import org.towercrier.ui.table.RowIndex.SortKey;

/** Mouse and keyboard of a table. */
final class TableMouse<T> {

    private final DataTable<T> table;
    private final TableModel<T> model;
    private final TableLayers layers;
    private final NatTable grid;
    private final FilterEditor editor;
    private final TableMenus<T> menus;
    private int hovered = -1;

    TableMouse(DataTable<T> table, TableModel<T> model, TableLayers layers, NatTable grid, UiMessages messages) {
        this.table = table;
        this.model = model;
        this.layers = layers;
        this.grid = grid;
        editor = new FilterEditor(grid, messages, (column, text) -> table.filter(column, text));
        menus = new TableMenus<>(table, model, layers, messages);
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
                (natTable, event) -> clickHeader(event, false));
        bindings.registerFirstSingleClickBinding(MouseEventMatcher.columnHeaderLeftClick(SWT.MOD1),
                (natTable, event) -> clickHeader(event, true));
        bindings.registerFirstKeyBinding(new KeyEventMatcher(SWT.MOD1, 'c'), (natTable, event) -> table.copy());
        bindings.registerFirstKeyBinding(new KeyEventMatcher(SWT.MOD1, 'f'),
                (natTable, event) -> table.focusQuickFilter());
        bindings.registerFirstKeyBinding(new KeyEventMatcher(SWT.NONE, SWT.CR), (natTable, event) -> openAnchor());
        grid.addListener(SWT.MouseMove, this::move);
        grid.addListener(SWT.MouseExit, event -> hover(-1));
        grid.addListener(SWT.MouseDown, this::down);
        grid.addListener(SWT.MouseDoubleClick, this::doubleClick);
        grid.addListener(SWT.MenuDetect, this::menu);
    }

    /** Line of the table at a height, −1 outside of the rows. */
    private int line(int x, int y) {
        LabelStack region = grid.getRegionLabelsByXY(x, y);
        if (region == null || !region.hasLabel(GridRegion.BODY)) {
            return -1;
        }
        int line = grid.getRowIndexByPosition(grid.getRowPositionByY(y));
        return line >= 0 && line < model.index().size() ? line : -1;
    }

    private void move(Event event) {
        hover(line(event.x, event.y));
    }

    private void hover(int line) {
        if (line != hovered) {
            redrawLine(hovered);
            hovered = line;
            redrawLine(line);
        }
    }

    private void redrawLine(int line) {
        if (line >= 0) {
            int top = grid.getStartYOfRowPosition(grid.getRowPositionByY(0));
            for (int position = 0; position < grid.getRowCount(); position++) {
                if (grid.getRowIndexByPosition(position) == line && position >= (layers.isFilterRowShown() ? 2 : 1)) {
                    top = grid.getStartYOfRowPosition(position);
                    grid.redraw(0, top, grid.getClientArea().width, TableLayers.ROW_HEIGHT, false);
                    return;
                }
            }
        }
    }

    private void down(Event event) {
        int line = line(event.x, event.y);
        if (event.button == 1 && line >= 0 && model.index().isGroup(line)) {
            table.toggleGroup(model.index().groupAt(line));
        }
    }

    private void doubleClick(Event event) {
        int line = line(event.x, event.y);
        if (event.button == 1 && line >= 0 && !model.index().isGroup(line)) {
            table.open(model.index().row(line));
        }
    }

    private void openAnchor() {
        int line = layers.selection().getSelectionAnchor().getRowPosition();
        if (line >= 0 && line < model.index().size()) {
            if (model.index().isGroup(line)) {
                table.toggleGroup(model.index().groupAt(line));
            } else {
                table.open(model.index().row(line));
            }
        }
    }

    private void clickHeader(MouseEvent event, boolean add) {
        int position = grid.getColumnPositionByX(event.x);
        int column = grid.getColumnIndexByPosition(position);
        if (column < 0 || CellEdgeDetectUtil.getColumnPositionToResize(grid, new Point(event.x, event.y)) >= 0) {
            return;
        }
        if (grid.getRowPositionByY(event.y) > 0) {
            editFilter(position);
            return;
        }
        Optional<SortKey> now = model.index().sort().stream().filter(key -> key.column() == column).findFirst();
        Optional<Boolean> next = now.isEmpty() ? Optional.of(false)
                : now.get().descending() ? Optional.empty() : Optional.of(true);
        table.sort(column, next, add);
    }

    private void editFilter(int position) {
        int column = grid.getColumnIndexByPosition(position);
        if (column < 0 || !layers.isFilterRowShown()) {
            return;
        }
        Rectangle cell = grid.getBoundsByPosition(position, 1);
        if (model.columns().get(column).type().isChoice()) {
            editor.choose(column, model.filterText(column), model.choices(column),
                    grid.toDisplay(cell.x, cell.y + cell.height));
        } else {
            editor.type(column, model.filterText(column), cell, table.theme(), () -> editFilter(position + 1));
        }
    }

    /** A menu is about the row under the mouse: it is selected unless it is among the selected ones. */
    private void selectForMenu(int line) {
        if (line >= 0 && !model.index().isGroup(line) && !layers.selection().isRowPositionSelected(line)) {
            layers.selection().doCommand(new SelectRowsCommand(layers.selection(), 0, line, false, false));
        }
    }

    private void menu(Event event) {
        Point point = event.detail == SWT.MENU_KEYBOARD ? new Point(20, TableLayers.HEADER_HEIGHT + 10)
                : grid.toControl(event.x, event.y);
        LabelStack region = grid.getRegionLabelsByXY(point.x, point.y);
        int column = grid.getColumnIndexByPosition(grid.getColumnPositionByX(point.x));
        if (event.detail != SWT.MENU_KEYBOARD) {
            selectForMenu(line(point.x, point.y));
        }
        Menu menu = region != null && region.hasLabel(GridRegion.COLUMN_HEADER) && column >= 0
                ? menus.header(grid, column) : menus.rows(grid);
        menu.setLocation(event.x, event.y);
        menu.addListener(SWT.Hide, hidden -> grid.getDisplay().asyncExec(menu::dispose));
        menu.setVisible(true);
        event.doit = false;
    }
}
